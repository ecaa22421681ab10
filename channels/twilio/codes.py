"""What Twilio's error codes mean for us. Source: Twilio, "Error and Warning Dictionary"."""

from __future__ import annotations

import httpx

from channels.base import Rejected, SendFailed, TryLater, Unreachable, WindowClosed

# The person asked Twilio, or WhatsApp, to let nothing more of ours through, or blocked us there.
OPTED_OUT = frozenset({"21610", "63014", "63033"})

# No such number, a landline, another network's address: no message of ours will ever arrive there.
UNREACHABLE = frozenset({"21211", "21217", "21265", "21614", "21635", "30005", "30006", "63003", "63024"})

# WhatsApp: 24 hours since the person wrote.
WINDOW_CLOSED = frozenset({"63016"})

# It lay in Twilio's queue for longer than its ValidityPeriod and was never sent.
EXPIRED = frozenset({"30036"})

# Ours or the carrier's queue is full, or Twilio is out of breath: nothing was taken.
TEMPORARY = frozenset({"20429", "14107", "21611", "30001", "30022", "63018", "20503", "20006"})


def refusal_code(response: httpx.Response) -> str:
    """Twilio's code for a refusal, or the HTTP status where somebody on the way refused."""
    try:
        return str(response.json()["code"])
    except (ValueError, KeyError, TypeError):
        return str(response.status_code)


def failed(code: str, *, status: int, after: float | None = None) -> SendFailed:
    """The failure that a refusal with this `code` and HTTP `status` is."""
    if code in OPTED_OUT:
        return Unreachable("The person has opted out at the carrier.", code=code, opted_out=True)
    if code in UNREACHABLE:
        return Unreachable("Twilio cannot reach this number.", code=code)
    if code in WINDOW_CLOSED:
        return WindowClosed("The session window is shut.", code=code, remedy="Send an approved template.")
    if code in TEMPORARY or status == 429:
        return TryLater("Twilio takes no more for now.", code=code, after=after)
    return Rejected(
        "Twilio refused the message.", code=code, remedy="Look the code up in Twilio's error dictionary."
    )
