"""How long records of a place are kept: the law's time where it names one, never shorter than the lender's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("retention.yml")


@dataclass(frozen=True)
class Period:
    """Whole years from the last thing that happened, and whence they come."""

    years: int
    reference: str

    def is_over(self, last_at: datetime, now: datetime) -> bool:
        """Whether records whose last event was at `last_at` may go at `now` (both aware)."""
        try:
            end = last_at.replace(year=last_at.year + self.years)
        except ValueError:  # the 29th of February, in a year without one
            end = last_at.replace(year=last_at.year + self.years, month=3, day=1)
        return now >= end


def periods(file: Path = FILE) -> dict[str, Period]:
    """Periods by place; the empty place is everywhere else."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {"": Period(**told["default"])} | {place: Period(**one) for place, one in told["places"].items()}


def period_for(places: dict[str, Period], jurisdiction: str, *, at_least: int = 0) -> Period:
    """The period of `jurisdiction` (US-NY: that of US unless it has its own); the lender's where that is longer."""
    parts = jurisdiction.split("-")
    names = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    found = next((places[name] for name in names if name in places), places[""])
    return Period(at_least, "the lender's policy") if at_least > found.years else found
