"""Say what borrowers' texts mean: language, intent, and how sure the assistant is."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import click
import httpx

from core.errors import KeptError, Unavailable
from gateway.pipelines.understanding import Assistant, Meaning, meanings
from gateway.rasa import Rasa
from tools.lines import Answer, Line, answer_together, refusal, text_of, text_or_none
from tools.platform import running
from tools.platform.places import home
from tools.stage.assistant import TOKEN, assistant, installed

# The assistant asks actions for nothing when it only reads.
NO_ACTIONS = "http://127.0.0.1:9/internal/actions"
# So many are asked about at once: a first answer soon, and well below what the assistant takes.
MOST_TOGETHER = 50
SECONDS_A_BATCH = 120.0


@click.command()
def command() -> None:
    """Understand texts: JSON Lines in, one intent a line out, with all others behind it.

    In: text, and where known lang (the language on file). Out: lang, intent, confidence, ranking. A running
    `kept up` is asked; otherwise the assistant is started for the time of the command, which takes a moment.

    \b
    Example:
      echo '{"id": "1", "text": "can i pay half on friday?"}' | kept understand
    """
    sys.exit(asyncio.run(_understand()))


async def _understand() -> int:
    async with _assistant() as there:

        async def answer(lines: Sequence[Line]) -> Sequence[Answer]:
            return await answers(there, lines)

        return int(await answer_together(answer, most=MOST_TOGETHER))


@asynccontextmanager
async def _assistant() -> AsyncIterator[Rasa]:
    """The assistant of a `kept up` that runs here, else one of our own; what it is doing goes to standard error."""
    told = running.told(home()) or {}
    if "KEPT_RASA_URL" in told and "KEPT_RASA_TOKEN" in told:
        async with _asked_at(told["KEPT_RASA_URL"], told["KEPT_RASA_TOKEN"]) as rasa:
            if await rasa.ready():
                yield rasa
                return
    if not installed():
        raise Unavailable("The assistant is not installed here.", remedy="Run `make setup`, then try again.")
    click.echo("Starting the assistant; this takes a moment ...", err=True)
    try:
        async with assistant(NO_ACTIONS) as url, _asked_at(url, TOKEN) as rasa:
            click.echo("The assistant is ready.", err=True)
            yield rasa
    except Unavailable as error:
        raise Unavailable(
            "The assistant could not be started.", remedy="Is it trained? `make train`."
        ) from error


@asynccontextmanager
async def _asked_at(url: str, token: str) -> AsyncIterator[Rasa]:
    rasa = Rasa(url, token, httpx.AsyncClient(timeout=SECONDS_A_BATCH))
    try:
        yield rasa
    finally:
        await rasa.aclose()


async def answers(there: Assistant, lines: Sequence[Line]) -> list[Answer]:
    """One answer a line, in order; what cannot be read is refused and the rest are asked about together."""
    told: dict[int, Answer] = {}
    texts: dict[int, tuple[str, str | None]] = {}
    for place, line in enumerate(lines):
        try:
            texts[place] = _text(line)
        except KeptError as error:
            told[place] = refusal(line, str(error))
    try:
        found = await meanings(there, list(texts.values()))
        told |= {place: _shown(lines[place], one) for place, one in zip(texts, found, strict=True)}
    except Unavailable as error:
        told |= {place: refusal(lines[place], str(error)) for place in texts}
    return [told[place] for place in range(len(lines))]


def _text(line: Line) -> tuple[str, str | None]:
    if line.asked is None:
        raise KeptError(line.error)
    return text_of(line.asked, "text"), text_or_none(line.asked, "lang")


def _shown(line: Line, meaning: Meaning) -> Answer:
    return {
        "id": line.id,
        "lang": meaning.language,
        "intent": meaning.intent,
        "confidence": round(meaning.confidence, 6),
        "ranking": [{"intent": name, "confidence": round(sure, 6)} for name, sure in meaning.ranking],
    }
