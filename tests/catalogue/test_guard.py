"""The wording guard that reads agents' messages finds nothing to object to in the catalogue's own."""

from __future__ import annotations

import pytest

from catalogue import entries
from catalogue.rendering import texts
from compliance.wording import judge
from core.languages import LANGUAGES
from tests.catalogue.said import HOME, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wording_guard_lets_every_text_pass(language: str) -> None:
    objections = {}
    # Statements of law around a message are not judged, as in the service; the parts of a balance in their message.
    for key in sorted(key for key in texts(language) if not key.startswith(("envelope.", "balance.part_"))):
        declared = entries().get(key.partition("@")[0])
        verdict = judge(
            said(key, language),
            lang=language,
            jurisdiction=HOME[language][0],
            verified_party=declared is None or declared.discloses,
        )
        if verdict.violations:
            objections[key] = list(verdict.violations)

    assert objections == {}
