"""Which requests are Twilio's own, and which only look like it."""

from __future__ import annotations

import base64
import hmac
from dataclasses import replace
from hashlib import sha1, sha256
from urllib.parse import parse_qsl, urlencode

import pytest
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # the library ships no types

from channels.base import (
    Forged,
    Malformed,
    TooLarge,
)
from channels.twilio.genuine import TwilioGenuine
from channels.wire import FORM
from core.messages import (
    Channel,
)
from tests.channels.kits import NOW, PUBLIC_URL, TWILIO
from tests.channels.payloads import became
from tests.channels.twilio.captured import (
    DELIVERIES,
    SMS,
    TOKEN,
    URL,
    changed,
    json_request,
    payload,
    post,
)


def test_a_field_that_comes_twice_is_refused_even_when_the_signature_is_right() -> None:
    fields = [*payload("sms_text").items(), ("Body", "no")]
    both = {name: [value for field, value in fields if field == name] for name, _ in fields}

    class Several(dict[str, list[str]]):
        def getlist(self, name: str) -> list[str]:
            return self[name]

    signature = RequestValidator(TOKEN).compute_signature(URL, Several(both))

    with pytest.raises(Malformed):
        SMS.receive(changed(urlencode(fields), **{"x-twilio-signature": signature}))


def test_a_field_doubled_with_the_same_value_which_the_signature_does_not_notice_is_refused() -> None:
    fields = payload("sms_text")

    with pytest.raises(Malformed):
        SMS.receive(changed(urlencode([*fields.items(), ("Body", fields["Body"])]), fields))


def test_a_form_of_thousands_of_fields_is_refused() -> None:
    with pytest.raises(Malformed):
        SMS.receive(changed("&".join(f"a{at}=1" for at in range(5000))))


def test_a_form_above_the_bound_is_too_large() -> None:
    with pytest.raises(TooLarge):
        SMS.receive(post(payload("sms_text") | {"Body": "a" * 300_000}))


@pytest.mark.parametrize(
    "change", [{"Body": "can do 900 on the 22nd by card"}, {"From": "+13125550143"}, {"Extra": "1"}]
)
def test_a_form_changed_after_signing_is_forged(change: dict[str, str]) -> None:
    fields = payload("sms_text")

    with pytest.raises(Forged):
        SMS.receive(changed(urlencode(fields | change), fields))


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "x",
        "é" * 28,
        base64.b64encode(hmac.new(b"another token", b"", sha1).digest()).decode(),
        base64.b64encode(hmac.new(TOKEN.encode(), b"", sha256).digest()).decode(),
    ],
)
def test_another_signature_is_forged(signature: str) -> None:
    with pytest.raises(Forged):
        SMS.receive(post(payload("sms_text"), signature=signature or " "))


@pytest.mark.parametrize(
    ("signed", "called"),
    [
        ("https://kept.example.com/twilio/sms", "https://kept.example.com:443/twilio/sms"),
        ("https://kept.example.com:443/twilio/sms", "https://kept.example.com/twilio/sms"),
        ("https://kept.example.com:8443/twilio/sms", "https://kept.example.com:8443/twilio/sms"),
        ("https://kept.example.com/twilio/sms", "https://kept.example.com:8443/twilio/sms"),
        ("http://kept.example.com:80/twilio/sms", "http://kept.example.com/twilio/sms"),
        (f"{URL}?a=1&b=%20x+y", f"{URL}?a=1&b=%20x+y"),
        (f"{URL}?", f"{URL}?"),
        ("https://user:pass@kept.example.com/twilio/sms", "https://user:pass@kept.example.com/twilio/sms"),
    ],
)
def test_the_port_may_be_written_or_not(signed: str, called: str) -> None:
    request = replace(post(payload("sms_text"), signed), url=called)

    assert became(SMS.receive(request))[0] == "text"


@pytest.mark.parametrize(
    "called",
    [
        "http://kept.example.com/twilio/sms",
        "https://kept.example.org/twilio/sms",
        "https://kept.example.com/twilio/sms/",
        "https://kept.example.com/twilio/whatsapp",
        "https://kept.example.com/twilio/sms?a=1",
        "https://kept.example.com/Twilio/sms",
    ],
)
def test_a_signature_for_another_address_is_forged(called: str) -> None:
    with pytest.raises(Forged):
        SMS.receive(replace(post(payload("sms_text")), url=called))


@pytest.mark.parametrize("called", ["https://[broken/twilio/sms", "https://kept.example.com:port/twilio/sms"])
def test_an_address_that_is_none_is_refused(called: str) -> None:
    with pytest.raises(Malformed):
        SMS.receive(replace(post(payload("sms_text")), url=called))


def test_a_message_by_get_has_its_fields_in_the_signed_address() -> None:
    url = f"{URL}?{urlencode(payload('sms_text'))}"
    request = replace(post({}, url), method="GET", body=b"", headers=dict(post({}, url).headers))

    assert became(SMS.receive(request)) == ("text", "can do 200 on the 22nd by card")


def test_a_newer_signature_with_sha256_is_taken_and_an_unknown_algorithm_is_not() -> None:
    fields = payload("sms_text")
    signature = RequestValidator(TOKEN).compute_signature(URL, fields, "HMAC_SHA256")
    named = {
        "x-twilio-signature": signature,
        "x-twilio-webhooks-signature-settings": "key=k,algorithm=HMAC_SHA256",
    }

    assert became(SMS.receive(changed(urlencode(fields), fields, **named)))[0] == "text"
    unknown = named | {"x-twilio-webhooks-signature-settings": "key=k,algorithm=NONE"}
    with pytest.raises(Forged):
        SMS.receive(changed(urlencode(fields), fields, **unknown))


def test_json_that_twilio_signed_by_its_hash_is_genuine_and_asks_nothing() -> None:
    body = b'{"Body": "ok"}'
    request = json_request(body, f"{URL}?bodySHA256={sha256(body).hexdigest()}")

    assert became(SMS.receive(request)) == ("ignored",)
    assert became(DELIVERIES.receive(request)) == ("ignored",)


def test_json_whose_hash_is_missing_or_another_is_forged() -> None:
    for url in (URL, f"{URL}?bodySHA256={'0' * 64}", f"{URL}?bodySHA256="):
        request = json_request(b'{"Body": "ok"}', url)
        with pytest.raises(Forged):
            SMS.receive(request)


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "multipart/form-data; boundary=x", f"{FORM}; charset=utf-16", "application/xml"],
)
def test_a_form_under_another_type_is_refused(content_type: str) -> None:
    fields = payload("sms_text")

    with pytest.raises(Malformed):
        SMS.receive(changed(urlencode(fields), fields, **{"content-type": content_type}))


def test_a_form_in_another_encoding_is_refused() -> None:
    fields = payload("sms_text")
    for body in (b"Body=%ff%fe", b"Body=\xff", urlencode(fields).encode("utf-16")):
        request = changed(body, fields)
        with pytest.raises(Malformed):
            SMS.receive(request)


def test_a_delivery_with_a_key_changed_on_the_way_is_forged() -> None:
    request = post(payload("status_delivered"), f"{PUBLIC_URL}/twilio/status?key=a")

    with pytest.raises(Forged):
        DELIVERIES.receive(replace(request, url=request.url.replace("key=a", "key=b")))


def test_our_own_writer_signs_as_twilios_library_does() -> None:
    genuine = TwilioGenuine(TWILIO, channel=Channel.SMS, public_url=PUBLIC_URL)
    request = genuine.text("周五还500块", sender="+13125550142", at=NOW, number=1)
    fields = dict(parse_qsl(request.body.decode(), keep_blank_values=True))

    assert RequestValidator(TOKEN).validate(request.url, fields, request.headers["x-twilio-signature"])
