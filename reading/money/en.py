"""How English names money and shares of it."""

from __future__ import annotations

import re
from decimal import Decimal

from reading.money.figures import FIGURE, figure
from reading.money.sums import ALL, MINIMUM, REST, MoneyRule, Named, Share, Sum, fraction, rule

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen"
        " fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"fourty": 40, "fivteen": 15, "fiddy": 50, "fitty": 50, "fiddie": 50}
_TENS = {
    w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_WORDS = _SMALL | _TENS
_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_BIG = r"(?:hundreds?|hunnid|hundo|hunnit|thousand|grand|k|stacks?|racks?)"
# "A hundred and ten", but "eleven and two" are two numbers.
_AND = r"(?:(?<=hundred)|(?<=hunnid)|(?<=hundo)|(?<=thousand)|(?<=grand)|(?<= k)) and (?:a )?"
NUMBER_WORDS = rf"(?:(?:an? )?{_BIG}|{_WORD})(?:(?:{_AND}|[ -]){_WORD}|[ -]{_BIG}){{0,8}}(?: and a half)?"
_UNITS = {
    "dollar": r"dollars?|dollers?|dolars?|bucks?|bux|\$|bones|smackers|clams|loonies|usd\$?",
    "GBP": r"pounds?(?: sterling)?|quid|squid|nicker|gbp|£",
    "INR": r"rupees?|rs|inr|₹|/-",
    "EUR": r"euros?|eur|€",
    "peso": r"pesos?",
    "MYR": r"ringgit|rm|myr",
    "AUD": r"aud",
    "CAD": r"cad",
    "SGD": r"sgd",
    "CNY": r"yuan|rmb|renminbi|cny",
    "MXN": r"mxn|mexican pesos",
    "HKD": r"hkd|hong kong dollars",
    "TWD": r"ntd|twd",
    "USD": r"us dollars|american dollars|usd",
    "ZAR": r"rands?|zar",
    "PHP": r"php|₱",
    "NGN": r"naira|ngn|₦",
    "KES": r"ksh?s?|kes",
}
UNIT = "(?:" + "|".join(f"(?P<u_{name}>{pattern})" for name, pattern in _UNITS.items()) + r")(?![a-z])"
_SIGN = (
    r"(?<![a-z])(?P<sign>(?:us|usd|mx|mxn|hk|nt|ca|c|au|a|s)?\$|£|€|¥|₹|usd|mxn|gbp|eur|hkd|rmb|cny|inr|aud|cad|sgd"
    r"|rs\.?(?= ?\d)|rm(?= ?\d)|r(?= ?\d{2}| ?\d[ ,]\d{3})|ksh?s?\.?(?= ?\d)|php|₱|₦)"
)
_SIGNS = {"us$": "USD", "mx$": "MXN", "hk$": "HKD", "nt$": "TWD", "ca$": "CAD", "c$": "CAD", "au$": "AUD", "a$": "AUD", "s$": "SGD",
          "₹": "INR", "rs": "INR", "rs.": "INR", "rm": "MYR", "r": "ZAR", "ks": "KES", "ksh": "KES", "kshs": "KES", "₱": "PHP", "₦": "NGN", "£": "GBP", "€": "EUR", "rmb": "CNY"}  # fmt: skip


def number(words: str) -> Decimal | None:
    """150 for "a hundred and fifty", "one fifty" or "hundred fifty"; 1500 for "fifteen hundred"."""
    half = words.endswith(" and a half")
    total, current = 0, 0
    for word in re.split(
        r"[ -]", words.removesuffix(" and a half").replace(" and a ", " ").replace(" and ", " ")
    ):
        if word in ("a", "an"):
            continue
        if word in _WORDS:
            value = _WORDS[word]
            if current and (current < 20 or current % 10 == 0) and value >= 10 and current < 100:
                current *= 100
            current += value
        elif word.startswith("hun"):
            current = (current or 1) * 100
        else:
            total += (current or 1) * 1000
            current = 0
    result = Decimal(total + current)
    if half:
        result += Decimal(500) if total and not current else Decimal("0.5")
    return result or None


def unit_of(match: re.Match[str]) -> str | None:
    """The unit among the named groups of a match, if one was said."""
    groups = match.groupdict()
    sign = groups.get("sign")
    said = next((name[2:] for name, text in groups.items() if name.startswith("u_") and text), None)
    if sign and not said:
        sign = sign.replace(" ", "")
        return "$" if sign == "$" else _SIGNS.get(sign, "¥" if sign == "¥" else sign.upper()[:3])
    return said


def _scaled(match: re.Match[str]) -> Decimal:
    value = figure(match["figure"])
    scale = match.groupdict().get("scale")
    return value * {None: 1, "": 1, "h": 100, "l": 100_000, "c": 10_000_000, "m": 1_000_000}.get(
        scale and scale[0], 1000
    )


def _figure(match: re.Match[str]) -> Named | None:
    value = _scaled(match)
    return Sum((value,), unit_of(match) or None) if value else None


def _spoken(match: re.Match[str]) -> Named | None:
    value, unit = number(match["words"]), unit_of(match)
    if match["words"] in ("k", "grand", "stack", "stacks", "rack", "racks") and unit is None:
        return None  # "K, friday then" agrees.
    if value is None or (unit is None and value < 10):
        return None
    return Sum((value,), unit)


_DIGIT = "(?:one|two|three|four|five|six|seven|eight|nine|[1-9])"


def _scaled_range(match: re.Match[str]) -> Named | None:
    """ "Between three and four hundred"; "two and three hundred" without a between is no range."""
    if match["to"] == "and" and not match["joint"]:
        return None
    scale = 100 if match["big"] == "hundred" else 1000
    low, high = (Decimal(said) if said.isdigit() else number(said) for said in (match["low"], match["high"]))
    if low is None or high is None or low >= high:
        return None
    return Sum((low * scale, high * scale), unit_of(match), certain=False)


def _with_oh(match: re.Match[str]) -> Named | None:
    """ "Three oh one" as it is read out: 301."""
    hundreds, ones = number(match["hundreds"]), number(match["ones"])
    return Sum((hundreds * 100 + ones,), unit_of(match)) if hundreds and ones else None


# "Ninety nine ninety nine": dollars and cents, spoken as they are written.
_TWO_FIGURES = rf"(?:{'|'.join(_TENS)})[ -](?:one|two|three|four|five|six|seven|eight|nine)"
# What stands behind "sixty two pound" as its pence.
_PENCE = rf"(?:(?:{'|'.join(sorted(_TENS, key=len, reverse=True))})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)\b)?|ten|fifteen)\b(?: ?(?:p|pence|cents)\b)?|\d\d(?: ?p\b| pence\b| cents\b)"


def _and_pence(match: re.Match[str]) -> Named | None:
    """ "Sixty two pound fifty", "12 dollars and 75 cents"."""
    whole = Decimal(match["figure"]) if match["figure"] else number(match["words"])
    cents = re.sub(r" ?(?:p|pence|cents)$", "", match["cents"])
    more = Decimal(cents) if cents.isdigit() else number(cents)
    unit = {"p": "GBP", "q": "GBP", "e": "EUR"}.get(match["unit"][0], "dollar")
    return None if whole is None or more is None else Sum((whole + more / 100,), unit)


def _buck_and_more(match: re.Match[str]) -> Named | None:
    """ "A buck fifty" is a dollar and a half to one, a hundred and fifty to another."""
    cents = match["cents"]
    more = Decimal(50) if match["half"] else Decimal(cents) if cents.isdigit() else number(cents)
    if more is None or more >= 100:
        return None
    return Sum((1 + more / 100, 100 + more), "dollar", certain=False)


def _vague_hundreds(match: re.Match[str]) -> Named:
    scale = 1000 if match["big"][0] in "tgk" else 100 if match["big"][0] == "h" else 1
    how_many = {"c": (2, 3), "f": (3, 4, 5)}.get(match["few"].removeprefix("a ")[0], (2, 3, 4, 5))
    return Sum(tuple(Decimal(n * scale) for n in how_many), unit_of(match), certain=False)


def _percent(match: re.Match[str]) -> Share | None:
    return fraction(int(match["percent"]), 100)


def _fraction_words(match: re.Match[str]) -> Share | None:
    words = match[0]
    bottom = 3 if "third" in words else 5 if "fifth" in words else 4
    return fraction(
        2 if re.search(r"\b(?:two|2)\b", words) else 3 if re.search(r"\b(?:three|3)\b", words) else 1, bottom
    )


_SCALES = r"(?P<scale>k|thousand|thousnd|grand|hundred|hundo|lakhs?|lacs?|crores?|mil(?:lion)?)\b"
_SCALE = rf"(?: ?{_SCALES})?"
_OF_WHAT = (
    r"(?: (?:of )?(?:it|that|this|the (?:balance|debt|total|loan|bill|amount|whole \w+"
    r"|full \w+)|my (?:balance|debt|bill|loan|total|account)|what i owe)\b)?"
)
# Money without a figure: "a chunk of it", "part of the balance", "some on Friday". A figure behind makes it a hedge
# ("something like 80"), and "a little late" is no money.
_HEDGES = r"(?: (?:like|around|about|near|over|under|between|close|in the)\b)"
_VAGUE_PART = (
    rf"(?<!hundred and )(?<!thousand and )(?<!\d and )(?<!\d )some ?thing(?! else\b)(?!{_HEDGES})|(?:some|a little|any|a bit of|a wad of|a bunch of) (?:money|cash|funds|dough|bread|paper|coin|moolah?|dosh|quid|bucks|dollars|pounds|dinero)\b|(?:some|most|part|parts|a bit|bits)"
    rf" of (?:it|this|that|what i owe|(?:the|my) (?:\w+ )?(?:balance|debt|total|loan|bill|amount|money|payment))\b"
    r"|(?:a|one|another|some|any|the first|the biggest|my) (?:(?:small|little|lil|tiny|big|good|nice|decent|first|large|larger|huge|smaller|partial) )*"
    r"(?:chunk|chunck|piece|portion|slice|fraction|partial(?: (?:payment|amount))?|dent|bit|little|lil|part|small amount)"
    r"(?: (?:bit|something|some))?(?! (?:late|short|tight|behind|longer|more time|early|busy|confused|while|over|under|time|sick|strapped|broke|earlier|later|sooner|before|after|of (?:a|time|trouble|help|mail|advice)))"
    r"(?: (?:of|on|towards?) (?:it|this|that|what i owe|(?:the|my) (?:\w+ )?(?:balance|debt|total|loan|bill|amount|money|payment)))?\b"
    r"|some(?= (?:(?:on|by|in|for|before) )?(?:the )?\x1f)|(?<=pay )some\b(?! ?[\d$])|(?<=send )some\b(?! ?[\d$])|(?<=u )some\b(?= (?:then|when|that)|$)"
    r"|(?<!heres )(?<!here's )(?<!thats )(?<!that's )(?<!is )(?<!see )(?<!know )what(?:ever)? (?:little )?i can(?! (?:do|pay|manage|afford|send|give you) (?:is\b|[\d$\x1f]))|as much as i can|(?:however|how) much i can|a partial(?: payment)?"
)
_NOT_AMOUNT = r"(?! ?(?:%|percent|per ?cent))"
RULES: tuple[MoneyRule, ...] = (
    rule(
        r"\b(?:the )?other (?:50|fifty)(?: ?%| ?percent)?(?! ?(?:dollars|bucks|quid))",
        lambda m: REST if re.search(r"(?:50|fifty) ?(?:%|percent|per cent)", m.string) else None,
    ),
    rule(
        rf"(?<!got it )(?<!have it )\b(?:everything|all|half|(?:the |my )?(?:full |whole |total )?(?:balance|total|amount|rest|remainder))(?: of it)? (?:but|except|minus|less) \$?(?:{FIGURE}"
        rf"|{NUMBER_WORDS})(?: {UNIT})?",
        lambda m: Sum((), None, certain=False),
    ),
    rule(
        rf"\ba buck (?:and )?(?:(?P<half>a half)|(?:o'?h?[ -]?)?(?P<cents>{NUMBER_WORDS}|\d\d))\b(?! cents?\b)",
        _buck_and_more,
    ),
    rule(
        r"\b(?:an? |one )?hundred and an? (?P<part>quarter|half)\b(?! hours?| weeks?| months?)",
        lambda m: Sum((Decimal(125 if m["part"] == "quarter" else 150),)),
    ),
    # "A hundred forty seven fifty".
    rule(
        rf"\b(?P<words>(?:(?:an?|{_WORD}) )?hundred (?:and )?(?:{_TWO_FIGURES}|{_WORD}))[ -](?P<cents>{_TWO_FIGURES}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b(?! (?:hundred|thousand|dollars|bucks|quid|days))",
        lambda m: Sum(
            ((number(m["words"]) or Decimal(0)) + (number(m["cents"]) or Decimal(0)) / 100,), "dollar"
        ),
    ),
    rule(
        rf"\b(?P<words>{_TWO_FIGURES})[ -](?P<cents>{_TWO_FIGURES}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b(?! (?:hundred|thousand|dollars|bucks|quid))",
        lambda m: Sum(
            ((number(m["words"]) or Decimal(0)) + (number(m["cents"]) or Decimal(0)) / 100,), "dollar"
        ),
    ),
    rule(
        r"(?<![\w.$/:#-])(?P<hundreds>[1-9]) (?P<tail>fifty|fiddy|fitty|twenty[ -]five|seventy[ -]five|forty|thirty|sixty|eighty|ninety|ten|twenty)\b(?! (?:days|dollars|bucks|cents|percent))",
        lambda m: Sum((int(m["hundreds"]) * 100 + (number(m["tail"]) or Decimal(0)),)),
    ),
    rule(
        rf"\b(?P<words>{NUMBER_WORDS})(?: (?:dollars|bucks))? (?:and )?(?P<cents>{NUMBER_WORDS}) cents?\b",
        lambda m: Sum(
            ((number(m["words"]) or Decimal(0)) + (number(m["cents"]) or Decimal(0)) / 100,), "dollar"
        ),
    ),
    rule(
        rf"\b(?:(?P<words>{NUMBER_WORDS})|(?P<figure>\d{{1,4}})) (?P<unit>pounds?|quid|euros?|dollars?|bucks?)(?: and)? (?P<cents>{_PENCE})(?! ?(?:dollars|bucks|quid|pounds?|hundred|thousand|days|weeks))",
        _and_pence,
    ),
    rule(
        rf"\b(?P<words>{NUMBER_WORDS}) (?:percent|per cent)\b",
        lambda m: fraction(int(number(m["words"]) or 0), 100),
    ),
    rule(
        rf"(?<!hundred )(?<!thousand )(?<!grand )\b(?:{_VAGUE_PART})(?! (?:happened|came|comes|is wrong|wrong))",
        lambda m: Sum((), None, certain=False),
    ),
    rule(
        r"(?<![\d.,])(?P<sign>\$|£|€) ?(?P<apart>\d(?: \d){2,4})(?![\d.,:/]| \d)",
        lambda m: Sum((Decimal(m["apart"].replace(" ", "")),), unit_of(m)),
    ),
    rule(
        rf"\b(?P<joint>between |from )?[$£€]?(?P<low>{_DIGIT}) ?(?P<to>and|to|or|-|maybe|,? (?:or )?maybe) ?(?P<high>{_DIGIT}) (?P<big>hundred|thousand|grand|k)\b(?: {UNIT})?",
        _scaled_range,
    ),
    rule(rf"{_SIGN} ?(?P<figure>{FIGURE}){_SCALE}(?: ?{UNIT})?", _figure),
    rule(rf"(?<![\w.$/:#-])(?<!\d,)(?P<figure>{FIGURE}){_SCALE}[ -]?{UNIT}", _figure),
    rule(
        r"(?<![\w./:#-])(?<!\d,)\$?(?P<hundreds>\d{1,2}) hundred (?:and )?(?P<tail>\d{2})\b(?! ?(?:th|st|nd|rd|days))",
        lambda m: Sum((Decimal(int(m["hundreds"]) * 100 + int(m["tail"])),)),
    ),
    rule(rf"(?<![\w.$/:#-])(?<!\d,)(?P<figure>{FIGURE}) ?{_SCALES}", _figure),
    rule(
        r"\ba (?P<big>hundred|thousand|grand) or (?:two(?! (?:hundred|hundo|hunnid|thousand|grand)\b)|so|more)\b",
        lambda m: Sum(
            tuple(
                Decimal(n * (100 if m["big"] == "hundred" else 1000))
                for n in ((1, 2) if "two" in m[0] else (1,))
            ),
            certain=False,
        ),
    ),
    # "Two and a half thousand".
    rule(
        rf"\b(?P<whole>{_DIGIT}) and a half (?P<big>thousand|grand|k|hundred)\b(?: {UNIT})?",
        lambda m: Sum(
            (
                (
                    (Decimal(m["whole"]) if m["whole"].isdigit() else number(m["whole"]) or Decimal(0))
                    + Decimal("0.5")
                )
                * (100 if m["big"] == "hundred" else 1000),
            ),
            unit_of(m),
        ),
    ),
    # "Grand on the 15th, another grand on the 30th".
    rule(
        r"\b(?:another |a further |one more |first )?(?:grand|rack|stack)\b(?= (?:(?:on|by|in|at|this|next|come|for|the) )*\x1f)",
        lambda m: Sum((Decimal(1000),)),
    ),
    rule(
        rf"\b(?P<few>(?:a )?(?:couple|cpl|few)|several)(?: of)? (?P<big>hundred|hunnid|hundo|thousand"
        rf"|grand|k\b|bucks|bux|dollars|quid|pounds)(?: ?{UNIT})?",
        _vague_hundreds,
    ),
    rule(
        rf"\b(?P<words>{NUMBER_WORDS})(?:[ -](?P<scale>and (?:some )?change|and something|and some|something|or so|odd|ish))(?: {UNIT})?",
        lambda m: Sum((number(m["words"]) or Decimal(1),), unit_of(m), certain=False),
    ),
    rule(
        rf"(?<![\d.,])[$£€]?(?P<about>\d{{1,5}})[- ]?(?:odd|ish)\b(?: {UNIT})?",
        lambda m: Sum((Decimal(m["about"]),), unit_of(m), certain=False),
    ),
    # "Whatever is left after rent": nobody can tell how much that is.
    rule(
        r"\bwhat(?:ever)?(?:'?s| is| i'?ve| i have| i got)? (?:i )?(?:have |got )?(?:left|leftover|left over|remaining)(?= (?:after (?:rent|bills|my|groceries|food|gas|expenses|everything|i pay (?:rent|bills|my)|the (?:rent|bills))|(?:of|from|out of) my (?:pay|check|wages|tips|money|salary)|once (?:rent|bills|i'?ve paid))\b)"
        r"|(?:(?<=send )|(?<=pay )|(?<=you )|(?<=do )|(?<=give ))what(?:ever)? (?:i'?ve|i) (?:got|have|make|get|earn)(?: left| over)?\b(?! to\b)",
        lambda m: Sum((), certain=False),
    ),
    rule(
        r"\b(?P<percent>\d{1,3}) ?(?:%|percent|per cent|por ?ciento)(?! (?:de (?:interes|descuento)|seguro|de comision|sure|interest|apr|off|certain"
        rf"|of my income|fee|rate|discount|serious|honest)){_OF_WHAT}",
        _percent,
    ),
    rule(
        r"\b(?:(?:the )?(?:(?:other|last|final|remaining) )?(?:two|2) thirds|(?:the )?(?:(?:other|last|final|remaining) )?(?:three|3) (?:quarters|fourths)|(?:a|one|two|another|the (?:other|last|final|next|second|remaining))[ -]thirds?|(?:a|one|three|another|the (?:other|last|final|next|second|remaining))[ -](?:quarters?|fourths?)|(?:a|one|two"
        r"|three) fifths?|quarter(?= (?:on |by |in )?\x1f)|(?:third|quarter|fifth)(?= of (?:it|that|this|what|the (?:balance|debt|total|loan|bill|amount))\b))\b(?! (?:payment|time|day|week|job|hour|party|person|floor|of the"
        r" month))"
        rf"{_OF_WHAT}",
        _fraction_words,
    ),
    rule(
        r"(?<![\d/.$-])(?<!\d,)(?P<top>[1-3])/(?P<bottom>[2-5])(?![\d/])",
        lambda m: fraction(int(m["top"]), int(m["bottom"])),
    ),
    rule(r"(?<![\d/])50 ?[/-] ?50(?![\d/])", lambda m: None if "half" in m.string else fraction(1, 2)),
    rule(r"\b(?:the |my |d )?(?:other|remaining|second|2nd|last) half\b", lambda m: REST),
    # "$900 on the 17th and the pending amount on the 31st".
    rule(
        r"(?:(?<=\band )|(?<=then )|(?<=, )|(?<=plus ))(?:(?:the|my|whatever) )?(?:pending|outstanding|leftover|left over|final|balance|unpaid)(?: (?:amount|balance|sum|bit|dues?|figure|one))?\b(?=,? (?:(?:on|by|in|at|from|next|before|within|due|for|the|this|of|it) )*(?:\x1f|\d+ ?%))",
        lambda m: REST if re.search(r"\x1f", m.string[: m.start()]) else None,
    ),
    rule(
        rf"\b(?:half|1/2)\b(?! (?:an hour|past|hour|day|time|asleep|the time|way|the min)){_OF_WHAT}",
        lambda m: fraction(1, 2),
    ),
    rule(
        r"(?<!bed )(?<!bed-)(?<!some )(?<!my )(?<!need )(?<!needs )(?<!complete )(?<!proper )\b(?:the |da )?(?:rest(?! (?:in peace|days?|room|home|up|assured|easy|period)\b)|remainder|remaining(?: (?:balance|amount|part|money|half))?"
        r"|balance (?:left|remaining)|remaining)\b(?: of (?:it|the (?!week|month|day|year|time)\w+|that(?! week| month| day| time))\b)?(?! of my| of"
        r" (?:the|this|that) (?:week|month|day|days|year|time)\b)"
        r"|(?<!full )(?<!whole )(?<!entire )(?<!total )\b(?:the )?(?:outstanding )?balance (?=(?:on|by|in|at|from|next|before|within|due) ?\x1f|\x1f)"
        r"|\b(?:everything|all) else\b|\b(?:what(?:ever)? (?:i|we) still owe|whatever (?:i|we) owe)\b(?: (?:you|u)\b)?|\bwhat(?:ever)?(?:'?s| is| still)* (?:missing|remaining|remains|outstanding|owed|owing)\b|\bthe difference\b|\bthe (?:other|last|remaining) (?:bit|part|portion|chunk)\b"
        r"|\bwhat'?s left\b|\bwhat is left\b|\bwhatever'?s? (?:is )?left\b|\bthe others\b|\bleft ?over\b",
        lambda m: REST,
    ),
    rule(r"(?<=\x1f )(?:(?:the|for the) )?balance\b(?=\W*$|[.,;!])", lambda m: REST),
    rule(
        rf"\b(?:(?:the|ur|your|that|my) )?(?:full|whole|entire) (?=[$£€]?\d|\x1f|(?!one\b){NUMBER_WORDS}\b(?! (?:days?|weeks?|months?|years?|hours?|of|lot|thing|payments?)\b))",
        lambda m: ALL,
    ),
    # "Three oh one on the 3rd".
    rule(
        rf"(?<!at )(?<!before )(?<!after )(?<!until )(?<!till )(?<!around )\b(?P<hundreds>{_WORD})[ -]oh[ -](?P<ones>{_DIGIT})\b(?![ -](?:{_WORD}|oh)\b)(?! ?(?:[ap]\.?m\b|in the|o'?clock))(?: {UNIT})?",
        _with_oh,
    ),
    rule(r"\b(?:the |my )?min(?:imum)?(?: (?:payment|amount|due))?\b(?! wage)", lambda m: MINIMUM),
    rule(
        r"\b(?:(?:pay(?:ing)?|clear(?:ing)?|settl(?:e|ing)|knock|get) (?:it|this|that|the"
        r" (?:whole )?(?:loan|debt|balance|account|thing|card))(?: all)? (?:all )?(?:off|out"
        r"|in full|up)|pay(?:ing)? off (?:the|my|everything|it|this)(?: (?:whole|full"
        r"|entire))?(?: (?:loan|debt|balance|account|thing|amount))?"
        r"|clear (?:the lot|everything|all(?: of it)?|off)|clear(?= \x1f|$)|(?:clearing|settling|finishing|squaring)(?: (?:it|up|off))?(?= (?:(?:on|by|in|at|come) )?(?:the )?\x1f)|(?:will|'?ll|can|gonna) clear(?= (?:by|on|in|at|before|next|\x1f)|$)"
        r"|(?:finish|close|wrap|square|zero|pay|wipe|knock|clear) (?:it|this|that|everything|things) (?:all )?(?:off|out|up|away|to zero)|(?:finish|close) (?:off|it(?= (?:\x1f|on|by|in|at)|$))"
        r"|(?:(?<=pay )|(?<=paying )|(?<=pay u )|(?<=pay you )|(?<=settle )|(?<=send )|(?<=clear )|(?<=transfer )|(?<=make )|(?<=it's )|(?<=its ))(?:it )?all(?! (?:squared|paid|cleared|gone|done|settled|sorted|over|finished|dealt|wiped|i|my|the|of|that|these|week|month|day|year|bills?|kinds|right|good|i'?ve|you|your|at)\b)"
        r"|the lot\b(?! of)"
        r"|in full|(?:the |my |ur |your )?(?:full|whole|entire|total|complete) (?:(?:lil|little|damn|bloody|outstanding|remaining|pending|loan|debt) )?(?:balance|bal|amount|amt|ammount|thing|payment|pymt"
        r"|sum|lot|debt|loan|bill|money|dues?|owed|outstanding|whack|shebang|nine yards|kit and caboodle|monty)|the (?:full|whole) \w+ (?:due|owed)|the whole of it|all"
        r" of (?:it|what i owe|the (?:balance|money|debt))|it all|everything(?! is| else|'s)"
        r"|all(?= (?:at once|in one|on|by|next|tomorrow|today|now|this|mon|tue|wed|thu|fri|sat"
        r"|sun|together|the (?:money|balance|amount|debt))\b)|every (?:last |single )?(?:penny|cent|dime|dollar)|(?:the|my)"
        r" balance|what i owe|(?<!\d )(?<!\d in )(?<!dollars )(?<!bucks )(?<!payments )(?<!weeks )(?<!months )(?<!times )(?<!days )(?<!\x1f )(?:the )?total(?! of \$?\d)|clear (?:it|the debt|my debt|the balance)|settle"
        r" (?:it|up|the account|my account|in full))\b",
        lambda m: ALL,
    ),
    rule(rf"\b(?P<words>{NUMBER_WORDS})\b(?:[ -]{UNIT})?{_NOT_AMOUNT}", _spoken),
)
