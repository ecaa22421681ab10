"""The fields of a policy table: what each may hold, and what to write where it holds something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from babel.core import get_global

from campaigns import policy_ladder, policy_templates
from campaigns.tables import Path, Table
from core.languages import LANGUAGES
from core.messages import Channel
from core.policy import PEOPLE_FOR

IDENTITY_FACTS = ("dob", "postcode", "id_last4")
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_BANK = ("holder", "bank", "number")
_CREDITOR = ("address", "tax_number")

type Check = Callable[[Table, Path, Any], None]


@cache
def currencies() -> frozenset[str]:
    """The currencies in use (ISO 4217), by Babel's copy of CLDR."""
    by_place = get_global("territory_currencies")
    return frozenset(
        code
        for used in by_place.values()
        for code, _, until, tender in used
        if until is None and tender and len(code) == 3
    )


def schema(table: Table) -> None:
    """Note every field that is unknown, missing or holds what it may not."""
    _fields(table, (), table.values, FIELDS, REQUIRED)


def _fields(
    table: Table, above: Path, values: Any, known: Mapping[str, Check], required: Iterable[str]
) -> None:
    if not isinstance(values, Mapping):
        table.wrong(above, "is not a table of fields.", f"Give it fields: {', '.join(known)}.")
        return
    for name in required:
        if values.get(name) is None:
            table.wrong((*above, name), "is missing.", f"Add `{name}:`.")
    for name, value in values.items():
        check = known.get(str(name))
        if check is None:
            table.wrong((*above, str(name)), "is not a field of a policy table.", _instead(str(name), known))
        elif value is not None:
            check(table, (*above, str(name)), value)


def _instead(name: str, known: Mapping[str, Check]) -> str:
    if name == "people_from":
        return "Name what brings a person in under each stage: `people_for: [hardship, plan]`."
    return f"Known are {', '.join(known)}."


def _whole(least: int, most: int) -> Check:
    def check(table: Table, path: Path, value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            table.wrong(path, "is not a whole number in reach.", f"Write one from {least} to {most}.")

    return check


def _text(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        table.wrong(path, "is not a text.", 'Write it between quotes: "…".')


def _address(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"https://[^\s/]+\.[^\s]+", value):
        table.wrong(path, "is not an address people can open safely.", "Write it as https://….")


def _yes_or_no(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, bool):
        table.wrong(path, "is neither true nor false.", "Write true or false, without quotes.")


def _some_of(words: Iterable[str]) -> Check:
    known = tuple(words)

    def check(table: Table, path: Path, value: Any) -> None:
        if not isinstance(value, list):
            table.wrong(path, "is not a list.", f"Write it as [{known[0]}, …].")
            return
        for index, item in enumerate(value):
            if item not in known:
                table.wrong((*path, str(index)), "is not known.", f"Use some of {', '.join(known)}.")
        if len({str(item) for item in value}) < len(value):
            table.wrong(path, "names something twice.", "Keep each once.")

    return check


def _plans(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, list) or any(isinstance(one, bool) or not isinstance(one, int) for one in value):
        table.wrong(path, "is not a list of whole numbers.", "Write the numbers of instalments: [3, 6].")
    elif value != sorted(set(value)) or any(not 2 <= count <= 24 for count in value):
        table.wrong(path, "has numbers that are no plan.", "Give each from 2 to 24 once, the smallest first.")


def figure(value: Any) -> Decimal | None:
    """The decimal that a quoted figure says; None for anything else, a YAML float included."""
    if isinstance(value, bool | float) or not isinstance(value, str | int):
        return None
    try:
        said = Decimal(str(value))
    except InvalidOperation:
        return None
    return said if said.is_finite() else None


def _share(table: Table, path: Path, value: Any) -> None:
    said = figure(value)
    if said is None or not 0 <= said <= 1:
        table.wrong(path, "is not a share.", 'Write one from "0" to "1" between quotes: "0.2".')


def _by_language(table: Table, path: Path, value: Any) -> None:
    _fields(table, path, value, dict.fromkeys(LANGUAGES, _text), ("en",))


def _bank_details(table: Table, path: Path, value: Any) -> None:
    if value != {}:
        _fields(table, path, value, dict.fromkeys(_BANK, _text), _BANK)


def _quiet_hours(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, Mapping):
        table.wrong(path, "is not a table of hours.", 'Write it as {US: "21:00-08:00"}.')
        return
    for place, hours in value.items():
        if not isinstance(place, str) or not _COUNTRY.fullmatch(place):
            remedy = "Write two capitals; quote NO, which YAML takes for false."
            table.wrong((*path, str(place)), "is not a country.", remedy)
        if not isinstance(hours, str) or not _HOURS.fullmatch(hours):
            table.wrong((*path, str(place)), "are not hours.", 'Write them quoted: "21:00-08:00".')


def _least(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, Mapping):
        table.wrong(path, "is not a table of figures.", 'Write it as {USD: "10.00"}.')
        return
    for code, least in value.items():
        if code not in currencies():
            remedy = "Use an ISO 4217 code in use, such as USD or CNY."
            table.wrong((*path, str(code)), "is not a currency.", remedy)
        said = figure(least)
        if said is None or said <= 0:
            table.wrong((*path, str(code)), "is not a figure.", 'Write it between quotes: "10.00".')


def _offers(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, Mapping) or not value:
        table.wrong(path, "says of no stage what may be offered.", "Add `pre_due:`, `1-29:` and so on.")
        return
    for name, declared in value.items():
        _fields(table, (*path, str(name)), {} if declared is None else declared, OFFERED, ())


def _creditor(table: Table, path: Path, value: Any) -> None:
    _fields(table, path, value, dict.fromkeys(_CREDITOR, _text), _CREDITOR)


def _notices(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, Mapping) or not value:
        table.wrong(path, "is not a table of places.", 'Write it as {US-CA: {en: "The law limits …"}}.')
        return
    for place, texts in value.items():
        if not isinstance(place, str) or not _COUNTRY.fullmatch(place):
            table.wrong((*path, str(place)), "is not a place.", "Write US-CA, US-NY and the like.")
        _fields(table, (*path, str(place)), texts, dict.fromkeys(LANGUAGES, _text), ())


def _places(table: Table, path: Path, value: Any) -> None:
    if not isinstance(value, list) or not value:
        table.wrong(path, "is not a list of places.", "Write it as [US, BR].")
        return
    for index, place in enumerate(value):
        if not isinstance(place, str) or not _COUNTRY.fullmatch(place):
            remedy = "Write BR, or US-MA; quote NO, which YAML takes for false."
            table.wrong((*path, str(index)), "is not a place.", remedy)


OFFERED: Mapping[str, Check] = {
    "extension_days": _whole(0, 366),
    "plans": _plans,
    "part_payment": _yes_or_no,
    "hardship_programme": _yes_or_no,
    "people_for": _some_of(PEOPLE_FOR),
    "reminder": _text,
}
FIELDS: Mapping[str, Check] = {
    "names": _by_language,
    "phone": _text,
    "website": _address,
    "pay_link": _address,
    "bank_details": _bank_details,
    "identity_facts": _some_of(IDENTITY_FACTS),
    "facts_needed": _whole(1, len(IDENTITY_FACTS)),
    "max_identity_attempts": _whole(1, 10),
    "identity_valid_days": _whole(1, 366),
    "max_promise_days": _whole(1, 366),
    "min_partial_share": _share,
    "grace_days": _whole(0, 31),
    "offers": _offers,
    "min_instalment": _least,
    "quiet_hours": _quiet_hours,
    "most_a_day": _whole(1, 10),
    "most_a_week": _whole(1, 30),
    "platforms": _some_of(channel.value for channel in Channel),
    "templates": policy_templates.check,
    "ladder": policy_ladder.check,
    "agency": _by_language,
    "creditor": _creditor,
    "places": _places,
    "time_barred_notice": _notices,
}
REQUIRED = (
    "names",
    "phone",
    "website",
    "max_identity_attempts",
    "identity_valid_days",
    "max_promise_days",
    "min_partial_share",
    "grace_days",
    "offers",
)
