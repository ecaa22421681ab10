"""E-mail addresses as people say them: "jen dot morales 82 at gmail dot com", "jota guion bajo eme arroba ..."."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_AT = re.compile(
    r"\bat sign\b|\b(?:at|arroba|aroba|arrova)\b|[(\[] ?(?:at|arroba|@) ?[)\]]|@|[艾爱愛]特|小老鼠|圈a",
    re.IGNORECASE | re.ASCII,
)
# lan85，艾特，sina点com: as voice typing parts it.
_AT_IN_COMMAS = re.compile(
    r"[,，] ?(?P<at>[艾爱愛]特|小老鼠|圈a|at)(?:[,，] ?)?(?=[ a-z0-9])", re.IGNORECASE | re.ASCII
)
# ptgarden_pan(底線喔)@hinet.net
_ASIDE = re.compile(
    r"(?<=[A-Za-z0-9._-])[(（](?=[\u4e00-\u9fff])[^()（）@]{1,12}[)）](?=[ A-Za-z0-9._@-]|[艾爱愛]特|小老鼠|圈a)"
)
_SAID_163 = re.compile("(?:(?<=[特鼠@])|(?<=[特鼠@] ))[一幺](?:六三|二六)(?=[点點.])")
_TLD = r"(?:com|net|org|edu|gov|info|io|me|co|es|mx|us|uk|ca|au|ie|cn|tw|hk|ar|cl|pe|sg)"
_SAID_DOT = r"(?: {0,24}[(\[]? ?\b(?:dot|punto|period|point)\b ?[)\]]? {0,12}| ?[点點] ?)"
_PROVIDER = r"(?:g ?mail|hot ?mail|yahoo|outlook|icloud|aol|live|msn|y ?mail|proton ?mail|comcast|verizon)"
# "At some point in October", "at that point me and him".
_NO_NAME = r"(?:this|that|some|any|one|what|which|the|no|a|every|each|another|given)"
_DOMAIN = re.compile(
    rf" *(?!(?:{_NO_NAME}) (?:point|period)\b)(?P<name>(?:g mail|hot mail|y mail|proton mail|fast mail|out look|i cloud|bt internet|bt open ?world|sky mail|talk talk|virgin media|q q|ya hoo)(?={_SAID_DOT}|\.)|[a-z0-9-]{{1,63}}(?:(?:{_SAID_DOT}|\.)[a-z0-9-]{{2,63}}){{0,3}}?)"
    rf"(?:{_SAID_DOT}(?P<said>[a-z]{{2,12}})|\.(?P<written>[a-z]{{2,12}})| ?[.,] ?(?P<apart>{_TLD}))"
    rf"(?:(?:{_SAID_DOT}|\.)(?P<land>{_TLD}(?:(?:{_SAID_DOT}|\.)(?:cn|tw|hk|uk|mx))?))?\b"
    rf"|(?: *(?P<provider>{_PROVIDER}) (?P<bare>com|net|es|me|com mx|co uk)\b)",
    re.IGNORECASE | re.ASCII,
)
_CONNECTORS = {
    **dict.fromkeys(("dot", "punto", "period", "point", ".", "点", "點"), "."),
    **dict.fromkeys(
        (
            "underscore",
            "under score",
            "underline",
            "guion bajo",
            "raya baja",
            "_",
            "下划线",
            "下劃線",
            "底線",
            "底线",
        ),
        "_",
    ),
    **dict.fromkeys(
        (
            "dash",
            "hyphen",
            "guion medio",
            "guion",
            "minus",
            "-",
            "中杠",
            "横杠",
            "橫槓",
            "横线",
            "橫線",
            "减号",
            "減號",
            "杠",
            "槓",
        ),
        "-",
    ),
    **dict.fromkeys(("plus", "plus sign", "+"), "+"),
}
_DIGITS = {
    word: str(value)
    for names in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
        " dieciocho diecinueve",
    )
    for value, word in enumerate(names.split())
}
_DIGITS |= {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0"}
# "Eighty two" is 82, "eighty" 80: the nought is held back until it is known what follows.
_HELD = "\x1d0"
_DIGITS |= {
    word: f"{value}{_HELD}"
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_TENS = re.compile(rf"{_HELD}(?=[1-9](?!\d))")
# "Setenta y dos", "dos mil quince": one figure said in Spanish in several words.
_UNITS_ES = "uno dos tres cuatro cinco seis siete ocho nueve".split()
_TEENS_ES = "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte".split()
_TENS_ES = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_HUNDREDS_ES = "cien|ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
_VALUES_ES = (
    {word: value for value, word in enumerate(_UNITS_ES, start=1)}
    | {word: value for value, word in enumerate(_TEENS_ES, start=10)}
    | {f"veinti{word}": 20 + value for value, word in enumerate(_UNITS_ES, start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS_ES, start=3)}
    | {word: 100 * value for value, words in enumerate(_HUNDREDS_ES, start=1) for word in words.split("|")}
)
_BELOW_ES = rf"(?:(?:{'|'.join(_TENS_ES)})(?: y (?:{'|'.join(_UNITS_ES)}))?|veinti(?:{'|'.join(_UNITS_ES)})|{'|'.join(_TEENS_ES)})"
_FIGURE_ES = re.compile(
    rf"\b(?:(?P<thousand>(?:(?:{'|'.join(_UNITS_ES)}) )?mil)(?: (?:{'|'.join(_HUNDREDS_ES)}))?(?: (?:{_BELOW_ES}|{'|'.join(_UNITS_ES)}))?|(?:{'|'.join(_HUNDREDS_ES)})(?: {_BELOW_ES})?|{_BELOW_ES})\b",
    re.IGNORECASE | re.ASCII,
)
_PLAIN_VOWELS = str.maketrans("áéíóúñüçÁÉÍÓÚÑÜÇ", "aeiounucAEIOUNUC")
_UNSAID = r"all one word|one word|(?:pero |but )?(?:no|sin|without|with no) (?:spaces?|gaps?|espacios?)|tod[oa] (?:junto|pegad?o|seguido)|(?:y |and )?(?:luego|despues|then|followed by|seguido de)(?: (?:el|la|un|the|a))?|the number|the letter|la letra|el numero|lower ?case|capital|minusculas?|mayusculas?|[()\[\]]"
_TOKEN = re.compile(
    r"(?P<as>[a-z])(?: as in | de | como en )(?P<word>[a-z]{3,})\b(?!'),?"
    rf"|(?P<unsaid>\b(?:{_UNSAID})|[()\[\]])"
    r"|(?P<connector>\b(?:under ?score|underline|guion (?:bajo|medio)|raya baja|guion|dash|hyphen|minus|plus(?: sign)?|dot|punto|period|point)\b"
    r"|[._+-]|点|點|下划线|下劃線|底線|底线|[中横橫]?[杠槓]|[横橫][线線]|减号|減號)"
    r"|(?P<plain>[a-z0-9]+(?:'[a-z]+)?|[零〇一二三四五六七八九])|(?P<other>[^\s])",
    re.IGNORECASE | re.ASCII,
)
# J-o-h-n: spelt out, not written with dashes.
_LETTERS = re.compile(r"(?<![a-z0-9])[a-z0-9](?:-[a-z0-9]){2,}(?![a-z0-9-])", re.IGNORECASE | re.ASCII)
# Words that an address follows; anything said before them is no part of it.
_BEFORE = frozenset(
    "is it's its it es to email emails mail correo electronico address direccion a al use usa usen using send sent me my mi new nuevo"
    " nueva now ahora instead try the this that thats that's was era and y or o with con por for para on at sea seria yes si yeah ok"
    " okay no sorry here heres here's works work working job reach contact write escriba escribame escribanme hi hello but pero sino"
    " mandelo manden envien current actual better best changed"
    " change updated switched wrong tis called says via thru through cambio cambie cambiado mal tienen imeil imail meil so just only simply exactly solo anota anote apunta apunte".split()
)
_WINDOW = 90


def announces(word: str) -> bool:
    """Whether an address follows that word, which is none of it: "but now @outlook.com"."""
    return word.lower() in _BEFORE


def spelt_addresses(plain: str) -> Iterator[tuple[int, int, str]]:
    """Where addresses stand that are said in words or with spaces, and how each is written."""
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), plain)
    plain = _SAID_163.sub(lambda match: "163" if match[0][2] == "三" else "126", plain)
    plain = _AT_IN_COMMAS.sub(lambda match: f" {match['at']}".ljust(len(match[0])), plain)
    plain = _SPELT_AGAIN.sub(_unless_new, _ASIDES.sub(lambda match: " " * len(match[0]), _pictureless(plain)))
    plain = _FIGURE_EN.sub(_year, _REPEATED.sub(_as_often, plain))
    if _ARROBA.search(plain):
        plain = _FIGURE_ES.sub(_in_figures, plain.translate(_PLAIN_VOWELS))
    for at in _AT.finditer(plain):
        domain = _DOMAIN.match(plain, at.end())
        if domain is None:
            continue
        start, local = _local(plain, at.start())
        if local:
            yield start, domain.end(), f"{local}@{_written(domain)}"


# QQ邮箱 2981147706, 163邮箱名字是 wang_88: the provider stands before, with no at.
_AT_PROVIDER = re.compile(
    r"(?P<provider>qq|163|126|g-?mail|yeah|139|189)(?:嘅|的)?(?:邮箱|郵箱|电邮|電郵|信箱|mail)(?:地址|帐号|账号|号码?|名字?|前面|就|换了?|換咗|改了?|改成|新的?|叫|[是係为為系:：，,。\s])*(?P<local>[a-z0-9](?:[a-z0-9._-]{3,30})[a-z0-9])(?![\w@]| ?(?:@|at\b|[艾爱愛]特|小老鼠|圈a))(?P<ending>\s*(?:后面|後面|后边|後邊|剩下)[^@\n]{0,6}@(?:qq|163|126|gmail)\.com)?",
    re.IGNORECASE | re.ASCII,
)
# "annika (no dot) phart, that is P-H-A-R-T, at ...", "arroba yaho... yahoo", "gmail y ya el punto com", "con la y griega".
_ASIDES = re.compile(
    r"\((?=[^()@]* )(?![^()]*\b(?:at|arroba) )[^()@\d]{1,40}\)"
    r"|,? (?:that is|that'?s|spell(?:ed|t)|as in|se escribe|o sea|es decir) (?:[a-z][ -]){2,}[a-z](?: as in [a-z]+)?,?(?= (?:at|arroba)\b| ?@)"
    r"|(?:(?<=\bat )|(?<=\barroba )|(?<=@))(?:[a-z]{2,8}(?:[.。]{2,}|。)|(?:um+|uh+|er+m?|eh|este|pues|like)\b[,.]*) ?(?=[a-z])"
    r"|(?<=[a-z])(?:,? (?:y (?:ya|luego|despues)(?: el)?|and then|then))(?= (?:punto|dot) )"
    r"|(?<=\bcorreo )e(?= )|,(?= ?(?:arroba|punto|guion|dot|underscore)\b)|(?:(?<=\barroba)|(?<=\bpunto)|(?<=\bdot)|(?<=\bbajo)|(?<=\bunderscore)),"
    r"|\bcon (?:la )?(?:y griega|i latina|(?:be|ve|b|v|c|s|k) (?:chica|grande|larga|corta|alta|baja|de [a-z]+)|doble [a-z]+|[a-z])(?=[ ,])",
    re.IGNORECASE | re.ASCII,
)

# "Kate dot walsh, k a t e, at ...": a name that was said before.
_SPELT_AGAIN = re.compile(
    r"[,.] ?(?P<letters>(?:[a-z][ -]){2,}[a-z]),?(?= ?(?:at|arroba)\b| ?@)", re.IGNORECASE | re.ASCII
)


def _unless_new(match: re.Match[str]) -> str:
    said = match.string[: match.start()].lower()
    return " " * len(match[0]) if re.sub("[ -]", "", match["letters"].lower()) in said else match[0]


_UNITS_EN = "one two three four five six seven eight nine".split()
_FIGURE_EN = re.compile(
    rf"\b(?:(?P<century>twenty|nineteen) oh|two thousand(?: and)?) (?P<unit>{'|'.join(_UNITS_EN)})\b|\btwo thousand(?: and)? (?=ten\b|eleven\b|twelve\b|[a-z]+teen\b|twenty\b)|\btwo thousand\b",
    re.IGNORECASE | re.ASCII,
)


# 三个8, "double 7", "tres ochos".
_OFTEN = {"两": 2, "兩": 2, "二": 2, "三": 3, "double": 2, "two": 2, "triple": 3, "three": 3, "doble": 2, "dos": 2, "tres": 3}  # fmt: skip
_REPEATED = re.compile(
    rf"(?:(?P<zh>[两兩二三])[个個] ?|\b(?:(?P<times>double|triple|doble) |(?P<some>two|three|dos|tres) (?=(?:\d|[a-z]+?)e?s\b)))(?P<what>\d|{'|'.join((*_UNITS_EN, *_UNITS_ES))})(?:e?s)?(?![a-z0-9])",
    re.IGNORECASE | re.ASCII,
)


def _as_often(match: re.Match[str]) -> str:
    """A figure that is said to stand there several times, in as many characters."""
    times = _OFTEN[(match["zh"] or match["times"] or match["some"]).lower()]
    return (_DIGITS.get(match["what"].lower(), match["what"]) * times).ljust(len(match[0]))


def at_provider(plain: str) -> Iterator[tuple[int, int, str]]:
    """Where a name stands behind its provider's."""
    for match in _AT_PROVIDER.finditer(plain):
        provider, local = match["provider"].lower().replace("-", ""), match["local"].lower()
        if local.isdigit() if provider == "qq" else re.search(r"\d", local) and re.search("[a-z]", local):
            yield match.start(), match.end(), f"{local}@{provider}.{'net' if provider == 'yeah' else 'com'}"


def _pictureless(plain: str) -> str:
    """Pictures parted the words, and are no part of any."""
    if plain.isascii():
        return plain
    return "".join(" " if unicodedata.category(char) in ("So", "Sk") else char for char in plain)


def _year(match: re.Match[str]) -> str:
    """A year as it is said, in as many characters: "two thousand and seven", "nineteen oh four"."""
    if not match["unit"]:
        return ("20" if match[0].endswith(" ") else "2000").ljust(len(match[0]))
    year = f"{19 if (match['century'] or '').lower() == 'nineteen' else 20}0{_UNITS_EN.index(match['unit'].lower()) + 1}"
    return year.ljust(len(match[0]))


_ARROBA = re.compile(r"\barr?o[bv]a\b", re.IGNORECASE)


def _in_figures(match: re.Match[str]) -> str:
    """A figure said in Spanish, written in as many characters."""
    thousands, _, below = (
        match[0].lower().rpartition("mil") if match["thousand"] else ("", "", match[0].lower())
    )
    value = sum(_VALUES_ES[word] for word in below.split() if word != "y")
    if match["thousand"]:
        value += 1000 * _VALUES_ES.get(thousands.strip(), 1)
    return str(value).ljust(len(match[0]))


def _written(domain: re.Match[str]) -> str:
    if domain["provider"]:
        return f"{domain['provider'].replace(' ', '')}.{domain['bare'].replace(' ', '.')}".lower()
    name = re.sub(_SAID_DOT, ".", domain["name"], flags=re.IGNORECASE | re.ASCII)
    ending = domain["said"] or domain["written"] or domain["apart"]
    land = re.sub(_SAID_DOT, ".", domain["land"] or "", flags=re.IGNORECASE | re.ASCII)
    return f"{name}.{ending}{'.' + land if land else ''}".replace(" ", "").lower()


def _local(plain: str, end: int) -> tuple[int, str]:
    """The part before the at: tokens back to a word that announces an address, or the last unbroken chain of them."""
    begin = max(0, end - _WINDOW)
    tokens: list[re.Match[str]] = list(_TOKEN.finditer(plain, begin, end))
    taken: list[re.Match[str]] = []
    announced = False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if (
            token["other"]
            or _sentence_ends(plain, tokens, place, taken)
            or (token["plain"] and _stops(token, taken, spelt=_amid_letters(tokens, place)))
        ):
            announced = True
            break
        taken.insert(0, token)
    taken = _trimmed(taken)
    words = [
        token for token in taken if token["plain"] and len(token["plain"]) > 2 and not _said_digits(token)
    ]
    if not announced or len(words) > 3 + sum(bool(token["connector"]) for token in taken):
        taken = _trimmed(_chain(taken))
    said = _TENS.sub("", "".join(_said(token) for token in taken)).replace(_HELD, "0")
    return (taken[0].start(), _LETTERS.sub(lambda run: run[0].replace("-", ""), said)) if taken else (end, "")


def _sentence_ends(plain: str, tokens: list[re.Match[str]], place: int, taken: list[re.Match[str]]) -> bool:
    """Whether a full stop parts what goes before: "my church one. sunday.adeyinka49"."""
    token = tokens[place]
    if token[0] != "." or not plain[token.end() : token.end() + 1].isspace() or place == 0:
        return False
    loose = place > 1 and tokens[place - 1]["plain"] and tokens[place - 2]["plain"]
    written = any(part["connector"] and part[0] in "._-" for part in taken)
    return bool(loose or written or str(tokens[place - 1]["plain"]).lower() in _BEFORE)


def _amid_letters(tokens: list[re.Match[str]], place: int) -> bool:
    """Whether single letters stand on both sides, as in "m i n g y u"."""
    beside = tokens[max(0, place - 1) : place + 2]
    return len(beside) > 2 and all(len(token["plain"] or "ab") == 1 for token in beside)


def _stops(token: re.Match[str], taken: list[re.Match[str]], *, spelt: bool) -> bool:
    """Whether a word announces an address rather than being part of it; "a" beside letters is a letter."""
    word = token["plain"].lower().removesuffix("'s")
    if spelt:
        return False
    beside = taken[0] if taken else None
    if (
        len(word) == 1
        and len(taken) > 1
        and all(part["as"] or len(part["plain"] or "ab") == 1 for part in taken[:2])
    ):
        return False
    return word in _BEFORE and not (beside is not None and beside["connector"])


def _chain(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last tokens that connectors, single letters or figures hold together."""
    chain = taken[-1:]
    for token in reversed(taken[:-1]):
        loose = token["plain"] and chain[0]["plain"]
        held = len(token["plain"] or "") == 1 or any(_said_digits(part) for part in (token, chain[0]))
        if loose and not held:
            break
        chain.insert(0, token)
    return chain


def _trimmed(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    while taken and not (taken[0]["plain"] or taken[0]["as"]):
        taken = taken[1:]
    while taken and taken[-1]["connector"]:
        taken = taken[:-1]
    return taken


def _said_digits(token: re.Match[str]) -> bool:
    return _said(token).replace(_HELD, "0").isdigit()


def _said(token: re.Match[str]) -> str:
    if token["connector"]:
        return _CONNECTORS[token["connector"].lower().replace("under score", "underscore")]
    if token["as"]:
        return token["as"]
    if token["unsaid"]:
        return ""
    word = str(token["plain"])
    return _DIGITS.get(word.lower(), word)
