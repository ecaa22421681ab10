"""The wording guard: what may not be said to a borrower, in four languages, with the facts of the account."""

from compliance.wording.judging import judge
from compliance.wording.verdict import CATEGORIES, Verdict, Violation

__all__ = ["CATEGORIES", "Verdict", "Violation", "judge"]
