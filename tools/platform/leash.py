"""Runs one command that dies with its parent and, started as root, as somebody ordinary.

Called as a script by `tools.platform.children`, with the standard library alone:
`python -I -S leash.py PARENT SIGNAL UID GID -- COMMAND ...`, where UID and GID of -1 mean "stay who you are".
On Linux the kernel sends SIGNAL when the parent ends, and this process becomes the command.
Elsewhere it stays, passes signals on and looks for the parent twice a second.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from types import FrameType

PR_SET_PDEATHSIG = 1
PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)


def become(uid: int, gid: int) -> None:
    """Give up root for good; -1 leaves this process who it is."""
    if uid == -1:
        return
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def tie_to(parent: int, sign: signal.Signals) -> None:
    """Ask Linux to send `sign` to this process when `parent` ends; it may have ended already."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, sign.value, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(0)


def stay_and_watch(command: list[str], parent: int, sign: signal.Signals) -> int:
    """Run `command` and end it with `sign` when `parent` ends; answer its exit status."""
    child = subprocess.Popen(command)  # noqa: S603 - the command line is the supervisor's own

    def pass_on(number: int, _: FrameType | None) -> None:
        child.send_signal(number)

    for passed in PASSED_ON:
        signal.signal(passed, pass_on)
    told = False
    while child.poll() is None:
        if os.getppid() != parent and not told:
            told = True
            child.send_signal(sign)
        time.sleep(0.5 if not told else 0.05)
    return child.returncode


def main(arguments: list[str]) -> int:
    """Read the arguments, tie, and run."""
    parent, number, uid, gid = (int(argument) for argument in arguments[:4])
    command = arguments[5:]
    become(uid, gid)
    if sys.platform == "linux":
        tie_to(parent, signal.Signals(number))
        os.execv(command[0], command)  # noqa: S606 - no shell wanted
    return stay_and_watch(command, parent, signal.Signals(number))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
