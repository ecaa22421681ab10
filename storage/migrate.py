"""Bring a database to the present schema: `python -m storage.migrate` (KEPT_DATABASE_URL)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from alembic import command
from alembic.config import Config

from storage.database import async_url

HERE = Path(__file__).parent


def configuration(url: str) -> Config:
    """Alembic's settings for the database at `url`."""
    config = Config()
    config.set_main_option("script_location", str(HERE / "migrations"))
    config.attributes["url"] = async_url(url)
    return config


def upgrade(url: str) -> None:
    """Apply every migration that is still missing."""
    command.upgrade(configuration(url), "head")


def main() -> int:
    """Migrate the database of KEPT_DATABASE_URL."""
    url = os.environ.get("KEPT_DATABASE_URL")
    if not url:
        sys.stderr.write("KEPT_DATABASE_URL is not set: name the database to migrate.\n")
        return 2
    upgrade(url)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
