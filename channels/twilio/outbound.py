"""A message of ours as Twilio's Messages API takes it. Source: Twilio, "Messages resource"."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode

from channels.base import OutcomeUnknown, Rejected
from channels.transport import seconds_left
from channels.wire import text_with_choices
from core.messages import Blank, DeliveryState, OutboundMessage, Receipt

# Seconds that Twilio keeps a message in its queue at most.
LONGEST_VALIDITY = 36_000
# Characters that fill one blank of a template at most. Source: Twilio, "Using variables with Content API".
LONGEST_VARIABLE = 255

_TAKEN = {
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
}


def request_form(
    message: OutboundMessage, *, sender: str, prefix: str, status_url: str, now: datetime
) -> dict[str, str]:
    """The form to post; raises `TooLate`, or `Rejected` where a blank cannot be filled."""
    form = {"To": prefix + message.recipient, "StatusCallback": status_callback(status_url, message.key)}
    form["MessagingServiceSid" if sender.startswith("MG") else "From"] = sender
    left = seconds_left(message, now)
    if left is not None:
        form["ValidityPeriod"] = str(min(int(left), LONGEST_VALIDITY))
    if message.template is None:
        return form | {"Body": text_with_choices(message)}
    form["ContentSid"] = message.template
    if message.blanks:
        filled = {name: _variable(blank) for name, blank in message.blanks.items()}
        form["ContentVariables"] = json.dumps(filled, ensure_ascii=False)
    return form


def _variable(blank: Blank) -> str:
    """What fills a blank on one line; WhatsApp refuses empty ones, line ends and rows of spaces (21656, 63021)."""
    line = " ".join(blank.shown.split())
    if not line or len(line) > LONGEST_VARIABLE:
        raise Rejected("A blank of the template stays empty or is too long.", code="blank")
    return line


def status_callback(status_url: str, key: str) -> str:
    """Where Twilio tells what became of the message with our `key`: a lost answer is found again by it."""
    return f"{status_url}?{urlencode({'key': key})}"


def receipt(answer: Mapping[str, Any]) -> Receipt:
    """What Twilio's 201 says: id, state and, once Twilio has counted, segments."""
    sid = answer.get("sid")
    if not isinstance(sid, str) or not sid:
        raise OutcomeUnknown("Twilio's answer names no message.")
    segments = re.fullmatch(r"[1-9]\d?", str(answer.get("num_segments") or ""))
    state = _TAKEN.get(str(answer.get("status")), DeliveryState.QUEUED)
    return Receipt(provider_id=sid, state=state, segments=int(segments[0]) if segments else 1)


def found(
    answer: Mapping[str, Any], message: OutboundMessage, since: datetime, *, other_than: Collection[str] = ()
) -> Receipt | None:
    """The receipt of `message` in Twilio's list of an address's messages: the newest that says the same."""
    for listed in answer.get("messages") or []:
        if not isinstance(listed, dict) or listed.get("sid") in other_than:
            continue
        ours = str(listed.get("direction", "")).startswith("outbound")
        if (
            ours
            and message.template is None
            and listed.get("body") == text_with_choices(message)
            and _made_at(listed) >= since
        ):
            return receipt(listed)
    return None


def _made_at(listed: Mapping[str, Any]) -> datetime:
    try:
        return parsedate_to_datetime(str(listed.get("date_created")))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
