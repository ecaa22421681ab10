"""What can mean nothing else is stopped among however many polite words, and what only comes near passes."""

from __future__ import annotations

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
