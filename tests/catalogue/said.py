"""Every text of the catalogue, said with the values of one borrower."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from catalogue import day, listed, money, render
from catalogue.rendering import texts
from catalogue.values import Json, part
from core.money import Money

# Where the borrower of each language lives, and the currency of the account.
HOME = {"en": ("US", "USD"), "zh-Hans": ("CN", "CNY"), "zh-Hant": ("TW", "TWD"), "es": ("MX", "MXN")}
# Texts that are no message of their own: parts of one, put in or around by others.
PARTS = (
    "choice.",
    "envelope.",
    "promise.method_",
    "promise.part",
    "balance.part_",
    "plan.each_",
    "plan.offer_from",
)
FRIDAY = date(2026, 5, 22)


def values(currency: str) -> Mapping[str, Json]:
    """A value for every parameter that the actions and pipelines give."""

    def sum_of(figure: str) -> Json:
        return money(Money.of(figure, currency))

    dates = [FRIDAY, date(2026, 6, 5), date(2026, 7, 3)]
    return {
        "lender": "Northwind",
        "writer": "Northwind",
        "address": "Rua das Flores 10",
        "tax_number": "CNPJ 11.222.333/0001-81",
        "phone": "+1 555 010 0199",
        "website": "https://help.example",
        "name": "Grace Okafor",
        "line": "988",
        "amount": sum_of("842.50"),
        "owed": sum_of("842.50"),
        "rest": sum_of("242.50"),
        "day": day(FRIDAY),
        "last": day(FRIDAY),
        "days": listed([day(on) for on in dates[:2]], either=True),
        "amounts": listed([sum_of("200"), sum_of("300")], either=True),
        "promise": listed([part(Money.of("842.50", currency), FRIDAY)]),
        "parts": listed(
            [
                {"text": "balance.part_principal", "with": {"amount": sum_of("800")}},
                {"text": "balance.part_fees", "with": {"amount": sum_of("42.50")}},
            ]
        ),
        "plan": listed([part(Money.of("280.83", currency), on) for on in dates]),
        "offer": {"text": "plan.each_month", "with": {"amount": sum_of("60")}},
        "method": {"text": "promise.method_bank_transfer"},
        "link": "https://pay.example/x7Gk2",
        "holder": "Northwind",
        "bank": "First Bank",
        "number": "123456789",
        "reference": "KPT-2291",
        "contact": "+13125550188",
        "code": "482913",
        "chat_link": "https://kept.example/go/x7Gk2",
    }


def said(key: str, language: str) -> str:
    """The text `key` (or `key@variant`) as this language's borrower reads it."""
    country, currency = HOME[language]
    name, _, variant = key.partition("@")
    return render(name, values(currency), language, country=country, variant=variant)


def placeholders(text: str) -> frozenset[str]:
    """The names of the parameters in a text."""
    return frozenset(re.findall(r"\{(\w+)\}", text))


def versions(key: str, language: str) -> list[str]:
    """The texts of an entry: the plain one and those for a stage."""
    return [text for name, text in texts(language).items() if name.partition("@")[0] == key]
