"""Errors that say what happened, why, and what to do about it."""

from __future__ import annotations


class KeptError(Exception):
    """Something a person can act on.

    `what` happened, `remedy` says what to do; `status` is the HTTP status an API answers with.
    Neither may hold a borrower's name, number, amount or text: both are logged.
    """

    status = 400

    def __init__(self, what: str, *, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class Invalid(KeptError):
    """An input that cannot be read: `field` names where."""

    status = 422

    def __init__(self, field: str, what: str, *, remedy: str = "") -> None:
        super().__init__(f"{field}: {what}", remedy=remedy)
        self.field = field


class NotFound(KeptError):
    """Nothing there under that name."""

    status = 404


class Conflict(KeptError):
    """Somebody else was quicker, or the state has moved on."""

    status = 409


class Unavailable(KeptError):
    """A part of the service is down for now; trying again later may help."""

    status = 503
