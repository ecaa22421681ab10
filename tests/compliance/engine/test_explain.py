"""Decisions in words: every reason a rule can give has a text in every language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

import compliance.engine
from compliance.engine import decide, explain, standard
from compliance.engine.explain import REASONS, reason, reasons
from compliance.facts import from_line
from core.languages import DEFAULT_LANGUAGE, LANGUAGES

OTHERS = [language for language in LANGUAGES if language != DEFAULT_LANGUAGE]
ENGINE = Path(compliance.engine.__file__).parent


def _text(node: ast.expr) -> str | None:
    """The text of a literal, `{}` for what is filled in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _said_in_code() -> set[str]:
    """The first argument of every objection, and the reasons that are handed on to one."""
    found: set[str | None] = {"there is no pack of rules for this place"}
    for path in sorted(ENGINE.glob("checks_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                if name in ("Objection", "_resting", "_unless_open"):
                    found |= {
                        _text(argument)
                        for argument in (node.args[:1] if name == "Objection" else node.args[2:])
                    }
            elif (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id == "why"
            ):
                found.add(_text(node.value))
    return {text for text in found if text is not None}


def _said_in_packs() -> set[str]:
    rules = [
        rule
        for path in sorted((ENGINE.parent / "packs").glob("*.yaml"))
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
    ]
    return {rule["with"]["why"] for rule in rules if rule["check"] == "never"}


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_has_a_text(language: str) -> None:
    said = _said_in_code() | _said_in_packs()
    assert len(said) > 60
    assert set(reasons(language)) == said


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_keeps_the_place_of_what_is_filled_in(language: str) -> None:
    wrong = {
        english: text
        for english, text in reasons(language).items()
        if english.count("{}") != text.count("{}")
    }
    assert wrong == {}


def test_there_are_no_texts_of_a_language_we_do_not_speak() -> None:
    assert {path.stem for path in REASONS.glob("*.yaml")} == set(OTHERS)


@pytest.mark.parametrize(
    ("why", "language", "text"),
    [
        ("the limit of 3 is reached", "es", "se alcanzó el límite de 3"),
        ("a hold runs until 2026-12-15", "zh-Hans", "暂停期至 2026-12-15 为止"),
        ("fewer than 60 days have passed", "zh-Hant", "尚不足 60 天"),
        ("the draft lacks opt out line", "es", "al borrador le falta: opt out line"),
        (
            "the co-debtor stay of chapter 13 holds",
            "es",
            "rige la suspensión del capítulo 13 para codeudores",
        ),
        (
            "the 24-hour window of the platform is closed and no template is approved",
            "es",
            "la ventana de 24 horas de la plataforma está cerrada y no hay plantilla aprobada",
        ),
        ("a reason of a pack that somebody just wrote", "es", "a reason of a pack that somebody just wrote"),
    ],
)
def test_a_reason_is_put_into_words(why: str, language: str, text: str) -> None:
    assert reason(why, language) == text
    assert reason(why, DEFAULT_LANGUAGE) == why


def test_a_decision_is_explained_in_one_language() -> None:
    line = {
        "jurisdiction": "US",
        "channel": "sms",
        "recipient_tz": "America/New_York",
        "now_utc": "2026-11-18T06:00:00Z",
    }
    words = explain(decide(*from_line(line)), "zh-TW")
    reference = standard().rule("us-federal.waking-hours").reference
    assert words.splitlines() == [
        "現在不能發送，2026-11-18T13:00:00Z 起允許。",
        words.splitlines()[1],
        f"- defer: 在對方所在地的允許時段之外 (us-federal.waking-hours; {reference})",
    ]
    assert words.splitlines()[1].startswith("訊息必須包含：")
