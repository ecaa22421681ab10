"""Steps with a name and a stamp: a step whose inputs did not change is not run again."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from tools.setup.places import ROOT, STAMPS
from tools.setup.run import log_of, slug, stop_all
from tools.setup.say import say

SPEAKS_EVERY_SECONDS = 20.0


@dataclass(frozen=True)
class Step:
    """`run` is skipped when the stamp of the last time says `key` (or one of `also`) and `there` agrees.

    Without a key the step decides for itself whether there is something to do, and runs every time.
    """

    name: str
    run: Callable[[], None]
    key: str = ""
    also: tuple[str, ...] = ()
    there: Callable[[], bool] = field(default=lambda: True)


def key_of(*parts: str | Path) -> str:
    """A key that changes with any of the parts (a file stands for its content) and with this folder."""
    digest = hashlib.sha256(str(ROOT).encode())
    for part in parts:
        digest.update(b"\0" + (part.read_bytes() if isinstance(part, Path) else part.encode()))
    return digest.hexdigest()


def stamp_of(name: str) -> Path:
    """The file that holds the key of this step's last run."""
    return STAMPS / slug(name)


def is_done(step: Step) -> bool:
    """Whether nothing has to be done for this step."""
    try:
        last = stamp_of(step.name).read_text()
    except FileNotFoundError:
        return False
    return bool(step.key) and last in (step.key, *step.also) and step.there()


def perform(step: Step) -> None:
    """Run the step unless it is done, and say how long it took."""
    if is_done(step):
        return
    began = time.monotonic()
    log_of(step.name).unlink(missing_ok=True)
    say(f"  ... {step.name}")
    with _reminders(step.name, began):
        step.run()
    if step.key:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp_of(step.name).write_text(step.key)
    say(f"  ok  {step.name} ({time.monotonic() - began:.0f} s)")


def perform_all(chains: Iterable[Sequence[Step]]) -> None:
    """Run the chains beside each other, the steps of each in order; the first trouble stops everything."""
    pending = [chain for chain in chains if chain]
    with ThreadPoolExecutor(max_workers=max(1, len(pending))) as pool:
        running = [pool.submit(_perform_chain, chain) for chain in pending]
        try:
            done, _ = wait(running, return_when=FIRST_EXCEPTION)
            for future in done:
                future.result()
        except BaseException:
            stop_all()
            raise


def _perform_chain(chain: Sequence[Step]) -> None:
    for step in chain:
        perform(step)


class _reminders:
    """Says every now and then that a long step is still at work."""

    def __init__(self, name: str, began: float) -> None:
        self._name, self._began = name, began
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._speak, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _speak(self) -> None:
        while not self._over.wait(SPEAKS_EVERY_SECONDS):
            say(f"      {self._name}: {time.monotonic() - self._began:.0f} s so far")
