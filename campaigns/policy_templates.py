"""Texts that platforms have approved for use outside their session windows: what a table may say of them.

Sources: Twilio, "Using variables with Content API" and error 63021 (a WhatsApp template has 1,024 characters at most);
WeChat, 发送模板消息 and 发送订阅通知.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from campaigns.tables import Path, Table
from catalogue import entries
from catalogue.rendering import texts
from compliance.parts import ALL, OPT_OUT_LINE, WHO_WRITES
from core.languages import LANGUAGES
from core.messages import Channel
from core.policy import Template, TemplateKind

# Channels with a session window, and how their platforms name a template.
IDS: Mapping[str, tuple[re.Pattern[str], str]] = {
    Channel.WHATSAPP: (
        re.compile(r"HX[0-9a-fA-F]{32}"),
        "Take the Content SID: HX and 32 digits or letters.",
    ),
    Channel.WECHAT: (
        re.compile(r"[A-Za-z0-9_-]{20,64}"),
        "Take the template id (模板ID) of the account's list.",
    ),
}
FIELDS = ("id", "text", "fill", "carries", "kind")
# What every text may name beside its own parameters.
COMMON = ("lender", "phone", "website")
LONGEST_WHATSAPP = 1024
_BLANK = re.compile(r"\{\{\s*(\w{1,32})(?:\.DATA)?\s*\}\}")


def blanks(text: str) -> tuple[str, ...]:
    """The names of a template's blanks in order, each once."""
    return tuple(dict.fromkeys(_BLANK.findall(text)))


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """The template's text with its blanks filled."""
    return _BLANK.sub(lambda blank: values[blank[1]], text)


def parameters(key: str, language: str) -> frozenset[str]:
    """What the catalogue's text `key`, in any of its stages, is told when it is said."""
    said = texts(language)
    own = [text for name, text in said.items() if name.partition("@")[0] == key]
    return frozenset(name for text in own for _, name, _, _ in Formatter().parse(text) if name)


def check(table: Table, path: Path, value: Any) -> None:
    """Note what is wrong with the field `templates`."""
    for channel, by_key in _each(table, path, value, "a channel and its templates"):
        if channel not in IDS:
            remedy = f"Only {' and '.join(IDS)} ask for templates."
            table.wrong((*path, channel), "has no session window.", remedy)
            continue
        for key, by_language in _each(table, (*path, channel), by_key, "a text of the catalogue"):
            at = (*path, channel, key)
            if key not in entries():
                table.wrong(at, "is not in the catalogue.", "Use the key of one of its texts.")
                continue
            for language, declared in _each(table, at, by_language, "a language"):
                if language not in LANGUAGES:
                    table.wrong((*at, language), "is not a language.", f"Use {', '.join(LANGUAGES)}.")
                else:
                    _template(table, (*at, language), declared)


def _each(table: Table, path: Path, value: Any, what: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, Mapping) or not value:
        table.wrong(path, "holds nothing.", f"Write {what} under it.")
        return
    yield from ((str(name), inner) for name, inner in value.items())


def _template(table: Table, path: Path, declared: Any) -> None:
    if not isinstance(declared, Mapping):
        table.wrong(path, "is not a template.", f"Give it fields: {', '.join(FIELDS)}.")
        return
    for name in declared:
        if name not in FIELDS:
            table.wrong(
                (*path, str(name)), "is not a field of a template.", f"Known are {', '.join(FIELDS)}."
            )
    shape, remedy = IDS[path[1]]
    if not isinstance(declared.get("id"), str) or not shape.fullmatch(declared["id"]):
        table.wrong((*path, "id"), "is not the platform's id of a template.", remedy)
    if declared.get("kind", TemplateKind.APPROVED) not in set(TemplateKind):
        table.wrong((*path, "kind"), "is not known.", f"Use {' or '.join(TemplateKind)}.")
    elif declared.get("kind") == TemplateKind.SUBSCRIBED and path[1] != Channel.WECHAT:
        table.wrong((*path, "kind"), "is WeChat's alone.", "Leave it out.")
    carried = declared.get("carries") or []
    if not isinstance(carried, list) or not set(map(str, carried)) <= ALL:
        table.wrong(
            (*path, "carries"),
            "names what no message has to carry.",
            f"Use some of {', '.join(sorted(ALL))}.",
        )
    _text(table, path, declared.get("text"), declared.get("fill") or {})


def _text(table: Table, path: Path, text: Any, fill: Any) -> None:
    if not isinstance(text, str) or not text.strip():
        remedy = "Copy the text as the platform approved it, with its blanks."
        table.wrong((*path, "text"), "is missing: it is kept with every message that is sent by it.", remedy)
        return
    if path[1] == Channel.WHATSAPP and len(text) > LONGEST_WHATSAPP:
        table.wrong(
            (*path, "text"), f"has more than {LONGEST_WHATSAPP} characters.", "Shorten it there and here."
        )
    if not isinstance(fill, Mapping):
        table.wrong((*path, "fill"), "is not a table of blanks.", 'Write it as {"1": name}.')
        return
    named, filled = set(blanks(text)), {str(blank) for blank in fill}
    for blank in sorted(named - filled):
        table.wrong((*path, "fill"), f"leaves the blank {blank} empty.", "Say what goes there.")
    for blank in sorted(filled - named):
        table.wrong(
            (*path, "fill", blank), "is no blank of the text.", "Write the text with its blanks: {{1}}."
        )
    if path[1] == Channel.WHATSAPP:
        _numbers(table, path, named)
    known = parameters(path[2], path[3]) | set(COMMON)
    for blank, parameter in fill.items():
        if parameter not in known:
            remedy = f"{path[2]} is told {', '.join(sorted(known))}."
            table.wrong((*path, "fill", str(blank)), "is filled with what that text is not told.", remedy)


def _numbers(table: Table, path: Path, named: set[str]) -> None:
    """WhatsApp wants blanks numbered from 1 without a gap (63028)."""
    numbers = sorted(int(blank) for blank in named if blank.isdecimal())
    if numbers != list(range(1, len(numbers) + 1)):
        table.wrong(
            (*path, "text"), "does not number its blanks from 1 on.", "Number them as approved: {{1}}, {{2}}."
        )


def meaning(table: Table) -> None:
    """Note what each template, right by itself, leaves unsaid; call it on a table whose fields are right."""
    declared = read(table.values.get("templates"))
    names: Mapping[str, str] = table.values["names"]
    agencies: Mapping[str, str] = table.values.get("agency") or {}
    for (channel, key, language), template in declared.items():
        path = ("templates", channel, key, language)
        name = names.get(language) or names["en"]
        agency = agencies.get(language) or agencies.get("en")
        says_who = name in template.text or "lender" in template.fill.values()
        says_who = says_who or bool(agency and agency in template.text)
        if WHO_WRITES in template.carries and not says_who:
            remedy = "Put the name into the approved text, or take who_writes out."
            table.wrong(
                (*path, "carries"), f"says who writes, and {name} does not stand in the text.", remedy
            )
        if OPT_OUT_LINE not in template.carries:
            what = "carries no opt-out line: it will not go where the rules ask for one."
            table.wrong(path, what, "Add the line to the approved text, and to `carries`.", warning=True)
    for channel in sorted({channel for channel, _, _ in declared}):
        if not any(on == channel and key == "opening.hello" for on, key, _ in declared):
            what = "has none of opening.hello, which is said first to whoever is not verified yet."
            table.wrong(("templates", channel), what, "Let one be approved.", warning=True)


def read(value: Any) -> dict[tuple[str, str, str], Template]:
    """The templates of a field that `check` found right, by channel, key and language."""
    return {
        (str(channel), str(key), str(language)): Template(
            id=declared["id"],
            text=declared["text"],
            fill={str(blank): str(name) for blank, name in (declared.get("fill") or {}).items()},
            carries=frozenset(declared.get("carries") or ()),
            kind=TemplateKind(declared.get("kind", TemplateKind.APPROVED)),
        )
        for channel, by_key in (value or {}).items()
        for key, by_language in by_key.items()
        for language, declared in by_language.items()
    }
