"""What the pages say is there is there, and what has to be said is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from campaigns.policy_schema import FIELDS, OFFERED
from tools.play.scenario import read_scenarios

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HOW_TOS = sorted((ROOT / "docs" / "how-to").glob("*.md"))
HOUSE_RULES = (ROOT / "docs" / "how-to" / "house-rules.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 300_000
# Tables of environment variables may name what only one of these files reads.
READ_IN = (
    "gateway/settings.py",
    "channels/settings.py",
    "tools/platform/environment.py",
    "tools/platform/places.py",
    "tools/platform/processes.py",
    "bot/settings.py",
)
# Stand-ins' addresses for tests, and a key that the gateway derives for itself.
INSIDE = {"KEPT_TWILIO_API", "KEPT_TELEGRAM_API", "KEPT_WECHAT_API", "KEPT_WEBCHAT_SECRET"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def without_code(text: str) -> str:
    """The page without its blocks of code, in which brackets are no links."""
    return re.sub(r"^( *)```.*?^\1```", "", text, flags=re.MULTILINE | re.DOTALL)


def commands_there() -> set[str]:
    return {path.stem.rstrip("_") for path in (ROOT / "tools" / "commands").glob("[a-z]*.py")}


def targets_there() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", without_code(path.read_text(encoding="utf-8")))
    inside = [link.partition("#")[0] for link in links if "://" not in link and not link.startswith("#")]

    assert [link for link in inside if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_that_a_page_names_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"`[^`\n]+`|```.*?```", text, re.DOTALL))
    ours = set(re.findall(r"(?:^|[\s`/(])kept ([a-z][a-z-]*)", code, re.MULTILINE))
    make = set(re.findall(r"(?:^|[\s`(])make ([a-z][a-z-]*)", code, re.MULTILINE))

    assert (ours - commands_there(), make - targets_there()) == (set(), set())


def test_readme_names_the_two_commands_and_what_is_seen_then() -> None:
    for said in ("make demo", "make test", "http://127.0.0.1:8080/demo", "http://127.0.0.1:8080/desk"):
        assert said in README


def test_readme_shows_every_room() -> None:
    rooms = {path.parent.name for path in ROOT.glob("[a-z]*/__init__.py")}

    assert {room for room in rooms if f"[`{room}/`]({room})" not in README} == set()


def test_readme_names_every_command() -> None:
    assert {name for name in commands_there() if f"kept {name}" not in README} == set()


def test_every_how_to_is_found_from_the_readme_or_a_page_it_names() -> None:
    told = "".join(
        path.read_text(encoding="utf-8") for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    )

    assert [path.name for path in HOW_TOS if f"docs/how-to/{path.name}" not in told] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "pictures").glob("*")), ids=name_of)
def test_a_picture_is_small(path: Path) -> None:
    assert path.stat().st_size < LARGEST_PICTURE


def test_every_rule_of_the_house_is_explained() -> None:
    tree = ast.parse((ROOT / "gateway" / "pipelines" / "house_rules.py").read_text(encoding="utf-8"))
    ids = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("kept.")
    }
    explained = set(re.findall(r"^\| `(kept\.[a-z-]+)` \|", HOUSE_RULES, re.MULTILINE))

    assert len(ids) > 3
    assert explained == ids


def test_every_field_of_a_policy_is_explained() -> None:
    told = (ROOT / "docs" / "how-to" / "set-a-policy.md").read_text(encoding="utf-8")
    named = {
        name
        for row in re.findall(r"^\| (.*?) \|", told, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }

    assert named == set(FIELDS) | set(OFFERED)


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_names_the_check_that_keeps_it(path: Path) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", path.read_text(encoding="utf-8"))

    assert named
    assert [file for file, _ in named if not (ROOT / file).is_file()] == []
    assert [test for file, test in named if test and not defines(ROOT / file, test)] == []


def defines(path: Path, test: str) -> bool:
    return bool(re.search(rf"^(async )?def {test}\(", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_is_a_page(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


def test_every_setting_stands_in_a_how_to() -> None:
    known = {name for file in READ_IN for name in re.findall(r"KEPT_[A-Z_]+[A-Z]", (ROOT / file).read_text())}
    told = "".join(path.read_text(encoding="utf-8") for path in HOW_TOS)

    assert {name for name in known - INSIDE if not re.search(rf"\b{name}\b", told)} == set()


def test_pages_hold_only_our_own_scripts() -> None:
    console = ROOT / "console"
    templates = {
        path.name: path.read_text(encoding="utf-8") for path in (console / "templates").glob("*.html")
    }
    sources = {
        (name, src)
        for name, text in templates.items()
        for src in re.findall(r"<script[^>]*src=\"([^\"]*)", text)
    }
    inline = [name for name, text in templates.items() if re.search(r"<script(?![^>]*\bsrc=)", text)]

    assert sources
    assert [(name, src) for name, src in sources if not (console / src.lstrip("/")).is_file()] == []
    assert inline == []


def test_the_scenario_in_the_how_to_can_be_played(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "play-a-scenario.md").read_text(encoding="utf-8")
    [written] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "shown.yml").write_text(written, encoding="utf-8")

    [scenario] = read_scenarios(tmp_path / "shown.yml")

    assert (scenario.id, len(scenario.steps)) == ("en-right-fact", 2)


def test_the_rule_in_the_how_to_is_the_packs_own() -> None:
    page = (ROOT / "docs" / "how-to" / "change-a-rule.md").read_text(encoding="utf-8")
    [[shown]] = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    pack = yaml.safe_load((ROOT / "compliance" / "packs" / "us_fl.yaml").read_text(encoding="utf-8"))

    assert shown in pack["rules"]


def test_the_composition_runs_our_own_commands() -> None:
    parts = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    run = {part["command"][0] for part in parts.values() if "command" in part}

    assert run == {"gateway", "worker", "rasa"}
    assert run <= commands_there()


def test_the_licence_is_whole_and_the_one_that_the_package_names() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
