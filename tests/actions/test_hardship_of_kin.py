"""Hardship is told of husbands, mothers, children and bosses: none of it makes the borrower somebody else."""

from __future__ import annotations

from itertools import product

import pytest

from actions import overhearing, route
from actions.situation import CancelPromises
from actions.strangers import heard
from tests.actions.making import effects, obliged, situation

KIN = {
    "en": "my son|my wife|my husband|my mom|our daughter|my little brother|my partner|the baby|my boss|my tenant|my dog",
    "es": "mi hijo|mi esposa|mi marido|mi mamá|nuestra hija|mi hermanito|mi pareja|la bebé|mi patrón|mi inquilino",
    "zh-Hans": "我儿子|我老婆|我老公|我妈|我家女儿|我弟|孩子|我老板|租客|我6岁的女儿|我5岁儿子",
    "zh-Hant": "我個仔|我老婆|我老公|阿媽|我個女|我細佬|小朋友|我老細|租客|我6歲個女|我5歲兒子",
}
PLIGHTS = {
    "en": """is in the hospital|is out of work|lost {p} job|is in jail|can't work|is sick at home|is not working right now|is in trouble, he's in court monday|had surgery and i had to pay for him
        |had an accident, she's at home now|broke a leg, he can't do anything|is asleep after chemo|was laid off, she's home all day|is away for work|owes me, he owes money to all of us|died in march
        |has a birthday friday, it's her birthday|left, he's gone|is 12 and needs braces|needs medicine, her medicine is dear|didn't get paid, he says friday|isn't home, he's in rehab""",
    "es": """está en el hospital|se quedó sin trabajo|perdió su empleo|está en la cárcel|no puede trabajar|está enfermo en casa|no está trabajando|tuvo un accidente, él está en cama|tuvo cirugía y tuve que pagar por él
        |se rompió la pierna|está dormido por la quimio|anda fuera por trabajo|me debe, él debe dinero a todos|murió en marzo|cumple años el viernes, es su cumpleaños|se fue, ya no está aquí|tiene 12 años y necesita frenos|no cobró, él dice que el viernes""",
    "zh-Hans": "住院了|失业了|被裁了|坐牢了|不能上班|生病在家|出车祸了，他现在动不了|动手术，我替他付的医药费|摔断腿了|化疗完睡着了|出差了|跑了，他欠我钱|三月走了|周五生日，他生日要花钱|走了，他不管我们|没发工资，他说周五",
    "zh-Hant": "入咗醫院|失業|俾人炒咗|坐監|唔做得嘢|病咗喺屋企|撞車，佢郁唔到|做手術，我幫佢俾咗醫藥費|跌斷腳|化療完瞓咗|出咗差|走咗佬，佢爭我錢|三月走咗|星期五生日，佢生日要使錢|走咗，佢唔理我哋|未出糧，佢話星期五",
}
ASKS = {
    "en": "and i need a few more days|so can we push it back|. we need more time|, the rest goes on rent, I'll pay friday|. how much do i owe now?|, what can you do for me",
    "es": " y necesito unos días|, puedo pagar el viernes|. el viernes hago el pago|, no me alcanza para el pago|. cuánto debo ahora?|, qué puedo hacer",
    "zh-Hans": "，能不能缓几天|，我周五还|，这个月还不了|。我还欠多少|，可以少还点吗",
    "zh-Hant": "，可唔可以遲幾日|，我星期五還|，今個月還唔到|。我仲爭幾多|，可以還少啲嗎",
}
NAMES = {"en": "Grace Okafor", "es": "Rosa Delgado", "zh-Hans": "周航", "zh-Hant": "陳大文"}


def _told(language: str) -> list[str]:
    parts = (
        [part.strip("\n ") if language == "en" else part.strip("\n") for part in of[language].split("|")]
        for of in (KIN, PLIGHTS, ASKS)
    )
    between, before = ("", "") if language.startswith("zh") else (" ", " " if language == "en" else "")
    return [
        f"{who}{between}{plight.strip().format(p='his')}{'' if ask[0] in '.,' else before}{ask}"
        for who, plight, ask in product(*parts)
    ]


@pytest.mark.parametrize("language", NAMES)
def test_no_hardship_of_ones_kin_makes_somebody_else_of_the_borrower(language: str) -> None:
    assert [text for text in _told(language) if heard(text, NAMES[language])] == []


@pytest.mark.parametrize(
    "text",
    """my son is in hospital and i need a few more days|ya mi esposo está trabajando, el viernes hago el pago|I'm a cleaner and my boss, he hasn't paid me|我6岁女儿住院了，能不能缓几天
    |my dog had surgery and i had to pay for him.|un cliente que debe dinero no me ha pagado|her daddy went to jail so its just my income|tengo 4 años separada, sola con dos hijos""".split(
        "|"
    ),
)
def test_what_was_proven_and_promised_stands_and_an_agent_is_told_nothing_else(text: str) -> None:
    told = situation(text.strip(), "hardship")

    assert not {"third_party", "minor", "wrong_number"} & set(obliged(route.next_step(told)))
    assert not effects(route.next_step(told), CancelPromises)
    assert not {"third_party", "minor", "wrong_number"} & set(obliged(overhearing.next_step(told)))
