"""How far the mailbox has been read that mails are fetched from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "mailbox_read",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("provider", name=op.f("pk_mailbox_read")),
    )


def downgrade() -> None:
    op.drop_table("mailbox_read")
