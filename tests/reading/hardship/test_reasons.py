"""Why somebody cannot pay, in the words that people use."""

from __future__ import annotations

import pytest

from reading import read_hardship_reason

SAID = {
    "job_loss": [
        "they laid me off",
        "my job let me go",
        "got canned last week",
        "i got sacked",
        "was made redundant in april",
        "lost my job",
        "been out of a job since feb",
        "they fired me",
        "my contract wasn't renewed",
        "the plant shut down",
        "i'm unemployed rn",
        "no longer working there",
        "no hay chamba",
        "no ha salido trabajo",
        "me echaron",
        "me han echado del curro",
        "me han despedido",
        "me quede sin chamba",
        "se me acabó el contrato",
        "no encuentro trabajo",
        "llevo 3 meses en el paro",
        "me dieron las gracias en el trabajo",
        "me botaron de la chamba",
        "no tengo jale ahorita",
        "me cerraron la fabrica",
        "they let half of us go",
        "i dont have a job right now",
        "been job hunting for weeks",
        "ando desempleado",
        "me corrieron",
    ],
    "income_drop": [
        "they cut my hours",
        "my hours got cut",
        "not getting enough shifts",
        "only working 2 days a week now",
        "tips have been bad",
        "me bajaron el sueldo",
        "me quitaron horas",
        "me han reducido la jornada",
        "casi no hay propinas",
        "cobro la mitad",
        "business at the bar is slow so no tips",
        "took a pay cut",
        "they slashed our overtime",
        "me pagan menos ahora",
        "ya no me dan tiempo extra",
        "my wife lost her hours",
        "gano menos que antes",
        "down to part time",
        "my check was like half",
    ],
    "illness": [
        "been in the hospital",
        "my back is out",
        "i had surgery",
        "got covid",
        "estuve internado",
        "me operaron",
        "estoy de baja médica",
        "i have cancer",
        "chemo is killing my budget",
        "en quimio",
        "got a bad infection and meds are pricey",
        "estoy malo, llevo semanas sin trabajar",
        "no he podido trabajar por la espalda",
        "i'm on dialysis",
        "i'm on disability",
        "tuve un infarto",
    ],
    "accident": [
        "i wrecked my car",
        "got in a car accident",
        "choqué",
        "tuve un accidente",
        "me caí de la moto",
        "broke my leg",
        "me rompí el brazo",
        "hurt my back at work",
        "me atropellaron",
    ],
    "family_event": [
        "my mom died",
        "my dad passed last week",
        "we just had a baby",
        "my kid is in the hospital",
        "going thru a divorce",
        "se murió mi papá",
        "falleció mi abuela",
        "nos divorciamos",
        "mi hija está internada",
        "mi esposa acaba de tener un bebé",
        "wife just had surgery",
        "had to bury my brother",
        "tuve que enterrar a mi mamá",
        "mi mujer está ingresada",
        "my husband left me",
        "me separé",
    ],
    "business_failure": [
        "my shop closed",
        "had to close the restaurant",
        "business went under",
        "nobody is buying",
        "no clients this month",
        "cerré el negocio",
        "el negocio va mal",
        "no se vende nada",
        "mi puesto no vende",
        "tuve que cerrar la tienda",
        "my food truck isn't making anything",
        "no hay ventas",
        "cerramos el bar",
    ],
    "disaster": [
        "our house flooded",
        "the hurricane took everything",
        "house burned down",
        "se inundó la casa",
        "se quemó mi casa",
        "perdimos todo en el huracán",
        "con la dana lo perdimos todo",
        "the tornado hit us",
        "wildfire, we had to evacuate",
    ],
    "wage_delay": [
        "i havent been paid yet",
        "my boss hasn't paid me",
        "payroll is late",
        "check is late",
        "my job messed up my check",
        "no me han pagado",
        "no nos han pagado la quincena",
        "me deben la quincena",
        "mi jefe no me ha pagado",
        "no ha caído la nómina",
        "todavía no depositan",
        "still waiting on my paycheck",
        "they owe me 2 weeks",
        "aún no cobro",
        "me atrasaron el pago",
        "direct deposit didn't hit",
        "la empresa no ha pagado",
    ],
    "cash_flow": [
        "i'm broke till friday",
        "money is tight",
        "rent took everything",
        "car broke down and had to fix it",
        "ando corto",
        "estoy sin un duro hasta el 30",
        "no me alcanza",
        "se me descompuso el carro",
        "no llego a fin de mes",
        "short this month",
        "had to pay rent",
        "tuve que pagar la renta",
        "ando bien gastado",
        "i'm flat broke",
        "no tengo lana",
        "estoy sin blanca",
        "no traigo dinero",
    ],
    "overindebted": [
        "i owe everyone",
        "too many loans",
        "drowning in debt",
        "i have 5 other cards",
        "debo en todos lados",
        "tengo muchas deudas",
        "estoy hasta el cuello",
        "juggling 4 payday loans",
        "ya no puedo con tantas deudas",
        "other collectors are calling too",
    ],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in SAID.items() for text in texts]
)
def test_a_reason_is_heard_in_everyday_words(reason: str, text: str) -> None:
    assert read_hardship_reason(text) == reason


# By kind, a language a line: what happened to whom, never the name of the reason.
KINDS = {
    "disaster": "drought killed the harvest|con la sequía no hubo cosecha, no hay con qué|家里遭灾|苦啊 今年颗粒无收|打風吹爛個檔|火燒厝 什麼都沒了",
    "wage_delay": "company has not given salary since 2 months|my stipend hasnt come|no ha llegado la pension|el cheque de mi patron reboto|包工头跑了 我们工钱没着落|公资还没发|老細間公司清盤 爭我哋兩個月糧",
    "accident": "got hit by a truck on my bike|me chocaron|mi carro no, yo: el golpe me dejó tres meses en cama|摔下来没死，但半年不能干活|喺棚架跌落嚟 斷咗條腰 冇得開工",
    "family_event": "lost my wife in march and im raising 3 kids|my dad's care home takes every cent|perdi a mi esposa en marzo|tuve que pagar la fianza de mi hijo|老公进去了，家里就我一个人|老公往生後我一個人養小孩 沒辦法|屋企有事|單親 真的很辛苦",
    "illness": "had a miscarriage and havent been at work|con la bronquitis no he podido salir a vender|本人因病丧失劳动能力 无力偿还|病咗|剛開完刀",
    "job_loss": "got layd off|doordash deactivated me|cerro la fabrica|me dieron cuello|perdi la licencia y era chofer|失叶了|被才了|厂里说裁就裁|俾人炒左|冇左份工|快六十了 沒人要請",
    "business_failure": "restaurant went under|customers arent paying me|se murieron las vacas|el negocio esta muerto|合伙人卷款跑了|夜市不让摆了，断了生路|我開的早餐店收掉了|魚塭寒害 魚全翻肚",
    "income_drop": "uber is dead, not making anything|they cut my food stamps|union is on strike since monday|me quitaron la ayuda|nadie da propina|一单都没接到|零收入|冇收入|薪水被扣到只剩一萬多",
    "overindebted": "debo a todo el mundo|tengo las tarjetas al tope|亲戚都借遍了|断供了 房子都要没了|以債養債 爆了",
    "cash_flow": "brokeee|i have 4 dollars in my account|lights got cut off|kids need to eat first|im a little short right now|ando bruja|estoy en numeros rojos|vivo al dia|empeñe mi anillo|没前|兜比脸干净|一贫如洗|無錢|一蚊都冇|戶頭剩37塊",
    "other": "spent it all on bail|lost my wallet with the cash for this|todo se me fue en la fianza|网赌输光了，欠是欠了，还不上|炒币爆仓，一夜归零|俾人呃晒啲錢|家裡被法拍了 沒地方住",
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in KINDS.items() for text in texts.split("|")]
)
def test_a_reason_is_heard_by_what_happened_to_whom(reason: str, text: str) -> None:
    assert read_hardship_reason(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "i didn't lose my job, i just forgot",
        "no tengo efectivo, puedo con tarjeta?",
        "my check number is 1042",
        "can i pay the store on friday",
        "ya no me manden mensajes",
        "the link never loads",
        "me sacaron de la lista de espera",
        "i'll pay half on the 3rd",
        "mejor text, no calls",
        "me llevan a la corte?",
        "can i use two cards",
        "all communication goes through me",
        "dice referencia invalida",
        "retrasen mi pago",
        "qué pasa si me atraso una semana más",
        "我要退货",
        "微信没实名付不了",
        "早上扣了我1200",
        "付不出來",
        "這個月真的沒辦法",
    ],
)
def test_what_is_no_reason_is_none(text: str) -> None:
    assert read_hardship_reason(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # One thing explains another.
        ("my shop flooded and i lost my job", "disaster"),
        ("got hit by a car, been in the hospital since", "accident"),
        ("mi mamá está internada y me corrieron por cuidarla", "family_event"),
        ("i have cancer and lost my job", "illness"),
        ("laid off in may, now drowning in debt and broke", "job_loss"),
        ("me robaron el dinero de la renta", "other"),
        ("estoy de baja y sin cobrar", "illness"),
        ("no paycheck this month", "wage_delay"),
        ("公司裁了我们组 赔偿还没下来", "job_loss"),
        ("被骗了 一分钱都没有", "other"),
        # Of a kind that was silent once.
        ("stopped getting my benefits", "income_drop"),
        ("boss vanished with our wages", "wage_delay"),
        ("used up my savings", "cash_flow"),
        ("cobran piso en mi calle y se va todo en eso", "other"),
        ("me estoy ahogando en deudas", "overindebted"),
        ("tengo 4 hijos que mantener", "family_event"),
        ("死了两头牛，家里的指望没了", "business_failure"),
        ("大厂毕业了，找了四个月没offer", "job_loss"),
        ("they shut the plant down", "job_loss"),
        ("they only give me 15 hours a week now", "income_drop"),
        ("maxed all my cards", "overindebted"),
        ("nobody comes to my shop anymore", "business_failure"),
        ("los clientes no me pagan", "business_failure"),
        ("la empresa hizo recorte y me tocó a mí", "job_loss"),
        ("合同到期公司没续", "job_loss"),
        ("做地盤落雨開唔到工", "income_drop"),
        ("客戶倒了貨款收不到", "business_failure"),
        ("手停口停", "income_drop"),
        ("阮囊羞澀", "cash_flow"),
        ("老公死咗，我湊住兩個細路", "family_event"),
    ],
)
def test_the_first_reason_explains_the_others(text: str, reason: str) -> None:
    assert read_hardship_reason(text) == reason


@pytest.mark.parametrize(
    "text",
    ["i can't afford it", "no puedo pagar este mes", "还不起", "唔係唔想還 係還唔到", "im not broke im just not paying you", "不是没钱", "系統沒更新吧 我繳了", "付款失败", "我冇借過錢", "the link is broken", "ill check it monday", "no pago y no pago", "放工先打嚟", "mi abogada lleva esto", "i work at the hospital", "i'm a doctor", "trabajo en el hospital", "我在医院上班"],
)  # fmt: skip
def test_that_somebody_cannot_or_will_not_pay_is_no_reason(text: str) -> None:
    assert read_hardship_reason(text) is None


@pytest.mark.parametrize(
    ("text", "reason"), [("later, busy now", None), ("迟点, 好忙", None), ("💸💸", "cash_flow")]
)
def test_a_picture_may_tell_why_and_a_comma_never(text: str, reason: str | None) -> None:
    assert read_hardship_reason(text) == reason


# What keeps from work comes before the pay that is missing by it, and the shop before the income; wages that somebody
# withholds come before a cold.
CAUSES = """\
accident|sorry sir late reply. i accident 2 week before with motorbike. leg broken, cannot do delivery. no work no money now
accident|i fell off the scaffold in march, broke my wrist in two places, comp still hasnt paid me a dime
accident|my ankle is smashed, slipped at work, havent been paid since because sick pay hasnt come through
accident|上個月喺廚房跌親條腰 而家放緊無薪假 冇糧出
accident|送外卖摔断了锁骨 平台的赔偿一直没下来 一个月没收入了
accident|工地上腳被鋼筋壓到 公傷的錢到現在沒發 沒辦法上班
accident|me caí de la moto y me quebré la pierna, el seguro no me ha pagado y no puedo trabajar
accident|me atropellaron el mes pasado, sigo con muletas y la incapacidad no me la han pagado
illness|buenas. mira q estoy de baja desde el 14 x la espalda, me operan d una hernia y la mutua no me ha pagao ni un duro todavia
illness|im off sick with my back, ssp hasnt been paid yet
illness|im signed off with my back and the SSP still hasnt come
illness|had surgery on the 3rd, short term disability hasn't paid me yet
illness|住院半个月了 病假工资公司还没发
illness|做完手術請病假 公司還沒發薪水給我
illness|estoy incapacitada por una cirugía y el imss no me ha depositado
wage_delay|boss hasnt paid us for 3 weeks and on top of it ive got the flu
wage_delay|la empresa no nos ha pagado la quincena, y encima ando con gripe
wage_delay|公司拖了兩個月薪水沒發 我又感冒
wage_delay|老板三个月没发工资了
wage_delay|我們公司薪水還沒發
income_drop|公司叫我哋放無薪假 今個月冇糧出
business_failure|had a restaurant 11 yrs. closed the doors in april. staff cried, i cried. theres nothing coming in. i cant pay you
business_failure|we had to close our little bakery after nine years, no income since
business_failure|had a nail salon 9 years. locked the doors for good in may. theres no money coming in
business_failure|間舖頭做咗十二年 上個月執咗 冇晒收入
business_failure|shut the salon down in may, 14 years. living on nothing
business_failure|my food truck is done, sold it for parts last month. nothing coming in
business_failure|i had to wind up the company, fifteen years gone. no money coming in
business_failure|cerré la panadería en abril después de 11 años, no entra nada
business_failure|tuvimos que bajar la cortina del restaurante, ya no hay ingresos
business_failure|se acabó el negocio, cerramos el local en marzo. no me entra un peso
business_failure|traspasé la peluquería porque no daba, ahora no tengo ingresos
business_failure|开了十一年的饭馆四月份关门了 现在一分钱收入没有
business_failure|開了八年的早餐店上個月收起來了 現在沒收入
business_failure|間茶餐廳做咗十年 上個月執咗 而家冇收入
business_failure|小店做不下去 三月關了 之後都沒有進帳
business_failure|舖頭頂咗俾人 冇生意做 冇入息
income_drop|business is ok but my hours got cut at the bar
job_loss|the restaurant closed and they let us all go
job_loss|cerraron el restaurante donde trabajaba
job_loss|餐廳結業 我哋全部冇工返
family_event|mi mamá se cayó y la operan, no he trabajado
illness|i've got long covid, off work since january, no sick pay
accident|doctor says my broken collarbone needs 8 weeks, no shifts till then
accident|騎車摔斷腿 醫生說三個月不能上工"""


@pytest.mark.parametrize("line", CAUSES.splitlines())
def test_the_cause_comes_before_its_consequence(line: str) -> None:
    reason, text = line.split("|")

    assert read_hardship_reason(text) == reason
