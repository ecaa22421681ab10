"""Check the audit's chain, or show why a message was sent."""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from core.errors import Invalid, KeptError
from gateway.services import Services
from storage import audit, audit_export, proof
from storage.audit_chain import Verdict, Walk, read_lines, written
from tools.house import house
from tools.regulator.files import FORMATS, write

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def command() -> None:
    """Prove what was done."""


@command.command()
@click.option("--file", type=FILE, help="A file of `kept audit chain` instead of the records here.")
@click.option(
    "--export", type=FILE, help="A JSON file of `kept audit export`; with --file also against that chain."
)
@click.option("--seen", help="A last hash noted down earlier: the chain must hold it.")
def verify(file: Path | None, export: Path | None, seen: str | None) -> None:
    """Recompute every link of the chain; exit status 1 when one is broken.

    The last hash is printed: noted down elsewhere and given as --seen later, it shows that the chain was
    neither made anew nor cut.
    """
    if export is not None:
        _verify_export(export, file)
    if export is not None and file is None:
        return
    noted = _hash(seen) if seen else None
    verdict = _of_file(file, noted) if file else asyncio.run(_here(noted))
    if verdict.broken_at is not None:
        click.echo(
            f"Entry {verdict.broken_at} {verdict.why}; {verdict.entries} before it are whole.", err=True
        )
        sys.exit(1)
    if not verdict.seen:
        click.echo("Every link holds, but the hash noted earlier is not in the chain.", err=True)
        sys.exit(1)
    click.echo(f"{verdict.entries} entries, every link holds.\nlast {verdict.last.hex()}")


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def chain(file: Path) -> None:
    """Write the whole chain to FILE, one entry a line, to be verified anywhere; it names no person."""

    async def write() -> int:
        count = 0
        async with house() as services, services.database.begin() as work:
            with file.open("w", encoding="utf-8") as out:
                async for page in audit.pages(work.session):
                    out.writelines(json.dumps(written(entry), ensure_ascii=False) + "\n" for entry in page)
                    count += len(page)
        return count

    click.echo(f"{asyncio.run(write())} entries written.")


@command.command()
@click.option("--borrower", required=True, help="The lender's own number for the borrower.")
@click.option("--from", "first", required=True, type=DAY, help="The first day, where the borrower is.")
@click.option("--to", "last", required=True, type=DAY, help="The last day.")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="NAME of NAME.json and NAME.html or NAME.pdf.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="A page, paper or only data; may be repeated. Else by the ending of --out, else a page.",
)
@click.option("--for", "reader", default="", help="Whom it is made for, to stand on the cover of paper.")
def export(
    borrower: str, first: datetime, last: datetime, out: Path, formats: tuple[str, ...], reader: str
) -> None:
    """Write what passed with a borrower for a regulator: to read as a page or on paper, and the same as JSON.

    The whole chain is recomputed first; the files are written all the same and the exit status is 1 when it does
    not hold. They hold personal data.
    """

    async def gather() -> tuple[dict[str, Any], Verdict, str]:
        async with house() as services, services.database.begin() as work:
            found = await audit_export.of_borrower(work, borrower, first.date(), last.date())
            names = {_writer(services, row) for row in found["accounts"]}
            return found, await audit.verify(work.session), ", ".join(sorted(names))

    found, verdict, writer = asyncio.run(gather())
    files, told = write(found, out, formats, verdict=verdict, reader=reader, writer=writer)
    counted = f"{len(found['messages'])} messages, {len(found['chain']['entries'])} entries"
    click.echo(f"{counted}: {' '.join(map(str, files))}")
    if not told.whole:
        click.echo("The audit is not whole: `kept audit verify` and the cover say where.", err=True)
        sys.exit(1)


def _writer(services: Services, account: Mapping[str, Any]) -> str:
    """Who writes about an account; the lender's own word where its table of policy cannot be read."""
    try:
        return services.policy_for(account["lender"]).writer("en", account["collector_type"])
    except KeptError:
        return str(account["lender"])


def _verify_export(file: Path, chain: Path | None) -> None:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Invalid("--export", "this is no JSON file of an export.", remedy="Export it again.")
    if chain is None:
        found = audit_export.faults(told)
    else:
        with chain.open(encoding="utf-8") as lines:
            found = audit_export.faults(told, read_lines(lines))
    if found:
        click.echo("\n".join(found), err=True)
        sys.exit(1)
    click.echo(f"{len(told['chain']['entries'])} entries of the export are as they were written.")


def _hash(told: str) -> bytes:
    try:
        found = bytes.fromhex(told)
    except ValueError:
        found = b""
    if len(found) != 32:
        raise click.BadParameter("a hash has 64 hexadecimal digits.", param_hint="--seen")
    return found


async def _here(seen: bytes | None) -> Verdict:
    async with house() as services, services.database.begin() as work:
        return await audit.verify(work.session, seen=seen)


def _of_file(file: Path, seen: bytes | None) -> Verdict:
    walk = Walk(seen=seen)
    with file.open(encoding="utf-8") as lines:
        for page in read_lines(lines):
            if not walk.take(page):
                break
    return walk.verdict()


@command.command()
@click.argument("message", type=click.UUID)
def show(message: uuid.UUID) -> None:
    """Print why MESSAGE (its id) was sent, put off or stopped."""

    async def look() -> str:
        async with house() as services, services.database.begin() as work:
            return proof.told(await proof.of_message(work, message))

    click.echo(asyncio.run(look()))
