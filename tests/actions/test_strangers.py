"""Somebody else holds the phone and says so: nothing is theirs to know, whatever was proven and whatever was asked."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import route
from actions.situation import CancelPromises, ConfirmPromises, Dialogue, DraftPromises, Identity, Verified
from actions.strangers import Who, heard, speaks
from tests.actions.making import discloses, effects, keys, obliged, situation
from tests.actions.test_properties import INTENTS, STORED

OTHERS = {
    "Grace Okafor": """hi this is Tom, Grace's husband. how much is left|hey its her bf, she's driving. how much|Grace is my wife, what does she still owe you
        |I'm Grace's mother|I am his daughter. How do I pay?|Is it about that car. Has he not paid again|hes left his phone here on charge, can I help
        |found this phone on the bus, whose is it|This phone belongs to me now|not Grace, who is this|who's Grace?|Grace gave me her phone
        |I pay Grace's bills, when is it due|she asked me to check what's due|speaking on behalf of Grace|I'm 12 years old|i'm just a kid
        |Grace's son here, can I pay by card?|my daughter is asleep, what do you want from her?|does she owe money?|who are you? my wife's phone got this""",
    "Rosa Delgado": """soy la esposa, cuánto debe?|soy la mamá de Rosa, cuánto debe mi hija?|Rosa está dormida, yo soy su hermana|habla su marido, quiero pagar por ella
        |no soy Rosa pero dígame cuánto es|encontré este celular, cuánto debe la dueña?|yo le pago sus cosas a Rosa|este número ahora es mío
        |soy compañera de Rosa, me pidió preguntar el saldo|mi esposa no puede contestar, para cuándo es el pago?|tengo 12 años""",
    "周航": """我是他老公，还差多少|他在洗澡，我帮他问一下还要还多少|我是周航的妈妈|周航是我弟，他这个能晚几天吗|手机是我捡到的，机主欠多少|他让我问问哪天到期
        |本人不在，我是家属，多少钱|我儿子欠你们多少钱|替我老公问下，能分期吗|这手机现在我用，你们要干嘛|周航是谁|我不是周航|我才12岁|我还未成年""",
    "陳大文": """我係佢老婆，仲爭幾多|佢瞓咗，我係佢個仔，幾時要還|我幫我老公問下，仲要俾幾多|陳大文係我老豆，佢爭你哋幾多|部電話而家係我用，咩事|我幫佢還，點過數|我唔係大文""",
}
THEMSELVES = {
    "Grace Okafor": """my husband will pay it friday|my mum is ill, I'm her carer so I cant work|I'm her only child and had to pay the funeral, my mum died|this is Grace|it's me
        |my ex took this loan out and he never paid|is there a grace period|my son is asleep, call later|my sister said she'd lend me 200|im a nurse, on nights
        |i'm 12 days late i know|my boss paid us late, he owes everybody|did my brother pay it? he said he would|my name is Grace Okafor|Grace is my name|i'm Grace my husband doesn't know about this|im grace, whats this|I'm the babysitter for two families, they pay me fridays""",
    "Rosa Delgado": """soy madre de dos niños y estoy sola|mi esposo me deja dinero el viernes|soy Rosa|mi mamá está enferma y yo soy su cuidadora|tengo 12 años pagando sin fallar
        |mi hija está dormida, márqueme luego|me llamo Rosa Delgado|soy Rosa está perfecto|la transferencia va a nombre de Rosa Delgado|Rosa es mi nombre|soy enfermera, trabajo de noche|cuánto debo""",
    "周航": """我老公周五发工资就还|我妈住院，我照顾她|我是本人|我还差多少|我帮我妈交了医药费 没钱了|我儿子下个月开学|我弟借走了没还我|我是周航在开车|我叫周航，你们是谁|孩子才10岁 要交学费""",
    "陳大文": """我老婆話聽日過數|我係大文|那年我還未成年 怎麼可能簽|我仲爭幾多|我個仔病咗 我要照顧佢""",
}


def _each(told: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, text.strip()) for name, texts in told.items() for text in texts.split("|")]


@pytest.mark.parametrize(("name", "text"), _each(OTHERS))
def test_somebody_else_is_heard_by_the_words_alone(name: str, text: str) -> None:
    assert speaks(text, name)


@pytest.mark.parametrize(("name", "text"), _each(THEMSELVES))
def test_a_borrower_who_speaks_of_others_stays_who_they_are(name: str, text: str) -> None:
    assert not speaks(text, name)


NAMES = {"en": "Grace Okafor", "es": "Rosa Delgado", "zh-Hans": "周航", "zh-Hant": "陳大文"}


@pytest.mark.parametrize("language", NAMES)
def test_who_asks_pretends_or_offers_is_heard(language: str) -> None:
    words = (Path(__file__).parent / "others_words" / f"{language}.txt").read_text(encoding="utf-8")

    assert [text for text in words.splitlines() if not heard(text, NAMES[language])] == []


@pytest.mark.parametrize("language", NAMES)
def test_who_speaks_of_family_work_phones_and_ages_is_the_borrower(language: str) -> None:
    words = (Path(__file__).parent / "own_words" / f"{language}.txt").read_text(encoding="utf-8")

    assert [text for text in words.splitlines() if heard(text, NAMES[language])] == []


HEARD = {
    Who.CHILD: """I'm 12, mom is at work|im her daughter im 10|i'm in 4th grade|soy su hija, tengo 10 años|soy menor de edad|tengo nueve añitos|我今年13歲|我是他女儿，我8岁|我未成年|我係小朋友""",
    Who.HOLDER: """she's in the shower, this is her mum|not Grace, I'm her sister|hang on. hi im grace's brother|why are you texting my dad|you texted my fiance, is she in debt|i'll pay for her
        |her birthday is 1990-01-30|this is her work phone|nope not her. she stepped out|i'm the son. mom's in the hospital|i translate for my mom|can i pay my girlfriend's bill
        |por qué le escriben a mi mamá|quién le escribe a mi esposa|este cel es de mi mamá|qué quiere con ella|yo pago por ella, cuánto es|ella está manejando|soy el hijo, mi mamá no sabe leer, dígame qué dice
        |为什么给我妈发消息|點解send畀我阿媽|找他干什么|他在开车，让我回|这是我爸的手机，你们找谁|我想帮我男朋友把钱还了，一共多少|佢生日係1990-01-30|要繳多少我幫他轉""",
    Who.OWNER: """this phone is mine now|i bought this phone off ebay|she sold me the phone|este número ahora es mío|compré este celular usado|二手买的手机|我係新機主|这个号现在我用|Grace doesn't work here anymore|not Grace|who's Grace?""",
}


@pytest.mark.parametrize(
    ("who", "text"), [(who, text.strip()) for who, texts in HEARD.items() for text in texts.split("|")]
)
def test_child_holder_and_owner_are_told_apart(who: Who, text: str) -> None:
    assert heard(text, "Grace Okafor") is who


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("wrong number, this is not her mom", "wrong_number"),
        ("this is the mother, she isn't here", "third_party"),
        ("aquí no vive", "wrong_number"),
        ("im 9 and this is my moms phone", "minor"),
    ],
)
def test_what_the_model_takes_for_another_is_told_apart_too(text: str, event: str) -> None:
    for verified in (True, False):
        assert obliged(route.next_step(situation(text, "wrong_party", verified=verified))) == [event]


def test_a_child_is_told_nothing_but_that_no_person_writes() -> None:
    first = route.next_step(situation("I'm 12, mom is at work", "ask_identity"))
    here: dict[str, Any] = {
        "identity": Identity("third_party", 0),
        "flags": frozenset({"debtor_is_minor"}),
        "dialogue": first.dialogue,
    }
    then = [
        route.next_step(situation("who are you? what do you want?", intent, **here))
        for intent in ("ask_identity", "ask_balance", "wrong_party")
    ]
    robot = route.next_step(situation("are you a robot", "bot_challenge", **here))

    assert [keys(step) for step in (first, *then)] == [[], [], [], []]
    assert obliged(first) == ["minor"]
    assert keys(robot) == ["small_talk.bot"]


def test_a_death_told_by_a_child_is_heard_and_nothing_is_asked_of_the_child() -> None:
    step = route.next_step(situation("I'm 12, my dad died in march", "deceased"))
    danger = route.next_step(situation("I'm 12 and I want to kill myself", "crisis"))

    assert obliged(step) == ["deceased", "minor"]
    assert keys(step) == []
    assert keys(danger)


def test_why_we_write_to_one_of_theirs_is_a_complaint_that_tells_nothing() -> None:
    step = route.next_step(situation("why are you texting my dad", "ask_identity"))
    own = route.next_step(situation("why did you text my wife about my loan", "ask_identity"))

    assert obliged(step) == ["complaint", "third_party"]
    assert obliged(own) == ["complaint"]
    assert not discloses(step)
    assert not discloses(own)


def test_who_is_this_is_answered_without_what_was_open() -> None:
    read_back = route.next_step(situation("200 on friday by card", "promise_to_pay"))
    step = route.next_step(situation("who is this?", "ask_identity", dialogue=read_back.dialogue))

    assert keys(step) == ["small_talk.who"]
    assert step.dialogue.asked == "confirmation"


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [
            *_each(OTHERS),
            *(("Grace Okafor", text.strip()) for texts in HEARD.values() for text in texts.split("|")),
        ]
    ),
    INTENTS,
    st.floats(0, 1),
    STORED,
    st.sampled_from(["verified", "unverified", "third_party", "failed"]),
    st.sampled_from([None, "right", "wrong"]),
)
def test_nothing_is_told_promised_or_proven_by_somebody_else(
    told: tuple[str, str], intent: str, confidence: float, stored: object, status: str, answer: str | None
) -> None:
    name, text = told
    dialogue = Dialogue.from_json(stored if isinstance(stored, dict) else {})
    identity = Identity(status, 0, ("dob", "postcode"), answer, ("dob",) if answer else ())
    step = route.next_step(
        situation(
            text, intent, identity=identity, dialogue=dialogue, confidence=confidence, borrower_name=name
        )
    )

    assert not discloses(step)
    assert not any(effects(step, kind) for kind in (ConfirmPromises, DraftPromises, Verified))


def test_a_thread_that_was_proven_is_theirs_no_more() -> None:
    step = route.next_step(situation("this is Grace's husband. he says hi, Grace", "ask_balance"))

    assert obliged(step) == ["third_party"]
    assert keys(step) == ["opening.until_back"]
    assert effects(step, CancelPromises)


def test_the_right_fact_from_somebody_else_proves_nothing() -> None:
    identity = Identity("unverified", 0, ("dob",), "right", ("dob",))
    step = route.next_step(situation("I'm her husband, 1990-01-30", "affirm", identity=identity))

    assert obliged(step) == ["third_party"]
    assert not effects(step, Verified)


@pytest.mark.parametrize(
    "flood",
    [
        "this is my ",
        "soy la ",
        "我是他",
        "my mum is asleep ",
        "he left his ",
        "is she ",
        "why are you texting ",
        "my wife's ",
        "balance on ",
        "why do you ",
        "为什么发",
        "他，",
        "帮我妈",
    ],
)
def test_long_messages_are_read_in_time(flood: str) -> None:
    began = time.process_time()
    speaks(flood * (4000 // len(flood)), "Grace Okafor")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "text",
    """she died, 1990-01-30|not grace 1990-01-30|1990-01-30 ask my lawyer|no soy yo, 30/01/1990|不是我，1990-01-30|佢過咗身 19900130|her birthday is 1990-01-30|1990-01-30 that's my wife's birthday|le contesto por mi esposa: 30/1/1990""".split(
        "|"
    ),
)
def test_a_right_fact_told_with_a_denial_a_death_or_a_lawyer_proves_nothing(text: str) -> None:
    identity = Identity("unverified", 0, ("dob",), "right", ("dob",))
    dialogue = Dialogue(asked="identity", about="opening", draft={"kind": "dob"})

    for intent in ("affirm", "deceased", "attorney_represented", "out_of_scope"):
        step = route.next_step(situation(text, intent, identity=identity, dialogue=dialogue))
        assert not effects(step, Verified)
        assert not discloses(step)


def test_what_stands_between_names_is_no_name() -> None:
    assert not speaks("puedo pagar por los dos meses", "María de los Ángeles Ruiz")
    assert speaks("no soy Ángeles", "María de los Ángeles Ruiz")


@pytest.mark.parametrize(("name", "text"), _each(OTHERS))
def test_a_question_beside_is_never_answered_to_somebody_else(name: str, text: str) -> None:
    for intent in ("promise_to_pay", "contact_preference", "affirm", "thank"):
        step = route.next_step(
            situation(f"{text}. how much do i owe? when is it late?", intent, borrower_name=name)
        )

        assert not discloses(step)
