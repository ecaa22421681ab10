"""Twilio's Messages API as far as we call it, for tests, the demonstration and `kept play`."""

from __future__ import annotations

import base64
import json
import re
from email.utils import format_datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from channels.settings import TwilioSettings
from channels.testing import TAKEN_ANYWAY, Fault, Script, StandIn, Taken, fails_like
from channels.wire import same_secret
from core.clock import Clock, SystemClock

_ADDRESS = re.compile(r"(whatsapp:)?\+[1-9]\d{6,14}")
_LONGEST_BODY = 1600
_ACCOUNTS = "/2010-04-01/Accounts"


class TwilioStandIn(StandIn):
    """Knows one account; `opted_out` and `landlines` are numbers without prefix that it will not write to;
    to those in `closed` it takes only templates by WhatsApp. `templates` are the texts of the content templates it
    knows, by Content SID; WhatsApp has approved those that are not in `unapproved`.

    A file is redirected to the stand-in's own store, or to `elsewhere`.
    """

    def __init__(self, settings: TwilioSettings, clock: Clock | None = None) -> None:
        super().__init__()
        self._settings = settings
        self.opted_out: set[str] = set()
        self.landlines: set[str] = set()
        self.closed: set[str] = set()
        self.templates: dict[str, str] = {}
        self.unapproved: dict[str, str] = {}
        path = f"{_ACCOUNTS}/{settings.account_sid}/Messages.json"
        self.elsewhere = ""
        self.sms_url = ""
        # Where its Messaging Services send messages, by their ids; None: to the webhooks of their numbers.
        self.services: dict[str, str | None] = {}
        self._clock = clock or SystemClock()
        self.app = Starlette(
            routes=[
                Route(path, self._create, methods=["POST"]),
                Route(path, self._list, methods=["GET"]),
                Route(f"{_ACCOUNTS}/{settings.account_sid}.json", self._account),
                Route(f"{_ACCOUNTS}/{settings.account_sid}/IncomingPhoneNumbers.json", self._numbers),
                Route("/v1/Services/{sid}", self._service),
                Route("/v1/Content/{sid}", self._content),
                Route("/v1/Content/{sid}/ApprovalRequests", self._approval),
                Route(f"{_ACCOUNTS}/{{account}}/Messages/{{message}}/Media/{{file}}", self._media),
                Route("/cdn/{file}", self._file),
            ]
        )

    async def _list(self, request: Request) -> Response:
        self.calls.append("Messages.list")
        to = request.query_params.get("To")
        taken = [taken for taken in reversed(self.taken) if taken.request["To"] == to]
        return JSONResponse({"messages": [self._listed(message) for message in taken]})

    def _listed(self, taken: Taken) -> dict[str, Any]:
        said = {"sid": taken.provider_id, "body": taken.text, "to": taken.request["To"], "status": "sent"}
        return said | {
            "direction": "outbound-api",
            "date_created": format_datetime(self._clock.now()),
            "num_segments": "1",
        }

    async def _account(self, request: Request) -> Response:
        if not self._knows(request.headers.get("authorization", "")):
            return _error(401, "20003", "Authenticate")
        return JSONResponse({"sid": self._settings.account_sid, "status": "active"})

    async def _numbers(self, request: Request) -> Response:
        number = {"phone_number": request.query_params.get("PhoneNumber"), "sms_url": self.sms_url}
        return JSONResponse({"incoming_phone_numbers": [number]})

    async def _service(self, request: Request) -> Response:
        sid = request.path_params["sid"]
        if sid not in self.services:
            return _error(404, "20404", "The requested resource was not found")
        url = self.services[sid]
        return JSONResponse(
            {"sid": sid, "inbound_request_url": url, "use_inbound_webhook_on_number": url is None}
        )

    async def _content(self, request: Request) -> Response:
        sid = request.path_params["sid"]
        if not self._knows(request.headers.get("authorization", "")) or sid not in self.templates:
            return _error(404, "20404", "The requested resource was not found")
        return JSONResponse({"sid": sid, "types": {"twilio/text": {"body": self.templates[sid]}}})

    async def _approval(self, request: Request) -> Response:
        sid = request.path_params["sid"]
        if sid not in self.templates:
            return _error(404, "20404", "The requested resource was not found")
        status = self.unapproved.get(sid, "approved")
        return JSONResponse({"sid": sid, "whatsapp": {"status": status, "rejection_reason": ""}})

    async def _media(self, request: Request) -> Response:
        self.calls.append("Media.fetch")
        if not self._knows(request.headers.get("authorization", "")):
            return _error(401, "20003", "Authenticate")
        return RedirectResponse(self.elsewhere or f"/cdn/{request.path_params['file']}")

    async def _file(self, request: Request) -> Response:
        if "authorization" in request.headers:
            return Response("Only one auth mechanism allowed", status_code=400)
        body = self.files.get(request.path_params["file"])
        return Response(body) if body is not None else Response(status_code=404)

    async def _create(self, request: Request) -> Response:
        self.calls.append("Messages.create")
        if not self._knows(request.headers.get("authorization", "")):
            return _error(401, "20003", "Authenticate")
        form = {name: str(value) for name, value in (await request.form()).items()}
        script = self.next_fault()
        refusal = self._scripted(script) or self._refusal(form)
        if refusal is not None:
            return refusal
        if script is None or script.fault in TAKEN_ANYWAY:
            self._take(form)
        return await fails_like(script) or JSONResponse(self._message(form), status_code=201)

    def _knows(self, authorization: str) -> bool:
        pair = f"{self._settings.account_sid}:{self._settings.auth_token}"
        return same_secret(authorization, f"Basic {base64.b64encode(pair.encode()).decode()}")

    def _scripted(self, script: Script | None) -> Response | None:
        if script is not None and script.fault is Fault.BUSY:
            answer = _error(429, "20429", "Too Many Requests")
            answer.headers["retry-after"] = str(script.after)
            return answer
        if script is not None and script.fault is Fault.REFUSED:
            return _error(400, script.code, "Refused")
        return None

    def _refusal(self, form: dict[str, str]) -> Response | None:
        to = form.get("To", "")
        number = to.removeprefix("whatsapp:")
        if not _ADDRESS.fullmatch(to):
            return _error(400, "21211", "Invalid 'To' Phone Number")
        if number in self.opted_out:
            return _error(400, "21610", "Attempt to send to unsubscribed recipient")
        if number in self.landlines:
            return _error(400, "21614", "'To' number is not a valid mobile number")
        sid = form.get("ContentSid", "")
        if sid and sid not in self.templates:
            return _error(400, "21655", "The ContentSid is Invalid")
        if sid and not all(_variables(form).values()):
            return _error(400, "21656", "The ContentVariables Parameter is invalid")
        if number in self.closed and to != number and (not sid or sid in self.unapproved):
            return _error(400, "63016", "Failed to send freeform message outside the allowed window")
        if not (form.get("From") or form.get("MessagingServiceSid")):
            return _error(400, "21603", "A 'From' phone number is required")
        if not (form.get("Body") or form.get("ContentSid")):
            return _error(400, "21619", "A text message body or media urls must be specified")
        if len(form.get("Body", "")) > _LONGEST_BODY:
            return _error(400, "21617", "The concatenated message body exceeds the 1600 character limit")
        if form.get("ValidityPeriod") and not 1 <= int(form["ValidityPeriod"]) <= 36_000:
            return _error(400, "21621", "Invalid ValidityPeriod")
        return None

    def _take(self, form: dict[str, str]) -> None:
        recipient = form["To"].removeprefix("whatsapp:")
        sid = f"SM{self.number():032x}"
        request: dict[str, Any] = dict(form)
        self.taken.append(Taken(sid, recipient, self._text(form), request))

    def _text(self, form: dict[str, str]) -> str:
        text = self.templates.get(form.get("ContentSid", ""), form.get("Body", ""))
        for name, value in _variables(form).items():
            text = text.replace(f"{{{{{name}}}}}", value)
        return text

    def _message(self, form: dict[str, str]) -> dict[str, Any]:
        own = form.get("From")
        return {
            "sid": self.taken[-1].provider_id,
            "account_sid": self._settings.account_sid,
            "status": "queued" if own else "accepted",
            "num_segments": str(1 + len(form.get("Body", "")) // 161) if own else "0",
            "to": form["To"],
            "from": own,
            "body": form.get("Body", ""),
            "error_code": None,
            "error_message": None,
            "messaging_service_sid": form.get("MessagingServiceSid"),
        }


def _variables(form: dict[str, str]) -> dict[str, str]:
    filled: dict[str, str] = json.loads(form.get("ContentVariables") or "{}")
    return filled


def _error(status: int, code: str, message: str) -> Response:
    body = {"code": int(code), "message": message, "more_info": "", "status": status}
    return JSONResponse(body, status_code=status)
