"""What agents read is there in all four languages, with the same values."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from catalogue import entries
from catalogue.desk import desk_texts, moment, on_desk
from compliance import duties
from compliance.duties.schema import PRIORITIES, QUEUES
from core.dispositions import Disposition
from core.languages import LANGUAGES
from core.messages import Channel, DeliveryState
from core.promises import PromiseStatus
from storage.old_debts import GROUNDS
from storage.people import TIME_BARRED

TEMPLATES = Path(__file__).resolve().parents[2] / "console" / "templates"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_values(language: str) -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    there, english = desk_texts(language), desk_texts("en")

    assert set(there) == set(english)
    assert {key for key in english if names(there[key]) != names(english[key])} == set()


def test_the_pages_say_nothing_that_has_no_text() -> None:
    said: set[str] = set()
    for path in sorted(TEMPLATES.glob("*.html")):
        said |= set(re.findall(r"""\bt\("([a-z_]+[a-z])"[,)]""", path.read_text(encoding="utf-8")))
    assert len(said) > 50
    assert said - set(desk_texts("en")) == set()


def test_every_event_mark_work_and_outcome_has_a_text() -> None:
    book = duties.standard()
    rows = book.rows.values()
    wanted = {f"event_{event}" for event in duties.EVENTS}
    wanted |= {f"do_{task.what}" for row in rows for task in row.tasks}
    wanted |= {f"mark_{name.partition(':')[0]}" for row in rows for name in row.sets}
    wanted |= {f"queue_{queue}" for queue in QUEUES} | {f"priority_{name}" for name in PRIORITIES}
    wanted |= {f"outcome_{code}" for code in Disposition} | {f"channel_{name}" for name in Channel}
    wanted |= {f"promise_{status}" for status in PromiseStatus} | {
        f"delivery_{state}" for state in DeliveryState
    }
    wanted |= {f"ground_{ground}" for ground in GROUNDS} | {f"mark_{TIME_BARRED}"}
    assert wanted - set(desk_texts("en")) == set()


def test_a_moment_is_written_as_the_language_writes_it() -> None:
    at = datetime(2026, 11, 18, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert [moment(at, language) for language in ("en", "es", "zh-Hans")] == [
        "18 Nov 23:59",
        "18 nov 23:59",
        "11月18日 23:59",
    ]


def test_nothing_of_it_can_be_sent() -> None:
    assert set(desk_texts("en")) & set(entries()) == set()


def test_an_agent_who_reads_another_language_reads_english() -> None:
    assert on_desk("why_person", "fr") == "Asks for a person"


def test_a_word_without_a_text_is_shown_as_it_is() -> None:
    assert on_desk("reason_plague", "es") == "plague"
