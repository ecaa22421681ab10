"""Check the audit's chain, or show why a message was sent."""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from pathlib import Path

import click

from storage import audit, proof
from storage.audit_chain import Verdict, Walk, read_lines, written
from tools.house import house

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Prove what was done."""


@command.command()
@click.option("--file", type=FILE, help="A file of `kept audit chain` instead of the records here.")
@click.option("--seen", help="A last hash noted down earlier: the chain must hold it.")
def verify(file: Path | None, seen: str | None) -> None:
    """Recompute every link of the chain; exit status 1 when one is broken.

    The last hash is printed: noted down elsewhere and given as --seen later, it shows that the chain was
    neither made anew nor cut.
    """
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
