"""Where a conversation stands between two turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeGuard

from catalogue import entries


@dataclass(frozen=True)
class Dialogue:
    """Where the conversation stands between two turns; kept as JSON with the conversation.

    `asked` is the open question (an `asks` name of the catalogue, or a flow's own); `about` the flow that asked
    it. `draft` is that flow's unfinished business. `later` is what the borrower wanted before something more
    urgent came between, to be taken up again. `kept` is what was known of a promise when another matter came
    between. `unclear` counts questions in a row that got no usable answer. `hinted`: an alarm was raised on a hint
    alone, so the talk goes on if the borrower goes on (`actions/crisis.py`).
    """

    asked: str | None = None
    about: str | None = None
    draft: dict[str, Any] = field(default_factory=dict)
    later: dict[str, Any] | None = None
    question: dict[str, Any] | None = None
    unclear: int = 0
    kept: dict[str, Any] | None = None
    hinted: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Dialogue:
        """Read back what `as_json` wrote; what an older version wrote otherwise is left out."""
        asked, about, unclear = stored.get("asked"), stored.get("about"), stored.get("unclear")
        draft, later, question = stored.get("draft"), stored.get("later"), stored.get("question")
        kept = stored.get("kept")
        return cls(
            asked=asked if isinstance(asked, str) else None,
            about=about if isinstance(about, str) else None,
            draft=dict(draft) if isinstance(draft, Mapping) else {},
            later=dict(later) if _is_later(later) else None,
            question=dict(question) if _is_question(question) else None,
            unclear=unclear if isinstance(unclear, int) and 0 <= unclear < 100 else 0,
            kept=dict(kept) if isinstance(kept, Mapping) else None,
            hinted=stored.get("hinted") is True,
        )


def _is_later(stored: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(stored, Mapping) and all(
        isinstance(stored.get(name), str) for name in ("text", "intent")
    )


def _is_question(stored: Any) -> TypeGuard[Mapping[str, Any]]:
    return (
        isinstance(stored, Mapping)
        and stored.get("key") in entries()
        and isinstance(stored.get("parameters"), Mapping)
    )
