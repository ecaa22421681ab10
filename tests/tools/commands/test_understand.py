"""`kept understand`: what a text means; the words of law before the assistant."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from channels.testing import served
from core.errors import Unavailable
from gateway.pipelines.understanding import meanings
from gateway.rasa import Understood
from tests.tools.commands.asking import given
from tests.tools.commands.test_lines import KEPT
from tools.commands.understand import answers
from tools.lines import read_line
from tools.platform import running

RANKING = (("promise_to_pay", 0.7), ("opt_out", 0.2), ("greet", 0.1))


class Assistant:
    """Takes everything for a promise and keeps what it was asked."""

    def __init__(self, *, away: bool = False) -> None:
        self.asked: list[str] = []
        self.away = away

    async def understand(self, texts: Sequence[str]) -> list[Understood]:
        if self.away:
            raise Unavailable("The assistant does not answer.")
        self.asked += texts
        return [Understood("promise_to_pay", 0.7, RANKING) for _ in texts]


async def test_a_word_of_law_is_what_it_says_and_the_ranking_stays_whole() -> None:
    stop, friday, chinese, spanish = await meanings(
        Assistant(), [("STOP", "es"), ("half on friday please", None), ("退订", None), ("AYUDA", None)]
    )
    assert (stop.intent, stop.confidence) == ("opt_out", 1.0)
    assert stop.ranking == (("opt_out", 1.0), ("promise_to_pay", 0.0), ("greet", 0.0))
    assert (friday.language, friday.intent, friday.ranking) == ("en", "promise_to_pay", RANKING)
    assert (chinese.language, chinese.intent) == ("zh-Hans", "opt_out")
    assert (spanish.language, spanish.intent) == ("es", "help")


async def test_a_wrong_number_is_left_to_the_assistant() -> None:
    (told,) = await meanings(Assistant(), [("wrong number", None)])
    assert told.intent == "promise_to_pay"


async def test_what_is_put_on_the_wire_is_bounded_and_can_be_written() -> None:
    assistant = Assistant()
    await meanings(assistant, [("x" * 100_000, None), ("  ", None), ("\ud800 ok", None)])
    assert [len(text) for text in assistant.asked] == [4000, 1, 4]
    assert assistant.asked[1:] == ["…", "? ok"]


async def test_lines_are_answered_in_order_and_a_broken_line_stops_no_other() -> None:
    raw = given(
        {"id": 1, "text": "friday"},
        "{",
        {"id": 2, "text": 7},
        {"id": 3, "text": "周五", "lang": 1},
        {"id": 4},
    )
    told = await answers(
        Assistant(), [read_line(line) for line in [*raw.splitlines(), b'{"id":5,"text":"ok"}']]
    )
    assert [(one["id"], one.get("intent", "error")) for one in told] == [
        (1, "promise_to_pay"),
        (None, "error"),
        (2, "error"),
        (3, "error"),
        (4, "error"),
        (5, "promise_to_pay"),
    ]
    assert set(told[0]) == {"id", "lang", "intent", "confidence", "ranking"}
    assert told[0]["ranking"][0] == {"intent": "promise_to_pay", "confidence": 0.7}
    assert told[2]["error"] == "text: is not text"


async def test_an_assistant_that_is_away_is_an_error_on_every_readable_line() -> None:
    told = await answers(Assistant(away=True), [read_line(b'{"id":1,"text":"a"}'), read_line(b"{")])
    assert [one["error"] for one in told] == ["The assistant does not answer.", "the line is not JSON"]


async def test_a_service_that_runs_here_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    async def understand(request: Request) -> JSONResponse:
        asked.append((request.headers["authorization"], (await request.json())["texts"]))
        ranking = [{"name": name, "confidence": sure} for name, sure in RANKING]
        return JSONResponse([{"intent": ranking[0], "ranking": ranking} for _ in asked[-1][1]])

    async def status(request: Request) -> JSONResponse:
        return JSONResponse({"model_file": "m"})

    monkeypatch.setenv("KEPT_HOME", str(tmp_path))
    app = Starlette(
        routes=[
            Route("/status", status),
            Route("/webhooks/kept/understand", understand, methods=["POST"]),
        ]
    )
    async with served(app) as url:
        with running.only_one(tmp_path):
            running.tell(tmp_path, {"KEPT_RASA_URL": url, "KEPT_RASA_TOKEN": "a token"})
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                KEPT,
                "understand",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            out, _ = await process.communicate(given({"id": "1", "text": "half on friday"}, "broken"))
    assert process.returncode == 1
    first, second = (json.loads(line) for line in out.splitlines())
    assert (first["id"], first["lang"], first["intent"]) == ("1", "en", "promise_to_pay")
    assert second == {"id": None, "error": "the line is not JSON"}
    assert asked == [("Bearer a token", ["half on friday"])]
