"""Whatever a provider may send, written from its documents alone, through `kept replay`."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter

import pytest

from tests.channels.strangers import (
    corners,
    sms,
    statuses,
    telegram_messages,
    telegram_updates,
    wechat_messages,
    wechat_refused,
    whatsapp,
)
from tests.channels.strangers.asked import ENVIRONMENT, MODES, Case, differences
from tests.tools.commands.test_lines import KEPT

CASES: list[Case] = [
    *sms.CASES,
    *whatsapp.CASES,
    *statuses.CASES,
    *telegram_messages.CASES,
    *telegram_updates.CASES,
    *wechat_messages.CASES,
    *wechat_refused.CASES,
    *corners.CASES,
]


def test_each_request_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


@pytest.mark.parametrize("mode", MODES)
def test_each_request_becomes_what_its_provider_s_documents_say(mode: str) -> None:
    cases = [case for case in CASES if case.mode == mode]
    others = {name: value for name, value in os.environ.items() if not name.startswith("KEPT_")}

    done = subprocess.run(
        [KEPT, "replay"],
        input="\n".join(case.line() for case in cases).encode(),
        env=others | ENVIRONMENT | MODES[mode],
        capture_output=True,
        timeout=480,
    )

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    told = done.stderr.decode(errors="replace")[-3000:]
    assert [answer["id"] for answer in answers] == [case.name for case in cases], told
    assert done.returncode == 0, told
    wrong = {
        case.name: found
        for case, answer in zip(cases, answers, strict=True)
        if (found := differences(case, answer))
    }
    assert wrong == {}
