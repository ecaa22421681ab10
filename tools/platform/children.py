"""Child processes that die with us, who they run as, and the ports they get."""

from __future__ import annotations

import asyncio
import atexit
import hashlib
import os
import pwd
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from core.errors import Unavailable

LOOPBACK = "127.0.0.1"
# Below the first port of an outgoing connection: 32768 in Linux, 49152 in macOS.
SERVER_PORTS = range(20_000, 32_000)
_given = ExitStack()
atexit.register(_given.close)
LEASH = Path(__file__).with_name("leash.py")
CLOSED_HOMES = Path("/var/lib/kept")
ORDINARY_USERS = ("kept", "postgres", "nobody")


@dataclass(frozen=True)
class Person:
    """A system user by its numbers; `STAY` is whoever we are."""

    uid: int
    gid: int


STAY = Person(-1, -1)


def ordinary_user() -> Person:
    """Who a server that refuses root runs as: `STAY` unless we are root, else an unprivileged user."""
    if os.geteuid() != 0:
        return STAY
    for name in ORDINARY_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return Person(entry.pw_uid, entry.pw_gid)
    raise Unavailable(
        "PostgreSQL does not run as root and no ordinary user was found.",
        remedy="Create one (useradd --system kept) or run as an ordinary user.",
    )


def may_enter(path: Path, who: Person) -> bool:
    """Whether `who` can walk from the root folder to `path` and read it, as far as it exists."""
    if who == STAY:
        return True
    walked = all(_allows(folder, who, 0o1) for folder in path.parents if folder.exists())
    return walked and (not path.exists() or _allows(path, who, 0o5))


def _allows(path: Path, who: Person, wanted: int) -> bool:
    found = path.stat()
    if found.st_uid == who.uid:
        return (found.st_mode >> 6) & wanted == wanted
    if found.st_gid == who.gid:
        return (found.st_mode >> 3) & wanted == wanted
    return found.st_mode & wanted == wanted


def reachable(folder: Path, who: Person) -> Path:
    """`folder` itself where `who` can get at it, else a folder of our own in its stead, always the same one.

    Nobody's folders get other modes for our sake: for a checkout in a closed home the data
    lies under /var/lib/kept.
    """
    folder = folder.absolute()
    if may_enter(folder.parent, who):
        return folder
    mark = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    return CLOSED_HOMES / f"{folder.name}-{mark}"


def make_enterable(folder: Path) -> None:
    """Make `folder` and what is missing above it, so that another user may enter what is ours, whatever the umask."""
    if folder.exists():
        return
    make_enterable(folder.parent)
    folder.mkdir()
    folder.chmod(0o755)


def leashed(command: Sequence[str], *, sign: signal.Signals, who: Person = STAY) -> list[str]:
    """`command` behind the leash: it gets `sign` when this process ends, and runs as `who`."""
    start = [
        sys.executable,
        "-I",
        "-S",
        str(LEASH),
        str(os.getpid()),
        str(sign.value),
        str(who.uid),
        str(who.gid),
    ]
    return [*start, "--", *command]


def start(
    command: Sequence[str],
    *,
    log: IO[bytes],
    sign: signal.Signals,
    env: Mapping[str, str] | None = None,
    who: Person = STAY,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start `command` in its own session, so that Ctrl-C reaches us alone, writing to `log`.

    Call it from the main thread: Linux ties a child to the thread that started it.
    """
    return subprocess.Popen(  # noqa: S603 - our own command line, no shell
        leashed(command, sign=sign, who=who),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=None if env is None else dict(env),
        cwd=cwd,
        start_new_session=True,
    )


def plain_environment() -> dict[str, str]:
    """The environment of the servers: nothing of ours, in particular no secret; what Python itself needs to start."""
    needed = {
        name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if name in os.environ
    }
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC", **needed}


async def ended(child: subprocess.Popen[bytes]) -> int:
    """Wait until `child` has ended and answer its exit status."""
    while (status := child.poll()) is None:  # noqa: ASYNC110 - the end of a process sets no event
        await asyncio.sleep(0.02)
    return status


async def stop(child: subprocess.Popen[bytes], signs: Sequence[tuple[signal.Signals, float]]) -> int:
    """Send each signal in turn, waiting its seconds for the end, then kill; answer the exit status."""
    for sign, seconds in signs:
        if child.poll() is None:
            child.send_signal(sign)
            try:
                async with asyncio.timeout(seconds):
                    await ended(child)
            except TimeoutError:
                continue
    if child.poll() is None:
        child.kill()
    return await ended(child)


def free_port() -> int:
    """A loopback port for a server of ours: nobody listens on it, and no other process of ours was given it.

    It lies below those that systems give to outgoing connections, for the server that shall listen there
    takes seconds to start. The UDP port of the same number, held until this process ends, marks it as given.
    """
    for port in secrets.SystemRandom().sample(SERVER_PORTS, len(SERVER_PORTS)):
        mark = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            mark.bind((LOOPBACK, port))
        except OSError:
            mark.close()
            continue
        if not is_taken(port):
            _given.enter_context(mark)
            return port
        mark.close()
    raise Unavailable("No port on 127.0.0.1 is free.", remedy="End servers that are not needed.")


def is_taken(port: int) -> bool:
    """Whether something listens on this loopback port already."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return True
        return False
