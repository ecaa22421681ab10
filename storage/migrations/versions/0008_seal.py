"""The seal of a message that was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("outbound", sa.Column("seal", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbound", "seal")
