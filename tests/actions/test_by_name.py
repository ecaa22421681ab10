"""Another name that runs on into a question, and the borrower's own name in somebody else's question: nothing is told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import route
from actions.situation import Identity, Verified
from actions.strangers import heard, speaks
from tests.actions.making import discloses, effects, situation

# Who introduce themselves and go on without a sign.
ANOTHER = {
    "Grace Okafor": """Linda here just wondering how much is left|Tom here whats the balance|mike speaking whats the total on this|im Linda how much is it|my name is Tom how much do we owe
        |this is Grace's number but im Linda how much is it|mike here can i pay this off|hi there this is Kevin how much is due|its Mike whats the damage|good morning im Sandra and i wanna pay this
        |im karen i live with her how much|sorry Tom here i picked up, how much is it|hello my names Brian whats this about|so im mike can you tell me the amount|it's Linda I need the balance
        |this is Tom from work she left her phone how much is left|soy Pedro cuánto se debe""",
    "Rosa Delgado": """hola soy Pedro cuanto se debe|soy Pedro cuanto falta por pagar|aqui Juan cuanto es|buenas tardes habla Miguel quiero saber cuánto es|me llamo Teresa y quiero pagar esto|es que soy Juan cuánto falta
        |hola buenas soy Pedro de aquí al lado cuánto debe|mi nombre es Andrea cuánto hay que pagar|le escribe Jorge cuánto es""",
    "周航": """我叫刘强他手机在我这 欠多少|我是刘强想问还欠多少|你好我叫王磊来问下欠多少""",
    "吳俊宏": """我是林志玲想問還欠多少|我叫陳建志他手機在我這裡 多少錢|我係陳小明想問下仲爭幾多""",
}
# Ask after the borrower by name.
BY_NAME = {
    "Grace Okafor": """how much does grace still owe|what's grace's balance|how much is grace behind|whats graces balance|what does Okafor owe|how much do grace owe you|is grace behind on this|how far behind is grace
        |when does grace have to pay|what's grace owe|whats the balance for Grace|how much is left for grace|how much is owed by grace okafor|what is mrs okafor's balance|1/30/1990. what does grace owe|how much is Grace's bill
        |when is grace's payment due|has grace paid this|how much does gracie owe|i want to pay for grace how much|is grace past due|grace's loan how much is left|did grace pay you|what's left on grace's card
        |how much grace owes|balance on grace's account pls|grace owe how much""",
    "Robert Tan": """how much does bob owe|what's bobs balance|is robert behind|what does Tan still owe|how much is left for bob""",
    "Will Rich": """how much does will owe|what's Will's balance|is Will behind|how much is owed by Will""",
    "June May": """how much does June owe|what does june still owe""",
    "Rosa Delgado": """cuánto es lo de Rosa|cuánto debe Rosa todavía|cuanto debe rosa|cuál es el saldo de Rosa|cuánto le falta a Rosa|cuánto tiene que pagar Rosa|cuánto queda de lo de Rosa|cuándo vence lo de Rosa|cuánto es la deuda de Rosa Delgado
        |cuánto lleva pagado Rosa|Rosa cuánto debe|cuánto debe la señora Delgado|cuándo tiene que pagar Rosa|Rosa está atrasada?|cuánto hay que pagar por Rosa|qué debe Rosa|ya pagó Rosa?|cuánto sigue debiendo Rosa""",
    "周航": """周航还欠多少|周航欠你们多少钱|周航一共要还多少|周航的账单多少|周航这期还多少|周航的钱什么时候还|周航还清了吗|阿航还欠多少|小航还差多少|周先生还欠多少|周航逾期多久了|周航什么时候要还|1994-11-02 周航还欠多少|周航欠款多少""",
    "吳俊宏": """俊宏還欠你們多少錢|吳俊宏還欠多少|俊宏的帳單還剩多少|阿宏仲爭幾多|俊宏仲爭你哋幾多錢|俊宏幾時要還|吳先生欠多少|俊宏逾期多久了|俊宏這期要繳多少|俊宏嗰筆數仲有幾多""",
    "陳大文": """大文仲爭幾多|陳生爭幾多|大文嘅卡數仲有幾多|大文幾時要找數|阿文欠你哋幾錢""",
}
# The borrower, of themselves.
OWN = {
    "Grace Okafor": """this is grace, how much do i owe|its grace how much is left|Grace here whats my balance|im Grace what do i still owe|is there a grace period|how much grace do i have|does the grace period apply to the balance
        |hi this is Gracie whats my balance|im sick how much do i owe|im broke|im working friday|im here whats the balance|my brother mike here says hi|it's Tom who owes me|this is james's fault not mine|its mike i gave the money to
        |im calling about the balance|whats the grace on this|how much is left of my grace period|im Grace Okafor whats the amount|i'm ok how much is it|ask tom here at the bank, he knows|grace okafor what's my balance
        |it's Maria's birthday friday so i pay after|how long is grace on this|money here is tight|this is Wells Fargo right|Tom here at the bank told me to call|sorry im late|soy Grace cuánto debo|how much will i owe""",
    "Will Rich": """how much will i owe|what will the balance be|how much is will be due|will the rich pay too|will this be rich|how much does it cost|what will i owe friday""",
    "Bill June": """what's the bill's total|how much is the bill|how much is due for june|what's june's payment|when is my june payment due|how much for june|is june late|has my bill paid|balance on my bill|how much is left on bill""",
    "Rosa Delgado": """soy Rosa cuánto debo|cuánto debo, soy Rosa|cuánto debo Rosa Delgado|cuánto me falta soy rosa|soy enfermero|soy de Jalisco cuánto debo|soy la titular cuánto es|aquí estoy cuánto es|aquí todo bien cuánto debo|habla con migo mañana
        |cuánto es lo mío|Rosa aquí, cuánto es|aquí Rosa cuánto falta|me habla Juan todos los días por lo de la luz""",
    "Luz Paz": """cuánto es la cuenta de luz|debo la cuenta de la luz|cuánto debo de luz|cuánto es lo de luz|no me dejan en paz""",
    "周航": """我是周航还欠多少|我周航还欠多少|我还欠多少|本人周航欠多少|我是司机想问还欠多少|我是钱不够想晚点还|我是周末想还|周末还欠多少|老王欠我钱没还|周先生欠我工资 发了就还""",
    "吳俊宏": """我是吳俊宏還欠多少|我俊宏啦 還欠多少|我是許久沒工作想問能不能延|我係打工仔想問仲爭幾多|林先生欠我錢""",
    "陳大文": """我係大文仲爭幾多|我大文呀 仲爭幾多|我仲爭幾多""",
}
# Who pays while their own partner is away.
FOR_ONES_OWN = """my partner's on shift, whats the amount and ill pay|my wife is asleep what's the total i'll pay it|my husband's at work, how much is it and i'll pay|mi esposo está trabajando, cuánto es y yo pago|我老公在上班,一共多少我来还|我老婆瞓咗 幾多錢我俾"""
NOT_FOR_THEM = """my husband's at work, how much do i owe|my partner's on shift so i'll pay friday|my wife is asleep, what's my balance, i'll pay tomorrow|mi esposo está trabajando, cuánto debo|我老公在上班 我还欠多少 我明天还"""


def _each(told: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, text.strip()) for name, texts in told.items() for text in texts.split("|")]


@pytest.mark.parametrize(("name", "text"), _each(ANOTHER))
def test_another_name_is_heard_with_a_question_right_behind_it(name: str, text: str) -> None:
    assert speaks(text, name)


@pytest.mark.parametrize(("name", "text"), _each(BY_NAME))
def test_who_asks_after_the_borrower_by_name_is_somebody_else(name: str, text: str) -> None:
    assert speaks(text, name)


@pytest.mark.parametrize(("name", "text"), _each(OWN))
def test_the_borrower_who_names_themselves_or_others_is_who_they_are(name: str, text: str) -> None:
    assert heard(text, name) is None


@pytest.mark.parametrize("text", FOR_ONES_OWN.split("|"))
def test_who_offers_to_pay_while_their_own_are_away_is_a_holder(text: str) -> None:
    assert speaks(text, "Grace Okafor")


@pytest.mark.parametrize("text", NOT_FOR_THEM.split("|"))
def test_who_is_alone_with_their_own_debt_is_the_borrower(text: str) -> None:
    assert heard(text, "Grace Okafor") is None


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([*_each(ANOTHER), *_each(BY_NAME)]),
    st.sampled_from(
        ["ask_balance", "pay_now", "promise_to_pay", "affirm", "greet", "out_of_scope", "request_plan"]
    ),
    st.floats(0, 1),
    st.sampled_from(["verified", "unverified"]),
    st.sampled_from([None, "right"]),
)
def test_nothing_is_told_or_proven_by_whoever_asks_so(
    told: tuple[str, str], intent: str, confidence: float, status: str, answer: str | None
) -> None:
    name, text = told
    identity = Identity(status, 0, ("dob", "postcode"), answer, ("dob",) if answer else ())
    step = route.next_step(
        situation(text, intent, identity=identity, confidence=confidence, borrower_name=name)
    )

    assert not discloses(step)
    assert not effects(step, Verified)


@pytest.mark.parametrize(
    "flood",
    [
        "im Tom ",
        "Tom here ",
        "how much is ",
        "grace ",
        "cuánto es lo de ",
        "周航",
        "周航还",
        "my wife is asleep ",
        "saldo de la ",
    ],
)
def test_long_messages_are_read_in_time(flood: str) -> None:
    began = time.process_time()
    speaks(flood * (4000 // len(flood)), "Grace Okafor")
    speaks(flood * (4000 // len(flood)), "周航")
    assert time.process_time() - began < 4
