"""The job engine: Procrastinate on the same database."""

from __future__ import annotations

from procrastinate import App, PsycopgConnector

from gateway.jobs.queue import NAMESPACE
from gateway.jobs.tasks import business, upkeep
from storage.database import plain_url


def engine(url: str, *, with_upkeep: bool = True) -> App:
    """The engine on the database at `url`, with all our tasks; without upkeep nothing runs by the clock."""
    app = App(connector=PsycopgConnector(conninfo=plain_url(url), min_size=1, max_size=8))
    app.add_tasks_from(business(), namespace=NAMESPACE)
    if with_upkeep:
        app.add_tasks_from(upkeep(), namespace=f"{NAMESPACE}_upkeep")
    return app
