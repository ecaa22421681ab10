"""The audit refuses to be changed; texts received, or kept for a second person, are sealed like those sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_REFUSE = """
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only' using errcode = 'insufficient_privilege',
        hint = 'Nothing in it is ever changed or taken out: what was wrong is said by a further entry.';
end $$
"""


def upgrade() -> None:
    op.add_column("inbound", sa.Column("seal", sa.LargeBinary(), nullable=True))
    op.add_column("wording_override", sa.Column("seal", sa.LargeBinary(), nullable=True))
    op.execute(_REFUSE)
    op.execute(
        "create trigger audit_is_not_changed before update or delete on audit"
        " for each row execute function audit_is_append_only()"
    )
    op.execute(
        "create trigger audit_is_not_emptied before truncate on audit"
        " for each statement execute function audit_is_append_only()"
    )


def downgrade() -> None:
    op.execute("drop trigger audit_is_not_emptied on audit")
    op.execute("drop trigger audit_is_not_changed on audit")
    op.execute("drop function audit_is_append_only()")
    op.drop_column("wording_override", "seal")
    op.drop_column("inbound", "seal")
