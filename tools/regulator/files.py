"""The files of an export: its data always, and beside them a page or paper to read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from storage import audit_export, audit_page
from storage.audit_chain import Verdict
from tools.regulator.cover import Cover
from tools.regulator.paper import paper

FORMATS = ("html", "pdf", "json")


def wanted(out: Path, formats: Iterable[str]) -> tuple[Path, frozenset[str]]:
    """The name without an ending of ours, and the formats to write: those asked for, that of the ending, else a page."""
    ending = out.suffix.lower().removeprefix(".")
    named = frozenset(formats) | ({ending} & set(FORMATS))
    stem = out.with_suffix("") if ending in FORMATS else out
    return stem, (named or frozenset({"html"})) | {"json"}


def write(
    export: Mapping[str, Any],
    out: Path,
    formats: Iterable[str],
    *,
    verdict: Verdict,
    reader: str = "",
    writer: str = "",
) -> tuple[list[Path], Cover]:
    """Write the files of an export beside each other; which ones, and what was found when its proof was recomputed.

    `verdict` is that of a walk along the whole chain; `reader` is for whom, `writer` by whom it is made.
    """
    stem, formats = wanted(out, formats)
    files = {ending: stem.with_name(f"{stem.name}.{ending}") for ending in FORMATS if ending in formats}
    data = (json.dumps(export, ensure_ascii=False, indent=1) + "\n").encode()
    told = Cover(
        reader=reader,
        writer=writer,
        data_file=files["json"].name,
        data_hash=hashlib.sha256(data).hexdigest(),
        verdict=verdict,
        faults=tuple(audit_export.faults(export)),
    )
    files["json"].write_bytes(data)
    if "html" in files:
        files["html"].write_text(audit_page.page(export), encoding="utf-8")
    if "pdf" in files:
        files["pdf"].write_bytes(paper(export, told))
    return list(files.values()), told
