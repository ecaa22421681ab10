"""PostgreSQL's data folder: made in one step, checked, and freed of what a killed server left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from core.errors import Unavailable
from tools.platform import children
from tools.platform.children import STAY, Person
from tools.platform.pgroles import SUPERUSER

MAJOR = "18"


def initialise(install: Path, data: Path, password: str, who: Person) -> None:
    """Make the data folder in one step: what a broken-off attempt left is never taken for a database."""
    draft, told = data.with_name("data.new"), data.with_name("superuser.password")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    told.unlink(missing_ok=True)
    with os.fdopen(os.open(told, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(password)
    if who != STAY:
        os.chown(draft, who.uid, who.gid)
        os.chown(told, who.uid, who.gid)
    command = [str(install / "bin" / "initdb"), "-D", str(draft), "-U", SUPERUSER, f"--pwfile={told}"]
    command += ["--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--no-instructions"]
    command += [
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
    ]  # the same on every system
    try:
        done = subprocess.run(  # noqa: S603 - our own command line, no shell
            children.leashed(command, sign=signal.SIGTERM, who=who),
            capture_output=True,
            env=children.plain_environment(),
            check=False,
            cwd=draft,
        )
    finally:
        told.unlink(missing_ok=True)
    if done.returncode != 0:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise Unavailable(f"PostgreSQL could not make its data folder: {why[-1] if why else done.returncode}")
    draft.rename(data)


def refuse_other_major(data: Path) -> None:
    found = (data / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise Unavailable(
            f"The data folder was made by PostgreSQL {found}, this is {MAJOR}.",
            remedy="Dump it with the old version and load it into a new folder.",
        )


def clear_stale_pid(data: Path) -> None:
    """Drop a killed server's lock file when its number now belongs to a zombie or to somebody else.

    PostgreSQL would take either for a living server. Two servers on one folder stay impossible: it also looks
    for processes attached to the folder's shared memory.
    """
    lock = data / "postmaster.pid"
    try:
        pid = int(lock.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return
    if str(data) not in _command_line(pid):
        lock.unlink(missing_ok=True)


def _command_line(pid: int) -> str:
    """What this process was started as; empty for none and for a zombie."""
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    command = ["/bin/ps", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 - fixed
