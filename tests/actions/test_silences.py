"""Until when somebody wants to hear nothing."""

from __future__ import annotations

from datetime import date

import pytest

from actions import route, silences
from actions.situation import Prefers
from tests.actions.making import situation

JUNE = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        ("please don't contact me until June, I'm in the hospital", "en", JUNE),
        ("don't text me until June 3", "en", date(2026, 6, 3)),
        ("I'm in the ICU, text me after the 20th please", "en", date(2026, 5, 21)),
        ("write me in two weeks", "en", date(2026, 5, 27)),
        ("my dad's funeral is tomorrow, please no messages this week", "en", date(2026, 5, 18)),
        ("not before September", "en", date(2026, 9, 1)),
        ("don't contact me in June", "en", date(2026, 7, 1)),
        ("estoy internada en el hospital, no me escriban hasta junio", "es", JUNE),
        ("me operan mañana, escríbame hasta el 25", "es", date(2026, 5, 25)),
        ("después del 20", "es", date(2026, 5, 21)),
        ("六月之前别联系我，我在住院", "zh-Hans", JUNE),
        ("我明天手术，20号之后再联系我", "zh-Hans", date(2026, 5, 21)),
        ("6月3号之后再联系", "zh-Hans", date(2026, 6, 4)),
        ("我仲喺醫院，下星期先搵我", "zh-Hant", date(2026, 5, 18)),
        ("下個月再聯絡我", "zh-Hant", JUNE),
    ],
)
def test_the_end_of_a_silence_is_read(text: str, language: str, end: date) -> None:
    assert silences.until(situation(text, "contact_preference", language=language)) == end


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("only after 6pm please", "en"),
        ("don't text me after 9", "en"),
        ("weekdays only", "en"),
        ("may I ask you to text after 6", "en"),
        ("call me this week", "en"),
        ("email is better", "en"),
        ("dont text on sundays", "en"),
        ("never on a Sunday please", "en"),
        ("once a week is enough", "en"),
        ("home by 6", "en"),
        ("no me llamen antes de las 5", "es"),
        ("8点之后再联系我", "zh-Hans"),
        ("周末不要发", "zh-Hans"),
    ],
)
def test_hours_and_weekdays_are_no_silence(text: str, language: str) -> None:
    assert silences.until(situation(text, "contact_preference", language=language)) is None


@pytest.mark.parametrize("verified", [True, False])
def test_a_silence_is_noted_and_kept(verified: bool) -> None:
    text = "don't contact me until June, I'm in the hospital"

    step = route.next_step(situation(text, "contact_preference", verified=verified))

    wish = next(effect for effect in step.effects if isinstance(effect, Prefers))
    assert [window.get("until") for window in wish.windows] == ["2026-06-01"]
    assert [say.key for say in step.says] == ["contact.preference_noted"]
