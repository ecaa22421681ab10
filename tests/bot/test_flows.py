"""What the assistant does on each intent: one action a flow, rules only, nothing that a person could not read."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from bot.understanding.ontology import INTENTS


@pytest.fixture(scope="module")
def flows(root):
    yaml = YAML(typ="safe", pure=True)
    return {
        folder.name: {
            name: yaml.load((folder / f"{name}.yml").read_text("utf-8")) for name in ("domain", "rules")
        }
        for folder in sorted((root / "bot" / "flows").iterdir())
    }


def test_the_flows_hold_the_intents_of_the_ontology_once_each(flows):
    held = [intent for flow in flows.values() for intent in flow["domain"]["intents"]]
    assert sorted(held) == sorted(INTENTS)


def test_each_intent_leads_to_its_flow_s_action_and_nothing_else(flows):
    for name, flow in flows.items():
        (action,) = flow["domain"]["actions"]
        steps = {rule["steps"][0]["intent"]: rule["steps"][1:] for rule in flow["rules"]["rules"]}
        assert steps == {intent: [{"action": action}] for intent in flow["domain"]["intents"]}, name


def test_the_assistant_has_no_words_and_no_memory_of_its_own(flows):
    assert {key for flow in flows.values() for key in flow["domain"]} == {"version", "intents", "actions"}


def test_only_rules_decide(root):
    config = YAML(typ="safe", pure=True).load((root / "config.yml").read_text("utf-8"))
    assert [policy["name"] for policy in config["policies"]] == ["RulePolicy"]
    assert [component["name"] for component in config["pipeline"]] == ["bot.components.intents.IntentReader"]
