"""Holds what was observed against what a step expects; every failed check says what was seen instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

# Words that let a reader know of a debt, in all languages (the sender's own name excepted).
DEBT_WORDS = re.compile(
    r"\b(debts?|owed?|owes|owing|overdue|past due|collect(ion|or|ing)?|loans?|balance|deudas?|adeud\w*|debe|cobr\w+"
    r"|pr[eé]stamos?|vencid\w+|saldo)\b|欠款|逾期|贷款|貸款|还款|還款|催收|债|債|待还",
    re.IGNORECASE,
)


_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def failures(expect: Mapping[str, Any], seen: Mapping[str, Any], *, owed: Decimal) -> list[str]:
    """What of `expect` does not hold; empty when all does. `intent` is soft and not among them."""
    found = []
    for name, wanted in expect.items():
        if name == "intent":
            continue
        complaint = (
            _discloses(wanted, seen, owed) if name == "discloses_debt" else _CHECKS[name](wanted, seen)
        )
        if complaint:
            found.append(f"{name}: {complaint}")
    return found


def _any(wanted: Any) -> list[Any]:
    return list(wanted) if isinstance(wanted, list | tuple) else [wanted]


def _texts(seen: Mapping[str, Any]) -> str:
    return "\n".join(reply["text"] or "" for reply in seen["replies"])


def _all_of(seen: Mapping[str, Any], name: str) -> set[str]:
    return {item for reply in seen["replies"] for item in reply[name]}


def _equal(name: str) -> Callable[[Any, Mapping[str, Any]], str | None]:
    return lambda wanted, seen: None if seen[name] in _any(wanted) else f"wanted {wanted}, saw {seen[name]}"


def _discloses(wanted: bool, seen: Mapping[str, Any], owed: Decimal) -> str | None:
    text = _texts(seen)
    figures = re.sub(r"(?<=\d),(?=\d\d\b)", ".", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text))
    amount = f"{owed:.2f}"
    says_amount = amount in figures or amount.removesuffix(".00") in figures
    if wanted:
        return None if says_amount else "the amount is not stated"
    word = DEBT_WORDS.search(text)
    if word:
        return f"says {word[0]!r}"
    if says_amount or any(reply["discloses"] for reply in seen["replies"]):
        return "speaks of the debt"
    return None


def _asks_for(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    asked = _all_of(seen, "asks")
    return None if asked & set(_any(wanted)) else f"wanted any of {_any(wanted)}, asked {sorted(asked)}"


def _not_asks_for(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    asked = _all_of(seen, "asks") & set(_any(wanted))
    return f"asked {sorted(asked)}" if asked else None


def _offers(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    offered = _all_of(seen, "offers")
    return None if offered & set(_any(wanted)) else f"wanted any of {_any(wanted)}, offered {sorted(offered)}"


def _not_offers(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    offered = _all_of(seen, "offers") & set(_any(wanted))
    return f"offered {sorted(offered)}" if offered else None


def _flags_set(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    missing = set(_any(wanted)) - set(seen["flags"])
    return f"missing {sorted(missing)}, set are {seen['flags']}" if missing else None


def _flags_cleared(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    still = set(_any(wanted)) & set(seen["flags"])
    return f"still set {sorted(still)}" if still else None


def _escalated(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    for option in _any(wanted):
        for case in seen["escalations"]:
            if all(case.get(name) in _any(value) for name, value in option.items()):
                return None
    return f"wanted {wanted}, saw {seen['escalations']}"


def _not_escalated(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    return f"saw {seen['escalations']}" if wanted and seen["escalations"] else None


def _no_reply(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    return f"{len(seen['replies'])} replies" if bool(seen["replies"]) is bool(wanted) else None


def _replies(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    return None if len(seen["replies"]) in _any(wanted) else f"{len(seen['replies'])} replies"


def _blocked(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    entries = seen["outbound_blocked"]
    for option in _any(wanted):
        if option is True and any(entry["channel"] == "all" for entry in entries):
            return None
        if isinstance(option, str) and any(entry["channel"] in (option, "all") for entry in entries):
            return None
        if isinstance(option, Mapping) and any(
            _same_moment(entry["until"], option["until"]) for entry in entries
        ):
            return None
    return f"wanted {wanted}, saw {entries}"


def _same_moment(seen: str | None, wanted: Any) -> bool:
    at = wanted if isinstance(wanted, datetime) else datetime.fromisoformat(str(wanted))
    return seen is not None and datetime.fromisoformat(seen) == at


def _allowed(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    blocked = {entry["channel"] for entry in seen["outbound_blocked"]}
    return (
        None
        if any(channel not in blocked and "all" not in blocked for channel in _any(wanted))
        else f"blocked {blocked}"
    )


def _contains_any(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    text = _texts(seen).casefold()
    return (
        None
        if any(str(item).casefold() in text for item in _any(wanted))
        else f"none of {wanted} in {text!r}"
    )


def _contains_none(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    text = _texts(seen).casefold()
    there = [item for item in _any(wanted) if str(item).casefold() in text]
    return f"{there} in {text!r}" if there else None


def _contains_re(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    text = _texts(seen)
    return (
        None
        if any(re.search(str(item), text, re.IGNORECASE) for item in _any(wanted))
        else f"no match in {text!r}"
    )


def _reply_lang(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    languages = {reply["lang"] for reply in seen["replies"]}
    return None if languages and languages <= set(_any(wanted)) else f"saw {sorted(languages)}"


def _promise_count(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    live = [row for row in seen["promises"] if row["status"] in ("pending", "confirmed")]
    return None if len(live) in _any(wanted) else f"{len(live)} live promises"


def _records(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    complaints = [_record(option, seen) for option in _any(wanted)]
    return None if None in complaints else "; ".join(filter(None, complaints))


def _record(option: Mapping[str, Any] | str, seen: Mapping[str, Any]) -> str | None:
    if isinstance(option, str):
        return _nothing_of_money(seen) if option == "none" else f"no such record: {option}"
    for name, value in option.items():
        if name in ("promise", "promises"):
            for promise in _any(value):
                if not any(_matches(promise, row) for row in seen["promises"]):
                    return f"no promise {promise}, saw {seen['promises']}"
        elif not _matches(value, seen["records"].get(name)):
            return f"{name}: wanted {value}, saw {seen['records'].get(name)}"
    return None


def _nothing_of_money(seen: Mapping[str, Any]) -> str | None:
    money = [row for row in seen["promises"] if row["status"] in ("pending", "confirmed")]
    wrote = money or "paid_claim" in seen["records"]
    return f"wrote {money or seen['records']}" if wrote else None


def _matches(wanted: Any, seen: Any) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(seen, Mapping) and all(
            _matches(value, seen.get(name)) for name, value in wanted.items()
        )
    if isinstance(wanted, list):
        return seen in wanted or seen == wanted
    return str(wanted) == str(seen) or _same_figure(wanted, seen)


def _same_figure(wanted: Any, seen: Any) -> bool:
    """Whether both are the same amount, however many places it was written with: 6000 and 6000.00."""
    if not (_FIGURE.fullmatch(str(wanted)) and _FIGURE.fullmatch(str(seen))):
        return False
    return Decimal(str(wanted)) == Decimal(str(seen))


def _same_handler(wanted: Any, seen: Mapping[str, Any]) -> str | None:
    handlers = {case["handler"] for case in seen["escalations"] if case["handler"]}
    assigned = seen.get("assigned_agent")
    same = assigned is not None and assigned in handlers
    return None if same is bool(wanted) else f"goes to {sorted(handlers)}"


_CHECKS: dict[str, Callable[[Any, Mapping[str, Any]], str | None]] = {
    "identity": _equal("identity"),
    "asks_for": _asks_for,
    "not_asks_for": _not_asks_for,
    "records": _records,
    "flags_set": _flags_set,
    "flags_cleared": _flags_cleared,
    "escalated": _escalated,
    "not_escalated": _not_escalated,
    "collection_paused": _equal("collection_paused"),
    "outbound_blocked": _blocked,
    "outbound_allowed": _allowed,
    "no_reply": _no_reply,
    "replies": _replies,
    "offers": _offers,
    "not_offers": _not_offers,
    "contains_any": _contains_any,
    "contains_none": _contains_none,
    "contains_re": _contains_re,
    "reply_lang": _reply_lang,
    "promise_count": _promise_count,
    "same_handler": _same_handler,
}
