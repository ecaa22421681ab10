"""Letters: what comes back, what ends them, and what a mail server's refusals mean."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from channels.base import Forged, Malformed, Rejected, TryLater, Unreachable, WebhookRequest
from channels.letters.adapter import WINDOW, Cancellations, Letters
from channels.letters.genuine import LettersGenuine
from channels.letters.names import Letter, cancel_token, letter, letter_name
from channels.letters.standin import LettersStandIn
from channels.testing import Fault
from core.clock import SetClock
from core.messages import Channel, DeliveryUpdate, Ignored, InboundMessage, Kind
from tests.channels import kits
from tests.channels.kits import LETTERS, NOW, PUBLIC_URL, Kit
from tests.channels.payloads import became, names

PAYLOADS = Path(__file__).parent / "payloads"
NAME = letter_name("turn-1/0", to="grace@mail.example", domain="kept.example", secret=LETTERS.secret)
EXPECTED: dict[str, tuple[object, ...]] = {
    "answer_below_the_quote": ("text", "On the 22nd, 200.\nNo need."),
    "answer_from_a_phone": ("text", "Pago el viernes"),
    "answer_quoting_163": ("text", "别再发邮件了"),
    "answer_quoting_gmail_zh_hant": ("text", "這星期五先還五百"),
    "answer_quoting_outlook_es": ("text", "Thanks,\npago 200 el viernes"),
    "answer_quoting_qq": ("text", "周五先还300，剩下的月底"),
    "answer_with_signature": ("text", "I can do 200 on Friday"),
    "bounce_by_a_service_that_names_anew": ("undelivered", "5.1.1"),
    "bounce_in_words": ("undelivered", "5.1.1"),
    "bounce_vague_status": ("undelivered", "5.1.1"),
    "complaint_naming_another": ("left", ""),
    "report_not_spam": ("ignored",),
    "respuesta_automatica": ("ignored",),
    "written_afresh": ("text", "how much do I owe?"),
    "zidong_huifu": ("ignored",),
    "answer_gbk": ("text", "周五还500"),
    "answer_html_only": ("text", "El viernes pago 500"),
    "answer_in_the_subject": ("text", "UNSUBSCRIBE"),
    "answer_quoting_gmail": ("text", "can do 200 on the 22nd"),
    "answer_quoting_outlook": ("text", "no puedo este mes"),
    "answer_with_attachment": ("file", "here is the receipt"),
    "bounce_delayed": ("ignored",),
    "bounce_mailbox_full": ("undelivered", "5.2.2"),
    "bounce_no_such_user": ("undelivered", "5.1.1"),
    "bounce_of_another_letter": ("ignored",),
    "complaint": ("left", ""),
    "mailing_list": ("ignored",),
    "out_of_office": ("ignored",),
    "receipt_delivered": ("delivered", None),
}
GENUINE = LettersGenuine(LETTERS, public_url=PUBLIC_URL)
ADAPTER = Letters(LETTERS, clock=SetClock(NOW), public_url=PUBLIC_URL)
CANCEL = Cancellations(LETTERS)


@pytest.fixture
async def kit() -> AsyncIterator[Kit]:
    async with kits.letters() as made:
        yield made


def captured(name: str) -> bytes:
    raw = (PAYLOADS / f"{name}.eml").read_bytes().replace(b"{{our letter}}", NAME.encode())
    return raw.replace("周五还500".encode(), "周五还500".encode("gbk")) if name == "answer_gbk" else raw


def told(name: str) -> DeliveryUpdate:
    [event] = ADAPTER.receive(GENUINE.hand_over(captured(name), at=NOW)).events
    assert isinstance(event, DeliveryUpdate)
    return event


def cancels(request: WebhookRequest) -> InboundMessage:
    [event] = CANCEL.receive(request).events
    assert isinstance(event, InboundMessage)
    return event


def test_every_captured_mail_has_its_expectation() -> None:
    assert names(PAYLOADS) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_captured_mail_becomes_what_it_says(name: str) -> None:
    assert became(ADAPTER.receive(GENUINE.hand_over(captured(name), at=NOW))) == EXPECTED[name]


def test_a_bounce_brings_our_key_back_and_only_a_final_one_closes_the_address() -> None:
    gone, full = told("bounce_no_such_user"), told("bounce_mailbox_full")

    assert (gone.our_key, gone.provider_id, gone.unreachable) == ("turn-1/0", NAME, True)
    assert full.unreachable is False


def test_a_complaint_ends_the_letters_to_whoever_complained() -> None:
    [event] = ADAPTER.receive(GENUINE.hand_over(captured("complaint"), at=NOW)).events

    assert isinstance(event, InboundMessage)
    assert (event.sender, event.kind, event.channel) == ("grace@mail.example", Kind.LEFT, Channel.EMAIL)


def test_a_report_on_a_letter_with_a_made_up_name_is_not_believed() -> None:
    mail = captured("bounce_no_such_user").replace(
        NAME.encode(), b"<dHVybi0xLzA.000000000000000000000000@kept.example>"
    )

    assert became(ADAPTER.receive(GENUINE.hand_over(mail, at=NOW))) == ("ignored",)


def test_our_own_bounce_writer_is_read() -> None:
    request = GENUINE.bounce("k", to="grace@mail.example", status="5.1.1", at=NOW)

    [event] = ADAPTER.receive(request).events

    assert isinstance(event, DeliveryUpdate)
    assert (event.our_key, event.error, event.unreachable) == ("k", "5.1.1", True)


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"\x00\xff",
        b"From: nobody\r\n\r\nx",
        b"From: <a b@c>\r\n\r\nx",
        b"Subject: x\r\n\r\nx",
        b"From: =?utf-8?b?////?= <>\r\n\r\nx",
    ],
)
def test_a_mail_without_a_sender_is_refused(mail: bytes) -> None:
    with pytest.raises(Malformed):
        ADAPTER.receive(GENUINE.hand_over(mail, at=NOW))


@pytest.mark.parametrize(
    "mail",
    [
        b"From: a@mail.example\r\nContent-Type: text/plain; charset=x-nonsense\r\n\r\nok",
        b"From: a@mail.example\r\nContent-Type: multipart/mixed; boundary=\r\n\r\nok",
        b"From: a@mail.example\r\nContent-Type: multipart/mixed\r\n\r\nok",
        b"From: a@mail.example\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"From: a@mail.example\r\nMessage-ID: [\r\nSubject: =?utf-8?q?=FF?=\r\n\r\nok",
        b"From: a@mail.example\r\n" + b"X: y\r\n" * 2000 + b"\r\nok",
        b"From: a@mail.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 500,
    ],
)
def test_a_broken_mail_is_read_or_refused_and_never_worse(mail: bytes) -> None:
    try:
        [event] = ADAPTER.receive(GENUINE.hand_over(mail, at=NOW)).events
    except Malformed:
        return
    assert isinstance(event, InboundMessage | Ignored)


@pytest.mark.parametrize(("late", "taken"), [(WINDOW, True), (WINDOW + timedelta(seconds=1), False)])
def test_a_hand_over_is_not_replayed(late: timedelta, taken: bool) -> None:
    request = replace(GENUINE.text("ok", sender="a@mail.example", at=NOW, number=1), received_at=NOW + late)

    if taken:
        assert became(ADAPTER.receive(request)) == ("text", "ok")
    else:
        with pytest.raises(Forged):
            ADAPTER.receive(request)


def test_one_click_ends_the_letters_to_that_address_only() -> None:
    left = cancels(GENUINE.left(sender="grace@mail.example", at=NOW, number=1))

    assert (left.sender, left.kind, left.channel) == ("grace@mail.example", Kind.LEFT, Channel.EMAIL)


def test_a_link_that_is_only_followed_ends_nothing_but_shows_the_button() -> None:
    request = replace(GENUINE.left(sender="grace@mail.example", at=NOW, number=1), method="GET", body=b"")

    answer = CANCEL.receive(request)

    assert became(answer) == ("ignored",)
    assert b'<form method="post">' in answer.body


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        cancel_token("grace@mail.example", secret="another"),
        cancel_token("grace@mail.example", secret=LETTERS.secret)[:-1],
        cancel_token("no address", secret=LETTERS.secret),
        letter_name("grace@mail.example", to="a@b", domain="x", secret=LETTERS.secret)
        .strip("<>")
        .partition("@")[0],
        "é.é",
    ],
)
def test_nobody_can_end_another_persons_letters(token: str) -> None:
    request = GENUINE.left(sender="grace@mail.example", at=NOW, number=1)

    with pytest.raises(Forged):
        CANCEL.receive(replace(request, url=f"{PUBLIC_URL}/letters/cancel?token={token}"))


def test_a_post_without_the_one_click_word_ends_nothing() -> None:
    request = GENUINE.left(sender="grace@mail.example", at=NOW, number=1)

    with pytest.raises(Malformed):
        CANCEL.receive(replace(request, body=b"x=1"))


async def test_a_letter_says_who_writes_and_nothing_else_where_others_may_look(kit: Kit) -> None:
    await kit.adapter.send(replace(kit.message("Your balance is 842.50."), language="zh-Hant"))

    headers = kit.provider.taken[0].request
    assert headers["subject"] == "來自Example Lender的訊息"
    assert headers["from"] == "Example Lender <letters@kept.example>"


def on_the_wire(kit: Kit) -> dict[str, str]:
    """The headers as a mail program finds them that decodes nothing."""
    assert isinstance(kit.provider, LettersStandIn)
    head = kit.provider.raw[-1].decode("ascii").partition("\r\n\r\n")[0].replace("\r\n ", " ")
    return {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head.splitlines())
    }


async def test_every_letter_can_be_ended_by_one_click(kit: Kit) -> None:
    await kit.adapter.send(kit.message())

    headers = on_the_wire(kit)
    link = headers["list-unsubscribe"].strip("<>")
    assert headers["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    request = replace(GENUINE.left(sender="x@mail.example", at=NOW, number=1), url=link)
    assert cancels(request).sender == kit.borrower


async def test_the_same_key_is_the_same_letter(kit: Kit) -> None:
    first, second = await kit.adapter.send(kit.message()), await kit.adapter.send(kit.message())

    assert first.provider_id == second.provider_id
    assert letter(first.provider_id, secret=LETTERS.secret) == Letter("turn-1/0", kit.borrower)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("450 4.2.0", TryLater), ("552 5.3.4", Rejected), ("554 5.7.1", Rejected), ("550 5.1.1", Unreachable)],
)
async def test_a_refused_letter_is_read_by_its_code(kit: Kit, code: str, kind: type[Exception]) -> None:
    kit.provider.will(Fault.REFUSED, code=code)

    with pytest.raises(kind):
        await kit.adapter.send(kit.message())


@pytest.mark.parametrize("recipient", ["", "a", "a@b\r\nBcc: c@d", "<a@b>", "a b@c", "a@b,c@d"])
async def test_an_address_that_is_none_is_refused_here(kit: Kit, recipient: str) -> None:
    with pytest.raises(Rejected):
        await kit.adapter.send(replace(kit.message(), recipient=recipient))
    assert kit.provider.calls == []


async def test_a_mail_server_that_is_down_certainly_took_nothing(kit: Kit) -> None:
    lonely = Letters(replace(LETTERS, port=9), clock=kit.clock, public_url=PUBLIC_URL, timeout=0.3)

    with pytest.raises(TryLater):
        await lonely.send(kit.message())


async def test_a_line_that_is_only_a_dot_does_not_end_the_letter(kit: Kit) -> None:
    await kit.adapter.send(kit.message("one\n.\ntwo"))

    assert kit.provider.texts_to(kit.borrower) == ["one\n.\ntwo"]
