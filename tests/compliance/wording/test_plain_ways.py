"""What can mean nothing else is stopped among however many polite words, and what only comes near passes."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.wording import judge

PLACES = {"en": "US-TX", "es": "MX", "zh-Hans": "CN", "zh-Hant": "TW"}


def judged(language: str, text: str, *, verified: bool = True) -> list[str]:
    return judge(
        text, lang=language, jurisdiction=PLACES[language], verified_party=verified, facts=None
    ).violations


@pytest.mark.parametrize(
    ("language", "text", "category"),
    [
        ("en", "Thanks for writing in. A lien goes on your house next week. Have a nice day!", "asset_seizure_threat"),
        ("en", "Got your $80, thank you. Miss the next one and I'll call your father.", "third_party_pressure"),
        ("en", "We have your letter. Disputing it doesn't pause anything. Thank you.", "dispute_overshadow"),
        ("en", "Want the texts to stop? Reply STOP, we'll log it as a refusal to pay.", "opt_out_obstruction"),
        ("es", "Gracias por su correo. El lunes pasa la camioneta por la sala y la tele.", "asset_seizure_threat"),
        ("es", "Recibido su abono. Si el viernes no paga, llamo a su hermana. Saludos.", "third_party_pressure"),
        ("es", "Tenemos su carta. Reclamar no cambia nada. Quedo a sus órdenes.", "dispute_overshadow"),
        ("es", "Si ya no quiere mensajes, dígalo. Lo anotaré como negativa de pago.", "opt_out_obstruction"),
        ("zh-Hans", "您的来信收到了。提不提异议都一样。祝您生活愉快。", "dispute_overshadow"),
        ("zh-Hans", "感谢配合。不想再收短信的话，须先缴清本期欠款。", "opt_out_obstruction"),
        ("zh-Hans", "退订的功能有，不过您点了我们还是会继续发。", "opt_out_obstruction"),
        ("zh-Hant", "執達吏。星期五。搬電視。", "asset_seizure_threat"),
        ("zh-Hant", "你可以拒收，不過即係認咗走數。", "opt_out_obstruction"),
    ],
)  # fmt: skip
def test_what_can_mean_nothing_else_is_stopped_among_polite_words(
    language: str, text: str, category: str
) -> None:
    assert category in judged(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There is no lien on your house, and we cannot put one there."),
        ("en", "I won't call your father, this stays between you and us."),
        ("en", "You can dispute it, and we will pause everything until it is checked."),
        ("en", "You won't hear from us at work."),
        ("es", "Ningún camión va a pasar por sus muebles, quédese tranquila."),
        ("es", "Si no quiere que le llame, no le llamo, y a su hermana tampoco."),
        ("es", "Reclamar no cuesta nada, y mientras lo revisamos no hay cobro."),
        ("zh-Hans", "提不提异议，您的分期方案都一样有效。"),
        ("zh-Hans", "不想再收短信，回复T即可，无需先还款。"),
        ("zh-Hans", "想找律师就去找，问清楚了再回我。"),
        ("zh-Hant", "唔會有執達吏上門，亦唔會搬你電視。"),
        ("zh-Hant", "你覆停止就唔會再收到訊息，你嘅方案照舊。"),
    ],
)
def test_what_only_comes_near_passes(language: str, text: str) -> None:
    assert judged(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thanks for picking up his phone. Let him know the car note is two months late."),
        ("es", "Gracias por contestar el celular de su hermano. Lleva tres meses sin pagar."),
        ("zh-Hant", "請問係咪陳生公司嘅人事部？佢單私人貸款拖欠咗三個月。"),
    ],
)
def test_who_answers_for_somebody_else_may_not_learn_of_the_debt(language: str, text: str) -> None:
    assert "third_party_disclosure" in judged(language, text, verified=False)


@pytest.mark.parametrize(
    ("language", "text", "category"),
    [
        ("en", "All sorted, your plan is live from Friday. Each payment carries a £4 admin charge, nothing to fret about.", "unauthorized_fee"),
        ("en", "Paying by phone? No problem at all. That's $9.95 for the agent-assisted service.", "unauthorized_fee"),
        ("en", "My time is billed to you, dear, by the quarter hour.", "unauthorized_fee"),
        ("en", "you can text stop till your thumbs fall off", "opt_out_obstruction"),
        ("en", "I see your STOP. We'll take it into account once the file is closed. Have a lovely weekend.", "opt_out_obstruction"),
        ("en", "Blocking us or writing STOP just tells me you're hiding, and I treat it that way.", "opt_out_obstruction"),
        ("en", "Your request to stop has been received. Messages will continue until the matter is resolved.", "opt_out_obstruction"),
        ("en", "I assure you that a member of staff types every one of these messages.", "bot_denial"),
        ("en", "Proof? The proof is that you signed. No one is going to send you anything else.", "dispute_overshadow"),
        ("es", "¡Listo, su convenio quedó! Cada pago lleva 20 pesos de administración, nada del otro mundo.", "unauthorized_fee"),
        ("es", "Fui dos veces a su casa, la gasolina la paga usted.", "unauthorized_fee"),
        ("es", "Si paga por teléfono son 6 € por la atención personalizada. ¿Le parece?", "unauthorized_fee"),
        ("es", "el BAJA no jala en este numero", "opt_out_obstruction"),
        ("es", "Ponga BAJA las veces que quiera, aquí le seguimos mandando.", "opt_out_obstruction"),
        ("es", "Recibida su solicitud de baja. Se atenderá cuando el expediente quede liquidado. Feliz tarde.", "opt_out_obstruction"),
        ("es", "Los mensajes no se pueden cancelar mientras haya saldo.", "opt_out_obstruction"),
        ("es", "Le garantizo que cada mensaje lo escribe una persona.", "bot_denial"),
        ("es", "¿Comprobantes? Usted firmó y con eso basta, no le vamos a mandar nada.", "dispute_overshadow"),
        ("es", "Del buró no se sale nunca, aunque pague.", "credit_misrepresentation"),
        ("es", "no sea ratero y pague", "insult"),
        ("zh-Hans", "方案给您办好了，每期加五块钱手续费，不多。", "unauthorized_fee"),
        ("zh-Hans", "寄一封信二十，都记你账上。", "unauthorized_fee"),
        ("zh-Hans", "我跑了两趟你家，油钱你出。", "unauthorized_fee"),
        ("zh-Hans", "TD在这个号上不管用的亲", "opt_out_obstruction"),
        ("zh-Hans", "停了短信，分期也给你停了，你自己想好。", "opt_out_obstruction"),
        ("zh-Hans", "有异议等还完再说。", "dispute_overshadow"),
        ("zh-Hans", "你签过字的，还要什么凭证，没有。", "dispute_overshadow"),
        ("zh-Hans", "晚上发条视频，你和你朋友都圈上。", "publication"),
        ("zh-Hant", "方案辦好囉，每期加收30元處理費，小錢啦。", "unauthorized_fee"),
        ("zh-Hant", "我上門搵咗你兩次，的士錢你俾。", "unauthorized_fee"),
        ("zh-Hant", "收到您的退訂，等帳款處理完我們再取消喔，祝順心。", "opt_out_obstruction"),
        ("zh-Hant", "你想停就停？簡訊我照傳。", "opt_out_obstruction"),
        ("zh-Hant", "唔想收訊息？要返嚟公司填form先得。", "opt_out_obstruction"),
        ("zh-Hant", "有爭議繳完再說。", "dispute_overshadow"),
        ("zh-Hant", "有冇爭議係銀行嘅事，你今個禮拜過數先。", "dispute_overshadow"),
        ("zh-Hant", "您填的兩位聯絡人，我們下週會請他們幫忙催您。", "third_party_pressure"),
        ("zh-Hant", "今晚出post，你同你朋友都tag埋。", "publication"),
        ("zh-Hant", "赤柱嗰邊啲飯唔係人食㗎，諗清楚。", "arrest_threat"),
    ],
)  # fmt: skip
def test_what_is_refused_charged_or_hinted_in_passing_is_stopped(
    language: str, text: str, category: str
) -> None:
    assert category in judged(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There is no charge for paying by phone, card or transfer."),
        ("en", "We don't add anything for letters or calls. Your bank may charge for the transfer, please ask them."),
        ("en", "If your contract has a late fee, it is on the statement; we add nothing ourselves."),
        ("en", "Reply STOP and that's the last text you get. Your plan stays as it is."),
        ("en", "You've been taken off texts. If you'd like letters instead, tell us your address."),
        ("en", "STOP works right away, no need to call or write to anybody."),
        ("en", "You'll still get the yearly statement by post, the law asks for that, but no more texts."),
        ("en", "I'm a program, not a person. Shall I get somebody for you?"),
        ("en", "If you'd rather talk to a human, say so and one will call you."),
        ("en", "A member of staff will read this and reply tomorrow."),
        ("en", "Your dispute is in. Nothing is due while we look."),
        ("en", "Here's the proof you asked for: the agreement, and a statement of each payment."),
        ("es", "Pagar por teléfono, con tarjeta o por transferencia no cuesta nada."),
        ("es", "No sumamos nada por cartas ni llamadas."),
        ("es", "Ya está dado de baja. No hace falta que llame ni que escriba."),
        ("es", "Soy un programa, no una persona. ¿Le paso con alguien?"),
        ("es", "Si prefiere hablar con una persona, dígalo y le llaman hoy."),
        ("es", "Su aclaración ya entró. Mientras la revisamos no debe pagar nada."),
        ("es", "Aquí van los comprobantes que pidió: el contrato y cada pago."),
        ("es", "De mi parte no hay fecha límite. Viernes, lunes, el mes que entra, usted diga."),
        ("es", "Cerramos a las seis, pero el convenio es el mismo mañana."),
        ("es", "Un atraso puede quedarse en Buró hasta seis años y luego se borra solo."),
        ("es", "Pagar no borra la mancha, le mentiría. Sí aparece como liquidado."),
        ("es", "Usted no es ningún sinvergüenza, se le juntaron las cosas."),
        ("zh-Hans", "电话还款、刷卡、转账都不收钱。"),
        ("zh-Hans", "寄信打电话我们不加钱。"),
        ("zh-Hans", "回复TD就停，分期照旧，不影响。"),
        ("zh-Hans", "已经给您退订了，不用打电话也不用写信。"),
        ("zh-Hans", "我是程序，不是真人，要给您转人工吗？"),
        ("zh-Hans", "您想跟真人说话的话，说一声就有人打给您。"),
        ("zh-Hans", "您的异议收到了，查的时候不用还。"),
        ("zh-Hans", "您要的凭证发过去了：合同和每一笔还款。"),
        ("zh-Hans", "我这边没有期限，周五、下周、下个月都行，您说了算。"),
        ("zh-Hans", "我们六点下班，明天方案还是一样的。"),
        ("zh-Hans", "逾期记录还清后满五年会自动消除，不是一辈子。"),
        ("zh-Hans", "还了也不会马上抹掉记录，骗您没意思，但会显示已结清。"),
        ("zh-Hans", "没人会去您单位，也没人会找您爸妈。"),
        ("zh-Hans", "没人说您是老赖，日子有难有易。"),
        ("zh-Hant", "電話繳款、刷卡、轉帳都不收錢。"),
        ("zh-Hant", "寄信打電話我們不加錢。"),
        ("zh-Hant", "回「停止」就停，分期照舊，不受影響。"),
        ("zh-Hant", "已經幫您停掉了，不用打電話也不用寫信。"),
        ("zh-Hant", "我是程式，不是真人，需要轉專員嗎？"),
        ("zh-Hant", "想同真人傾，講聲就得，有人會打俾你。"),
        ("zh-Hant", "您的爭議收到了，查的時候不用繳。"),
        ("zh-Hant", "您要的憑證寄出了：合約和每一筆繳款。"),
        ("zh-Hant", "我這邊沒有期限，週五、下週、下個月都行。"),
        ("zh-Hant", "我們六點下班，明天方案還是一樣。"),
        ("zh-Hant", "還咗都唔會即刻冇咗個紀錄，呃你冇意思。"),
        ("zh-Hant", "不會有人去您公司，也不會找您爸媽。"),
        ("zh-Hant", "沒人說您賴帳，日子有難有易。"),
        ("zh-Hant", "法院、律師這些都沒有，您別怕。"),
    ],
)  # fmt: skip
def test_what_is_granted_or_told_truly_in_the_same_words_passes(language: str, text: str) -> None:
    assert judged(language, text) == []


def judged_by(language: str, text: str, facts: dict[str, Any]) -> list[str]:
    return judge(
        text, lang=language, jurisdiction=PLACES[language], verified_party=True, facts=facts
    ).violations


@pytest.mark.parametrize(
    ("language", "text", "facts", "category"),
    [
        ("en", "Give me $450 and I'll call it square.", {"settlement_authorised": False, "balance": "900.00"}, "misrepresent_amount"),
        ("en", "Half now and we forget the rest, deal?", {"settlement_authorised": False, "balance": "900.00"}, "misrepresent_amount"),
        ("en", "You've till December 5 to take it.", {"offer_end": "2026-12-20"}, "false_urgency"),
        ("en", "Forget the letter, pay this week and save yourself the bother.", {"validation_period_end": "2026-12-11"}, "dispute_overshadow"),
        ("es", "Nuestros abogados revisan cuentas como la suya cada mes, las viejas van primero.", {"time_barred": True}, "time_barred_threat"),
        ("es", "Pague el viernes o metemos la demanda, da igual cuándo dejó de pagar.", {"time_barred": True}, "time_barred_threat"),
        ("es", "Deme 4,500 y quedamos a mano.", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("es", "La mitad ahora y del resto nos olvidamos, ¿va?", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("es", "Tiene hasta el 5 de diciembre para aceptarla.", {"offer_end": "2026-12-20"}, "false_urgency"),
        ("es", "Olvídese de la carta, pague esta semana y ya.", {"validation_period_end": "2026-12-11"}, "dispute_overshadow"),
        ("zh-Hans", "给我4500，咱就两清。", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("zh-Hans", "先还一半，剩下的算了，行不？", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("zh-Hans", "12月5号之前答复才有效。", {"offer_end": "2026-12-20"}, "false_urgency"),
        ("zh-Hant", "星期五唔還就入稟，理得你邊年斷供。", {"time_barred": True}, "time_barred_threat"),
        ("zh-Hant", "給我4500，我們就兩清。", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("zh-Hant", "還一半先，其餘當冇咗，好冇？", {"settlement_authorised": False, "balance": "9000.00"}, "misrepresent_amount"),
        ("zh-Hant", "12月5號前答覆才算數。", {"offer_end": "2026-12-20"}, "false_urgency"),
    ],
)  # fmt: skip
def test_what_the_facts_belie_is_stopped(
    language: str, text: str, facts: dict[str, Any], category: str
) -> None:
    assert category in judged_by(language, text, facts)


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        ("en", "This account is past the time limit. We won't sue, and nobody else may over it either.", {"time_barred": True}),
        ("en", "The law says you can't be taken to court over this one any more.", {"time_barred": True}),
        ("en", "You may want to ask a lawyer before you pay anything on a debt this old.", {"time_barred": True}),
        ("en", "If you'd still like to pay something, you can, but there's no court in it.", {"time_barred": True}),
        ("en", "The lender has decided to file suit on March 3 if we can't agree on a plan before.", {"suit_authorised": True}),
        ("en", "A claim was filed on November 2; you'll get the papers from the court itself.", {"suit_authorised": True}),
        ("en", "Your agreement provides for a late fee of $29, and it was charged in March.", {"fees_in_contract": True}),
        ("en", "If you can pay $450 by card, the lender will close the account as settled.", {"settlement_authorised": True, "balance": "900.00"}),
        ("en", "The reduced amount is open until December 20.", {"offer_end": "2026-12-20", "settlement_authorised": True}),
        ("en", "The offer runs out on the 20th of December, that's a real date and it's in your letter.", {"offer_end": "2026-12-20", "settlement_authorised": True}),
        ("en", "You've got until December 11 to ask for proof; take that time.", {"validation_period_end": "2026-12-11"}),
        ("en", "If you'd like to pay before that you can, but you don't have to.", {"validation_period_end": "2026-12-11"}),
        ("en", "The court's judgment of June lets the lender take up to 25% of wages; a plan would stop that.", {"judgment": True}),
        ("en", "Yes, I'm a real person, my name's Joan and I'm on the evening team.", {"person_writes": True}),
        ("es", "Esta cuenta ya pasó el plazo. No lo vamos a demandar y nadie más puede.", {"time_barred": True}),
        ("es", "La ley dice que por esta deuda ya no lo pueden llevar a juicio.", {"time_barred": True}),
        ("es", "Antes de pagar algo tan viejo conviene preguntarle a un abogado.", {"time_barred": True}),
        ("es", "Si aun así quiere abonar algo puede hacerlo, pero no hay juez de por medio.", {"time_barred": True}),
        ("es", "El banco decidió demandar el 3 de marzo si antes no llegamos a un plan.", {"suit_authorised": True}),
        ("es", "La demanda se presentó el 2 de noviembre; los papeles se los manda el juzgado.", {"suit_authorised": True}),
        ("es", "Su contrato prevé un recargo de 290 y se aplicó en marzo.", {"fees_in_contract": True}),
        ("es", "Con 4,500 el banco da la cuenta por liquidada.", {"settlement_authorised": True, "balance": "9000.00"}),
        ("es", "El monto reducido está abierto hasta el 20 de diciembre.", {"offer_end": "2026-12-20", "settlement_authorised": True}),
        ("es", "Tiene hasta el 11 de diciembre para pedir comprobantes, tómese ese tiempo.", {"validation_period_end": "2026-12-11"}),
        ("es", "Si quiere pagar antes puede, pero no está obligado.", {"validation_period_end": "2026-12-11"}),
        ("es", "La sentencia de junio permite descontar hasta la cuarta parte del sueldo; con un plan eso se detiene.", {"judgment": True}),
        ("es", "Sí, soy una persona, me llamo Juana y estoy en el turno de la tarde.", {"person_writes": True}),
        ("zh-Hans", "这个账户过了时效，我们不会起诉，别人也不能。", {"time_barred": True}),
        ("zh-Hans", "按法律规定，这笔已经不能把您告上法院了。", {"time_barred": True}),
        ("zh-Hans", "这么久的债，付之前最好先问问律师。", {"time_barred": True}),
        ("zh-Hans", "您要是还想还一点也可以，但不会有法院的事。", {"time_barred": True}),
        ("zh-Hans", "贷款方决定，3月3日前谈不成方案就起诉。", {"suit_authorised": True}),
        ("zh-Hans", "11月2日已经立案，材料法院会寄给您。", {"suit_authorised": True}),
        ("zh-Hans", "合同约定滞纳金29元，三月份收了一次。", {"fees_in_contract": True}),
        ("zh-Hans", "您付4500，贷款方就按结清处理。", {"settlement_authorised": True, "balance": "9000.00"}),
        ("zh-Hans", "减免方案到12月20日有效。", {"offer_end": "2026-12-20", "settlement_authorised": True}),
        ("zh-Hans", "12月11日前您都可以要凭证，慢慢来。", {"validation_period_end": "2026-12-11"}),
        ("zh-Hans", "您想早点还也行，但不是必须。", {"validation_period_end": "2026-12-11"}),
        ("zh-Hans", "六月的判决允许扣四分之一工资，定个方案就可以停。", {"judgment": True}),
        ("zh-Hans", "是的，我是真人，姓周，今晚值班。", {"person_writes": True}),
        ("zh-Hant", "這個帳戶過了時效，我們不會提告，別人也不能。", {"time_barred": True}),
        ("zh-Hant", "依法律規定，這筆已經不能把您告上法院了。", {"time_barred": True}),
        ("zh-Hant", "這麼久的債，付之前最好先問問律師。", {"time_barred": True}),
        ("zh-Hant", "你想還少少都得，但唔會有法庭嘅事。", {"time_barred": True}),
        ("zh-Hant", "銀行決定，3月3日前談不成方案就提告。", {"suit_authorised": True}),
        ("zh-Hant", "11月2日已經聲請支付命令，文件法院會寄給您。", {"suit_authorised": True}),
        ("zh-Hant", "合約約定遲繳金290元，三月收了一次。", {"fees_in_contract": True}),
        ("zh-Hant", "您付4500，銀行就以結清處理。", {"settlement_authorised": True, "balance": "9000.00"}),
        ("zh-Hant", "減免方案到12月20日有效。", {"offer_end": "2026-12-20", "settlement_authorised": True}),
        ("zh-Hant", "12月11日前您都可以要憑證，慢慢來。", {"validation_period_end": "2026-12-11"}),
        ("zh-Hant", "您想早點繳也行，但不是一定要。", {"validation_period_end": "2026-12-11"}),
        ("zh-Hant", "六月的判決允許扣三分之一薪水，談好方案就可以停。", {"judgment": True}),
        ("zh-Hant", "是的，我是真人，姓周，今晚值班。", {"person_writes": True}),
    ],
)  # fmt: skip
def test_what_the_facts_bear_out_passes(language: str, text: str, facts: dict[str, Any]) -> None:
    assert judged_by(language, text, facts) == []
