"""From a form and what is known to a letter in the reader's language: all of it or none, never one with a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from catalogue.forms import Form, Part, appeal_key, facts, letter_texts
from catalogue.rendering import locale_of
from core.errors import Invalid, KeptError
from core.letters import Block, Boxes, Bullets, CutHere, Heading, Paragraph, Sheet, Sums
from core.money import WITHOUT_CENTS, Money
from core.places import country_of

type Dated = tuple[tuple[date, Money], ...]
type Known = str | date | Money | tuple[str, ...] | Dated


class Incomplete(KeptError):
    """A letter that would have a gap: `missing` names the facts, in the order in which they are asked for."""

    status = 422

    def __init__(self, form: str, missing: Sequence[str]) -> None:
        names = ", ".join(name.replace("_", " ") for name in missing)
        super().__init__(
            f"The letter {form} cannot be written: nothing is known of {names}.",
            remedy="Fill in what is missing, from the contract and the lender's books.",
        )
        self.missing = tuple(missing)


def known_names(known: Mapping[str, Known]) -> frozenset[str]:
    """The facts that are known; an empty text is none, an amount of nothing is one."""
    return frozenset(name for name, value in known.items() if value or isinstance(value, Money))


def missing(form: Form, known: Mapping[str, Known], *, place: str, collector: str) -> tuple[str, ...]:
    """The facts that the letter still needs, in the order of facts.yml; empty ones count as unknown."""
    there = known_names(known)
    needed = form.needs(place, collector, there)
    return tuple(name for name in facts() if name in needed - there)


def write(form: Form, known: Mapping[str, Known], language: str, *, place: str, collector: str) -> Sheet:
    """The letter in `language` to a borrower in `place` (US-IL, HK).

    Raises `Incomplete` where a fact is missing, `Invalid` where sums do not add up.
    """
    lacking = missing(form, known, place=place, collector=collector)
    if lacking:
        raise Incomplete(form.name, lacking)
    _add_up(form, known)
    shown = _Shown(known, language, place)
    there = known_names(known)
    blocks = [block for part in form.fitting(place, collector, there) for block in _blocks(part, shown)]
    return Sheet(
        language=language,
        title=shown.said(form.title),
        writer=(shown.fact("writer"), *shown.lines("writer_address"), shown.ways()),
        recipient=(shown.fact("borrower"), *shown.lines("borrower_address")),
        about=(shown.fact("date"), shown.said("common.reference")),
        blocks=tuple(blocks),
        foot=f"{shown.fact('writer')} · {shown.said('common.reference')}",
    )


def as_read(value: Known, language: str, place: str) -> str:
    """A fact as a reader of `language` in `place` reads it; several in a row."""
    shown = _Shown({"it": value}, language, place)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "; ".join(f"{on}: {amount}" for on, amount in shown.dated("it"))
    return shown.value(value)


def _add_up(form: Form, known: Mapping[str, Known]) -> None:
    for *addends, total in form.adds_up:
        sums = [_amount(known[name.removeprefix("-")]) * (-1 if name[0] == "-" else 1) for name in addends]
        if sum(sums, Decimal(0)) != _amount(known[total]):
            names = ", ".join(name.replace("_", " ").removeprefix("-") for name in addends)
            raise Invalid(
                total, f"is not what {names} come to", remedy="Correct the figures: they must add up."
            )


def _amount(value: Known) -> Decimal:
    if not isinstance(value, Money):
        raise Invalid("amount", "is not an amount of money")
    return value.amount


class _Shown:
    """What is known, as the reader's language and country write it."""

    def __init__(self, known: Mapping[str, Known], language: str, place: str) -> None:
        self._known = known
        self._texts = letter_texts(language, country_of(place))
        self._locale = locale_of(language, country_of(place))
        self.place = place

    def has(self, name: str) -> bool:
        return name in known_names(self._known)

    def said(self, key: str) -> str:
        return self._texts[key].format_map(_Facts(self))

    def fact(self, name: str) -> str:
        return self.value(self._known[name])

    def lines(self, name: str) -> tuple[str, ...]:
        value = self._known[name]
        return tuple(str(line) for line in value) if isinstance(value, tuple) else (self.value(value),)

    def ways(self) -> str:
        return f"{self.fact('phone')} · {self.fact('website')}"

    def value(self, value: Known) -> str:
        if isinstance(value, Money):
            return _sum(value, self._locale)
        if isinstance(value, date):
            return format_date(value, "long", locale=self._locale)
        if isinstance(value, tuple):
            return ", ".join(str(line) for line in value)
        return value

    def dated(self, name: str) -> tuple[tuple[str, str], ...]:
        rows = self._known[name]
        assert isinstance(rows, tuple)
        return tuple((self.value(row[0]), self.value(row[1])) for row in rows if isinstance(row, tuple))


def _sum(value: Money, locale: str) -> str:
    """An amount with its smallest unit, so that a column of them can be added up."""
    figures = "#,##0" if value.currency in WITHOUT_CENTS else "#,##0.00"
    if locale.startswith("zh") and (
        value.currency == "CNY" or (value.currency, locale[-2:]) == ("TWD", "TW")
    ):
        return f"{format_decimal(value.amount, figures, locale=locale)}元"
    pattern = f"{figures} ¤" if locale.startswith("es_ES") else f"¤{figures}"
    return format_currency(value.amount, value.currency, pattern, locale=locale, currency_digits=False)


class _Facts(dict[str, str]):
    """Facts written where a text names them."""

    def __init__(self, shown: _Shown) -> None:
        super().__init__()
        self._shown = shown

    def __missing__(self, name: str) -> str:
        return self._shown.fact(name)


def _blocks(part: Part, shown: _Shown) -> list[Block]:
    content = part.content
    match part.kind:
        case "say":
            return [Paragraph(shown.said(content))]
        case "appeal":
            key = appeal_key(shown.place)
            return [Paragraph(shown.said(key))] if key else []
        case "heading":
            return [Heading(shown.said(content))]
        case "bullets":
            return [Bullets(tuple(shown.said(key) for key in content))]
        case "sums" | "rows":
            return [Sums(_rows(content, shown), total=part.kind == "sums")]
        case "boxes":
            return [Boxes(tuple(_box(box, shown) for box in content))]
        case "cut":
            writer = (shown.fact("writer"), *shown.lines("writer_address"))
            recipient = (shown.fact("borrower"), *shown.lines("borrower_address"))
            return [CutHere(shown.said(content), writer, recipient)]
        case "each":
            return [Sums(shown.dated(content), total=False)]
    return [Paragraph(text) for text in shown.fact(content).split("\n") if text.strip()]


def _rows(rows: Iterable[Sequence[str]], shown: _Shown) -> tuple[tuple[str, str], ...]:
    found = []
    for key, *rest in rows:
        if not rest:
            found.append((shown.said(key), ""))
        elif "maybe" not in rest or shown.has(rest[0]):
            sign = {"+": "+", "-": "-"}.get(rest[-1], "")
            found.append((shown.said(key), sign + shown.fact(rest[0])))
    return tuple(found)


def _box(box: str | Mapping[str, str], shown: _Shown) -> tuple[str, bool]:
    return (shown.said(box["inner"]), True) if isinstance(box, Mapping) else (shown.said(box), False)
