"""Where the assistant calls back: rasa-sdk's executor, beside the domain code."""

from __future__ import annotations

import hmac
import uuid
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection

from actions import turn as turns
from gateway.api.dependencies import ServicesDep
from gateway.services import Services

router = APIRouter(prefix="/internal", include_in_schema=False)

# One action a flow, as in bot/flows; which flow answers in the end is decided by `actions.route`.
ACTIONS = (
    "small_talk",
    "answer",
    "balance",
    "pay_now",
    "promise",
    "already_paid",
    "hardship",
    "plan",
    "refusal",
    "dispute",
    "specialist",
    "complaint",
    "crisis",
    "contact",
    "stop",
    "wrong_party",
    "person",
)


class TakeTurn(Action):
    """Decide the turn that the message belongs to, and say its catalogue keys."""

    def __init__(self, services: Services, flow: str) -> None:
        self._services = services
        self._flow = flow

    def name(self) -> str:
        """As the rules of the flow call it."""
        return f"action_{self._flow}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Run the turn named in the message's metadata."""
        latest = tracker.latest_message
        intent = latest.get("intent") or {}
        ranking = [one for one in latest.get("intent_ranking") or () if one["name"] != intent.get("name")]
        meant = turns.Meant(
            intent=intent.get("name") or "out_of_scope",
            confidence=float(intent.get("confidence") or 0.0),
            runner_up=ranking[0]["name"] if ranking else None,
            second=float(ranking[0].get("confidence") or 0.0) if ranking else 0.0,
        )
        turn_id = uuid.UUID(latest["metadata"]["turn_id"])
        async with self._services.database.begin() as work:
            outcome = await turns.take(work, turn_id, meant, self._services.desk)
        for say in outcome.get("says", ()):
            dispatcher.utter_message(json_message={"say": say["key"], "with": say["parameters"]})
        return []


def executor(services: Services) -> ActionExecutor:
    """rasa-sdk's executor with every action of ours."""
    made = ActionExecutor()
    for flow in ACTIONS:
        made.register_action(TakeTurn(services, flow))
    return made


@router.post("/actions")
async def run_action(request: Request, services: ServicesDep) -> JSONResponse:
    """Run one action for the assistant, which shows the shared token."""
    expected = f"Bearer {services.settings.rasa_token}"
    if not hmac.compare_digest(request.headers.get("authorization", "").encode(), expected.encode()):
        return JSONResponse({"error": "the shared token is missing or wrong"}, status_code=401)
    call = await request.json()
    # The assistant leaves its domain out (selective domain), and no action of ours looks at one.
    call["domain"] = call.get("domain") or {"actions": [f"action_{flow}" for flow in ACTIONS]}
    made: ActionExecutor = request.app.state.executor
    try:
        result = await made.run(call)
    except ActionExecutionRejection as error:
        return JSONResponse({"error": str(error), "action_name": error.action_name}, status_code=400)
    return JSONResponse(result.model_dump() if result is not None else {"events": [], "responses": []})
