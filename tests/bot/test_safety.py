"""Plain-language rules: what must be heard, beside what only sounds like it."""

from __future__ import annotations

import pytest

from bot.understanding import safety
from bot.understanding.ontology import INTENTS, SAFETY


@pytest.fixture(scope="module")
def rules():
    return safety.load(INTENTS)


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("crisis", "I want to die"),
        ("crisis", "honestly i dont want to live anymore"),
        ("crisis", "this rate is killing me, i want to kill myself"),
        ("crisis", "我真的不想活了"),
        ("crisis", "我不想 活 了"),
        ("crisis", "做人冇意思，唔想做人"),
        ("crisis", "ya no quiero vivir"),
        ("crisis", "me voy a matar"),
        ("crisis", "took the whole packet just now. bye"),
        ("crisis", "im standing at the edge of the car park top level"),
        ("crisis", "my ex is outside with a bat banging the door"),
        ("crisis", "i ate all of mums insulin"),
        ("crisis", "ive written letters to my kids for after"),
        ("crisis", "yes. ill be in a box by then anyway so take it"),
        ("crisis", "ya me tomé todo el frasco"),
        ("crisis", "mi marido está afuera con un bate gritando"),
        ("crisis", "me aprieta el cuello cuando le digo de las deudas"),
        ("crisis", "安眠药我全吞了"),
        ("crisis", "全部吞晒 再見"),
        ("crisis", "老公又掐我頸"),
        ("deceased", "he passed away in march"),
        ("deceased", "机主已经去世了"),
        ("deceased", "佢過咗身"),
        ("deceased", "mi esposo falleció en enero"),
        ("bankruptcy", "I filed chapter 7"),
        ("bankruptcy", "已经申请个人破产"),
        ("bankruptcy", "法院裁定更生程序了"),
        ("bankruptcy", "me declaré en bancarrota"),
        ("attorney_represented", "talk to my lawyer"),
        ("attorney_represented", "有事联系我的律师"),
        ("attorney_represented", "hable con mi abogado"),
        ("cease_contact", "Cease and desist."),
        ("cease_contact", "停止一切联系"),
        ("cease_contact", "no me contacten nunca más"),
        ("opt_out", "take me off this list"),
        ("opt_out", "请帮我退订"),
        ("opt_out", "ya no me manden mensajes"),
        ("opt_in", "sign me back up"),
        ("opt_in", "恢复短信提醒"),
        ("wrong_party", "you have the wrong number"),
        ("wrong_party", "你找错人了"),
        ("wrong_party", "搵錯人啦"),
        ("wrong_party", "número equivocado"),
        ("dispute_debt", "I never took out a loan"),
        ("dispute_debt", "我没借过钱"),
        ("dispute_debt", "esa deuda no es mía"),
    ],
)
def test_what_must_be_heard(rules, intent, text):
    heard = rules.hear(text)
    assert intent in heard.spoken_for or heard.settled == intent


@pytest.mark.parametrize(
    "text",
    [
        "this interest rate is killing me",
        "my boss is killing me lol",
        "I'm dead tired, will pay friday",
        "my phone died",
        "笑死我了",
        "累死了今天",
        "跳楼价吗",
        "me muero de hambre",
        "攰到死，聽日先還",
        "shoot me an email",
        "ate the whole box of donuts just now",
        "my ex is outside with the kids",
        "im on the top level of the car park",
        "药都吃完了 没钱再买",
        "mi ex está afuera con los niños",
    ],
)
def test_figures_of_speech_are_no_crisis(rules, text):
    heard = rules.hear(text)
    assert "crisis" not in heard.spoken_for
    assert heard.settled != "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "don't stop texting me, I need the link",
        "stop texting me at work",
        "I can't stop thinking about it",
        "不要退订",
        "上班时间别发短信",
        "no quiero darme de baja",
        "can i stop by your office",
    ],
)
def test_no_stop_is_heard_where_none_is_meant(rules, text):
    heard = rules.hear(text)
    assert heard.settled is None
    assert "opt_out" not in heard.spoken_for


@pytest.mark.parametrize(
    "text",
    ["STOP", "stop.", "S T O P", "Stoooop!!", "退订", "退訂", "TD", "td。", "BAJA", "¡Alto!", "unsubscribe"],
)
def test_a_stop_word_alone_is_settled(rules, text):
    assert rules.hear(text).settled == "opt_out"


def test_no_rule_reaches_past_the_safety_intents(rules):
    assert {rule.intent for rule in rules._rules} <= set(SAFETY)


def test_every_language_has_its_file():
    assert {path.stem for path in safety.FOLDER.glob("*.yml")} == {"en", "es", "zh-Hans", "zh-Hant"}


def test_an_unknown_kind_of_phrase_is_refused():
    with pytest.raises(ValueError, match="sometimes"):
        safety.rules_of({"crisis": {"sometimes": ["x"]}})


def test_brackets_that_do_not_close_are_refused():
    with pytest.raises(ValueError, match="close"):
        safety.pattern("(a/b")


@pytest.mark.parametrize(
    ("phrase", "text", "heard"),
    [
        ("(stop/quit) it", "please quit it now", True),
        ("(stop/quit) it", "bestop it", False),
        ("call … lawyer", "call up my new lawyer", True),
        ("call … lawyer", "call me ; no lawyer", False),
        ("不想(再/)活", "我不想活了", True),
        ("找 iva 律师", "deactivated 找律师", False),
    ],
)
def test_how_phrases_are_read(phrase, text, heard):
    assert bool(safety.either([phrase]).search(text)) is heard


def test_what_excuses_a_phrase_in_one_writing_of_a_language_excuses_it_in_the_other() -> None:
    simplified = {"wrong_party": {"surely": ["找错人"]}}
    traditional = {"wrong_party": {"unless": ["沒找錯"]}}

    (rule,) = safety.rules_of(safety.joined([simplified, traditional]))

    assert rule.speaks("找错人")
    assert not rule.speaks("没找错人")
