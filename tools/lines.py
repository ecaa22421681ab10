"""JSON Lines in, one JSON object a line out: the same order, the same `id`, and no line stops the next.

A line that cannot be read or answered becomes `{"id", "error"}`; its `id` is kept wherever it can be made out.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Thread
from typing import Any, BinaryIO, NoReturn

import click

from core.errors import Invalid, KeptError

type Asked = Mapping[str, Any]
type Answer = Mapping[str, Any]

# Provider requests are captured whole, oversized ones too; beyond this nobody meant it.
LONGEST = 64 * 1024 * 1024
_CHUNK = 64 * 1024
_ID = re.compile(rb'^\s*\{\s*"id"\s*:\s*("(?:[^"\\\x00-\x1f]|\\.){0,200}"|-?[0-9]{1,30})\s*[,}]')


@dataclass(frozen=True)
class Line:
    """One line as it was read: what it asks, or why it cannot be read."""

    id: Any
    asked: Asked | None
    error: str = ""


def read_line(raw: bytes) -> Line:
    """Read one line; never raises."""
    if len(raw) > LONGEST:
        return Line(_id_of(raw), None, f"the line is longer than {LONGEST // (1024 * 1024)} MiB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Line(_id_of(raw), None, "the line is not UTF-8")
    try:
        asked = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return Line(_id_of(raw), None, "the line is not JSON")
    if not isinstance(asked, dict):
        return Line(None, None, 'the line is not a JSON object; write {"id": "1", ...}')
    return Line(asked.get("id"), asked)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _id_of(raw: bytes) -> Any:
    """The id at the beginning of a line that is otherwise unreadable."""
    found = _ID.match(raw[:1024].removeprefix(b"\xef\xbb\xbf"))
    try:
        return json.loads(found[1]) if found else None
    except ValueError:
        return None


def split_lines(source: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends as they come in; blank ones are passed over, of endless ones the beginning is kept.

    Reads past Python's own buffer, so that a line is answered as soon as it is written, and so that a reader
    who still waits holds up nobody who wants to leave.
    """
    raw: Any = getattr(source, "raw", source)
    held, size = bytearray(), 0
    while chunk := raw.read(_CHUNK):
        first, *rest = chunk.split(b"\n")
        for number, piece in enumerate([first, *rest]):
            if number:
                if held.strip():
                    yield bytes(held)
                held, size = bytearray(), 0
            size += len(piece)
            held += piece[: max(0, LONGEST + 1 - len(held))]
    if held.strip():
        yield bytes(held)


def put(answer: Answer) -> None:
    """Print one answer and flush it, so that whoever reads along sees it at once."""
    try:
        out = json.dumps(answer, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        out = json.dumps(answer).encode("ascii")
    stream = sys.stdout.buffer
    stream.write(out + b"\n")
    stream.flush()


def answer_each(answer: Callable[[Asked], Answer], source: BinaryIO | None = None) -> NoReturn:
    """Answer every line of `source` (standard input) on its own, then exit: 1 if any line failed, else 0."""
    failed = False
    for raw in split_lines(source or sys.stdin.buffer):
        line = read_line(raw)
        told = _answered(line, answer)
        failed = failed or "error" in told
        put(told)
    sys.exit(int(failed))


def _answered(line: Line, answer: Callable[[Asked], Answer]) -> Answer:
    if line.asked is None:
        return refusal(line, line.error)
    try:
        return {"id": line.id, **answer(line.asked)}
    except KeptError as error:
        return refusal(line, str(error))
    except Exception as error:  # one line that nobody foresaw must not end the others
        return surprise(line, error)


def refusal(line: Line, error: str) -> Answer:
    """What is printed for a line that failed."""
    return {"id": line.id, "error": error}


def surprise(line: Line, error: Exception) -> Answer:
    """The same for a fault of ours: where it happened goes to standard error, without anything of the line."""
    places = traceback.extract_tb(error.__traceback__)
    place = f"{places[-1].filename}:{places[-1].lineno}" if places else "?"
    click.echo(f"kept: {type(error).__name__} in {place}", err=True)
    return refusal(
        line, f"the line could not be answered ({type(error).__name__}); please report this as a fault"
    )


async def answer_together(
    answer: Callable[[Sequence[Line]], Awaitable[Sequence[Answer]]],
    source: BinaryIO | None = None,
    *,
    most: int,
) -> bool:
    """Answer lines by as many as have come in, at most `most` at a time; True if any failed.

    `answer` gives one answer for each line it is handed, in order, unreadable ones included.
    """
    came: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=2 * most)
    _read_beside(source or sys.stdin.buffer, came)
    failed, ended = False, False
    while not ended:
        batch = [await came.get()]
        while batch[-1] is not None and len(batch) < most and not came.empty():
            batch.append(came.get_nowait())
        ended = batch[-1] is None
        for told in await answer([read_line(raw) for raw in batch if raw is not None]):
            failed = failed or "error" in told
            put(told)
    return failed


def _read_beside(source: BinaryIO, came: asyncio.Queue[bytes | None]) -> None:
    """Put every line and at last None into `came`, from a thread that holds up nobody's leaving."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        with suppress(RuntimeError, CancelledError):  # the loop is gone: nobody listens any more
            for line in split_lines(source):
                asyncio.run_coroutine_threadsafe(came.put(line), loop).result()
            asyncio.run_coroutine_threadsafe(came.put(None), loop).result()

    Thread(target=read, daemon=True).start()


def text_of(asked: Asked, name: str) -> str:
    """The text under `name`; `Invalid` when it is missing or no text."""
    value = asked.get(name)
    if not isinstance(value, str):
        raise Invalid(name, "is missing" if value is None else "is not text")
    return value


def text_or_none(asked: Asked, name: str) -> str | None:
    """The text under `name`, None when it is not given; `Invalid` when it is no text."""
    return None if asked.get(name) is None else text_of(asked, name)


def object_of(asked: Asked, name: str) -> Asked | None:
    """The object under `name`, None when it is not given; `Invalid` when it is no object."""
    value = asked.get(name)
    if value is not None and not isinstance(value, dict):
        raise Invalid(name, "is not an object")
    return value


def yes_or_no(asked: Asked, name: str) -> bool:
    """True or false under `name`; `Invalid` when it is missing or something else."""
    value = asked.get(name)
    if not isinstance(value, bool):
        raise Invalid(name, "is missing" if value is None else "is neither true nor false")
    return value


def instant_of(asked: Asked, name: str) -> datetime:
    """The instant under `name` with its own offset; `Invalid` when it is missing, unreadable or without one."""
    written = text_of(asked, name)
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError as error:
        raise Invalid(name, "is not an instant", remedy="Write 2026-11-18T13:00:00Z.") from error
    if at.tzinfo is None:
        raise Invalid(name, "has no offset", remedy="Write 2026-11-18T13:00:00Z.")
    return at
