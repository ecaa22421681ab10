"""Galician and Catalan among Spanish, in the words of its grammars: "o venres", "divendres", "a principios de setembro" (text without
accents)."""

from __future__ import annotations

import re

_DAYS = {
    "lunes": "luns|dilluns",
    "martes": "dimarts",
    "miercoles": "mercores|dimecres",
    "jueves": "xoves|dijous",
    "viernes": "venres|divendres",
    "sabado": "dissabte",
    "domingo": "diumenge",
}
_MONTHS = {
    "enero": "xaneiro|gener",
    "febrero": "febreiro|febrer",
    "marzo": "marc",
    "mayo": "maio|maig",
    "junio": "xuno|juny",
    "julio": "xullo|juliol",
    "agosto": "agost",
    "septiembre": "setembro|setembre",
    "octubre": "outubro",
    "noviembre": "novembro|novembre",
    "diciembre": "decembro|desembre",
}
_OTHERS = "|".join([*_DAYS.values(), *_MONTHS.values()])
_FIRST = "luns|dilluns|dimarts|mercores|dimecres|xoves|dijous|venres|divendres|dissabte|diumenge"
_VERBS = {
    "hare": "farei|faig|fare",
    "pagare": "pagarei",
    "ingresare": "ingresarei",
    "mandare": "mandarei|enviarei|enviare",
    "abonare": "abonarei",
    "transfiero": "transfereixo|transferirei",
    "ingreso": "ingresso|ingreso",
    "doy": "douvos|dono",
    "paso": "passo",
}

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        (rf"\b(?:l'?|el |o )?(?:altre|outro) ({_FIRST})\b", r"el siguiente \1"),
        (rf"\b({_FIRST}) (?:que ve|vinent|que ven)\b", r"el \1 que viene"),
        (rf"\bo (?=(?:dia )?\d{{1,2}} de (?:{_OTHERS})\b|(?:{_FIRST})\b|dia \d)", "el "),
        (r"\bd'(?=(?:abril|agost|octubre)\b)", "de "),
        *((rf"\b(?:{names})\b", name) for name, names in (*_DAYS.items(), *_MONTHS.items(), *_VERBS.items())),
        (r"\b(?:dema passat|passat dema|pasadomana)\b", "pasado manana"),
        (r"\bdema\b", "manana"),
        (r"\bavui\b", "hoy"),
        (r"\bhoxe\b", "hoy"),
        (r"\bl'altra meitat\b|\ba outra metade\b", "la otra mitad"),
        (r"\bla meitat\b|\b(?:a )?metade\b", "la mitad"),
        (r"\bla resta\b|\be o resto\b|\bo resto\b", "el resto"),
        (r"\b(?:a )?(?:finals|fi) de mes\b", "a final de mes"),
        (r"\b(?:a )?principis (?:de|d')", "a principios de "),
        (r"\b(?:a )?mitjans (?:de|d')", "a mediados de "),
        (r"\bel mes que ve\b|\bo mes que ven\b", "el mes que viene"),
        (r"\bla setmana que ve\b|\ba semana que ven\b", "la semana que viene"),
        (r"\bcada setmana\b", "cada semana"),
        (r"\b(?:quan|cando) (?:cobri|cobre|em paguin|me paguen)\b|\bquan cobro\b", "cuando cobre"),
        (r"\b(?:us|vos) (?=(?:pag|ingres|pas|do[yu]|mand|hag|hare|envi|transf|abon))", "os "),
        (r"\bun cop\b", "una vez"),
    )
)  # fmt: skip
