"""What the processes say, each line with the process's name in front: on the terminal and in files."""

from __future__ import annotations

import asyncio
import logging
import logging.handlers
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

COLOURS = {"db": 34, "redis": 35, "migrate": 33, "assistant": 36, "gateway": 32, "worker": 33, "kept": 37}
HIDDEN = "•••"
SHORTEST_SECRET = 8
LARGEST_LINE = 64 * 1024


class Output:
    """Writes lines to `stream` and to `<folder>/<name>.log`, with every known secret blotted out."""

    def __init__(self, folder: Path, *, secrets: Iterable[str] = (), stream: TextIO = sys.stdout) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._stream = stream
        self._secrets = sorted(
            {secret for secret in secrets if len(secret) >= SHORTEST_SECRET}, key=len, reverse=True
        )
        self._files: dict[str, logging.Logger] = {}

    def hide(self, secrets: Iterable[str]) -> None:
        """Blot these out too from now on."""
        more = {secret for secret in secrets if len(secret) >= SHORTEST_SECRET}
        self._secrets = sorted({*self._secrets, *more}, key=len, reverse=True)

    def line(self, name: str, text: str) -> None:
        """Write one line that process `name` said."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        front = f"{name:>9} |"
        if self._stream.isatty():
            front = f"\x1b[{COLOURS.get(name.split('-')[0], 37)}m{front}\x1b[0m"
        self._stream.write(f"{front} {text}\n")
        self._stream.flush()
        self._file(name).info("%s", text)

    async def follow(self, name: str, stream: asyncio.StreamReader) -> None:
        """Write what comes out of `stream` until it ends; a line without an end is cut."""
        while True:
            try:
                line = await stream.readline()
            except ValueError:  # longer than the reader's limit: what was read of it is dropped
                self.line(name, "(a line too long to show)")
                continue
            if not line:
                return
            self.line(name, line.decode(errors="replace").rstrip())

    def file(self, name: str) -> Path:
        """Where the lines of process `name` are kept."""
        return self._folder / f"{name}.log"

    def _file(self, name: str) -> logging.Logger:
        if name not in self._files:
            target = logging.handlers.RotatingFileHandler(
                self.file(name), maxBytes=5_000_000, backupCount=2, encoding="utf-8"
            )
            target.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            written = logging.Logger(name, logging.INFO)
            written.addHandler(target)
            self._files[name] = written
        return self._files[name]

    def close(self) -> None:
        """Close the files."""
        for written in self._files.values():
            for handler in written.handlers:
                handler.close()
        self._files.clear()
