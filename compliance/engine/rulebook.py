"""All packs, and the law that holds in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from compliance.engine.places import zones_of_country, zones_of_us_state
from compliance.engine.schema import Pack, Rule, read_pack
from core.errors import Invalid, NotFound

PACKS = Path(__file__).parent.parent / "packs"
# In this place a pack holds wherever a message goes.
EVERYWHERE = "*"
ALIASES = {
    "UK": "GB",
    "USA": "US",
    "US-NY-NYC": "US-NYC",
    # Own law, whatever ISO 3166-2 files them under.
    "CN-HK": "HK",
    "CN-TW": "TW",
    "CN-MO": "MO",
}
# Places inside others that their code does not show.
# A country without rules of its own takes the rules of all its parts.
WITHIN = {"US-NYC": ("US-NY",), "CA": ("CA-ON", "CA-QC")}


class Law:
    """The rules that stack in one place; `known` says whether the place has a pack of its own."""

    def __init__(self, code: str, packs: tuple[Pack, ...]) -> None:
        self.code = code
        self.country = code.partition("-")[0]
        self.packs = packs
        self.known = any(EVERYWHERE not in pack.places and not pack.platform for pack in packs)
        self.zones = _zones(code, packs)
        # To be kept with every decision: which packs spoke, and in which version.
        self.versions = {pack.name: pack.version for pack in packs}
        self.rules = tuple(rule for pack in packs for rule in pack.rules if code not in rule.scope.not_places)
        self.rules_for: Callable[[str, str, str, str], tuple[Rule, ...]] = lru_cache(maxsize=4096)(
            self._fitting
        )
        self.rules_about: Callable[[str, str, str, str, frozenset[str], bool], tuple[Rule, ...]] = lru_cache(
            maxsize=4096
        )(self._speaking)

    def _fitting(self, collector: str, channel: str, role: str, purpose: str) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.scope.fits(collector, channel, role, purpose))

    def _speaking(
        self, collector: str, channel: str, role: str, purpose: str, flags: frozenset[str], with_history: bool
    ) -> tuple[Rule, ...]:
        """Of the fitting rules those that may say something where these flags, and a history or none, are known."""
        fitting = self.rules_for(collector, channel, role, purpose)
        return tuple(rule for rule in fitting if rule.may_speak(flags, with_history))


def _zones(code: str, packs: tuple[Pack, ...]) -> tuple[str, ...]:
    """Where people of that place may be: by its closest pack that says so, a state by its ZIP codes."""
    closeness = {
        pack.name: max(len(place) for place in pack.places if covers(place, code))
        for pack in packs
        if pack.zones and EVERYWHERE not in pack.places
    }
    closest = max(closeness.values(), default=0)
    if code.startswith("US-") and closest <= len("US"):
        found = zones_of_us_state(code.removeprefix("US-"))
        if found:
            return tuple(sorted(found))
    shared = any(code in pack.places and len(pack.places) > 1 and not pack.platform for pack in packs)
    if shared and len(code) == len("ES") and code != "EU":
        found = zones_of_country(code)
        if found:
            return tuple(sorted(found))
    zones = {zone for pack in packs if closeness.get(pack.name) == closest for zone in pack.zones}
    return tuple(sorted(zones)) or ("UTC",)


def covers(place: str, code: str) -> bool:
    """Whether what holds at `place` holds at `code` too."""
    return (
        place == EVERYWHERE or code == place or code.startswith(place + "-") or place in WITHIN.get(code, ())
    )


class Rulebook:
    """Every pack, with its version (a hash of its content)."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs = tuple(packs)
        self.versions: dict[str, str] = {pack.name: pack.version for pack in self.packs}
        self.rules: dict[str, Rule] = {}
        for pack in self.packs:
            for rule in pack.rules:
                if rule.id in self.rules:
                    raise Invalid(f"{pack.name}.{rule.id}", "is the id of another rule too")
                self.rules[rule.id] = rule
        self.for_jurisdiction: Callable[[str], Law] = lru_cache(maxsize=512)(self._law)

    def _law(self, code: str) -> Law:
        cleaned = normal(code)
        packs = tuple(pack for pack in self.packs if any(covers(place, cleaned) for place in pack.places))
        return Law(cleaned, packs)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id; `NotFound` if there is none."""
        try:
            return self.rules[rule_id]
        except KeyError:
            raise NotFound(f"There is no rule {rule_id[:80]!r}.", remedy="See compliance/packs.") from None


def normal(code: str) -> str:
    """A place's code as packs write it: capitals, `UK` read as GB."""
    cleaned = code.strip().upper().replace("_", "-")
    if cleaned in ALIASES:
        return ALIASES[cleaned]
    country, dash, rest = cleaned.partition("-")
    return ALIASES.get(country, country) + dash + rest


def load_packs(folder: Path | None = None) -> Rulebook:
    """Read every `*.yaml` of `folder` (our own packs by default); `Invalid` if one is not understood."""
    paths = sorted((folder or PACKS).glob("*.yaml"))
    if not paths:
        raise Invalid("packs", "there are no packs in the folder")
    return Rulebook(read_pack(path) for path in paths)


@lru_cache(maxsize=1)
def standard() -> Rulebook:
    """The product's own packs, read once."""
    return load_packs()
