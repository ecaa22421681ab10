"""Which files an export becomes, by the command too."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from core.clock import SystemClock
from storage.audit_chain import Verdict
from tests.support.world import World
from tests.tools.regulator.made import export
from tools.commands.audit import command
from tools.regulator.files import wanted, write
from tools.stage.providers import PUBLIC_URL
from tools.stage.stage import SECRET


@pytest.mark.parametrize(
    ("out", "formats", "expected"),
    [
        ("r", [], ("r", {"html", "json"})),
        ("r.pdf", [], ("r", {"pdf", "json"})),
        ("r.PDF", [], ("r", {"pdf", "json"})),
        ("r.html", [], ("r", {"html", "json"})),
        ("r.json", [], ("r", {"json"})),
        ("r.v2", ["pdf"], ("r.v2", {"pdf", "json"})),
        ("r", ["pdf", "html"], ("r", {"pdf", "html", "json"})),
        ("r.pdf", ["html"], ("r", {"pdf", "html", "json"})),
    ],
)
def test_the_ending_or_the_format_says_which_and_the_data_always_go_along(
    out: str, formats: list[str], expected: tuple[str, set[str]]
) -> None:
    stem, endings = wanted(Path(out), formats)

    assert (stem.name, set(endings)) == expected


def test_the_cover_names_the_data_beside_it_by_their_hash(tmp_path: Path) -> None:
    files, told = write(export([]), tmp_path / "r.pdf", [], verdict=Verdict(3), reader="Bureau")

    pdf, data = files
    cover = PdfReader(pdf).pages[0].extract_text()
    assert hashlib.sha256(data.read_bytes()).hexdigest() in cover
    assert (told.whole, "Bureau" in cover, "r.json" in cover) == (True, True, True)


def test_a_changed_export_is_written_and_said_to_be_changed(tmp_path: Path) -> None:
    files, told = write(export(["hello"]), tmp_path / "r.pdf", [], verdict=Verdict(3))

    assert (told.whole, told.faults) == (False, ("entry 1 was changed",))
    assert "NOT WHOLE" in PdfReader(files[0]).pages[0].extract_text()


@pytest.fixture
def here(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> World:
    """The command on the world's own records."""
    for name, value in {
        "KEPT_HOME": str(tmp_path),
        "KEPT_DATABASE_URL": world.stage.database_url,
        "KEPT_RASA_DATABASE_URL": world.stage.database_url,
        "KEPT_REDIS_URL": "redis://127.0.0.1:9/0",
        "KEPT_RASA_URL": "http://127.0.0.1:9",
        "KEPT_SECRET_KEY": SECRET,
        "KEPT_PUBLIC_URL": PUBLIC_URL,
    }.items():
        monkeypatch.setenv(name, value)
    return world


async def run(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, command, list(words))


async def test_the_command_writes_paper_that_holds_what_was_sent(here: World, tmp_path: Path) -> None:
    grace = await here.borrower()
    await here.remind(grace)
    day = SystemClock().now().date().isoformat()
    out = tmp_path / "grace.pdf"

    done = await run(
        "export", "--borrower", "B1", "--from", "2026-01-01", "--to", day, "--out", str(out), "--for", "Bureau"
    )  # fmt: skip

    assert (done.exit_code, str(out) in done.output) == (0, True)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(out.read_bytes())).pages]
    told = json.loads(out.with_suffix(".json").read_text())
    [sent] = [row for row in told["messages"] if row["state"] == "sent"]
    assert "".join(sent["text"].split()) in "".join("".join(pages).split())
    assert told["chain"]["last_hash"] in pages[0]
    assert ("Bureau" in pages[0], "WHOLE. Every one of the" in " ".join(pages[0].split())) == (True, True)
