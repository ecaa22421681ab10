"""The job engine's own tables, and the index that its fetch by lock wants."""

from __future__ import annotations

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    connection.execute(SchemaManager.get_schema())
    op.execute(
        "create index procrastinate_jobs_lock_waiting on procrastinate_jobs (lock, id) "
        "where status in ('todo', 'doing')"
    )


def downgrade() -> None:
    raise RuntimeError("jobs are not given up: restore a backup instead")
