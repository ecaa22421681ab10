"""What a policy table says of approved templates, and how each mistake in it is told."""

from __future__ import annotations

import pytest

from campaigns.policies import FOLDER, parse
from campaigns.policy_templates import blanks, filled_in, parameters
from core.policy import Template, TemplateKind

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")
TABLE = """\
templates:
  whatsapp:
    opening.hello:
      en:
        id: HX0123456789abcdef0123456789abcdef
        text: "Hello, this is the automated assistant of Riverbank with a message for {{1}}. Reply STOP to opt out."
        fill: {"1": name}
        carries: [who_writes, opt_out_line]
  wechat:
    reminder.pre_due:
      zh-Hans:
        id: iPk5sOIt5X_flOVKn5GrTFpncEYTojx6ddbt8WYoV5s
        kind: subscribed
        text: "还款提醒 {{thing1.DATA}} {{amount2.DATA}} {{date3.DATA}}"
        fill: {thing1: lender, amount2: amount, date3: day}
        carries: [who_writes, opt_out_line]
"""


def found(table: str) -> list[tuple[str, str]]:
    _, read = parse("riverbank", (GOOD + table).encode())
    return [(problem.field, problem.what) for problem in read.errors]


def warned(table: str) -> list[str]:
    _, read = parse("riverbank", (GOOD + table).encode())
    return [problem.field for problem in read.problems if problem.warning]


def test_a_good_table_gives_its_templates_by_channel_text_and_language() -> None:
    policy, table = parse("riverbank", (GOOD + TABLE).encode())

    assert policy is not None
    assert table.errors == []
    hello = policy.templates["whatsapp", "opening.hello", "en"]
    assert (hello.id[:2], hello.fill, hello.kind) == ("HX", {"1": "name"}, TemplateKind.APPROVED)
    assert policy.templates["wechat", "reminder.pre_due", "zh-Hans"].kind is TemplateKind.SUBSCRIBED
    assert len(policy.templates) == 2


def test_a_table_without_templates_has_none() -> None:
    policy, _ = parse("riverbank", GOOD.encode())

    assert policy is not None
    assert policy.templates == {}


@pytest.mark.parametrize(
    ("now", "then", "field", "what"),
    [
        ("  whatsapp:", "  sms:", "sms", "has no session window"),
        ("opening.hello:", "opening.rude:", "whatsapp.opening.rude", "is not in the catalogue"),
        ("      en:", "      de:", "opening.hello.de", "is not a language"),
        ("id: HX01", "id: HX0", "opening.hello.en.id", "is not the platform's id"),
        ("id: iPk5", "id: 5", "", ""),
        ("kind: subscribed", "kind: often", "zh-Hans.kind", "is not known"),
        (
            '        fill: {"1": name}',
            '        kind: subscribed\n        fill: {"1": name}',
            "en.kind",
            "is WeChat's alone",
        ),
        ("carries: [who_writes, opt_out_line]", "carries: [music]", "en.carries", "names what no message"),
        ("{{1}}", "you", "fill.1", "is no blank of the text"),
        ("{{1}}", "{{1}} and {{2}}", "en.fill", "leaves the blank 2 empty"),
        ("{{1}}. ", "{{2}}. ", "en.text", "does not number its blanks"),
        ('{"1": name}', '{"1": amount}', "fill.1", "is filled with what that text is not told"),
        ('        text: "Hello', '        words: "Hello', "en.text", "is missing"),
        ("of Riverbank with", "of a lender with", "en.carries", "does not stand in the text"),
        ("Reply STOP", "x" * 1024, "en.text", "has more than 1024 characters"),
    ],
)
def test_a_mistake_is_told_with_its_field(now: str, then: str, field: str, what: str) -> None:
    assert now in TABLE

    told = found(TABLE.replace(now, then, 1))

    if not what:
        assert told == []
        return
    assert any(name.endswith(field) and what in said for name, said in told), told


def test_what_a_template_leaves_unsaid_is_a_warning() -> None:
    assert warned(TABLE) == ["templates.wechat"]
    without_line = TABLE.replace("[who_writes, opt_out_line]", "[who_writes]", 1)
    assert "templates.whatsapp.opening.hello.en" in warned(without_line)


def test_blanks_are_those_of_both_platforms() -> None:
    text = "Hi {{1}}, {{ thing2.DATA }} and {{1}} again"

    assert blanks(text) == ("1", "thing2")
    assert filled_in(text, {"1": "Rosa", "thing2": "周五"}) == "Hi Rosa, 周五 and Rosa again"


def test_the_parameters_of_a_text_are_those_of_all_its_stages() -> None:
    assert parameters("reminder.open", "zh-Hans") == {"lender", "amount", "day"}
    assert parameters("opening.hello", "es") == {"lender", "name"}


def test_a_template_is_empty_of_assumptions() -> None:
    assert Template("HX", "Hello.") == Template("HX", "Hello.", {}, frozenset(), TemplateKind.APPROVED)
