"""Mails fetched by IMAP: in order, none lost and none twice, whatever becomes of the line or the mailbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from channels.letters import mailbox
from channels.letters.adapter import Letters
from channels.letters.genuine import LettersGenuine
from channels.letters.mailbox import MOST_MAILS, Position, read_position
from channels.letters.standin_imap import MailboxStandIn
from channels.settings import LetterSettings, MailboxSettings, Unsafe, read_settings
from core.clock import SetClock
from core.errors import Unavailable
from core.messages import InboundMessage
from tests.channels.kits import LETTERS, NOW, PUBLIC_URL

TODAY = NOW.date()
GENUINE = LettersGenuine(LETTERS, public_url=PUBLIC_URL)


def mail(text: str, number: int = 1) -> bytes:
    return GENUINE.answer(text, sender="grace@mail.example", at=NOW, number=number).as_bytes()


def settings_at(port: int, **changes: str) -> LetterSettings:
    known = MailboxSettings("127.0.0.1", port, "letters", "let-me-in", encrypted=False, from_the_start=False)
    box = replace(known, **changes)  # type: ignore[arg-type]  # only texts are changed here
    return replace(LETTERS, mailbox=box)


@pytest.fixture
def box() -> MailboxStandIn:
    return MailboxStandIn()


class Reader:
    """Someone who looks, and remembers how far they got."""

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.position = ""

    async def look(self) -> list[str | None]:
        texts: list[str | None] = []
        for found in await self.letters.collect(self.position):
            self.position = found.position
            texts.append(found.event.text if isinstance(found.event, InboundMessage) else None)
        return texts


@pytest.fixture
async def reader(box: MailboxStandIn) -> AsyncIterator[Reader]:
    async with box.served() as port:
        yield Reader(Letters(settings_at(port), clock=SetClock(NOW), public_url=PUBLIC_URL, timeout=1.5))


async def test_mails_come_in_the_order_of_the_mailbox_and_each_once(
    box: MailboxStandIn, reader: Reader
) -> None:
    box.put(mail("one", 1), on=TODAY)
    box.put(mail("two", 2), on=TODAY)
    assert await reader.look() == ["one", "two"]
    assert await reader.look() == []
    box.put(mail("three", 3), on=TODAY)

    assert await reader.look() == ["three"]


async def test_nothing_in_the_mailbox_is_changed(box: MailboxStandIn, reader: Reader) -> None:
    box.put(mail("one"), on=TODAY)

    await reader.look()

    words = {call.split()[0] if not call.startswith("UID") else call.split()[1] for call in box.calls}
    assert words == {"CAPABILITY", "LOGIN", "EXAMINE", "SEARCH", "FETCH", "LOGOUT"}
    assert all("PEEK" in call or "SIZE" in call for call in box.calls if "FETCH" in call)


async def test_at_the_first_look_old_mails_stay_where_they_are(box: MailboxStandIn, reader: Reader) -> None:
    box.put(mail("last year", 1), on=TODAY - timedelta(days=365))
    box.put(mail("three days ago", 2), on=TODAY - timedelta(days=3))
    box.put(mail("two days ago", 3), on=TODAY - timedelta(days=2))

    assert await reader.look() == ["two days ago"]


async def test_a_mailbox_with_a_new_number_is_read_again_from_before_the_last_look(
    box: MailboxStandIn, reader: Reader
) -> None:
    box.put(mail("one", 1), on=TODAY)
    box.put(mail("two", 2), on=TODAY)
    await reader.look()
    box.validity, box.mails = 2, {}
    box.put(mail("long ago", 9), on=TODAY - timedelta(days=30))
    box.put(mail("two", 2), on=TODAY)
    box.put(mail("three", 3), on=TODAY)

    # What was taken before comes again under its own Message-ID; where it is stored that is known.
    assert await reader.look() == ["two", "three"]
    assert read_position(reader.position) == Position(2, 3, TODAY)


async def test_a_line_that_breaks_loses_nothing(box: MailboxStandIn, reader: Reader) -> None:
    for number in (1, 2, 3):
        box.put(mail(f"{number}", number), on=TODAY)
    box.cut_after = 2

    with pytest.raises(Unavailable):
        await reader.look()
    box.cut_after = None

    assert await reader.look() == ["1", "2", "3"]


async def test_a_mail_that_goes_away_between_search_and_fetch_stops_nobody(
    box: MailboxStandIn, reader: Reader
) -> None:
    box.gone.add(box.put(mail("gone", 1), on=TODAY))
    box.put(mail("here", 2), on=TODAY)

    assert await reader.look() == [None, "here"]


async def test_a_mail_that_cannot_be_read_is_passed_and_said(box: MailboxStandIn, reader: Reader) -> None:
    box.put(b"\x00\xff", on=TODAY)
    box.put(mail("after it", 2), on=TODAY)

    assert await reader.look() == [None, "after it"]


async def test_of_a_mail_that_is_too_large_the_words_are_read(
    box: MailboxStandIn, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "_LARGEST_MAIL", 1000)
    monkeypatch.setattr(mailbox, "_HEAD", 900)
    box.put(mail("pago el viernes\n\n--\n" + "x" * 2000), on=TODAY)

    assert await reader.look() == ["pago el viernes"]


async def test_a_full_mailbox_is_read_in_pieces(box: MailboxStandIn, reader: Reader) -> None:
    for number in range(MOST_MAILS + 5):
        box.put(mail(f"{number}", number), on=TODAY)

    assert len(await reader.look()) == MOST_MAILS
    assert await reader.look() == [f"{number}" for number in range(MOST_MAILS, MOST_MAILS + 5)]


@pytest.mark.parametrize("wrong", [{"password": "guessed"}, {"folder": "Elsewhere"}])
async def test_a_mailbox_that_lets_nobody_in_says_what_to_do(
    box: MailboxStandIn, wrong: dict[str, str]
) -> None:
    async with box.served() as port:
        letters = Letters(settings_at(port, **wrong), clock=SetClock(NOW), public_url=PUBLIC_URL, timeout=1.5)
        with pytest.raises(Unavailable, match="KEPT_IMAP_URL"):
            await letters.collect("")


async def test_a_mail_server_that_is_down_is_asked_again_later() -> None:
    letters = Letters(settings_at(9), clock=SetClock(NOW), public_url=PUBLIC_URL, timeout=0.5)

    with pytest.raises(Unavailable):
        await letters.collect("")


@pytest.mark.parametrize("written", ["", "x", "1:2", "1:2:2026-05-13:4", "-1:2:2026-05-13"])
def test_what_is_no_position_is_none(written: str) -> None:
    assert read_position(written) is None


def test_a_position_is_read_as_it_was_written() -> None:
    position = Position(4294967295, 7, date(2026, 5, 13))

    assert read_position(str(position)) == position


MAIL = {
    "KEPT_PUBLIC_URL": "https://kept.example",
    "KEPT_SMTP_URL": "smtps://mail.example",
    "KEPT_MAIL_FROM": "Example Lender <letters@kept.example>",
    "KEPT_MAIL_SECRET": "between-the-mail-server-and-us-32",
}


def test_a_mailbox_is_read_from_its_address() -> None:
    letters = read_settings(
        MAIL | {"KEPT_IMAP_URL": "imaps://a%40b.example:p%2Fw@mail.example/Kept%20in"}
    ).letters

    assert letters is not None
    assert letters.mailbox == MailboxSettings(
        "mail.example", 993, "a@b.example", "p/w", "Kept in", True, True
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"KEPT_IMAP_URL": "https://a:b@mail.example"},
        {"KEPT_IMAP_URL": "imaps://mail.example"},
        {"KEPT_IMAP_URL": "imaps://a:b@mail.example:x"},
        {"KEPT_IMAP_URL": "imaps://a:b@mail.example/%22%0d%0aA1%20DELETE"},
        {"KEPT_MAIL_TAG": "%"},
        {"KEPT_MAIL_TAG": "+", "KEPT_MAIL_FROM": f"X <{'l' * 44}@kept.example>"},
    ],
)
def test_a_mailbox_or_note_that_cannot_be_used_does_not_start(wrong: dict[str, str]) -> None:
    with pytest.raises(Unsafe):
        read_settings(MAIL | wrong)
