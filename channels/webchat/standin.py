"""A page that keeps what it is shown, for tests, the demonstration and `kept play`."""

from __future__ import annotations

from collections.abc import Mapping

from channels.testing import StandIn, Taken


class WebchatStandIn(StandIn):
    """Give its `publish` to the adapter."""

    async def publish(self, session: str, shown: Mapping[str, object]) -> None:
        """Show one message, once per id."""
        self.calls.append("publish")
        if any(taken.provider_id == shown["id"] for taken in self.taken):
            return
        self.taken.append(Taken(str(shown["id"]), session, str(shown["text"]), dict(shown)))
