"""JSON Lines in, one answer a line out, whatever the lines are."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import Invalid
from tools import lines
from tools.lines import Answer, Asked, Line, answer_each, answer_together, read_line, split_lines

KEPT = str(Path(sys.executable).with_name("kept"))
READABLE = b'{"id":"r","text":"hi","now":"2026-11-18T09:00:00-06:00","tz":"America/Chicago"}\n'


class Dribble(io.RawIOBase):
    """A pipe that gives a few bytes at a time."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)

    def read(self, size: int = -1) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


def told(
    answer: object, source: bytes, capfdbinary: pytest.CaptureFixture[bytes]
) -> tuple[int, list[Answer]]:
    with pytest.raises(SystemExit) as left:
        answer_each(answer, io.BytesIO(source))  # type: ignore[arg-type]  # functions and lambdas of the tests
    out = capfdbinary.readouterr().out
    return int(str(left.value.code)), [json.loads(line) for line in out.splitlines()]


def shout(asked: Asked) -> Answer:
    if "text" not in asked:
        raise Invalid("text", "is missing")
    return {"text": asked["text"].upper()}


def test_each_line_is_answered_in_order_and_the_unreadable_do_not_stop_the_rest(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    source = b'{"id":"1","text":"a"}\nno json\n{"id":2}\n[3]\n\n  \n{"id":null,"text":"b"}\r\n{"id":"6","text":"c"}'
    status, answers = told(shout, source, capfdbinary)
    assert status == 1
    assert [(one["id"], one.get("text")) for one in answers] == [
        ("1", "A"),
        (None, None),
        (2, None),
        (None, None),
        (None, "B"),
        ("6", "C"),
    ]
    assert [one.get("error") for one in answers][1:4] == [
        "the line is not JSON",
        "text: is missing",
        'the line is not a JSON object; write {"id": "1", ...}',
    ]


def test_nothing_in_is_nothing_out(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert told(shout, b"", capfdbinary) == (0, [])


def test_a_fault_of_ours_is_told_without_the_text(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit):
        answer_each(shout, io.BytesIO(b'{"id":"1","text":{"secret":"Maria"}}\n{"id":"2","text":"b"}\n'))
    seen = capfdbinary.readouterr()
    assert [json.loads(line)["id"] for line in seen.out.splitlines()] == ["1", "2"]
    assert b"AttributeError" in seen.out
    assert b"AttributeError" in seen.err
    assert b"Maria" not in seen.out + seen.err


@pytest.mark.parametrize(
    ("raw", "known", "why"),
    [
        (b'{"id": "7", "text": "cut off', "7", "not JSON"),
        (b'{"id": 7, "text": NaN}', 7, "not JSON"),
        (b'{"id": "\xe4\xb8\x80", "text": "\xff"}', "一", "not UTF-8"),
        (b'{"text": "\xff", "id": "7"}', None, "not UTF-8"),
        (b'{"id": "1"} {"id": "2"}', "1", "not JSON"),
        (b'{"id": "1", "a": ' + b"[" * 100_000, "1", "not JSON"),
        (b'{"id": "1", "a": ' + b"9" * 5_000 + b"}", "1", "not JSON"),
        (b'"text"', None, "not a JSON object"),
    ],
)
def test_an_unreadable_line_says_why_and_keeps_its_id_where_it_can_be_made_out(
    raw: bytes, known: object, why: str
) -> None:
    line = read_line(raw)
    assert (line.id, line.asked) == (known, None)
    assert why in line.error


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_line(b'\xef\xbb\xbf{"id": 1}') == Line(1, {"id": 1})


def test_lines_are_put_together_from_pieces_of_any_size() -> None:
    assert list(split_lines(Dribble(b'{"a"', b": 1}\n{", b'"b": 2}\n\n', b"last"))) == [  # type: ignore[arg-type]
        b'{"a": 1}',
        b'{"b": 2}',
        b"last",
    ]


def test_of_an_endless_line_no_more_than_its_beginning_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 100)
    first, second = split_lines(io.BytesIO(b'{"id": "1", "text": "' + b"x" * 300_000 + b'"}\n{"id": "2"}\n'))
    assert len(first) == 101
    assert (read_line(first).id, second) == ("1", b'{"id": "2"}')
    assert "longer than" in read_line(first).error


def test_half_a_surrogate_pair_comes_back_as_it_came(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, answers = told(shout, b'{"id":"\\ud800","text":"\\ud83d\\ude00 ok"}', capfdbinary)
    assert (status, answers) == (0, [{"id": "\ud800", "text": "😀 OK"}])


async def test_lines_that_came_together_are_answered_together(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    asked: list[int] = []

    async def count(batch: Sequence[Line]) -> Sequence[Answer]:
        asked.append(len(batch))
        return [{"id": line.id, "error": line.error} if line.error else {"id": line.id} for line in batch]

    source = b"\n".join(b'{"id":%d}' % number for number in range(7)) + b"\nbroken\n"
    failed = await answer_together(count, io.BytesIO(source), most=3)
    answers = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [one["id"] for one in answers] == [0, 1, 2, 3, 4, 5, 6, None]
    assert max(asked) <= 3
    assert failed


def test_an_answer_comes_before_the_next_line_is_written() -> None:
    process = subprocess.Popen([KEPT, "read"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(READABLE)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == "r"
        process.stdin.close()
        assert process.wait(30) == 0


def test_whoever_stops_listening_ends_the_command_without_a_trace() -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen([KEPT, "read"], stdin=subprocess.PIPE, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    os.close(reading)
    _, said = process.communicate(READABLE * 3, timeout=60)
    assert process.returncode == 1
    assert said == b""


def test_ctrl_c_ends_the_command_without_a_trace() -> None:
    # A run in the background has Ctrl-C ignored, and its children inherit that: a terminal's child has not.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [KEPT, "read"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGINT, ours)
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(READABLE)
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert process.wait(30) != 0
        assert time.monotonic() - began < 20
        assert b"Traceback" not in process.stderr.read()
