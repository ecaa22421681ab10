"""Why a borrower cannot pay, in the ontology's terms."""

from __future__ import annotations

from reading.hardship.lists import befell, denied
from reading.text import prepare

# What befalls people, with the reason it gives. A message often tells several, and one explains another:
# the first in this order is the reason.
ORDER: tuple[tuple[str, str], ...] = (
    # A flood or a fire comes before all that it destroys: the shop, the job, the money.
    ("disaster", "disaster"),
    # Whose wages do not come still has the job, though no money.
    ("wage_delay", "wage_delay"),
    # An accident comes before the hospital and the weeks without work.
    ("accident", "accident"),
    # Another's illness or death comes before one's own tears, and before anything it costs.
    ("family_event", "family_event"),
    # Who falls ill loses work and income by it, seldom the other way about.
    ("illness", "illness"),
    # Lost work and a closed shop are why the income fell.
    ("job_loss", "job_loss"),
    # Who was robbed, jailed or evicted, or gambled, says so rather than that no money is left.
    ("misfortune", "other"),
    ("business_failure", "business_failure"),
    # Why no wages come is told beside: an illness, a strike. Only who says no more waits for them.
    ("unpaid", "wage_delay"),
    # Less comes in: why debts grow and nothing is left.
    ("income_drop", "income_drop"),
    ("overindebted", "overindebted"),
    # Only that there is no money, and last that times are hard.
    ("cash_flow", "cash_flow"),
    ("hard_times", "other"),
)

# The body keeps from work: no reason by itself, but wages that do not come are its consequence.
_OFF_WORK = "off_work"
# What keeps from work, or is a leave without pay.
_BEFORE_WAGES = frozenset({"accident", "family_event", "illness", "income_drop"})

_BEFELL = befell([kind for kind, _ in ORDER] + [_OFF_WORK])
_DENIED = denied()
# As far behind a word as its denial is looked for.
_LOOK_BACK = 20


def read_hardship_reason(text: str) -> str | None:
    """The reason given for not paying: one of the ontology's, `other` for a hardship it has no name for, or None.

    That somebody cannot pay is no reason yet."""
    folded = prepare(text, pictures=True).folded
    told = (reason for kind, reason in ORDER if _is_told(kind, folded))
    first = next(told, None)
    if first == "wage_delay" and _is_told(_OFF_WORK, folded):
        return next((reason for reason in told if reason in _BEFORE_WAGES), first)
    return first


def keeps_from_work(text: str) -> bool:
    """Whether the text says that the body keeps them from work: on sick leave, a bone broken."""
    return _is_told(_OFF_WORK, prepare(text, pictures=True).folded)


def _is_told(kind: str, folded: str) -> bool:
    """Whether it is said and not denied: 不是没钱, "I didn't lose my job"."""
    return any(
        not _DENIED.search(folded[max(0, match.start() - _LOOK_BACK) : match.start()])
        for match in _BEFELL[kind].finditer(folded)
    )
