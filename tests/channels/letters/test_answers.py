"""Whose answer a mail is, what in it is new, and what files came with it."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from channels.letters.adapter import Letters
from channels.letters.files import MOST_FILES
from channels.letters.genuine import LettersGenuine
from channels.letters.names import letter_name, reply_tag
from channels.letters.words import without_quotes
from channels.settings import LetterSettings
from core.clock import SetClock
from core.messages import Ignored, Inbound, InboundMessage, Kind
from tests.channels.kits import LETTERS, NOW, PUBLIC_URL

GRACE, WALTER = "grace@mail.example", "walter@mail.example"
TAGGED = replace(LETTERS, tag="+")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def name(to: str = GRACE, *, secret: str = LETTERS.secret) -> str:
    return letter_name("turn-1/0", to=to, domain="kept.example", secret=secret)


def mail(text: str = "200 on Friday", *, sender: str = GRACE, **headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP.clone(max_line_length=998))
    made["From"] = sender
    made["Message-ID"] = "<1@mail.example>"
    for header, value in headers.items():
        made[header.replace("_", "-")] = value
    if "to" not in headers:
        made["To"] = LETTERS.sender
    made.set_content(text)
    return made


def read(written: EmailMessage | bytes, settings: LetterSettings = LETTERS) -> Inbound:
    adapter = Letters(settings, clock=SetClock(NOW), public_url=PUBLIC_URL)
    raw = written if isinstance(written, bytes) else written.as_bytes()
    [event] = adapter.receive(LettersGenuine(LETTERS, public_url=PUBLIC_URL).hand_over(raw, at=NOW)).events
    return event


def message(written: EmailMessage | bytes, settings: LetterSettings = LETTERS) -> InboundMessage:
    event = read(written, settings)
    assert isinstance(event, InboundMessage)
    return event


def test_who_answers_a_letter_is_who_got_it() -> None:
    found = message(mail(in_reply_to=name()))

    assert (found.sender, found.proven) == (GRACE, True)


def test_who_answers_from_another_address_of_theirs_is_still_who_got_the_letter() -> None:
    found = message(mail(sender="grace.o@office.example", in_reply_to=name()))

    assert (found.sender, found.proven) == (GRACE, True)


def test_an_address_alone_proves_nothing() -> None:
    found = message(mail())

    assert (found.sender, found.proven) == (GRACE, False)


@pytest.mark.parametrize(
    "made_up",
    [
        name(secret="another"),
        name().replace("@", "x@"),
        "<turn-1/0@kept.example>",
        "<" + "a" * 5000 + "@kept.example>",
        "<é@kept.example>",
        "",
    ],
)
def test_a_made_up_letter_proves_nothing(made_up: str) -> None:
    raw = mail().as_bytes().replace(b"\r\n", f"\r\nIn-Reply-To: {made_up}\r\n".encode(), 1)

    assert message(raw).proven is False


def test_whom_a_letter_was_passed_on_to_does_not_speak_for_who_got_it() -> None:
    passed_on = mail(
        sender=WALTER, in_reply_to="<fwd@mail.example>", references=f"{name()} <fwd@mail.example>"
    )
    by_herself = mail(in_reply_to="<2@mail.example>", references=f"{name()} <2@mail.example>")

    assert (message(passed_on).sender, message(passed_on).proven) == (WALTER, False)
    assert (message(by_herself).sender, message(by_herself).proven) == (GRACE, True)


def test_an_address_whose_domain_or_name_is_in_capitals_is_the_one_we_wrote_to() -> None:
    found = message(mail(sender="GRACE@Mail.Example", references=name()))

    assert (found.sender, found.proven) == (GRACE, True)


@pytest.mark.parametrize(
    ("header", "proven"),
    [
        ({"to": "letters+{tag}@kept.example"}, True),
        ({"to": "LETTERS+{TAG}@KEPT.EXAMPLE"}, True),
        ({"to": "someone@kept.example", "delivered_to": "letters+{tag}@kept.example"}, True),
        ({"to": "letters+{other}@kept.example"}, False),
        ({"to": "letters@kept.example"}, False),
        ({"to": "letters+{tag}@elsewhere.example"}, False),
        ({"to": "letters+@kept.example"}, False),
    ],
)
def test_the_address_that_a_letter_is_answered_at_proves_who_got_it(
    header: dict[str, str], proven: bool
) -> None:
    tag, other = (reply_tag(who, secret=LETTERS.secret) for who in (GRACE, WALTER))
    written = {key: value.format(tag=tag, TAG=tag.upper(), other=other) for key, value in header.items()}

    assert message(mail(**written), TAGGED).proven is proven


def test_a_note_in_the_address_counts_only_where_the_mail_server_takes_such_addresses() -> None:
    to = f"letters+{reply_tag(GRACE, secret=LETTERS.secret)}@kept.example"

    assert message(mail(to=to)).proven is False


@pytest.mark.parametrize("own", [LETTERS.sender, LETTERS.bounces, "Letters@KEPT.example"])
def test_a_mail_from_ourselves_is_answered_by_nobody(own: str) -> None:
    assert isinstance(read(mail(sender=own)), Ignored)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "Thank you, I can pay 200 on Friday\n- not before",
            "Thank you, I can pay 200 on Friday\n- not before",
        ),
        ("From: my wages, 200\nOn Friday", "From: my wages, 200\nOn Friday"),
        ("On Friday I wrote: no more mails.", "On Friday I wrote: no more mails."),
        ("在家写道歉信", "在家写道歉信"),
        (
            "STOP\n\nOn Wed, May 13, 2026 at 9:00 AM Example Lender\n<letters@kept.example> wrote:\n> x",
            "STOP",
        ),
        ("BAJA\n\nEl mié, 13 may 2026 a las 9:00, Example Lender (<l@k.example>) escribió:\n> x", "BAJA"),
        ("退订\n发件人： L <l@k.example>\n发送时间： 2026年5月13日\n您的余额", "退订"),
        ("取消\n寄件者: L <l@k.example>\n寄件日期: 2026年5月13日\n您的餘額", "取消"),
        ("ok\n\nL <l@k.example> 于2026年5月13日周三 00:05写道：\n> x", "ok"),
        ("ok\n---- 回复的原邮件 ----\n| 发件人 | L |", "ok"),
        ("好的\n從我的 iPhone 傳送", "好的"),
        ("ok\nSent from Outlook for iOS<https://aka.ms/x>", "ok"),
        ("> all of it quoted", ""),
    ],
)
def test_only_what_certainly_is_old_is_cut(text: str, new: str) -> None:
    assert without_quotes(text) == new


def test_a_long_hostile_text_is_read_in_no_time() -> None:
    assert len(without_quotes("On " * 300_000)) > 0
    assert len(without_quotes("在2026@\n" * 50_000)) > 0


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("auto_submitted", "auto-replied"),
        ("auto_submitted", "auto-generated; owner-email=x"),
        ("precedence", "auto_reply"),
        ("x_autoreply", "yes"),
        ("list_unsubscribe", "<mailto:x@y.example>"),
        ("return_path", "<>"),
        ("subject", "Automatic reply: A message from Example Lender"),
        ("subject", "Out of Office: back on Monday"),
        ("subject", "Fuera de la oficina"),
        ("subject", "自動回覆: 來自Example Lender的訊息"),
    ],
)
def test_what_a_machine_wrote_means_nothing(header: str, value: str) -> None:
    assert isinstance(read(mail("STOP", in_reply_to=name(), **{header: value})), Ignored)


@pytest.mark.parametrize(
    "header",
    [
        {"auto_submitted": "no"},
        {"subject": "Re: Automatic reply: x"},
        {"subject": "I am out of the office on Friday"},
    ],
)
def test_what_a_person_wrote_is_heard(header: dict[str, str]) -> None:
    assert message(mail("STOP", in_reply_to=name(), **header)).text == "STOP"


def test_a_mail_with_nothing_but_a_subject_says_its_subject_unless_that_is_ours() -> None:
    assert message(mail("", subject="Re: please STOP")).text == "please STOP"
    assert message(mail("", subject="RE: Un mensaje de Example Lender")).text == ""


def test_photographs_come_with_their_mail_and_logos_do_not() -> None:
    written = mail("paid", in_reply_to=name())
    written.add_alternative("<p>paid<img src='cid:logo'></p>", subtype="html")
    html = written.get_body(preferencelist=("html",))
    assert isinstance(html, EmailMessage)
    html.add_related(PNG, "image", "png", cid="<logo>")
    written.add_attachment(PNG, "image", "png", filename="receipt.png")

    found = message(written)

    assert (found.kind, found.text) == (Kind.IMAGE, "paid")
    assert [(media.content_type, media.body) for media in found.media] == [("image/png", PNG)]


def test_a_screenshot_pasted_into_a_mail_is_taken() -> None:
    written = mail("paid", in_reply_to=name())
    written.add_alternative("<p>paid<img src='cid:1'></p>", subtype="html")
    html = written.get_body(preferencelist=("html",))
    assert isinstance(html, EmailMessage)
    html.add_related(PNG + b"\1" * 40_000, "image", "png", cid="<1>")

    assert message(written).kind is Kind.IMAGE


def test_what_a_file_is_called_counts_for_nothing() -> None:
    written = mail("my papers", in_reply_to=name())
    written.add_attachment(b"MZ\x90\x00", "image", "png", filename="receipt.png")

    found = message(written)

    # Its first bytes go on to where it is refused; it makes no picture of the message.
    assert (found.kind, [media.content_type for media in found.media]) == (Kind.TEXT, [None])


def test_a_seal_or_a_calendar_is_no_file() -> None:
    written = mail("ok", in_reply_to=name())
    written.add_attachment(b"0\x82", "application", "pkcs7-signature", filename="smime.p7s")
    written.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="x.ics")

    assert message(written).media == ()


def test_a_mail_brings_only_so_many_files() -> None:
    written = mail("ok", in_reply_to=name())
    for _ in range(MOST_FILES + 5):
        written.add_attachment(PNG, "image", "png")

    assert len(message(written).media) == MOST_FILES


def test_a_complaint_names_nobody_but_who_got_the_letter() -> None:
    raw = (Path(__file__).parent / "payloads" / "complaint_naming_another.eml").read_bytes()

    assert message(raw.replace(b"{{our letter}}", name().encode())).sender == GRACE
