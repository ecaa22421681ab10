"""Agents read the desk's summaries in a language of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "agent", sa.Column("language", sa.String(), server_default=sa.text("'en'"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("agent", "language")
