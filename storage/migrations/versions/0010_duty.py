"""Work with a deadline, by the row of the table of duties that asks for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("inbound_id", sa.Uuid(), nullable=True),
        sa.Column("arose_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name=op.f("fk_duty_conversation_id_conversation")),
        sa.ForeignKeyConstraint(["case_id"], ["desk_case.id"], name=op.f("fk_duty_case_id_desk_case")),
        sa.ForeignKeyConstraint(["done_by"], ["agent.id"], name=op.f("fk_duty_done_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    op.create_index(op.f("ix_duty_conversation_id"), "duty", ["conversation_id"])
    op.create_index(op.f("ix_duty_case_id"), "duty", ["case_id"])
    op.create_index("uq_duty_open", "duty", ["conversation_id", "what"], unique=True, postgresql_where=sa.text("done_at is null"))
    op.create_index("ix_duty_due", "duty", ["due_at"], postgresql_where=sa.text("done_at is null"))


def downgrade() -> None:
    op.drop_table("duty")
