"""The assistant's address: one message in, its turn run there; or only what a text means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from core.errors import Unavailable

TURN_SECONDS = 20.0


@dataclass(frozen=True)
class Understood:
    """What a text was taken to mean: the intent, how sure, and all others behind it."""

    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]


class Rasa:
    """The assistant behind its loopback address. Any failure is `Unavailable`: the turn is run again."""

    def __init__(self, url: str, token: str, client: httpx.AsyncClient | None = None) -> None:
        self._client = client or httpx.AsyncClient(timeout=TURN_SECONDS)
        self.url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._token = token

    def move(self, url: str) -> None:
        """The assistant is at this address from now on."""
        self.url = url.rstrip("/")

    async def converse(self, sender: str, text: str, metadata: dict[str, Any]) -> None:
        """Run one turn; what it decides, the action writes down before this returns."""
        body = {"sender": sender, "message": text, "metadata": metadata}
        await self._post("/webhooks/kept/webhook", body)

    async def understand(self, texts: Sequence[str]) -> list[Understood]:
        """Say what each text means, without a conversation."""
        answers = await self._post("/webhooks/kept/understand", {"texts": list(texts)})
        return [
            Understood(
                intent=answer["intent"]["name"],
                confidence=float(answer["intent"]["confidence"]),
                ranking=tuple((one["name"], float(one["confidence"])) for one in answer["ranking"]),
            )
            for answer in answers
        ]

    async def put_back(self, sender: str, turn_id: str) -> None:
        """Take out of the assistant's memory what a turn that died left there, from its message on."""
        query = {"include_events": "ALL", "token": self._token}
        tracker = await self._call("GET", f"/conversations/{sender}/tracker", params=query)
        events = tracker.get("events") or []
        for place, event in enumerate(events):
            metadata = event.get("metadata") or {}
            if event.get("event") == "user" and metadata.get("turn_id") == turn_id:
                await self._call(
                    "PUT",
                    f"/conversations/{sender}/tracker/events",
                    params={"token": self._token},
                    json=events[:place],
                )
                return

    async def ready(self) -> bool:
        """Whether the assistant answers with a model loaded."""
        try:
            status = await self._call("GET", "/status", params={"token": self._token})
        except Unavailable:
            return False
        return bool(status.get("model_id") or status.get("model_file"))

    async def _post(self, path: str, body: Any) -> Any:
        return await self._call("POST", path, json=body)

    async def _call(self, method: str, path: str, **options: Any) -> Any:
        try:
            answer = await self._client.request(method, f"{self.url}{path}", headers=self._headers, **options)
        except httpx.HTTPError as error:
            raise Unavailable(f"The assistant does not answer ({type(error).__name__}).") from error
        if answer.status_code >= 400:
            raise Unavailable(f"The assistant answered {answer.status_code}.")
        return answer.json()

    async def aclose(self) -> None:
        """Let go of connections."""
        await self._client.aclose()
