"""What Twilio's messages and deliveries become."""

from __future__ import annotations

import pytest

from channels.base import (
    Forged,
    Malformed,
)
from channels.twilio.genuine import TwilioGenuine
from core.messages import (
    Channel,
    DeliveryState,
    DeliveryUpdate,
    Ignored,
    InboundMessage,
    Kind,
)
from tests.channels.kits import NOW, PUBLIC_URL, TWILIO
from tests.channels.payloads import became, names
from tests.channels.twilio.captured import (
    DELIVERIES,
    PAYLOADS,
    ROUTES,
    SMS,
    WHATSAPP,
    arrives,
    payload,
    post,
    told,
)

EXPECTED: dict[str, tuple[object, ...]] = {
    "mms_contact_card": ("contact", ""),
    "mms_image": ("image", "receipt"),
    "mms_two_files": ("file", ""),
    "rcs_text": ("ignored",),
    "sms_empty": ("text", ""),
    "sms_from_a_name": ("ignored",),
    "sms_from_a_short_code": ("ignored",),
    "sms_help_answered_by_twilio": ("text", "HELP"),
    "sms_start_answered_by_twilio": ("text", "START"),
    "sms_stop_answered_by_twilio": ("text", "STOP"),
    "sms_text": ("text", "can do 200 on the 22nd by card"),
    "sms_text_zh": ("text", "周五还500块"),
    "sms_through_a_messaging_service": ("text", "ok"),
    "sms_with_add_ons": ("text", "ok"),
    "status_accepted": ("queued", None),
    "status_canceled": ("failed", "canceled"),
    "status_delivered": ("delivered", None),
    "status_failed_filtered": ("failed", "30007"),
    "status_failed_opted_out": ("failed", "21610"),
    "status_queued": ("queued", None),
    "status_sending": ("queued", None),
    "status_sent": ("sent", None),
    "status_undelivered_handset_off": ("undelivered", "30003"),
    "status_undelivered_landline": ("undelivered", "30006"),
    "status_undelivered_no_such_number": ("undelivered", "30005"),
    "status_unknown": ("ignored",),
    "status_whatsapp_delivered": ("delivered", None),
    "status_whatsapp_read": ("read", None),
    "status_whatsapp_undelivered_window": ("undelivered", "63016"),
    "whatsapp_button": ("button", "Sí, confirmo"),
    "whatsapp_contact": ("contact", ""),
    "whatsapp_document": ("file", "recibo.pdf"),
    "whatsapp_forwarded": ("text", "hola"),
    "whatsapp_image": ("image", "recibo"),
    "whatsapp_interactive": ("button", "Konfirmasi"),
    "whatsapp_list": ("button", "Plan de 3 pagos"),
    "whatsapp_location": ("location", ""),
    "whatsapp_reaction": ("ignored",),
    "whatsapp_reply": ("text", "sí"),
    "whatsapp_sticker": ("sticker", ""),
    "whatsapp_text": ("text", "el viernes deposito 500"),
    "whatsapp_unsupported": ("ignored",),
    "whatsapp_voice": ("voice", ""),
    "whatsapp_without_a_number": ("text", "hola"),
}


def test_every_captured_request_has_its_expectation() -> None:
    assert names(PAYLOADS) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_captured_request_becomes_what_it_says(name: str) -> None:
    receiver = ROUTES.get(name.partition("_")[0], SMS)

    assert became(receiver.receive(post(payload(name)))) == EXPECTED[name]


def test_a_message_carries_who_to_whom_and_its_id() -> None:
    message = arrives(payload("sms_text"))

    assert (message.channel, message.sender, message.recipient) == (
        Channel.SMS,
        "+13125550142",
        "+15005550006",
    )
    assert message.provider_id == payload("sms_text")["MessageSid"]


def test_a_whatsapp_address_loses_its_prefix() -> None:
    [message] = WHATSAPP.receive(post(payload("whatsapp_text"))).events

    assert isinstance(message, InboundMessage)
    assert (message.channel, message.sender, message.recipient) == (
        Channel.WHATSAPP,
        "+5215512345678",
        "+14155238886",
    )


def test_a_stop_that_comes_by_the_wrong_route_is_still_heard_as_whatsapps() -> None:
    [message] = SMS.receive(post(payload("whatsapp_text") | {"Body": "BAJA"})).events

    assert isinstance(message, InboundMessage)
    assert (message.channel, message.text) == (Channel.WHATSAPP, "BAJA")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("sms_stop_answered_by_twilio", "stop"),
        ("sms_start_answered_by_twilio", "start"),
        ("sms_help_answered_by_twilio", "help"),
        ("sms_text", None),
    ],
)
def test_a_word_that_twilio_has_answered_itself_is_marked(name: str, word: str | None) -> None:
    assert arrives(payload(name)).answered_keyword == word


def test_files_keep_their_types_and_only_twilios_own_hosts_are_ever_fetched_from() -> None:
    fields = payload("mms_two_files") | {"MediaUrl1": "https://api.twilio.com.evil.example/x"}

    [file] = arrives(fields).media

    assert (file.content_type, file.url.partition("/2010")[0]) == (
        "application/pdf",
        "https://api.twilio.com",
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://api.twilio.com/x",
        "https://twilio.com@evil.example/x",
        "https://eviltwilio.com/x",
        "file:///etc/passwd",
        "https://[broken",
    ],
)
def test_a_file_elsewhere_is_left_out_but_its_message_is_kept(url: str) -> None:
    message = arrives(payload("mms_image") | {"MediaUrl0": url})

    assert (message.kind, message.text, message.media) == (Kind.IMAGE, "receipt", ())


@pytest.mark.parametrize("change", [{"MediaUrl0": ""}, {"NumMedia": "2"}])
def test_a_file_that_is_counted_and_not_there_does_not_cost_the_message(change: dict[str, str]) -> None:
    assert arrives(payload("mms_image") | change).text == "receipt"


@pytest.mark.parametrize(
    "change",
    [
        {"MessageSid": ""},
        {"MessageSid": "SM1' OR 1=1"},
        {"MessageSid": "XX" + "0" * 32},
        {"From": ""},
        {"From": "+1<script>"},
        {"From": "whatsapp:anyone"},
        {"To": ""},
        {"To": "whatsapp:+14155238886"},
        {"NumMedia": "-1"},
        {"NumMedia": "many"},
        {"NumMedia": "11"},
        {"NumMedia": "9" * 5000},
        {"NumMedia": "²"},
        {"SmsStatus": "delivered"},
        {"AccountSid": "AC" + "1" * 32},
    ],
)
def test_a_signed_message_with_a_broken_field_is_refused(change: dict[str, str]) -> None:
    with pytest.raises((Malformed, Forged)):
        SMS.receive(post(payload("sms_text") | change))


@pytest.mark.parametrize("name", ["MessageSid", "From", "To", "Body", "AccountSid"])
def test_a_signed_message_with_a_missing_field_is_refused(name: str) -> None:
    fields = {field: value for field, value in payload("sms_text").items() if field != name}

    with pytest.raises((Malformed, Forged)):
        SMS.receive(post(fields))


def test_a_message_is_answered_with_empty_twiml() -> None:
    answer = SMS.receive(post(payload("sms_text")))

    assert (answer.status, answer.content_type, answer.body) == (200, "text/xml", b"<Response/>")


def test_a_delivery_brings_our_key_back() -> None:
    assert told(payload("status_delivered"), "?key=turn-1%2F0").our_key == "turn-1/0"
    assert told(payload("status_delivered")).our_key is None


def test_a_delivery_with_two_keys_is_refused() -> None:
    with pytest.raises(Malformed):
        told(payload("status_delivered"), "?key=a&key=b")


@pytest.mark.parametrize(
    ("name", "unreachable", "opted_out"),
    [
        ("status_undelivered_no_such_number", True, False),
        ("status_undelivered_landline", True, False),
        ("status_failed_opted_out", True, True),
        ("status_undelivered_handset_off", False, False),
        ("status_failed_filtered", False, False),
        ("status_whatsapp_undelivered_window", False, False),
        ("status_delivered", False, False),
    ],
)
def test_only_a_final_word_about_the_number_makes_it_unreachable(
    name: str, unreachable: bool, opted_out: bool
) -> None:
    update = told(payload(name))

    assert (update.unreachable, update.opted_out) == (unreachable, opted_out)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("21610", {"unreachable", "opted_out"}),
        ("63014", {"unreachable", "opted_out"}),
        ("63033", {"unreachable", "opted_out"}),
        ("21211", {"unreachable"}),
        ("21614", {"unreachable"}),
        ("21635", {"unreachable"}),
        ("30005", {"unreachable"}),
        ("30006", {"unreachable"}),
        ("63003", {"unreachable"}),
        ("63024", {"unreachable"}),
        ("63016", {"window_shut"}),
        ("30036", {"expired"}),
        # The handset is off, the text was filtered, our own number or template is at fault, WhatsApp limits us:
        # none of this says anything about the person's address.
        *(
            (code, set())
            for code in ("30001", "30003", "30004", "30007", "30008", "30034", "63018", "63032", "63049")
        ),
    ],
)
def test_each_code_of_a_lost_message_says_what_it_says_and_no_more(code: str, expected: set[str]) -> None:
    lost = payload("status_undelivered_landline") | {"ErrorCode": code}
    found = told(lost)
    late = told(lost | {"MessageStatus": "sent", "SmsStatus": "sent"})

    marks = ("unreachable", "opted_out", "window_shut", "expired")
    assert {mark for mark in marks if getattr(found, mark)} == expected
    assert not any(getattr(late, mark) for mark in marks)


def test_a_whatsapp_delivery_belongs_to_whatsapp() -> None:
    assert told(payload("status_whatsapp_read")).channel is Channel.WHATSAPP
    assert told(payload("status_delivered")).channel is Channel.SMS


@pytest.mark.parametrize(
    "change",
    [
        {"MessageSid": ""},
        {"MessageStatus": "", "SmsStatus": ""},
        {"AccountSid": ""},
    ],
)
def test_a_delivery_with_a_broken_field_is_refused(change: dict[str, str]) -> None:
    with pytest.raises((Malformed, Forged)):
        told(payload("status_delivered") | change)


def test_a_delivery_with_an_odd_code_keeps_its_state() -> None:
    update = told(payload("status_delivered") | {"ErrorCode": "30003; drop"})

    assert (update.state, update.error) == (DeliveryState.DELIVERED, "unknown")


def test_the_state_of_a_message_to_us_is_no_delivery() -> None:
    fields = payload("status_delivered") | {"MessageStatus": "received"}

    [event] = DELIVERIES.receive(post(fields, f"{PUBLIC_URL}/twilio/status")).events

    assert isinstance(event, Ignored)


def test_a_message_sent_to_the_route_for_deliveries_is_not_lost_with_a_success() -> None:
    with pytest.raises(Malformed):
        told(payload("sms_text"))


def test_no_error_is_no_error_however_it_is_written() -> None:
    assert told(payload("status_delivered") | {"ErrorCode": "0"}).error is None
    assert told(payload("status_delivered") | {"ErrorCode": ""}).error is None


def test_a_status_whose_state_is_yet_to_come_is_ignored() -> None:
    [event] = DELIVERIES.receive(post(payload("status_unknown"))).events

    assert isinstance(event, Ignored)


def test_a_delivery_from_our_own_writer_is_read() -> None:
    genuine = TwilioGenuine(TWILIO, channel=Channel.WHATSAPP, public_url=PUBLIC_URL)
    request = genuine.delivery("SM1", DeliveryState.READ, key="k", to="+13125550142", at=NOW)

    [update] = DELIVERIES.receive(request).events

    assert update == DeliveryUpdate(Channel.WHATSAPP, "SM1", DeliveryState.READ, NOW, our_key="k")
