"""The answers that a message suggests, and the one that was named by its number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    empty = sa.text("'[]'::jsonb")
    op.add_column("outbound", sa.Column("choices", postgresql.JSONB(), server_default=empty, nullable=False))
    op.add_column("inbound", sa.Column("meant", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("inbound", "meant")
    op.drop_column("outbound", "choices")
