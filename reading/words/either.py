"""Sums of which one is meant, told apart: "50 Friday if the tips are good, 30 if not", "twenty, twenty-five at a push" (folded text)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

_EN_WORDS = r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one|two|three|four|five|six|seven|eight|nine) hundred(?: and (?:ten|twenty|fifty))?|(?:one|two|three|four|five|six|seven|eight|nine) (?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|ten|fifteen)"
_ES_WORDS = r"(?:(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y cinco)?|diez|quince|veinte|veinticinco|cien|ciento cincuenta|(?:dos|tres|cuatro|seis|ocho)cientos|quinientos)"
_ES_SMALL = "(?:uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
_NUMBER = rf"(?:[$£€] ?)?(?:\d{{2,6}}(?:[.,]\d{{2,3}})?(?: ?(?:[$£€]|euros?|eur|pesos|dolares|dollars|bucks|quid|pounds|pavos))?(?![\w/:])|{_EN_WORDS}\b|{_ES_WORDS}\b)"
# "40 if they pay me, 20 otherwise": one of the two.
_IF_NOT = re.compile(
    rf"(?P<one>{_NUMBER})(?P<when>[^.;!?,\n]{{0,30}}?),? (?:if|si|cuando) [^.;!?\n\d]{{3,50}}?[,;.]? (?:(?:and|but|y|pero|or|o|only|just|solo) )*(?P<other>{_NUMBER}) (?:if (?:not|it'?s not|it isn'?t|it doesn'?t|it'?s (?:bad|slow|quiet|dead)|they(?:'?re| are)? (?:not|aren'?t|ain'?t|dont|don'?t)|he (?:doesn'?t|dont)|she (?:doesn'?t|dont)|i (?:don'?t|dont))|otherwise|si no|de lo contrario|en caso contrario)\b",
    re.ASCII,
)
_ELSE = r"(?:if (?:not|it'?s not|(?:it|he|she) (?:doesn'?t|dont|won'?t)|(?:they|i) (?:don'?t|dont|won'?t|wont|can'?t|cant))|otherwise|or else|si no(?: (?:(?:me|se|lo|los|las) )*(?:pagan|dan|adelantan?|cae|sale|puedo|puede|alcanza|hay|llegan?|vendo|cobro))?|de lo contrario|en caso contrario)[,:]? "
_THEN = r"(?:(?:just|only|solo|solamente|nomas|then|i'?ll|ill|i can|do|send|pay|serian?|entonces|pues|le|les|te|os|doy|mando|pago|nada mas) )*"
_PARTED = r"[,;.]?\s*(?:[-*•]\s*)?(?:(?:and|but|y|pero|or|o) )*"
_ONCE = r"(?:[^.;!?,\n\d]{0,20}(?:(?:the|el|dia) \d{1,2}(?![\d.,:/]\d))?(?:st|nd|rd|th)?)"
# "If they pay my overtime 200, if they don't 150", "- si me pagan las extras, 200\n- si no, 150", "- 200 if it comes\n- otherwise 150".
_IF_CAME = re.compile(
    rf"(?:- ?)?(?:\b(?:and|y) )?\b(?:if|si) (?!no\b|not\b)[^.;!?\d\n]{{3,50}}?[,:]? (?P<one>{_NUMBER})(?P<when>{_ONCE}){_PARTED}{_ELSE}{_THEN}(?P<other>{_NUMBER})(?![\d:])",
    re.ASCII,
)
_IF_ELSE = re.compile(
    rf"(?P<one>{_NUMBER})(?P<when>{_ONCE}),? (?:if|si) (?!no\b|not\b)[^.;!?\d\n]{{3,50}}?{_PARTED}{_ELSE}{_THEN}(?P<other>{_NUMBER})(?![\d:])",
    re.ASCII,
)
# "40 el lunes, bueno 40 o 50 depende": the first is said anew.
_OR_RATHER = re.compile(
    rf"(?P<one>{_NUMBER})(?P<when>{_ONCE}[^.;!?\n\d]{{0,16}}?)[,.… ]+(?P<well>bueno|well|actually|no|mejor dicho|o sea|i mean|digo|or rather|eh+|a ver)\b[, ]+(?:(?:mejor|let'?s say|make (?:it|that)|say|pongamos|digamos|entre|between|como|like|unos) )*(?P=one) ?(?:or|o|to|a|y|and|-) ?(?P<other>{_NUMBER})",
    re.ASCII,
)
# "The installment (was it 64 or 46?)", "¿eran 45 o 54?", "que no sé si son 72 o 27": one does not know which.
_WHICH = re.compile(
    rf"(?:[(\[¿]+ ?¿?(?:(?:it )?(?:was|is|were|are)(?: (?:it|they|that))?|es|eran?|son|serian?|fue|fueron)?|,? ?(?:(?:que )?(?:ya )?no (?:se|recuerdo|me acuerdo)(?: bien)? si|(?:i )?(?:don'?t|dont|can'?t|cant) (?:know|remember|recall) if|(?:i )?(?:forget|forgot|not sure) if) (?:(?:it|they|that) )?(?:was|is|were|are|it'?s|its|es|eran?|son|fue|fueron))(?: de)? ?(?P<one>{_NUMBER}) (?P<or>or|o|u) (?P<other>{_NUMBER})\b ?[?)\],]*",
    re.ASCII,
)
_PAID_ELSE = re.compile(
    rf"\b(?:pay|send|give|pag[oa]\w*|mand[oa]\w*|doy|abon[oa]\w*|deposit[oa]\w*) (?:(?:you|u|ya|le|les|te|os|him|them) )*{_NUMBER}",
    re.ASCII,
)


def _anew(said: re.Match[str]) -> str:
    spanish = said["well"] in ("bueno", "mejor dicho", "o sea", "digo", "a ver")
    return f"{said['one']} {'o' if spanish else 'or'} {said['other']}{said['when']}"


def _which(said: re.Match[str]) -> str:
    """Where no other sum is paid."""
    elsewhere = said.string[: said.start()] + said.string[said.end() :]
    if _PAID_ELSE.search(elsewhere):
        return said[0]
    either = f"{said['one']} {said['or']} {said['other']}"
    apart = said.string[: said.start()].endswith(" ") or not said.start()
    return (
        ("" if apart else " ") + either + (" " if said.string[said.end() : said.end() + 1].isalnum() else "")
    )


# "Twenty, twenty-five at a push": perhaps the one, perhaps the other.
_AT_A_PUSH = re.compile(
    rf"(?P<one>{_NUMBER})[,.]+ (?:(?:maybe|perhaps|even|possibly|quizas?|igual|hasta) )?(?P<other>{_NUMBER}),? (?:at (?:a |the )?(?:push|stretch|most|max|best)|tops|max|if i'?m lucky|if i (?:really )?(?:stretch|push)(?: it)?|como (?:mucho|maximo)|a lo (?:mucho|mas|sumo)|si acaso|apurando(?: mucho)?|estirando(?:me)?|con suerte|maximo)\b",
    re.ASCII,
)

# "100, if it goes well 150", "200 y si puedo 300": perhaps the one, perhaps the other.
_IF_WELL = re.compile(
    rf"(?P<one>{_NUMBER})(?: (?:min(?:imum)?|at least|minimo|al menos|seguros?|for sure))?[,.]* (?:(?:and|but|or|y|o|pero|maybe|quizas?) )*(?:if (?:(?:i|we) (?:can(?: (?:manage|swing|stretch|do more|get more))?|get (?:some |any |enough |more )*(?:overtime|ot|extra|hours|tips|lucky|rides|orders|customers)|do well|have a good (?:day|week|night))|possible|lucky|(?:it|things|all|business|work|tips|everything|sales)(?:'?s| is| are| go(?:es)?)? (?:good|well|ok|right|busy))|si (?:se )?(?:puedo|alcanzo|alcanza|me (?:va bien|alcanza|dan (?:extras?|horas|chance)|sale algo|cae algo)|hay (?:suerte|extras?|propinas?|ventas?)|puede|junto mas|(?:todo )?(?:sale|va) bien|tengo suerte)),? (?:(?:i'?ll|i will|i can|then|maybe|up to|even|do|send|pay|make it|it'?ll be|le|les|te|os|doy|mando|pago|hasta|serian?|entonces|ya|unos|pues|como) )*(?P<other>{_NUMBER})(?! (?:more|extra|mas)\b)",
    re.ASCII,
)

_DAY = r"(?:(?:on |el |the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d{1,2}(?:st|nd|rd|th))|(?:el|dia) (?:dia )?\d{1,2}(?![\d.,:/]\d| (?:mil|de cada)\b))"
# "If not Friday then Monday": either.
_IF_NOT_THEN = re.compile(
    rf"\b(?:if (?:it'?s )?not|if i can'?t|si no (?:es|puedo)?) ?(?P<one>{_DAY})\b,? (?:(?P<en>then|it'?ll be|will be|def(?:initely)?|for sure) |(?:entonces|pues|es|seria|sera|seguro) )?(?P<other>{_DAY})\b",
    re.ASCII,
)
# "Friday if not Saturday", "the 2nd but only if the check clears, otherwise the 9th".
_THEN_IF_NOT = re.compile(
    rf"\b(?P<one>{_DAY})(?P<why>(?:,? (?:but |pero )?(?:only |solo |siempre )?(?:if|as long as|unless|si|que|y cuando) [^.;!?\d\n]{{3,50}}?)?)[,.;]? (?:(?:and|but|y|pero) )?(?:(?P<or>(?:if|or) (?:not|it doesn'?t|they don'?t|he doesn'?t|she doesn'?t)|or else|otherwise|failing (?:that|which)|worst case|at worst|else)|si no|de lo contrario|en (?:caso contrario|su defecto|el peor de los casos)|de no ser asi|si (?:acaso )?no (?:sale|puedo|llega|se puede|cae|es asi))(?: then| it'?ll be| it'?s| entonces| pues| seria| ya)?,? (?P<other>{_DAY})\b",
    re.ASCII,
)

# "Fifty sixty bucks", "70, 80 quid", "cien doscientos el viernes", "5k 6k monday": two round sums, the second a little more.
_EN_TENS = "ten fifteen twenty thirty forty fifty sixty seventy eighty ninety".split()
_ES_TENS = "diez quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_DIGITS = "one two three four five six seven eight nine".split()
_CIENTOS = ("cien|ciento", *(f"{word}ientos" for word in ("dosc", "tresc", "cuatroc")), "quinientos", *(f"{word}cientos" for word in ("seis", "sete", "ocho", "nove")))  # fmt: skip
_EN_COUNTED = "a|an|one two three four five six seven eight nine ten".split()
_ES_COUNTED = "un dos tres cuatro cinco seis siete ocho nueve diez".split()
_ROUND = {
    **{word: n for tens in (_EN_TENS, _ES_TENS) for word, n in zip(tens, (10, 15, *range(20, 100, 10)), strict=True)},
    **{f"{one} {big}": n * (100 if big.startswith("hun") else 1000) for n, ones in enumerate(_EN_COUNTED, 1) for one in ones.split("|") for big in ("hundred", "hunnid", "hundo", "grand", "thousand")},
    **{f"{one} hundred {link}fifty": n * 100 + 50 for n, one in enumerate(_DIGITS, 1) for link in ("", "and ")},
    **{f"{one} fifty": n * 100 + 50 for n, one in enumerate(_DIGITS, 1)},
    **{word: n * 100 for n, words in enumerate(_CIENTOS, 1) for word in words.split("|")},
    **{f"{one} mil": n * 1000 for n, one in enumerate(_ES_COUNTED, 1)},
    "hundred": 100, "mil": 1000, "mil quinientos": 1500, "mil doscientos": 1200, "ciento cincuenta": 150, "fifteen hundred": 1500, "twelve hundred": 1200,
}  # fmt: skip
_ES_SAID = {*_ES_TENS, *_ES_COUNTED, "mil", "ciento", *"|".join(_CIENTOS).split("|")}
_SUM = rf"(?:{'|'.join(sorted(_ROUND, key=len, reverse=True))}|\d{{1,3}}(?:[.,]5)? ?(?:k|mil|lucas)\b|[$£€]?\d{{2,5}}[$€]?(?![.,:/]\d))"
_SIDE_BY_SIDE = re.compile(
    rf"(?<![\w.,$/:#-])(?P<low>{_SUM})(?P<comma>,?) (?P<high>{_SUM})(?![\w/:%$]| ?[ap]\.?m\b|[.,-]?\d|,? \d| (?:hrs?|hours?|horas?|min(?:ute|uto)?s?|days?|dias?|weeks?|semanas?|months?|meses|years?|anos?|miles|millas|kms?|people|personas|times|veces|degrees|grados|mph|sq\w*|lbs|kilos?|percent|por ciento|cents|hundred|thousand|grand|de (?:enero|febrero|marzo|abril|mayo|ju[nl]io|agosto|[a-z]+bre)\b|{'|'.join(_EN_TENS)}|{'|'.join(_DIGITS)})\b)",
    re.ASCII,
)
# Days, hours and numbers of things stand so too.
_NO_SUMS = re.compile(
    r"\b(?:at|on|after|before|until|till?|from|since|the|el|los|dia|dias|las?|desde|hasta|antes de|despues de|number|no|ref|apt|depto|room|route|ruta|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|[a-z]+(?:ember|uary|ust|il|ch|obre|embre|ero)|x|of|and|y|a|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|one|two|three|four|five|six|seven|eight|nine|\d+) $",
    re.ASCII,
)
_SAID_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|fri|sat|sun|now|today|tonight|tomorrow|hoy|ahora|ahorita|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d{1,2}(?:st|nd|rd|th))"
_DAY_BEFORE = re.compile(rf"\b{_SAID_DAY},? $", re.ASCII)
_DAY_BEHIND = re.compile(rf",? (?:(?:on|el|the|este|this|next) )*{_SAID_DAY}\b", re.ASCII)
_OF_MONEY = re.compile(
    r" ?(?:bucks|dollars|quid|pounds|pesos|dolares|euros|soles|varos|lucas|or so|ish|mas o menos|o algo asi|o por ahi|,? por ahi)\b"
)

# "Two three hundred", "2 3 mil": one or the other of two counts that follow each other.
_COUNTS = (
    "one two three four five six seven eight nine",
    "uno dos tres cuatro cinco seis siete ocho nueve",
    "un dos",
)
_NEXT = {a: b for words in _COUNTS for a, b in pairwise(words.split())} | {
    str(n): str(n + 1) for n in range(1, 9)
}
_BY_COUNTS = re.compile(
    rf"(?<![\w.,$/:#-])(?<!\bof )(?<!\bin )(?<!\bx )(?P<low>{'|'.join(_NEXT)})(?:,? | ?- ?|,? (?:o|or|a|to) )(?P<high>[a-z]+|\d) (?=(?:hundred|thousand|grand|hunnid|mil|cientos|k|lakhs?|lucas|palos)\b)",
    re.ASCII,
)
# "20-30k", "20k - 30k", "doscientos o trescientos mil": both in thousands.
_BOTH_SCALED = re.compile(
    rf"(?<![\w.,$/:#-])(?P<low>\d{{1,3}}|{_ES_WORDS}|{_ES_SMALL}) ?(?P<scale>(?:k|mil)?)(?P<or> ?- ?| (?:o|or|to|a|y) (?:hasta |unos )?)(?P<high>\d{{1,3}}|{_ES_WORDS}|{_ES_SMALL}) ?(?P<same>k|mil)\b(?! y medio| [a-z]*cient)",
    re.ASCII,
)


def _counts(said: re.Match[str]) -> str:
    """Only of counts that follow each other: "dos cinco mil" is something else."""
    return (
        f"{said['low']} {'o' if said.string[said.end() :].startswith(('mil', 'cien', 'luc', 'pal')) else 'or'} {said['high']} "
        if _NEXT.get(said["low"]) == said["high"]
        else said[0]
    )


def _scaled(said: re.Match[str]) -> str:
    between = re.search(r"\b(?:entre|between)(?: los| the)? $", said.string[: said.start()])
    if " y " in said["or"] and not between:
        return said[0]
    if said["low"].isdigit() and said["high"].isdigit() and int(said["low"]) >= int(said["high"]):
        return said[0]
    low = "" if said["low"] in ("un", "uno") else said["low"]
    return f"{low} {said['same']} {'o' if said['same'] == 'mil' else 'or'} {said['high']} {said['same']}".lstrip()


def one_of_two(text: str) -> str:
    """Folded `text` with "or" between such sums. Its length may change."""
    text = _IF_NOT_THEN.sub(
        lambda said: f"{said['one']} {'or' if said[0].startswith('if') else 'o'} {said['other']}", text
    )
    text = _OR_RATHER.sub(_anew, _WHICH.sub(_which, text))
    text = _BOTH_SCALED.sub(_scaled, _BY_COUNTS.sub(_counts, _SIDE_BY_SIDE.sub(_in_between, text)))
    text = _THEN_IF_NOT.sub(
        lambda said: f"{said['one']} {'or' if said['or'] else 'o'} {said['other']}{said['why']}", text
    )
    for branched in (_IF_CAME, _IF_ELSE, _IF_NOT):
        text = branched.sub(lambda said: f"{said['one']} {_or(said)} {said['other']}{said['when']}", text)
    text = _IF_WELL.sub(lambda said: f"{said['one']} {_or(said)} {said['other']}", text)
    return _AT_A_PUSH.sub(lambda said: f"{said['one']} {_or(said)} {said['other']}", text)


def _in_between(said: re.Match[str]) -> str:
    """The two with "or" between, unless days, hours or a list are told so."""
    low, high = _worth(said["low"]), _worth(said["high"])
    if not low < high <= 2 * low or said["high"] == "mil":
        return said[0]
    before, behind = said.string[max(0, said.start() - 14) : said.start()], said.string[said.end() :]
    listed = _DAY_BEFORE.search(before) and _DAY_BEHIND.match(behind)
    unsaid = said["comma"] or low < 20 or listed or _NO_SUMS.search(before)
    if unsaid and not _OF_MONEY.match(behind):
        return said[0]
    return f"{said['low']} {'o' if said['low'].split()[0] in _ES_SAID else 'or'} {said['high']}"


def _worth(said: str) -> Decimal:
    """1500 for "mil quinientos", "1500" and "1.5k"; nothing for a figure that is not round."""
    if said in _ROUND:
        return Decimal(_ROUND[said])
    scaled = re.fullmatch(r"([\d.,]+) ?(?:k|mil|lucas)", said)
    if scaled:
        return Decimal(scaled[1].replace(",", ".")) * 1000
    worth = Decimal(said.strip("$£€"))
    return worth if worth % 5 == 0 else Decimal(0)


def _or(said: re.Match[str]) -> str:
    return (
        "o"
        if re.search(r"\b(?:si|contrario|como|lo|acaso|\w+ando(?:me)?|suerte|maximo)\b", said[0])
        else "or"
    )
