"""What other libraries read of dates and amounts, each used as its documentation says; runs in a Python of its own.

Reads cases as JSON lines (`say`, `lang`, `now` local and naive) and writes, for each, a JSON line
`{library: {"dates": [...] | null, "amount": "..." | null}}`; a library that does not know the language is left out.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

Answer = dict[str, Any]


def _dateparser() -> Callable[[str, str, datetime], Answer | None]:
    search_dates = import_module("dateparser.search").search_dates

    names = {"en": "en", "es": "es", "zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant"}

    def read(text: str, lang: str, now: datetime) -> Answer | None:
        settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}
        found = search_dates(text, languages=[names[lang]], settings=settings) or []
        return {"dates": _days(moment.date().isoformat() for _, moment in found)}

    return read


def _recognizers() -> Callable[[str, str, datetime], Answer | None]:
    dates = import_module("recognizers_date_time")
    recognize_datetime, culture_names = dates.recognize_datetime, dates.Culture
    recognize_number = import_module("recognizers_number").recognize_number
    recognize_currency = import_module("recognizers_number_with_unit").recognize_currency

    cultures = {"en": culture_names.English, "es": culture_names.Spanish, "zh-Hans": culture_names.Chinese}

    def read(text: str, lang: str, now: datetime) -> Answer | None:
        if lang not in cultures:
            return None
        culture, today = cultures[lang], now.date().isoformat()
        days: list[str] = []
        spans: list[tuple[int, int]] = []
        for result in recognize_datetime(text, culture, reference=now):
            spans.append((result.start, result.end))
            values = (result.resolution or {}).get("values", [])
            coming = [
                str(value["value"])[:10]
                for value in values
                if re.match(r"\d{4}-", str(value.get("value", "")))
            ]
            days += [day for day in coming if day >= today][:1]
        money = [
            result.resolution["value"] for result in recognize_currency(text, culture) if result.resolution
        ]
        money += [
            result.resolution["value"]
            for result in recognize_number(text, culture)
            if result.resolution and not any(start <= result.start <= end for start, end in spans)
        ]
        return {"dates": _days(days), "amount": next((value for value in money if value), None)}

    return read


def _jionlp() -> Callable[[str, str, datetime], Answer | None]:
    jionlp = import_module("jionlp")

    def read(text: str, lang: str, now: datetime) -> Answer | None:
        if not lang.startswith("zh"):
            return None
        plain = jionlp.tra2sim(text) if lang == "zh-Hant" else text
        times = jionlp.ner.extract_time(plain, time_base=now.timestamp(), with_parsing=True) or []
        points = [
            part["detail"]
            for part in times
            if part.get("detail", {}).get("type") in ("time_point", "time_span")
        ]
        money = jionlp.ner.extract_money(plain, with_parsing=True) or []
        figures = [part["detail"].get("num") for part in money if part.get("detail")]
        return {
            "dates": _days(str(detail["time"][0])[:10] for detail in points),
            "amount": next((figure for figure in figures if isinstance(figure, str)), None),
        }

    return read


def _days(found: Any) -> list[str]:
    return sorted({day for day in found if re.fullmatch(r"\d{4}-\d\d-\d\d", day)})[:7]


def main() -> None:
    """Answer every case by every library."""
    warnings.simplefilter("ignore")
    answers = sys.stdout
    sys.stdout = sys.stderr  # Some of these print when they start.
    readers = {"dateparser": _dateparser(), "Recognizers-Text": _recognizers(), "JioNLP": _jionlp()}
    for line in sys.stdin:
        case = json.loads(line)
        now = datetime.fromisoformat(case["now"])
        row: dict[str, Answer] = {}
        for name, reader in readers.items():
            try:
                answer = reader(case["say"], case["lang"], now)
            except Exception:  # A library that fails on a text has read nothing in it.
                answer = {"dates": [], "amount": None}
            if answer is not None:
                row[name] = answer
        answers.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
