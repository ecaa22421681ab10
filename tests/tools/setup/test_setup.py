"""The set-up's decisions: registry, Pythons, stamps, and sentences for what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.setup import checks, pythons, run, steps
from tools.setup.registry import as_uv, pip_settings
from tools.setup.say import Trouble
from tools.setup.steps import Step, perform, perform_all

ROOT = Path(__file__).resolve().parents[3]


def test_uv_asks_the_registry_that_pip_is_set_to() -> None:
    told = as_uv(
        pip_settings(
            [
                "global.index-url='https://mirror.example/root/pypi'",
                "global.extra-index-url='https://one.example/s\\nhttps://two.example/s'",
                "install.trusted-host='mirror.example'",
                "global.cert='/etc/our.crt'",
                "freeze.timeout='10'",
            ]
        )
    )
    assert told["UV_DEFAULT_INDEX"] == "https://mirror.example/root/pypi"
    assert told["UV_INDEX"] == "https://one.example/s https://two.example/s"
    assert told["UV_INSECURE_HOST"] == "mirror.example"
    assert told["SSL_CERT_FILE"] == "/etc/our.crt"
    assert told["UV_INDEX_STRATEGY"] == "unsafe-best-match"


def test_pips_environment_overrules_its_files() -> None:
    lines = [":env:.index-url='https://env.example'", "global.index-url='https://file.example'"]
    assert as_uv(pip_settings(lines))["UV_DEFAULT_INDEX"] == "https://env.example"


def test_nothing_set_for_pip_means_nothing_set_for_uv() -> None:
    assert set(as_uv(pip_settings([]))) == {"UV_HTTP_TIMEOUT"}


def pretend_python(path: Path, says: str, *, status: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {says}\nexit {status}\n")
    path.chmod(0o755)


def test_pyenvs_pythons_are_found_behind_a_shim_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_python(tmp_path / "shims" / "python3.10", "pyenv: python3.10: command not found", status=127)
    pretend_python(tmp_path / "pyenv" / "versions" / "3.10.9" / "bin" / "python", "3.10")
    pretend_python(tmp_path / "pyenv" / "versions" / "3.10.13" / "bin" / "python", "3.10")
    pretend_python(tmp_path / "pyenv" / "versions" / "3.10-dev" / "bin" / "python", "3.10")
    monkeypatch.setenv("PATH", f"{tmp_path / 'shims'}:/bin")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    found = pythons.python_for(("3.10",), step="test")
    assert found == tmp_path / "pyenv" / "versions" / "3.10.13" / "bin" / "python"


def test_a_shim_that_fails_is_no_python(tmp_path: Path) -> None:
    pretend_python(tmp_path / "python3.10", "3.10", status=127)
    assert not pythons.works_as(tmp_path / "python3.10", "3.10")
    pretend_python(tmp_path / "python3.10", "3.9")
    assert not pythons.works_as(tmp_path / "python3.10", "3.10")
    assert not pythons.works_as(tmp_path / "absent", "3.10")
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert pythons.works_as(Path(sys.executable), running)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(steps, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(run, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return tmp_path


def test_a_step_is_run_again_only_when_its_inputs_change(places: Path) -> None:
    ran: list[str] = []
    wanted = places / "wanted.txt"
    for content in ("one", "one", "two", "two"):
        wanted.write_text(content)
        perform(Step("a step", lambda: ran.append("ran"), key=steps.key_of(wanted)))
    assert ran == ["ran", "ran"]


def test_a_step_is_run_again_when_its_product_is_gone(places: Path) -> None:
    ran: list[str] = []
    for _ in range(2):
        perform(Step("a step", lambda: ran.append("ran"), key="same", there=lambda: False))
    assert ran == ["ran", "ran"]


def test_a_step_that_failed_is_not_taken_for_done(places: Path) -> None:
    def fail() -> None:
        raise Trouble("It cannot be.")

    broken = Step("a step", fail, key="same")
    with pytest.raises(Trouble):
        perform(broken)
    assert not steps.is_done(broken)


def test_the_fuller_environment_counts_as_the_plain_one_but_not_the_other_way(places: Path) -> None:
    perform(Step("environment", lambda: None, key="full"))
    assert steps.is_done(Step("environment", lambda: None, key="plain", also=("full",)))
    perform(Step("environment", lambda: None, key="plain"))
    assert not steps.is_done(Step("environment", lambda: None, key="full"))


def test_the_first_trouble_of_steps_beside_each_other_is_raised(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(steps, "stop_all", lambda: stopped.append(True))

    def fail() -> None:
        raise Trouble("No room.")

    with pytest.raises(Trouble, match="No room"):
        perform_all([[Step("one", lambda: None)], [Step("two", fail)]])
    assert stopped == [True]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "error: Failed to fetch: `https://packages.example/a/`\n  Caused by: dns error",
            "registry cannot be reached",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        ("error: Hash mismatch for `a==1`", "does not serve"),
        ("Traceback\nValueError: spam", "The step 'a step' failed: ValueError: spam"),
        (
            "KeyError: 'root'\nDuring handling ...\nOuterError: later",
            "The step 'a step' failed: KeyError: 'root'",
        ),
        ("something odd\nwas said last", "failed: was said last"),
        ("", "it said nothing"),
    ],
)
def test_what_goes_wrong_is_one_sentence(places: Path, told: str, expected: str) -> None:
    log = places / "logs" / "setup-a-step.log"
    log.parent.mkdir()
    log.write_text(f"$ an earlier command\nNo space left on device\n$ the command\n{told}\n")
    sentence = run.sentence("a step", log)
    assert expected in sentence
    assert "\n" not in sentence


def test_a_program_that_is_missing_is_one_sentence(places: Path) -> None:
    with pytest.raises(Trouble, match="cannot be run"):
        run.program([places / "absent"], step="a step")


def test_a_missing_python_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tools" / "setup").mkdir(parents=True)
    script = tmp_path / "tools" / "setup" / "run.sh"
    script.write_text((ROOT / "tools" / "setup" / "run.sh").read_text().replace("/usr", "/absent"))
    (tmp_path / "bin").mkdir()
    for tool in ("git", "dirname"):
        (tmp_path / "bin" / tool).symlink_to(f"/usr/bin/{tool}")
    done = subprocess.run(
        ["/bin/sh", str(script), "setup"],
        env={"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().count("\n") == 0
    assert "No Python from 3.11 on with pip was found" in done.stderr


def test_a_taken_port_is_told_before_anything_is_installed(tmp_path: Path) -> None:
    import socket

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tools.setup", "demo"],
            cwd=ROOT,
            env={**os.environ, "KEPT_PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert done.stdout == ""


def test_a_failed_check_is_shown_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = (
        checks.Check("what is fine", (sys.executable, "-c", "print('nothing to see')")),
        checks.Check("what is wrong", (sys.executable, "-c", "raise SystemExit('line 3 is wrong')")),
    )
    monkeypatch.setattr(checks, "CHECKS", found)
    with pytest.raises(Trouble, match="Checks that failed: what is wrong"):
        checks.check()
    told = capsys.readouterr().out
    assert "line 3 is wrong" in told
    assert "nothing to see" not in told
