"""When a model counts as up to date."""

from __future__ import annotations

import pytest

from bot import train
from bot.serve import wait_for_model


@pytest.fixture
def house(tmp_path):
    """A small house with the files that a model is made of."""
    for name, text in {
        "config.yml": "pipeline: []",
        "bot/domain.yml": "version: 1",
        "bot/flows/stop/rules.yml": "rules: []",
        "bot/safety/en.yml": "crisis: {}",
        "bot/understanding/text.py": "x = 1",
        "nlu_data/en/stop.yml": "nlu: []",
        "README.md": "hello",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "config.yml",
        "bot/flows/stop/rules.yml",
        "bot/safety/en.yml",
        "bot/understanding/text.py",
        "nlu_data/en/stop.yml",
    ],
)
def test_a_change_of_what_a_model_is_made_of_is_seen(house, name):
    before = train.fingerprint(house)
    (house / name).write_text("changed")
    assert train.fingerprint(house) != before


def test_a_new_file_is_seen(house):
    before = train.fingerprint(house)
    (house / "nlu_data" / "en" / "plan.yml").write_text("nlu: []")
    assert train.fingerprint(house) != before


def test_other_files_make_no_difference(house):
    before = train.fingerprint(house)
    (house / "README.md").write_text("changed")
    assert train.fingerprint(house) == before


def test_training_is_skipped_when_the_model_is_there(house):
    models = house / "models"
    models.mkdir()
    model = train.model_path(house, models)
    model.write_bytes(b"trained")
    assert train.train(house, models) == model
    assert model.read_bytes() == b"trained"


def test_serving_without_a_model_says_what_to_do(tmp_path):
    with pytest.raises(SystemExit, match="make train"):
        wait_for_model(tmp_path / "none.tar.gz", 0)
