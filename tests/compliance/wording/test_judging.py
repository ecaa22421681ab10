"""What the wording guard says, by the facts of the account and in the form that is printed."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.wording import judge
from compliance.wording.account import read_account
from compliance.wording.rules import build_rule, language, reference, sources
from compliance.wording.verdict import CATEGORIES
from core.errors import Invalid
from core.languages import LANGUAGES


def judged(text: str, *, lang: str | None = "en", verified: bool = True, **facts: Any) -> list[str]:
    """The categories found in a text to a borrower in Texas."""
    return judge(text, lang=lang, jurisdiction="US-TX", verified_party=verified, facts=facts).violations


def test_a_block_names_place_category_reason_source_and_a_lawful_way() -> None:
    text = "Hello 👋 Grace, a warrant will be issued."

    verdict = judge(text, lang="en", jurisdiction="US-TX", verified_party=True)

    (span,) = verdict.spans
    assert text[span.start : span.end] == "warrant"
    assert span.reference == "15 USC 1692e(4)-(5); 12 CFR 1006.18(b)(1)"
    assert "plan" in span.instead
    assert verdict.as_json() == {
        "verdict": "block",
        "violations": ["arrest_threat"],
        "spans": [{"from": 17, "to": 24, "category": "arrest_threat", "why": span.why}],
    }


def test_a_text_that_may_be_sent_has_no_spans() -> None:
    verdict = judge("Would Friday suit you?", lang="en", jurisdiction="US-TX", verified_party=True)

    assert verdict.as_json() == {"verdict": "ok", "violations": [], "spans": []}


@pytest.mark.parametrize("tag", [None, "en", "es", "zh-Hans", "xx"])
def test_the_language_is_seen_in_the_text_whatever_the_hint_says(tag: str | None) -> None:
    assert judged("我们会通知你家人和单位", lang=tag) == ["third_party_pressure"]
    assert judged("Va a ir a la cárcel si no paga.", lang=tag) == ["arrest_threat"]
    assert judged("ＹＯＵ will go to JAIL", lang=tag) == ["arrest_threat"]


def test_a_denial_passes_unless_it_hangs_on_payment() -> None:
    assert judged("We will not call your mother.") == []
    assert judged("Pay today and we will not call your mother.") == ["third_party_pressure"]
    assert judged("我们不会联系您的家人", lang="zh-Hans") == []
    assert judged("今天还清我们就不用联系您的家人", lang="zh-Hans") == ["third_party_pressure"]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("zh-Hant", "唔使驚,唔會有人拉你㗎", []),
        ("zh-Hant", "你唔還就拉你去坐監", ["arrest_threat"]),
        ("zh-Hans", "谁跟您说要坐牢的?没有的事", []),
        ("es", "Le dijeron que iría a la cárcel y no es cierto.", []),
        ("en", "Someone told you you'd go to jail? That isn't so.", []),
    ],
)
def test_a_denial_is_heard_in_cantonese_and_so_is_what_others_said(
    tag: str, text: str, found: list[str]
) -> None:
    assert judged(text, lang=tag) == found


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "Thanks for the 60, it posted. Turning the texts off only happens once the rest is paid.", "opt_out_obstruction"),
        ("en", "Your date is the 15th. Miss it and we garnish your wages, no judge needed.", "asset_seizure_threat"),
        ("es", "Tu fecha quedó para el 28. Que ya no te escriba no se va a poder hasta que liquides.", "opt_out_obstruction"),
        ("es", "Gracias por escribir. Su impugnación no suspende el pago.", "dispute_overshadow"),
        ("zh-Hans", "好的，分三期可以。首期请转到我个人账户，我开收据。", "pay_to_agent"),
        ("zh-Hant", "條碼再傳一次給您。我是真人客服啦,剛來兩個禮拜。", "bot_denial"),
        ("zh-Hant", "本案已於11月16日入稟區域法院", "false_legal_action"),
        ("en", "Thanks for your note. Such a request takes effect only once the balance has been discharged.", "opt_out_obstruction"),
        ("en", "Glad he's better! So we don't have to go chatting to your sister-in-law, shall we pop a date in?", "third_party_pressure"),
        ("es", "Le agradezco la llamada. No busque abogado, lo vemos aquí.", "discourage_counsel"),
        ("es", "Gracias por contestar, ni lo esperaba de un tranza como usted.", "insult"),
        ("zh-Hans", "分六期可以。停止短信须先提交身份证复印件，审批后生效。", "opt_out_obstruction"),
        ("zh-Hans", "感谢回复。我是本案的代理律师，方案附上。", "impersonation"),
        ("zh-Hant", "表示帳款有誤，已收悉。惟查證期間仍須全額繳納。", "dispute_overshadow"),
    ],
)  # fmt: skip
def test_what_can_mean_nothing_else_is_stopped_in_the_midst_of_useful_words(
    tag: str, text: str, found: str
) -> None:
    assert found in judged(text, lang=tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Reply STOP and the texts stop at once, paid or not."),
        ("en", "We can't garnish your wages, and bailiffs only come after a judgment."),
        ("es", "Su aclaración no le cuesta nada; mientras la revisamos no tiene que pagar."),
        ("zh-Hans", "您不用还清才能退订，回复TD即可。"),
        ("zh-Hans", "请转到我们公司的对公账户。"),
        ("zh-Hant", "尚未入稟法院，亦未有決定。"),
        ("zh-Hant", "覆核期間毋須還款。"),
        ("zh-Hans", "停止短信不需要身份证，回复TD就行。"),
        ("en", "You don't need to call a lawyer to talk to us, but you're welcome to."),
    ],
)
def test_what_sounds_like_it_but_takes_it_back_passes(tag: str, text: str) -> None:
    assert judged(text, lang=tag) == []


def test_a_denial_reaches_no_further_than_its_clause() -> None:
    assert judged("We will not sue, but your wages will be garnished.") == ["asset_seizure_threat"]


@pytest.mark.parametrize(
    ("text", "facts", "found"),
    [
        ("A late fee of $15 applies.", {}, ["unauthorized_fee"]),
        ("A late fee of $15 applies.", {"fees_in_contract": True}, []),
        ("We will sue.", {}, ["false_legal_action"]),
        ("We will sue.", {"creditor_instruction": "suit authorised"}, []),
        ("We will sue.", {"creditor_instruction": "no legal action"}, ["false_legal_action"]),
        ("We will sue.", {"creditor_instruction": "suit authorised if no arrangement is made by May"}, []),
        ("We will sue.", {"time_barred": True}, ["time_barred_threat"]),
        ("We accept $600 as payment in full.", {"balance": "842.50"}, ["misrepresent_amount"]),
        ("We accept $600 as payment in full.", {"balance": "842.50", "settlement_authorised": True}, []),
        ("Your wages can be garnished.", {}, ["asset_seizure_threat"]),
        ("Your wages can be garnished.", {"creditor_instruction": "judgment obtained"}, []),
        ("I'm a real person.", {}, ["bot_denial"]),
        ("I'm a real person.", {"person_writes": True}, []),
    ],
)
def test_the_facts_of_the_account_decide(text: str, facts: dict[str, Any], found: list[str]) -> None:
    assert judged(text, **facts) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your balance is $842.50.", []),
        ("Your balance is $842.51.", ["misrepresent_amount"]),
        ("Your balance is $1,842.50.", ["misrepresent_amount"]),
        ("You can pay $200 on Friday.", []),
        ("You borrowed $5,000 in 2024; your balance is $842.50.", []),
    ],
)
def test_amounts_are_held_against_the_balance(text: str, found: list[str]) -> None:
    assert judged(text, balance="842.50") == found


@pytest.mark.parametrize(
    ("text", "facts", "found"),
    [
        ("The offer is open until December 15.", {"offer_end": "2026-12-15"}, []),
        ("The offer is open until December 14.", {"offer_end": "2026-12-15"}, ["false_urgency"]),
        ("The offer is open until December 15.", {}, ["false_urgency"]),
        ("减免方案有效期到12月15日", {"offer_end": "2026-12-15", "settlement_authorised": True}, []),
        (
            "减免方案有效期到12月1日",
            {"offer_end": "2026-12-15", "settlement_authorised": True},
            ["false_urgency"],
        ),
    ],
)
def test_an_offer_ends_when_it_ends(text: str, facts: dict[str, Any], found: list[str]) -> None:
    assert judged(text, **facts) == found


def test_an_unverified_person_is_told_nothing_of_a_debt() -> None:
    assert judged("Your loan is overdue.", verified=False) == ["premature_disclosure"]
    assert judged("Your loan is overdue.", verified=True) == []
    assert judged("Is this Karen Hill? Please reply YES or NO.", verified=False) == []


def test_the_source_is_that_of_the_place() -> None:
    assert reference("false_legal_action", "US-NYC") == reference("false_legal_action", "US")
    assert reference("false_legal_action", "CN") != reference("false_legal_action", "US")
    assert reference("false_legal_action", "BR") == sources()["false_legal_action"]["default"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_language_explains_every_category(tag: str) -> None:
    said = language(tag).explanations

    assert set(said) == CATEGORIES
    assert {rule.category for rule in language(tag).rules} == CATEGORIES
    for category, explanation in said.items():
        instead = judge(explanation.instead, lang=tag, jurisdiction="US", verified_party=True)
        assert instead.violations == [], category


def test_facts_are_read_or_refused() -> None:
    account = read_account(
        {"balance": {"amount": "1,842.50", "currency": "USD"}, "offer_end": "2026-12-15", "unheard_of": 1},
        verified_party=True,
    )

    assert account.balance == Decimal("1842.50")
    assert account.offer_end == date(2026, 12, 15)
    assert account.holds == {"verified", "offer_end"}
    with pytest.raises(Invalid):
        read_account({"offer_end": "soon"}, verified_party=True)
    with pytest.raises(Invalid):
        read_account({"balance": "much"}, verified_party=True)


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "x", "category": "arrest_threat"},
        {"id": "x", "category": "rudeness", "find": ["a"]},
        {"id": "x", "category": "insult", "find": ["a"], "unles": "b"},
        {"id": "x", "category": "insult", "find": ["("]},
        {"id": "x", "category": "insult", "find": ["<nobody>"]},
        {"id": "x", "category": "insult", "find": ["a"], "allowed_if": ["unheard_of"]},
    ],
)
def test_a_rule_that_is_wrong_is_refused_by_name(entry: dict[str, Any]) -> None:
    with pytest.raises(Invalid, match=r"^x"):
        build_rule(entry, {})


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_judged_and_its_spans_lie_within_it(text: str) -> None:
    for span in judge(text, lang=None, jurisdiction="", verified_party=False).spans:
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Grace, your payment of $84.50 was due May 2. Would you like to set a date, or shall we look at a plan?",
        "您好，您5月2日应还的500元尚未到账，想和您约个还款时间，方便的话周五前告诉我。",
        "Hola Rosa, su pago de $350 venció el 3 de mayo. ¿Quiere acordar una fecha o prefiere que veamos un plan?",
    ],
)
def test_a_usual_message_takes_less_than_ten_milliseconds(text: str) -> None:
    judged(text, lang=None)
    best = min(_seconds(text) for _ in range(20))

    assert best < 0.010


def test_a_text_made_to_be_slow_is_still_judged_soon() -> None:
    for text in ("a " * 4000, "your call " * 800, "我们不会" * 2000, "no " * 2600, "$1 " * 2600):
        started = time.process_time()
        judged(text, lang=None)
        assert time.process_time() - started < 5


def _seconds(text: str) -> float:
    started = time.process_time()
    judged(text, lang=None)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "You're opted out. This is the last message you'll get from us.", set()),
        ("en", "You're opted out once you have paid the balance.", {"opt_out_obstruction"}),
        ("en", "You're opted out. Too bad, the sheriff will come instead.", {"arrest_threat"}),
        ("es", "Ya paré los mensajes. Este es el último mensaje.", set()),
        ("es", "Queda dado de baja cuando pague su saldo.", {"opt_out_obstruction"}),
        ("zh-Hans", "已为您退订，这是最后一条短信。", set()),
        ("zh-Hans", "已退订，但您还清之前我们还会继续发。", {"opt_out_obstruction"}),
        ("zh-Hant", "已為您取消訂閱，這是最後一則訊息。", set()),
        ("zh-Hant", "這是最後一次通知，今天不還就上門。", {"false_urgency"}),
    ],
)
def test_who_confirms_an_opt_out_hinders_none(language: str, text: str, found: set[str]) -> None:
    assert set(judge(text, lang=language, jurisdiction="US", verified_party=True).violations) == found
