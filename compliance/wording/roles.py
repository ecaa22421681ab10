"""Who may write what the guard objects to: warned or blocked by role, and what a second person may let out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, Literal

from compliance.wording.rules import read
from compliance.wording.verdict import CATEGORIES
from core.errors import Invalid

type Outcome = Literal["block", "warn"]


@cache
def table() -> Mapping[str, frozenset[str]]:
    """The categories of which each role is only warned, and under `second_person` those that one may let out."""
    return read_table(read("roles.yaml"))


def read_table(source: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Read `roles.yaml`; raises `Invalid` for a category that is not one."""
    found = {
        name: frozenset(told["warn"] if isinstance(told, Mapping) else told) for name, told in source.items()
    }
    for name, categories in found.items():
        if not categories <= CATEGORIES:
            raise Invalid(f"roles.yaml: {name}", f"{sorted(categories - CATEGORIES)} are not categories")
    return found


def outcome(role: str, categories: Collection[str]) -> Outcome:
    """What a writer of this role meets: `warn` only where all that was found is left to them."""
    return "warn" if categories and table().get(role, frozenset()) >= set(categories) else "block"


def may_be_let_out(categories: Collection[str]) -> bool:
    """Whether a second person may let a message out in which these categories were found."""
    return bool(categories) and table()["second_person"] >= set(categories)
