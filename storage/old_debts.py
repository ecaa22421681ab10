"""What a person found of a debt's age: whether it is too old to be sued for, who says so, and what shows it."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from storage import stops
from storage.database import Work
from storage.people import TIME_BARRED, Borrower
from storage.work import Agent

# The piece of work that asks for it, by its name on the desk.
CHECK = "check_time_barred"
# What may show it, a closed list: it stands in the audit, where no free words do.
GROUNDS = ("lender_says", "last_payment", "contract", "judgment", "counsel")


async def found(
    work: Work, borrower_id: uuid.UUID, agent: Agent, *, is_old: bool, ground: str, duty_id: uuid.UUID
) -> bool:
    """Write down the answer; True while the borrower bears the mark of an old debt, whoever set it.

    A yes sets the mark that the lender's file sets, by the agent's word from then on, so that no file takes it off again. A no
    takes no mark off: that is a lifting, with the persons that it needs.
    """
    borrower = await work.session.scalar(select(Borrower).where(Borrower.id == borrower_id).with_for_update())
    assert borrower is not None
    work.audit(
        "debt.age_found", borrower_id, is_old=is_old, ground=ground, duty=str(duty_id), by=str(agent.id)
    )
    if not is_old:
        return TIME_BARRED in borrower.flags
    source = f"agent {agent.username}"
    since = borrower.flags.get(TIME_BARRED, {}).get("since") or work.now.isoformat()
    mark = {"since": since, "source": source, "ground": ground}
    borrower.flags = {**borrower.flags, TIME_BARRED: mark}
    stops.note(work, "flag", source, borrower_id=borrower_id, flag=TIME_BARRED, ground=ground)
    return True
