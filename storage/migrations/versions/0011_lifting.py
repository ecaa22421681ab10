"""Marks and pauses that a person lifts, with the reason and the second person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "lifting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("borrower_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("rows", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state in ('waiting','lifted','refused')", name=op.f("ck_lifting_state")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_lifting_conversation_id_conversation")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_lifting_borrower_id_borrower"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["asked_by"], ["agent.id"], name=op.f("fk_lifting_asked_by_agent")),
        sa.ForeignKeyConstraint(["settled_by"], ["agent.id"], name=op.f("fk_lifting_settled_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lifting")),
    )
    op.create_index(op.f("ix_lifting_conversation_id"), "lifting", ["conversation_id"])
    op.create_index(op.f("ix_lifting_borrower_id"), "lifting", ["borrower_id"])
    op.create_index("uq_lifting_waiting", "lifting", ["borrower_id", "name"], unique=True, postgresql_where=sa.text("state = 'waiting'"))


def downgrade() -> None:
    op.drop_table("lifting")
