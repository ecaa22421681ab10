"""How Spanish names money and shares of it; reads text without accents."""

from __future__ import annotations

import re
from decimal import Decimal

from reading.money.figures import FIGURE, figure
from reading.money.sums import ALL, MINIMUM, REST, MoneyRule, Named, Share, Sum, fraction, rule
from reading.text import MASK

_WORDS: dict[str, int] = {
    word: value
    for value, words in {
        1: "un uno una", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve",
        10: "diez", 11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciseis", 17: "diecisiete",
        18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiun veintiuno", 22: "veintidos", 23: "veintitres",
        24: "veinticuatro", 25: "veinticinco", 26: "veintiseis", 27: "veintisiete", 28: "veintiocho", 29: "veintinueve",
        30: "treinta", 40: "cuarenta", 50: "cincuenta sincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa",
        100: "cien ciento sien", 200: "doscientos doscientas dosientos docientos", 300: "trescientos trescientas tresientos",
        400: "cuatrocientos cuatrocientas cuatrosientos", 500: "quinientos quinientas kinientos", 600: "seiscientos seiscientas seisientos",
        700: "setecientos setecientas sietecientos", 800: "ochocientos ochocientas ochosientos",
        900: "novecientos novecientas nuevecientos",
    }.items()
    for word in words.split()
}  # fmt: skip
_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b"
# "Dos de mil doscientos, uno el lunes": the one is a payment.
_ONE_OF_THEM = r"(?!un[oa] (?:el|la|este|esta|hoy|manana|ahora|ahorita|pasado|en|para|a|al|cada|de una|dentro|antes|y)\b|un[oa]? \x1f|un (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|mes|pago|abono|solo)\b)"
# "Entre trescientos y cuatrocientos": no hundred is joined to another.
_BELOW = r"(?!mil\b|cien|quinient|[a-z]+cient[oa]s\b)(?:(?<=nta y )|(?!(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte) mil\b))"
NUMBER_WORDS = rf"(?:(?:mil\b|{_WORD})(?:(?: y {_BELOW}| ){_ONE_OF_THEM}{_WORD}| mil\b| \d{{3}}\b(?! ?de)){{0,8}}(?: y medio)?)"
_UNITS = {
    "peso": r"pesos? m\.? ?n\.?|pesos?|pesitos?|varos?|baros?|varitos|devaluados|morlacos|mangos|m\.n\.?|mn\b",
    "usual": r"bolas|lana|feria|plata|billetes",
    "PEN": r"soles|sol|lucas de sol",
    "GTQ": r"quetzales|quetzal|quetzalitos|gtq",
    "HNL": r"lempiras?|hnl",
    "CRC": r"colones|crc",
    "NIO": r"cordobas",
    "BOB": r"bolivianos|bob",
    "VES": r"bolivares",
    "PYG": r"guaranies|pyg",
    "PAB": r"balboas?",
    "DOP": r"pesos dominicanos|dop",
    "COP": r"cop",
    "ARS": r"ars",
    "MXN": r"mxn|pesos mexicanos",
    "dollar": r"dolares|dolar|dolaritos|usd|dlls?|dls|verdes",
    "EUR": r"euros?|eur|€|euritos|euretes|eurillos|pavos|leuros",
    "$": r"\$",
}
UNIT = (
    "(?:"
    + "|".join(f"(?P<u_{name.replace('$', 'sign')}>{pattern})" for name, pattern in _UNITS.items())
    + r")(?![a-z])"
)
_SIGN = r"(?<![a-z])(?P<sign>(?:us|usd|mx|mxn|mn|rd|c)?\$|€|usd|mxn|eur|q\.?(?=\d)|s/\.?|bs\.?(?=\d)|₡)"
_SIGNS = {"us$": "USD", "usd$": "USD", "mx$": "MXN", "mxn$": "MXN", "mn$": "MXN", "€": "EUR", "q": "GTQ", "q.": "GTQ",
          "s/": "PEN", "s/.": "PEN", "bs": "BOB", "bs.": "BOB", "₡": "CRC", "rd$": "DOP", "c$": "NIO"}  # fmt: skip


def number(words: str) -> Decimal | None:
    """1500 for "mil quinientos" or "mil 500"; 250 for "doscientos cincuenta"."""
    half = words.endswith(" y medio")
    total = current = 0
    said = words.removesuffix(" y medio").split()
    for word in said:
        if word == "y":
            continue
        if word == "mil":
            total += (current or 1) * 1000
            current = 0
        else:
            value = int(word) if word.isdigit() else _WORDS[word]
            if value >= 100 and 0 < current < 10:  # "Dos quinientos" is 2500, "un quinientos" one note.
                total, current = total + (0 if said[0] == "un" else 1000 * current), 0
            elif (
                10 <= value < 100 and 0 < current < 10 and not total and "y" not in said
            ):  # "Dos cincuenta" is 250.
                current *= 100
            if 10 <= value < 100 and current % 100 >= 10:
                return None  # "Diez quince" are two numbers.
            current += value
    result = Decimal(total + current) + (500 if half and total else 0)
    return result or None


def unit_of(match: re.Match[str]) -> str | None:
    """The unit among the named groups of a match."""
    groups = match.groupdict()
    found = next((name[2:] for name, text in groups.items() if name.startswith("u_") and text), None)
    sign = groups.get("sign")
    if sign and not found:
        sign = sign.replace(" ", "")
        return "$" if sign == "$" else _SIGNS.get(sign, sign.upper()[:3])
    return None if found == "usual" else "$" if found == "sign" else found


def _figure(match: re.Match[str]) -> Named | None:
    value = figure(match["figure"])
    groups = match.groupdict()
    if groups.get("scale"):
        value *= 1000
    if groups.get("tail"):
        tail = match["tail"].strip()
        value += Decimal(tail) if tail.isdigit() else 500 if tail == "y medio" else (number(tail) or 0)
    return Sum((value,), unit_of(match)) if value else None


# "Sin un peso", "ni un euro": no money at all.
_NOT_EVEN = re.compile(r"\b(?:sin|ni)(?: siquiera)?(?: ni)? $", re.ASCII)


def _spoken(match: re.Match[str]) -> Named | None:
    value, unit = number(match["words"]), unit_of(match)
    if value is None or (unit is None and (value < 20 or match["words"] in ("once",))):
        return None
    before = match.string[max(0, match.start() - 16) : match.start()]
    return None if value == 1 and _NOT_EVEN.search(before) else Sum((value,), unit)


def _vague(match: re.Match[str]) -> Named:
    scale = {"c": 100, "m": 1000}.get(match["big"][0], 1)
    if scale == 1 and "par" not in match["few"]:
        return Sum((), unit_of(match), certain=False)
    how_many = (2, 3) if "par" in match["few"] else (2, 3, 4, 5)
    return Sum(tuple(Decimal(n * scale) for n in how_many), unit_of(match), certain=False)


def _about(match: re.Match[str]) -> Named | None:
    groups = match.groupdict()
    value = _figure(match) if groups.get("figure") else _spoken(match)
    if not isinstance(value, Sum):
        return None
    scale = 1000 if groups.get("behind") else 1
    return Sum(tuple(figure * scale for figure in value.figures), value.unit, certain=False)


def _hundreds(match: re.Match[str]) -> Named:
    said = [word for word in (match["low"], match["high"]) if word]
    figures = tuple(Decimal(100 * (int(word) if word.isdigit() else _WORDS[word])) for word in said)
    return Sum(figures, unit_of(match), certain=len(figures) == 1)


def _with_cents(match: re.Match[str]) -> Named | None:
    """ "Mil ochocientos con setenta y cinco": the second number is cents."""
    whole = number(match["words"])
    cents = Decimal(match["cents"]) if match["cents"].isdigit() else number(match["cents"])
    if not whole or cents is None:
        return None
    return (
        Sum((whole + cents,))
        if 100 <= cents < 1000 == whole
        else Sum((whole + cents / 100,))
        if cents < 100
        else None
    )


def _slang(match: re.Match[str]) -> Named | None:
    """Lucas are thousands, palos millions, gambas hundreds, from Chile to Argentina."""
    value = figure(match["figure"]) if match["figure"] else number(match["words"])
    scale = {"l": 1000, "p": 1_000_000, "g": 100}[match["slang"][0]]
    return Sum((value * scale,)) if value else None


_PERCENT = re.compile(rf"(?:\b(?P<figure>\d\d)|(?P<words>{NUMBER_WORDS})) ?(?:%|por ?ciento)", re.ASCII)


def _the_other_percent(match: re.Match[str]) -> Named | None:
    """ "El treinta por ciento hoy y el setenta el lunes": what makes a hundred with what was said before."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    said = _PERCENT.search(before) if "%" in before or "ciento" in before else None
    words = match["words"]
    if said is None:
        return None
    other = int(words) if words.isdigit() else int(number(words) or 0)
    first = int(said["figure"]) if said["figure"] else int(number(said["words"]) or 0)
    return REST if first + other == 100 else None


def _millions(match: re.Match[str]) -> Named | None:
    """ "Medio millón", "dos millones", "millón y medio", "un millón doscientos mil"."""
    said, tail = match["count"], match["tail"]
    count = Decimal(1) if not said else Decimal("0.5") if said == "medio" else None
    if count is None:
        count = figure(said) if said[0].isdigit() else number(said)
    more = Decimal(500_000) if match["half"] else Decimal(0)
    if tail:
        more = (
            figure(tail.split()[0]) * (1000 if "mil" in tail else 1)
            if tail[0].isdigit()
            else number(tail) or more
        )
    more = more * 1000 if 100 <= more < 1000 else more  # "Un millón trescientos".
    return Sum((count * 1_000_000 + more,), unit_of(match)) if count else None


def _fraction_words(match: re.Match[str]) -> Share | None:
    bottom = 4 if "cuart" in match[0] else 5 if "quint" in match[0] else 3
    return fraction(2 if "dos" in match[0] else 3 if "tres" in match[0] else 1, bottom)


_SCALE = (
    r"(?: ?(?P<scale>mil|k)\b(?P<tail> y medio|(?: \d{3}\b| (?:"
    + _WORD
    + r")(?:(?: y | )"
    + _WORD
    + r")*))?)?"
)
_FIGURE = rf"(?<![\w.$/:#-])(?<!\d,)(?P<figure>{FIGURE}){_SCALE}"
_AMOUNT = rf"(?:{_FIGURE}|(?P<words>\b{NUMBER_WORDS}))"
RULES: tuple[MoneyRule, ...] = (
    rule(
        rf"\b(?:(?:el |los )(?:otros? )?|otros? )(?P<words>\d\d|{NUMBER_WORDS})\b(?! ?(?:pesos|dolares|euros|varos|mil|%|por|de\b))",
        _the_other_percent,
    ),
    rule(
        rf"\b(?:un )?(?P<few>par|unos cuantos|unos pocos|algunos|varios|unos(?= (?:cientos|miles|cienes))) (?:de"
        rf" )?(?P<big>cientos|miles|pesos|cien(?:es)?|dolares|euros)(?: de)?(?: ?{UNIT})?",
        _vague,
    ),
    rule(
        rf"(?:{_SIGN} ?)?\b(?:(?P<count>medio|{_WORD}|\d{{1,4}}(?:[.,]\d{{1,3}})?) )?(?:millon(?:cito)?|millones)\b(?P<half> y medio)?"
        rf"(?: (?P<tail>{NUMBER_WORDS}|\d{{1,3}} mil\b|\d{{3}}(?:[.,]\d{{3}})))?(?: (?:de )?{UNIT})?",
        _millions,
    ),
    rule(
        rf"(?P<words>\b{NUMBER_WORDS})(?: (?:de )?(?:pesos|euros|dolares))? con (?P<cents>\d{{2,3}}|{NUMBER_WORDS})"
        rf"(?: (?:centavos|centimos))?\b",
        _with_cents,
    ),
    rule(
        rf"(?:{_FIGURE.replace('(?P<figure>', '(?P<figure>')}|\b(?P<words>{NUMBER_WORDS})) (?P<slang>lucas?|luquitas|palos?|gambas?)\b",
        _slang,
    ),
    rule(
        rf"(?:\b(?:unos|unas|como) )?{_AMOUNT} ?(?:y (?:pico|piquito|tant[oa]s|feria|algo|fraccion|cach(?:o|ito)|picos|tantito|un (?:poco|pico|cacho))(?P<behind> (?:mil|k|lucas)\b)?|mas o menos(?! (?:por|para) )|aprox(?:imadamente)?|o por"
        rf" ahi)(?: (?:de )?{UNIT})?",
        _about,
    ),
    rule(
        rf"\b(?:unos|unas|como|cosa de|(?:algo|poco) (?:mas|menos|arriba|abajo|por encima|por debajo) de(?: los)?|en torno a|por ahi de|alrededor de|aproximadamente|cerca de|mas o menos|aprox\.?|casi)"
        rf" (?:unos )?\$? ?{_AMOUNT}(?: (?:de )?{UNIT})?(?! (?:dias|semanas|meses|horas|minutos"
        rf"|veces|anos|personas))(?! de (?:{_WORD}|enero|febrero|marzo|abril|mayo|junio|julio"
        rf"|agosto))",
        _about,
    ),
    rule(
        r"\b(?:(?:un[oa]s|algun[oa]s|vari[oa]s) (?:pesos|pesitos|varos|varitos|lucas|luquitas|mangos|billetes|billetitos|palos|pavos|euros|euritos|dolares|dolaritos|centavos|monedas|lanas)"
        r"|(?:una?|algo de|un poco de|poquita?|alguna|algun) (?:lana|lanita|feria|plata|platita|guita|dinero|dinerito|pasta|pisto|money|cash)\b(?! (?:order|(?:el \x1f )?(?:extra|que)))"
        r"|alg(?:o|uito)(?! (?:entre|tipo|rondando|alrededor|arriba|encima|debajo|abajo|sobre|cerca) )(?: de (?:dinero|lana|feria|plata))?|(?:un[ao]?|otr[ao]|alguna|una buena|una pequena|un buen|un pequeno|un gran|la mayor) (?:(?:ingreso|abono|pago|deposito|pellizco|pico)(?! (?:por|que)\b)|parte(?:cita)?|pedazo|pedacito|cacho|cachito|trozo"
        r"|poco|poquito|tantito|lanita|lana|feria|dinerito|dinerillo|cantidad|pizca|fraccion|porcion)(?! (?:de|por|como de) (?:\$|\d|\x1f|cien|mil|[a-z]+cient[oa]s|quinient|cincuenta|ochenta|setenta|sesenta|noventa))|un abonito(?! (?:de|por) (?:\$|\d|\x1f|cien|mil|[a-z]+cient[oa]s|quinient|cincuenta|ochenta|setenta|sesenta|noventa))|lo que (?:(?:me )?(?:pueda|tenga|junte|alcance|logre|consiga|haya|gane|venda|saque|salga|caiga|den|paguen)|me (?:sobre|quede|deje)(?= (?:de(?! (?:la )?(?:deuda|adeudo|cuenta|saldo))|despues|luego|libre|en)\b))|cuanto pueda)\b"
        r"(?: (?:del?|a) (?:la |el |mi |lo que )?(?:deuda|saldo|adeudo|total|prestamo|cuenta|debo|dinero|eso))?"
        r"(?! (?:paso|mal|malo|asi|como|cerca|alrededor|mas o|justo|tarde|apretad[oa]|cort[oa]|ocupad[oa]|de (?:tiempo|paciencia|mas tiempo)|mas de (?:tiempo|paciencia)|complicad\w+|dificil))",
        lambda m: Sum((), None, certain=False),
    ),
    rule(rf"{_SIGN} ?(?P<figure>{FIGURE}){_SCALE}(?: ?{UNIT})?", _figure),
    rule(
        rf"(?<![\w.,$/])(?<!\bel )(?<!\bdia )(?<!\bal )(?P<thousands>[2-9]) (?P<words>(?:cien|(?:dos|tres|cuatro|seis|ocho)cientos|quinientos|[sn][eo]vecientos|setecientos)\b(?: {_WORD}(?: y {_WORD})?)?)(?: (?:de )?{UNIT})?",
        lambda m: Sum((Decimal(m["thousands"]) * 1000 + (number(m["words"]) or 0),), unit_of(m)),
    ),
    # "2 o 3 cientos", "tres cientos".
    rule(
        rf"(?<![\w.,$/])(?<!mil )(?:(?P<low>[1-8]|dos|tres|cuatro) (?:o|u|a|-) )?(?P<high>[2-9]|dos|tres|cuatro|seis|ocho) cientos\b(?: (?:de )?{UNIT})?",
        _hundreds,
    ),
    rule(r"\b(?:un )?(?:milito|milanesa|milagro)\b", lambda m: Sum((Decimal(1000),))),
    rule(r"\b(?:un )?(?:quinienton|quina|medio milagro)\b", lambda m: Sum((Decimal(500),))),
    rule(rf"{_FIGURE}(?: de)? ?{UNIT}", _figure),
    rule(
        rf"(?<![\w.$/:#-])(?<!\d,)(?P<figure>{FIGURE}) ?(?P<scale>mil|k)\b(?P<tail> y medio|(?:"
        rf" \d{{3}}\b| (?:{_WORD})(?:(?: y | ){_WORD})*))?",
        _figure,
    ),
    # "El 80 % restante": the rest, however much it is said to be.
    rule(
        rf"\b(?:el |la |los |las )?(?:otr[oa]s? )?(?:mitad|(?:\d{{1,3}}|{NUMBER_WORDS}) ?(?:%|por ?ciento)|(?:dos |tres )?(?:tercios?|cuart[oa]s?|tercer(?:as?)?|quint[oa]s?)(?: partes?)?)"
        r" (?:restantes?|que (?:faltan?|quedan?|restan?|sobran?))\b|\b(?:los|las) otr[oa]s (?:dos|tres|cuatro|[2-4]) (?:tercios|terceras partes|cuart[oa]s(?: partes)?|quint[oa]s(?: partes)?)\b",
        lambda m: REST,
    ),
    # "Una cuarta parte el 10 y las otras tres el 20".
    rule(
        r"\b(?:las|los) otr[oa]s (?:dos|tres|cuatro|[2-4])\b(?= (?:el|la|a|al|para|en|hasta|\x1f)|\x1f)",
        lambda m: (
            REST
            if re.search(r"\b(?:un|una|la|el) (?:cuart|terci|tercer|quint)[ao]?\w* ?(?:parte)?", m.string)
            else None
        ),
    ),
    rule(
        r"\b(?:termino|acabo|terminaria|acabaria|terminare|acabare) de (?:pagar|liquidar|saldar|cubrir|completar)(?:les?|te|lo|selo|sela)?(?: (?:todo|la deuda|la cuenta|lo demas))?\b",
        lambda m: REST if MASK in m.string[: m.start()] else ALL,
    ),
    rule(
        rf"\b(?:un |el )?(?P<words>{NUMBER_WORDS}) por ?ciento\b(?! (?:de (?:interes|descuento)|segur[oa]|de comision))",
        lambda m: fraction(int(number(m["words"]) or 0), 100),
    ),
    rule(
        r"\b(?:un|una|la|otr[oa]|dos|tres|(?:el |la )?(?:ultim[oa]|primer[oa]?|segund[oa]|tercer[oa]?|otr[oa])) (?:tercios?|tercer(?:as?)? partes?|cuart[ao]s?(?: partes?)?"
        r"|quint[oa]s?(?: partes?)?)\b(?! (?:de hora|semana|vez|persona|quincena|pago))",
        _fraction_words,
    ),
    rule(
        r"(?<![\d/.$-])(?<!\d,)(?P<top>[1-3])/(?P<bottom>[2-5])(?![\d/])",
        lambda m: fraction(int(m["top"]), int(m["bottom"])),
    ),
    rule(
        r"\b(?:todo )?(?:la |el )?(?:otra mitad|otra parte|segunda mitad|otro 50 ?(?:%|por ?ciento)|resto|restante"
        r"|sobrante|faltante|remanente|complemento|l[oa]s? demas(?! (?:dias|semanas|horas|meses|veces|fechas))|lo (?:restante|pendiente|que (?:falta|falte|quedo|queda|quede|reste|resta|sobra|sobre|este pendiente)(?! del? (?:la |el )?(?:mes|semana|ano|dia)))"
        r"|diferencia|saldo (?:restante|pendiente)|lo otro|lo (?:ultimo|final)(?= (?:(?:el|la|a|al|para|en|hasta|ya|seria|sera|va|lo|se|le|te|os)\b|\x1f)| ?\x1f)|(?<=\by el )saldo(?! (?:de\b|es\b|que|actual|total|deudor|vencid))|saldo(?= (?:(?:el|a|al|para|en|cuando|la) ?)?\x1f))\b",
        lambda m: REST,
    ),
    rule(
        r"\bla otra\b(?= (?:el|en|a|al|para|hasta|dentro|despues|\x1f)\b|$| ?\x1f)",
        lambda m: (
            REST if re.search(r"\bmitad\b|\x1f", m.string[: m.start()]) and "mitad" in m.string else None
        ),
    ),
    rule(r"\b(?:la )?mitad\b(?! de (?:la semana|del? mes|mes))|\bmedio pago\b", lambda m: fraction(1, 2)),
    rule(
        r"\b(?:el |lo |la )?(?:pago |cuota |monto )?minim[oa]s?\b(?: del mes)?(?! vital)", lambda m: MINIMUM
    ),
    rule(
        r"\b(?:(?:pago |liquido |cubro )?todo lo que (?:les |le |te |os )?debo|(?<!\d )(?<!\d en )(?<!pesos en )(?<!euros en )(?<!\x1f en )(?<!pagos en )(?<!cuotas en )(?<!veces en )(?:el |la |por )?(?:pago |monto |importe |saldo |deuda |adeudo |cantidad"
        r" )?(?:total(?:idad)?|complet[oa]|enter[oa])(?: de (?:la deuda|lo que debo|mi deuda"
        r"|mi cuenta|l adeudo))?|(?:de )?todo(?= (?:el|lo|junto|de una|de un|completo|en una"
        r"|hoy|manana|este|para|al|a fin|lo que|(?:se|te|os) lo)\b(?! (?:dia|mundo|tiempo))|\s*$| ?[.,;!\x1f])"
        r"|(?:se )?lo (?:pago|liquido|saldo) todo|(?<!nos )(?<!me )liquid\w+(?: (?:la deuda|todo|mi (?:deuda"
        r"|cuenta)|el (?:adeudo|total|saldo|prestamo)|la cuenta))?|sald(?:ar|are|o)(?: (?:la"
        r" deuda|todo|mi (?:deuda|cuenta)|el adeudo|la cuenta))|pago todo|pagar(?:e|lo)? todo"
        r"|todo lo que debo|lo que debo|toda la deuda|(?:quedar?[ae]?n?|dej[oe]|dejar[eo]) (?:saldad|liquidad)[oa]|al 100\b|hasta el ultimo (?:peso|centavo))\b(?! minim)",
        lambda m: ALL,
    ),
    rule(rf"\b(?P<words>{NUMBER_WORDS})(?: (?:de )?{UNIT})?", _spoken),
)
