"""Searches of the desk by index. Without the right to make the extension, or without it, they go on as before: slower."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("CREATE INDEX ix_search_reference ON borrower (lower(reference))")
    op.execute("CREATE INDEX ix_search_account ON account (lower(reference))")
    op.execute("CREATE INDEX ix_search_signs ON borrower USING gin (string_to_array(lower(name), NULL))")
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            op.execute("CREATE INDEX ix_search_name ON borrower USING gin (lower(name) gin_trgm_ops)")
            op.execute("CREATE INDEX ix_search_address ON contact_point USING gin (address gin_trgm_ops)")
    except (sa.exc.ProgrammingError, sa.exc.NotSupportedError, sa.exc.OperationalError):
        return  # refused (42501), or not on this server (0A000, 58P01)


def downgrade() -> None:
    for name in ("address", "name", "signs", "account", "reference"):
        op.execute(f"DROP INDEX IF EXISTS ix_search_{name}")
