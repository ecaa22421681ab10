"""Times as they are misspelt, and what is said beside them in passing: "7 too 4", "3 to 4 (pm, since you like 6am)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.words import en, es

_HOUR_AHEAD = r"(?= (?:\d|noon|lunch|work|dinner))"
_DAY = rf"(?:{en.WEEKDAY_NAME}|{es.WEEKDAY_NAME})"
_LATER = {"morning": " in the morning", "afternoon": " in the afternoon", "evening": " in the evening", "night": " at night",
          "manana": " de la manana", "tarde": " de la tarde", "noche": " de la noche"}  # fmt: skip
_FACE = r"\d{1,2}(?::[0-5]\d| y (?:media|cuarto|pico|cinco|diez|veinte)| menos cuarto)?(?: ?[ap]\.?m\b\.?| (?:o'?clock )?(?:in the (?:morning|evening)|at night)| o'?clock| de la (?:manana|tarde|noche|madrugada))?"
# What says of a list's lines, or of the sentence behind, that one is not to be reached then.
_NOT = r"(?:(?:please |pls |por favor |favor de )*(?:do not|don'?t|dont|never|no|nunca|not|ni|kindly refrain from|refrain from|avoid|stop|evit\w+) (?:me |nos |se )?(?:calls?|ring|text|phone|disturb|contact|bother|calling|ringing|texting|llam\w+|marc\w+|marq\w+|molest\w+|habl\w+|escrib\w+|while|when|during|at|in|a|en|durante|mientras|cuando|my|mi|available|disponible))"
_BAD_TIMES = r"(?:(?:times|hours|days) (?:not to (?:call|ring|text)|that (?:don'?t|do not) (?:suit|work)|to avoid|i (?:can'?t|cannot))|bad (?:times|hours)|off limits|no[- ]?go (?:times|hours)|no[- ]call (?:times|hours)|(?:horas|horarios) (?:malas|malos|en que no|que no)|malas horas)"
_THAT_IS = r"(?:(?:that'?s|thats|they'?re|theyre|those are|it'?s|its|which is|i\.?e\.?|that is(?: to say)?|meaning|namely|o sea|osea|es decir|esto es|eso es|a saber|son|es|que es|que son)(?: (?:from|between|about|like|roughly|usually|normally|entre|como|mas o menos))*,? )"
_WELL = r"(?:best|ok|okay|fine|good|great|works|suits?|better|free|when i|that i|call|ring|text|then|mejor|bien|si puedo|libre|puedo|llam\w+|marq\w+|si|perfecto)\b"
_TIMED = r"(?:(?:de|from|between|entre|at|a|mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom|week|noon|las?|el|los|after|before|despues|antes)[a-z]*\b[^\n\d]{0,16})?(?:\d|noon|midday|mediodia)"


def _each(match: re.Match[str]) -> str:
    """Every line of a list as what its first line says of it."""
    lines = [line.strip() for line in match["lines"].split("\n") if line.strip()]
    spanish = re.search(r"\b(?:llam|marc|marq|molest|hora|habl|escrib|evit|por favor|nunca)", match["head"])
    return " " + "".join(f"{'no llamar' if spanish else "don't call"} {line}.\n" for line in lines)


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        # "Do not call:\n8-12 school\n5-7 dinner": on each of the lines.
        (rf"(?:^|(?<=[.;!?\n] )|(?<=\n))(?P<head>[^.;!?\n\d]{{0,24}}\b(?:{_NOT}|{_BAD_TIMES})[^.;!?\n\d]{{0,40}}?)(?: ?[:-] ?\n|: |\n)\s*(?P<lines>(?:{_TIMED}(?![^\n]*\b{_WELL})[^\n]*(?:\n|$)){{2,6}})", _each),
        # "Not during my shift. That's 2 to 10", "calls at work get me fired. They're 8 to 4": its hours.
        (rf"(?P<no>\b(?:{_NOT}|(?:get|cost)s? me)\b[^.;!?\d]{{2,60}}?)[.,;:(\n]+ ?(?:and |y )?{_THAT_IS}(?={_TIMED}(?![^.;!?\n]{{0,60}}\b{_WELL}))", r"\g<no> "),
        (rf"\b(?:aff?t[aeu]?r+e?|afft[aeu]r?|affer|ftre?|ffter|fther|dter|afetr|atfer|aftet){_HOUR_AHEAD}", "after"),
        (rf"\b(?:b4|be4|befo?re?|befour|befoe?r|bfore?|befroe|beofre|befure?){_HOUR_AHEAD}", "before"),
        (rf"\b(?:untill|untl|intil|unti|unitl|til'|till'){_HOUR_AHEAD}", "until"),
        (r"\b(?:dipue|dispue|despue|depue|dimpue|dempue|desp|dsp|dpue|despuez|depsue|despeu|desoue|desue|dsps|dps)s?\b(?= ?(?:de )?(?:las? )?\d| de)", "despues"),
        (r"\b(?P<days>(?:en|durante|entre) (?:la )?semana|de (?:lunes|l) a (?:viernes|v|jueves|sabado)) y (?=(?:ya )?(?:despues de|a partir de|desde|antes de|pasadas?) las? \d)", r"\g<days> "),
        # "No me llame temprano, ya de las 8 en adelante".
        (r"(?P<no>\bn[oi]\b[^.;!?]{3,80}[,.;] )ya (?=(?:como )?(?:a partir de|de|desde|despues de|pasad[ao]s?) (?:las? )?\d)(?![^.;,]{0,50}\b(?:no|ni|nada|estoy|duermo|trabajo|tampoco)\b)", r"\g<no>mejor "),
        (r"\b(?:beet?we+n|bewteen|betwin|betwe+n|betwen|bitween|betwwen|btwen|bwtn)\b(?= \d)", "between"),
        (r"(?<=\d) ?(?:too|tu|tto) ?(?=\d)|(?<=[ap]m) (?:too|tu) (?=\d)", " to "),
        # "Why call so late, it's 10 at night": the hour that it is.
        (
            rf"(?:(?<=[.,;!] )|(?<=[a-z] )|^)(?:(?:it'?s|it is|tis|its)(?: (?:only|already|like|just|literally|nearly|almost|gone|past|bloody|fucking|frigging))* (?={_FACE}(?<![\d:])[ !?.,]*(?:$|[!?]|(?:why|jeez|ffs|wtf|man|bro|dude|here|in the|people|come on|so|and you)\b))|(?:(?:que|ya|apenas|si|pero|y|ome|hombre|miren?|oigan?),? )*(?<!hora )(?<!horas )son (?:ya |apenas |como |pasadas )*las? (?={_FACE}(?<![\d:])(?:[!?., ]|$))){_FACE}",
            "",
        ),
        # "8 pm at the latest", "a las 20 como muy tarde".
        (rf"\b(?:by |at |until |till )?(?P<at>{_FACE}),? (?:at the (?:very )?latest|the latest|latest|tops|max|maximum)\b", r"only before \g<at>"),
        (rf"\b(?:(?:como )?(?:maximo|mucho|tope),? (?:(?:hasta|a|como a|que sean) )*(?P<a>las? {_FACE})|(?:hasta |a )?(?P<b>las? {_FACE}),? (?:como (?:muy tarde|maximo|mucho)|a (?:lo )?mas tardar|(?:de )?maximo|(?:a )?lo mas tarde|tope|cuando mucho))(?!\w)", lambda match: f"solo antes de {match['a'] or match['b']}"),
        # "I'm asleep, evenings please": they suit.
        (
            r"(?P<part>(?:[.,;!?] |^)(?:(?:so|just|maybe|only|y|mejor|solo|pues|(?:in|on) the|(?:por|en) las?) )*(?:mornings?|afternoons?|evenings?|lunch ?times?|weekends?|nights|mananas?|tardes?|noches?|mediodias?))(?: (?:pls|plz|please|instead|only|if poss(?:ible)?|porfa\w*|por favor|xfa\w*|plis))+(?=\W*$|[.,;!?])",
            lambda match: f"{match['part']} {'mejor' if re.search('nana|tarde|noche|diodia', match['part']) else 'is best'}",
        ),
        # "3 to 4 (pm, since you people like 6am)": the half of the day, and what others do.
        (
            r"(?<=\d) ?\((?:in the |at |de la |por la |en la )?(?:(?P<half>[ap])\.?m\b\.?|(?P<part>morning|afternoon|evening|night|manana|tarde|noche)\b),? ?",
            lambda match: f"{match['half'] + 'm' if match['half'] else _LATER[match['part']]} (",
        ),
        (
            r" ?\((?:(?:since|because|cause|cuz|as|unlike|not like|like|porque|que|ya que|no como) )?(?:you|u|y'?all|they|your|ustedes|vosotros|los suyos|le|les)\b[^()]{0,80}\)|\( ?\)",
            "",
        ),
        (rf"\bbut not (?=(?:on |the )?{_DAY}s?\b)", "except "),
        # "0700-0900", "1100 to 1300 hrs".
        (
            r"(?<![\d$£€.,-])(?P<a>[01]?\d|2[0-3]):?(?P<b>[0-5]\d)(?: ?hrs| ?hours)? ?(?P<to>-|to|till?|until|and|a|y|hasta) ?(?P<c>[01]?\d|2[0-3]):?(?P<d>[0-5]\d) ?(?:hrs|hours|horas|h)\b",
            r"\g<a>:\g<b> \g<to> \g<c>:\g<d>",
        ),
        (
            r"(?<![\d$£€.,-])(?P<a>0\d)(?P<b>[0-5]\d) ?(?P<to>-|to|till?|until|and|a|y|hasta) ?(?P<c>[01]\d|2[0-3])(?P<d>[0-5]\d)\b(?![\d-])",
            r"\g<a>:\g<b> \g<to> \g<c>:\g<d>",
        ),
        (r"(?<=:\d\d) ?(?:hrs|hours)\b", ""),
        # "Finals all week, don't text till Saturday": until then.
        (rf"\ball week(?: long)?\b(?=.{{0,40}}\b(?:till?|until|before) (?:{_DAY}|the \d|tomorrow))", ""),
        # "A la una o si no hasta las 6": not before.
        (r"\b(?:o|y) (?:sino|si no|de plano|ya) hasta (?=las? \d)", "o se puede despues de "),
        # "8 o 9 de la mañana".
        (
            r"(?<![\d:.,$])(?<!las )\b(?P<a>\d{1,2}(?::\d\d)?) o (?:las )?(?P<b>\d{1,2}(?::\d\d)?) ?(?P<half>de la (?:manana|tarde|noche)|[ap]m\b)",
            r"a las \g<a> \g<half> o a las \g<b> \g<half>",
        ),
        # "Entre semana o me coge de 10 a 11 o por la noche": either, or.
        (
            r"\bo (?=(?:bien )?(?:me|nos) (?:cog|pill|llam|agarr|encuentr|marc|habl|busc|escrib)[a-z]*\b[^.;!?]{0,60}\bo (?:bien|ya|si|de|a|por|desp|entre)\b)",
            "",
        ),
        # "Every day but Sunday, Sundays is church": why.
        (
            rf"(?P<but>\b(?:but|except|menos|salvo|excepto) (?:not )?(?:on |for |the |el |los )?(?P<day>{_DAY})s?)[,.;]* (?:(?:cause|because|que|porque|the|los|el) )*(?P=day)'?s? (?:is|are|i|i'?m|im|we|it'?s|its|es|son|voy|vamos|tengo|estoy|me toca)\b[^,.;!?\n\d]*",
            r"\g<but>",
        ),
        # "Ni en domingo que son para mi familia y entre semana ...": why, and what else.
        (
            r",? que (?:son|es|l[oa]s? (?:dedico|reservo|paso|guardo)) (?:para |pa'? ?|a |de |con )?(?:mi |mis |la |el |los |las )?(?:familia|descansar|descanso|misa|iglesia|senor|hij[oa]s|ninos|nietos|casa) (?:y|pero) ",
            "; ",
        ),
        # "De 10 a 10:30 o ya cuando salgo a las 6": from then on.
        (
            r"\bo (?:ya |si no |bien |tambien )*(?:cuando|al|en cuanto|despues de|una vez que) (?:ya )?(?:suelt|salg|sal|termin|acab|lleg|pleg|cierr|libr)[a-z]*(?: [a-z]+){0,4}? (?:a|sobre|como a|tipo) (?=las? \d)",
            "o se puede despues de ",
        ),
        (
            r"\bor (?:else |just |maybe |again |even )?(?:when|once|after|whenever) (?:i|we)(?:'?m|'?re)?(?: (?!at\b|around\b|by\b)[a-z']+){0,4} (?:at|around|by) (?=\d)",
            "or better after ",
        ),
    )
)  # fmt: skip


def roughly(text: str) -> str:
    """Folded `text` with these times written as others write them. Its length may change."""
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text
