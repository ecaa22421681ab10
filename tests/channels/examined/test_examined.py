"""Everything the providers' pages say they may send, through `kept replay`: accepted, refused or ignored as it must be."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from tests.channels.examined import bystanders, official, sms, statuses, updates, whatsapp
from tests.channels.examined.asked import AES_KEY, OURS, Case
from tests.tools.commands.asking import given
from tests.tools.commands.test_lines import KEPT

SAFE = [
    *sms.cases(),
    *whatsapp.cases(),
    *statuses.cases(),
    *updates.cases(),
    *bystanders.cases(),
    *official.in_safe_mode(),
]
PLAIN = official.in_plain_mode()
COMPATIBLE = official.compatible()
MODES: dict[str, tuple[list[Case], dict[str, str]]] = {
    "safe": (SAFE, {"KEPT_WECHAT_AES_KEY": AES_KEY}),
    "plain": (PLAIN, {"KEPT_WECHAT_MODE": "plain"}),
    "compatible": (COMPATIBLE, {"KEPT_WECHAT_AES_KEY": AES_KEY, "KEPT_WECHAT_MODE": "compatible"}),
}


def replayed(cases: Sequence[Case], environment: dict[str, str]) -> list[dict[str, Any]]:
    others = {name: value for name, value in os.environ.items() if not name.startswith("KEPT_")}
    done = subprocess.run(
        [KEPT, "replay"],
        input=given(*(case.line for case in cases)),
        env=others | OURS | environment,
        capture_output=True,
        timeout=300,
        check=True,
    )
    return [json.loads(told) for told in done.stdout.splitlines()]


def seen(answer: dict[str, Any], place: str) -> Any:
    """The value at a dotted place of an answer; nothing where a part on the way is missing."""
    held: Any = answer
    for part in place.split("."):
        held = held.get(part) if isinstance(held, dict) else None
    return held


@pytest.mark.parametrize("mode", MODES)
def test_each_request_becomes_what_the_provider_s_pages_say(mode: str) -> None:
    cases, environment = MODES[mode]

    answers = replayed(cases, environment)

    assert [answer["id"] for answer in answers] == [case.name for case in cases]
    wrong = {
        case.name: {"told": told, "why": answer.get("why")}
        for case, answer in zip(cases, answers, strict=True)
        if (
            told := {
                place: seen(answer, place) for place in case.told if seen(answer, place) != case.told[place]
            }
        )
    }
    assert wrong == {}


def test_no_two_requests_have_one_name_and_every_outcome_is_examined() -> None:
    every = [*SAFE, *PLAIN, *COMPATIBLE]
    outcomes = Counter(str(case.told["became"]) for case in every)

    assert len({case.name for case in every}) == len(every)
    assert min(outcomes[became] for became in ("accepted", "ignored", "rejected")) >= 40
