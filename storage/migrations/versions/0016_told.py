"""A payment is known by its account and reference; the day of a balance, its falls, and addresses that a file replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.drop_constraint("uq_payment_reference", "payment")
    op.create_unique_constraint("uq_payment_account_id_reference", "payment", ["account_id", "reference"])
    op.add_column("account", sa.Column("balance_on", sa.Date(), nullable=True))
    empty = sa.text("'[]'::jsonb")
    op.add_column("account", sa.Column("falls", postgresql.JSONB(), server_default=empty, nullable=False))
    op.add_column("reach", sa.Column("retold_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("reach", "retold_at")
    op.drop_column("account", "falls")
    op.drop_column("account", "balance_on")
    op.drop_constraint("uq_payment_account_id_reference", "payment")
    op.create_unique_constraint("uq_payment_reference", "payment", ["reference"])
