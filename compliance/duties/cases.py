"""Cases beside the tables of duties: sentences with an event, a place and a moment, and what must follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from compliance.duties.book import Book
from compliance.duties.schema import EVENTS
from compliance.facts import read_instant
from core.duties import Duties
from core.errors import Invalid

_KEYS = frozenset({"name", "event", "at", "given", "expect"})
_GIVEN = frozenset({"jurisdiction", "collector_type", "product"})
_EXPECT = frozenset(
    "stop say within flags not_flags holds queue priority takes_floor other_person third_party wrong_party "
    "rows not_rows due notices nothing".split()
)


@dataclass(frozen=True)
class DutyCase:
    """One sentence. `expect` names what must follow; `due` the last moment of each work, `nothing` that no duty holds."""

    file: str
    name: str
    event: str
    at: datetime
    given: Mapping[str, Any]
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class DutyResult:
    """A case and what came of it; `wrong` says what differs, None if nothing does."""

    case: DutyCase
    duties: Duties
    wrong: str | None


def read_cases(path: Path) -> list[DutyCase]:
    """The cases of one file; `Invalid` names file and case."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise Invalid(path.name, f"is not readable YAML: {error}") from error
    if not isinstance(document, list):
        raise Invalid(path.name, "holds no cases")
    return [_read(path.stem, index, given) for index, given in enumerate(document)]


def _read(file: str, index: int, given: Any) -> DutyCase:
    where = f"{file}[{index}]"
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str):
        raise Invalid(where, "is not a case with a name")
    about, expect = given.get("given") or {}, given.get("expect")
    if not isinstance(about, Mapping) or not isinstance(expect, Mapping) or not expect:
        raise Invalid(where, "says neither what is given nor what is expected")
    for name, unknown in (
        ("", set(given) - _KEYS),
        (".given", set(about) - _GIVEN),
        (".expect", set(expect) - _EXPECT),
    ):
        if unknown:
            raise Invalid(f"{where}{name}", f"has an unknown key {sorted(unknown)[0]!r}")
    event = given.get("event", file)
    if event not in EVENTS:
        raise Invalid(f"{where}.event", f"{event!r} is no event")
    at = given.get("at")
    moment = at if isinstance(at, datetime) and at.tzinfo else read_instant(f"{where}.at", at)
    return DutyCase(file, given["name"], event, moment, about, expect)


def run(case: DutyCase, book: Book) -> DutyResult:
    """Ask the book and compare."""
    duties = book.of(
        case.event,
        case.given.get("jurisdiction", "US"),
        case.given.get("collector_type", "first_party"),
        case.given.get("product"),
        at=case.at,
    )
    return DutyResult(case, duties, _difference(case.expect, duties))


def _difference(expect: Mapping[str, Any], duties: Duties) -> str | None:
    seen = _seen(duties)
    for name, wanted in expect.items():
        if name == "due":
            found = {task.what: task.due_at for task in duties.tasks}
            late = {what: _instant(at) for what, at in wanted.items() if found.get(what) != _instant(at)}
            if late:
                what = sorted(late)[0]
                return f"expected {what} by {late[what]}, came out {found.get(what)}"
        elif name in ("flags", "holds", "rows"):
            if missing := set(wanted) - set(seen[name]):
                return f"expected {name} {sorted(missing)}, came out {sorted(seen[name])}"
        elif name.startswith("not_"):
            if there := set(wanted) & set(seen[name.removeprefix("not_")]):
                return f"expected no {name.removeprefix('not_')} {sorted(there)}"
        elif seen[name] != wanted:
            return f"expected {name} {wanted!r}, came out {seen[name]!r}"
    return None


def _seen(duties: Duties) -> dict[str, Any]:
    confirm = duties.confirm
    return {
        "stop": duties.stop and str(duties.stop),
        "say": confirm.key if confirm else None,
        "within": int(confirm.within.total_seconds() // 60) if confirm and confirm.within else None,
        "flags": duties.flags,
        "holds": duties.holds,
        "queue": duties.queue,
        "priority": duties.priority,
        "takes_floor": duties.takes_floor,
        "other_person": duties.other_person,
        "third_party": duties.third_party,
        "wrong_party": duties.wrong_party,
        "rows": duties.rows,
        "notices": dict(duties.notices),
        "nothing": not duties.rows,
    }


def _instant(value: object) -> datetime:
    return value if isinstance(value, datetime) and value.tzinfo else read_instant("due", value)


def run_folder(folder: Path, book: Book) -> list[DutyResult]:
    """Every case of every `*.yaml` in the folder, named for its event or naming it."""
    return [run(case, book) for path in sorted(folder.glob("*.yaml")) for case in read_cases(path)]
