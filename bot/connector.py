"""The one way in for the worker: a turn comes in, catalogue keys go out, and a turn that failed says so.

Rasa's own REST channel answers 200 with an empty list when the action server is down or the turn died, and logs the
borrower's text. Here a turn is answered only when an action has really run.
"""

from __future__ import annotations

import hmac
import logging
from contextvars import ContextVar
from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.utils.endpoints import EndpointConfig
from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, json

logger = logging.getLogger(__name__)

CHANNEL = "kept"
LONGEST_TEXT = 20_000
MOST_TEXTS = 200

# How the action calls of the turn that runs in this task went: True for each that was answered.
_calls: ContextVar[List[bool]] = ContextVar("action_calls")


class ActionServer(EndpointConfig):
    """The action server's address; remembers for each turn whether it answered."""

    async def request(self, *args: Any, **kwargs: Any) -> Optional[Any]:
        answered = False
        try:
            answer = await super().request(*args, **kwargs)
            answered = True
            return answer
        finally:
            calls = _calls.get(None)
            if calls is not None:
                calls.append(answered)


def turn_of(body: Any) -> Dict[str, Any]:
    """Check a posted turn: {sender, message, metadata?}; raise ValueError saying what is wrong."""
    if not isinstance(body, dict):
        raise ValueError("the body is not a JSON object")
    sender, message, metadata = body.get("sender"), body.get("message"), body.get("metadata") or {}
    if not isinstance(sender, str) or not 0 < len(sender) <= 255:
        raise ValueError("sender is not a text of 1 to 255 characters")
    if not isinstance(message, str) or len(message) > LONGEST_TEXT:
        raise ValueError(f"message is not a text of up to {LONGEST_TEXT} characters")
    if not isinstance(metadata, dict):
        raise ValueError("metadata is not an object")
    return {"sender": sender, "message": message, "metadata": metadata}


def never_a_command(text: str) -> str:
    """Keep Rasa from taking a borrower's "/opt_out" for an order: a leading slash becomes a wide one (same meaning)."""
    stripped = text.lstrip()
    return f"\uff0f{stripped[1:]}" if stripped.startswith("/") else text


def texts_of(body: Any) -> List[str]:
    """Check posted texts to understand: {texts: [...]}; raise ValueError saying what is wrong."""
    texts = body.get("texts") if isinstance(body, dict) else None
    if not isinstance(texts, list) or len(texts) > MOST_TEXTS or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"texts is not a list of up to {MOST_TEXTS} texts")
    return texts


class KeptInput(InputChannel):
    """With the shared token: POST /webhooks/kept/webhook runs a turn, /webhooks/kept/understand only reads texts."""

    def __init__(self, token: str) -> None:
        self._expected = f"Bearer {token}".encode()

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("kept_input")

        @routes.route("/", methods=["GET"])
        async def alive(request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @routes.middleware("request")
        async def only_with_the_token(request: Request) -> Optional[HTTPResponse]:
            given = request.headers.get("authorization", "").encode("utf-8", "replace")
            if request.method == "GET" or hmac.compare_digest(given, self._expected):
                return None
            return json({"error": "the shared token is missing or wrong"}, status=401)

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            try:
                turn = turn_of(read_json(request))
            except ValueError as error:
                return json({"error": str(error)}, status=422)
            return await answer(on_new_message, turn)

        @routes.route("/understand", methods=["POST"])
        async def understand(request: Request) -> HTTPResponse:
            try:
                texts = texts_of(read_json(request))
            except ValueError as error:
                return json({"error": str(error)}, status=422)
            agent = request.app.ctx.agent
            read = [await agent.parse_message(never_a_command(text)) for text in texts]
            return json([{"intent": one["intent"], "ranking": one["intent_ranking"]} for one in read])

        return routes


def read_json(request: Request) -> Any:
    """The request's body; ValueError when it is not JSON."""
    try:
        return request.json
    except InvalidUsage as error:
        raise ValueError("the body is not JSON") from error


async def answer(on_new_message: Callable[[UserMessage], Awaitable[Any]], turn: Dict[str, Any]) -> HTTPResponse:
    """Run one turn: 200 with the messages said, 503 when it died or no action answered (safe to run again)."""
    said = CollectingOutputChannel()
    message = UserMessage(
        never_a_command(turn["message"]),
        said,
        turn["sender"],
        input_channel=CHANNEL,
        metadata=turn["metadata"],
    )
    calls: List[bool] = []
    mark = _calls.set(calls)
    try:
        await on_new_message(message)
    except Exception as error:
        logger.error("A turn died: %s", type(error).__name__)
        return json({"error": "the turn died"}, status=503)
    finally:
        _calls.reset(mark)
    if not calls or not all(calls):
        return json({"error": "the action server did not answer"}, status=503)
    return json(said.messages)
