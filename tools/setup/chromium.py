"""A Chromium for the tests of the pages: one that is there, or Debian's where we may install it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools.setup.run import program
from tools.setup.say import Trouble, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PACKAGES = ("chromium", "fonts-wqy-microhei")  # and letters for the Chinese on the pages
STEP = "Chromium"


def found() -> Path | None:
    """The Chromium or Chrome of this machine: KEPT_CHROMIUM, else one on the path or in /Applications."""
    told = os.environ.get("KEPT_CHROMIUM")
    if told:
        return Path(told)
    for name in NAMES:
        on_path = shutil.which(name)
        if on_path:
            return Path(on_path)
    return next((Path(name) for name in APPLICATIONS if Path(name).exists()), None)


def provide() -> None:
    """Install Debian's as root where none is there; where that cannot be, some tests are left out."""
    if found() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        program(["apt-get", "-q", "update"], step=STEP, env=env)
        program(["apt-get", "-q", "-y", "install", "--no-install-recommends", *PACKAGES], step=STEP, env=env)
    except Trouble:
        say("      Debian's Chromium could not be installed.")


def environment() -> dict[str, str]:
    """This process's environment, naming the browser for the tests; says in one line that there is none."""
    browser = found()
    if browser is None:
        say("Left out: the tests in a browser (no Chromium or Chrome here; KEPT_CHROMIUM may name one).")
        return dict(os.environ)
    return {**os.environ, "KEPT_CHROMIUM": str(browser)}
