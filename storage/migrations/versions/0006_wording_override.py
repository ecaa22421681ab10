"""Messages that the wording guard stopped and that wait for a second person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "wording_override",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "categories",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'[]'::jsonb"),
            nullable=False,
        ),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state in ('waiting','sent','refused')", name=op.f("ck_wording_override_state")),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name=op.f("fk_wording_override_conversation_id_conversation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_wording_override_agent_id_agent")),
        sa.ForeignKeyConstraint(["settled_by"], ["agent.id"], name=op.f("fk_wording_override_settled_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording_override")),
        sa.UniqueConstraint("agent_id", "key", name=op.f("uq_wording_override_agent_id_key")),
    )
    op.create_index("ix_wording_override_conversation_id", "wording_override", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("wording_override")
