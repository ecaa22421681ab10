"""What holds for every text at all."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.errors import Invalid
from core.money import Money
from reading import read, read_amount, read_days, read_hardship_reason, read_identity_fact, read_method
from reading.contacts.channels import find_channels
from reading.contacts.emails import find_email
from reading.contacts.people import find_people
from reading.contacts.phones import find_phone
from reading.days import Seen, find_days
from reading.language import detect
from reading.money import find_money
from reading.place import DOLLARS
from reading.reader import local_today
from reading.repeats import find_repeats
from reading.text import prepare
from reading.windows import find_windows

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
ZONES = (
    "America/New_York",
    "America/Mexico_City",
    "Europe/Madrid",
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Pacific/Kiritimati",
)
# Words that grammars know, thrown together: far likelier to hit a rule than letters at random.
PIECES = (
    "I'll pay", "pago", "还", "100", "$50", "2.5k", "两千五", "mil quinientos", "half", "la mitad", "一半", "the rest", "剩下的",
    "friday", "next friday", "下周五", "el viernes", "the 15th", "the 31st", "15号", "el 15", "eom", "月底", "fin de mes",
    "every week", "每月", "cada semana", "in 3 payments", "starting", "when I get paid", "发工资", "cuando me paguen", "tomorrow",
    "明天", "mañana", "春节前", "or", "and", "然后", "y", ",", ".", "?", "not", "不", "no", "already", "已经", "ya", "2026-02-29",
    "5/12", "99999999999999", "1/0", "feb 29", "call me", "after 5", "晚上8点", "13800138000", "a@b.com", "400%", "0",
)  # fmt: skip
moments = st.integers(0, 12 * 365 * 24 * 60).map(
    lambda minute: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
)
COUNTRIES = (None, "US", "MX", "CN", "TW", "HK", "ES", "GB", "IN", "AR")
LANGUAGES = ("en", "es", "zh-Hans", "zh-Hant")
# Words that neither name money nor multiply it.
plain_words = st.lists(
    st.sampled_from(
        ("friday", "the 15th", "and", "then", "pay", "I'll", "tomorrow", "or", "but", "please", "maybe", "on")
    ),
    max_size=8,
)
sentences = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
debts = st.decimals(min_value=1, max_value=1_000_000, places=2).map(lambda amount: Money(amount, "USD"))


@given(text=st.text(max_size=300), now=moments, tz=st.sampled_from(ZONES))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_printed(text: str, now: datetime, tz: str) -> None:
    reading = read(text, now=now, tz=tz)

    assert json.loads(json.dumps(reading.as_json()))["lang"] in ("en", "zh-Hans", "zh-Hant", "es")


@given(text=st.text(max_size=120), kind=st.sampled_from(("dob", "id_last4", "postcode")))
@settings(max_examples=200, deadline=None)
def test_any_answer_to_a_question_can_be_read(text: str, kind: str) -> None:
    read_amount(text, owed=Money.of("100", "USD"))
    read_days(text, now=NOW, tz="Europe/Madrid")
    read_identity_fact(text, kind)  # type: ignore[arg-type]  # drawn from the three kinds
    assert isinstance(read_method(text), str | None)
    assert isinstance(read_hardship_reason(text), str | None)
    assert detect(text, previous="es") in ("en", "zh-Hans", "zh-Hant", "es")


@given(text=sentences, now=moments, tz=st.sampled_from(ZONES), owed=debts)
@settings(max_examples=800, deadline=None)
def test_no_day_lies_before_today_and_all_are_in_order(
    text: str, now: datetime, tz: str, owed: Money
) -> None:
    from zoneinfo import ZoneInfo

    reading = read(text, now=now, tz=tz, owed=owed)
    today = now.astimezone(ZoneInfo(tz)).date()

    assert all(day >= today for day in reading.dates)
    assert list(reading.dates) == sorted(set(reading.dates))
    assert len(reading.dates) <= 7
    laid = [part.on for part in reading.instalments if part.on]
    assert all(day >= today for day in laid)


@given(text=sentences, now=moments, owed=debts)
@settings(max_examples=800, deadline=None)
def test_what_is_certain_has_one_reading(text: str, now: datetime, owed: Money) -> None:
    reading = read(text, now=now, tz="America/New_York", owed=owed)

    if not reading.ambiguous:
        assert len(reading.dates) <= 1
        assert reading.amount_candidates == ()
    if not reading.promise:
        assert (reading.amount, reading.share, reading.dates, reading.instalments) == (None, None, (), ())
    assert (reading.amount is None) or not reading.amount_candidates


@given(
    text=st.text(max_size=200), moment=moments, tz=st.sampled_from(ZONES), country=st.sampled_from(COUNTRIES)
)
@settings(max_examples=200, deadline=None)
def test_every_kind_can_be_looked_for_in_any_text(
    text: str, moment: datetime, tz: str, country: str | None
) -> None:
    written, seen = prepare(text), Seen(local_today(moment, tz), None)

    assert len(written.plain) == len(written.folded)
    for language in LANGUAGES:
        find_windows(written.folded, language, seen)
        assert len(find_days(written.folded, language, seen)[1]) == len(written.folded)
        assert len(find_money(written.folded, language)[1]) == len(written.folded)
    assert len(find_repeats(written.folded)[1]) == len(written.folded)
    for left in (find_email(written).left, find_phone(written, country).left):
        assert len(left.folded) == len(written.folded)
    find_people(written)
    find_channels(written.folded, timed=False, told=False)


@given(figures=st.lists(st.integers(1, 9_999), min_size=1, max_size=4), data=st.data(), now=moments)
@settings(max_examples=400, deadline=None)
def test_no_amount_is_more_than_was_said(figures: list[int], data: st.DataObject, now: datetime) -> None:
    said = data.draw(st.permutations([*[f"${figure}" for figure in figures], *data.draw(plain_words)]))
    reading = read(" ".join(said), now=now, tz="America/New_York", owed=Money.of("99999", "USD"))
    amounts = [reading.amount, *reading.amount_candidates, *(part.amount for part in reading.instalments)]

    assert all(money.amount <= max(figures) for money in amounts if money is not None)


@given(
    each=st.integers(10, 900),
    count=st.integers(2, 12),
    owed=st.decimals(min_value=500, max_value=9000, places=2),
    day=st.sampled_from(("friday", "the 25th", "dec 1")),
)
@example(each=500, count=2, owed=Decimal(500), day="friday")
@settings(max_examples=150, deadline=None)
def test_instalments_come_to_what_was_promised(each: int, count: int, owed: Decimal, day: str) -> None:
    promised = {
        f"{count} payments of ${each} starting {day}": each * count,
        f"${each} in {count} payments starting {day}": each,
        f"分{count}期，每期{each}块": each * count,
        f"{count} pagos de ${each} desde el 25": each * count,
        f"${each} {day} and ${each} on jan 15": each * 2,
        f"half {day} and half on jan 15": owed,
        "先还一半，剩下的月底": owed,
    }
    for text, total in promised.items():
        reading = read(text, now=NOW, tz="America/New_York", owed=Money(owed, "USD"))
        parts = [part.amount.amount for part in reading.instalments if part.amount]

        assert not parts or sum(parts) == total, text


@given(
    first=st.integers(1, 400),
    owed=st.decimals(min_value=500, max_value=9000, places=2),
    day=st.sampled_from(("friday", "the 25th", "tomorrow")),
)
@settings(max_examples=100, deadline=None)
def test_instalments_of_a_debt_come_to_the_debt(first: int, owed: Decimal, day: str) -> None:
    for text in (
        f"{first} {day} and the rest on the 30th",
        f"${max(first, 20)} a week starting {day}",
        "half now half on the 30th",
        "in 3 payments",
    ):
        reading = read(text, now=NOW, tz="America/New_York", owed=Money(owed, "USD"))
        parts = [part.amount.amount for part in reading.instalments if part.amount]

        assert not parts or sum(parts) == owed, text


@given(figure=st.integers(1, 99_999), lead=st.sampled_from(("I'll pay ", "pago ", "还", "will send $")))
@settings(max_examples=200, deadline=None)
def test_an_amount_is_what_was_said(figure: int, lead: str) -> None:
    reading = read(f"{lead}{figure} on friday", now=NOW, tz="America/New_York", owed=Money.of("500", "USD"))

    assert reading.amount == Money.of(figure, reading.amount.currency if reading.amount else "USD")
    assert reading.amount is None or reading.amount.currency in DOLLARS


@given(offset=st.integers(0, 1500))
@settings(max_examples=150, deadline=None)
def test_a_date_written_out_is_that_date(offset: int) -> None:
    day = date(2026, 11, 18) + timedelta(days=offset)
    for text in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日还",
        day.isoformat(),
    ):
        assert read(text, now=NOW, tz="America/New_York").dates == (day,), text


@pytest.mark.parametrize(
    "unit",
    ["还", "1", "friday ", "the 15th and ", "¥", "a@", "5-", "mil ", "(", "第1期", "not ", "一", "$1,000,"],
)
def test_reading_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        read(text, now=NOW, tz="America/New_York")
        return time.process_time() - start

    seconds(100)
    short, long = min(seconds(500) for _ in range(3)), min(seconds(4000) for _ in range(3))

    assert long < max(short * 24, 0.25)


def test_a_naive_now_and_an_unknown_zone_are_refused() -> None:
    with pytest.raises(Invalid):
        read("friday", now=datetime(2026, 11, 18), tz="America/New_York")  # noqa: DTZ001
    with pytest.raises(Invalid):
        read("friday", now=NOW, tz="Mars/Olympus")
