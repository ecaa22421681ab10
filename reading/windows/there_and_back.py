"""When one goes and when one is back, as hours one is busy: "out the door at 5:30, home by 11, so not then", "apago a las 10 y enciendo a las 8"."""

from __future__ import annotations

import re

_EN_TIME = r"(?:noon|midday|midnight|\d{1,2}(?::[0-5]\d)?(?!\d)(?:-?ish)?)(?: ?[ap]\.?m\b\.?| in the (?:morning|afternoon|evening)| at night| o'?clock)?"
_ES_TIME = r"(?:las? )?\d{1,2}(?::\d\d)?(?!\d)(?: y (?:media|cuarto|pico))?(?: ?[ap]\.? ?m\b\.?| de la (?:manana|tarde|noche|madrugada))?"
# One sets out in the morning, and the phone goes off in the evening.
_OUT = r"leav(?:e|es|ing)|head(?:s|ing)? (?:out|off|in)|set(?:s|ting)? (?:off|out)|out (?:of )?the (?:door|house)|depart|sail|cast off|push off|shove off|pull out|roll out|hit the road|gone|go(?:es)? out|goin out|up and out|on the road|they (?:collect|pick) (?:us|me|him|her) up|bus comes|i'?m away"
_OFF = r"(?:phone|mobile|cell|fone|ringer|it)(?:'?s| is| goes)? off|(?:turn|switch|shut|power) (?:(?:my|the) (?:phone|mobile|cell|ringer)|it) off|(?:turn|switch|shut|power) off (?:my|the) (?:phone|mobile|cell|ringer)|(?:go |get |head |off )?to bed|asleep|in bed|go to sleep|fall asleep|turn in|crash"
_BEGIN = r"begin|starts?|clock (?:in|on)|log on|go(?:es)? in|going in|get in|am in|i'?m (?:in|on)|work|go on|open(?: up)?|take (?:him|her|them|the kids|mum|mom|dad)"
_BACK = r"finish(?:es)?|ends?|stop|clock (?:out|off)|log off|(?:am |i'?m |be |are |'?re )?done|knock off|come(?:s)? (?:off|back|home|in)|off|out|home|return|(?:get|got|gets|getting)(?: back)? (?:off|in|back|home|out|done)|(?:'?m |'?re |are |am |is |be )?back(?: home| in| at the house| on(?: again)?)?|land|dock|tie up|pull in|park up|close|shut|(?:it'?s |it )?(?:goes )?on again|on(?= at)|(?:wake|get) up|up"
_EN = re.compile(
    rf"(?:\b(?:i|we|he|she|they|who|and|my \w+|the (?:van|bus|boat|crew)))?(?:'?m|'?re|'?s| am| are| is)?(?: (?:usually|normally|always|have to|gotta))* ?\b(?:(?P<out>{_OUT})|(?P<off>{_OFF})|(?:{_BEGIN}))\b(?: (?!and\b|then\b|after\b|before\b|until\b|call\b|ring\b|text\b)[a-z']+){{0,5}}? (?:at|from|by|around|about|@|like) (?P<a>{_EN_TIME}),?"
    rf"(?: (?:and|n|then|&|but|we|i|he|she|they|it|usually|normally|don'?t|dont|won'?t|not|never|only|will|were|was|am|are|is|be|get|just))*(?: |'?re |'?m |'?ll (?:be )?)(?:{_BACK})(?: (?!and\b|then\b|after\b|before\b|call\b|ring\b|text\b)[a-z']+){{0,3}}? (?:at|by|around|about|near|nearer|till?|til|until|like|@) (?P<b>{_EN_TIME})"
    # What is said of the time between: "not then", "nothing in between", "then again 5 to 8".
    rf"(?:(?=[^.!?\n]{{0,40}}?\b(?:then|those|th(?:at|is) (?:time|window|bit|stretch)|in (?:be|a)tween|between (?:those|the two|that)|during (?:that|it)|meantime|meanwhile|(?:so |please |pls )(?:not|no|nothing|don'?t|dont)|nothing|no (?:calls?|phone|signal|reception|point)|phone'?s? (?:is )?(?:dead|off)|dead|again|leave me)\b)|(?(off)|(?!)))",
    re.ASCII,
)
_ES_OUT = r"salgo|salimos|me voy|nos vamos|parto|partimos|zarpo|zarpamos|salgo a pescar|despego|me recogen|nos recogen|me lo llevo|l[oa] llevo"
_ES_OFF = r"apago(?: (?:el|mi) \w+)?|l[oa] apago|me (?:duermo|acuesto)|nos acostamos|silencio el \w+|pongo el \w+ en (?:silencio|avion)"
_ES_BEGIN = r"entro|entramos|empiezo|empezamos|comienzo|inicio|arranco|abro|abrimos|checo|ficho"
_ES_BACK = r"salgo|salimos|termino|terminamos|acabo|acabamos|cierro|cerramos|regreso|regresamos|vuelvo|volvemos|llego|llegamos|paro|estoy de vuelta|estamos de vuelta|me (?:levanto|despierto|paro)|(?:lo |la )?(?:enciendo|prendo|conecto|pongo)|desembarc\w+|toco tierra|tocamos tierra"
_ES_REST = r"(?:(?=[^.]{0,60}\b(?:(?:en |a |durante )?(?:es[ea]s?|est[ea]s?|aquel) (?:rato|horas?|horario|lapso|tiempo|intervalo|momento|tramo|hueco)|entonces(?! (?:me |nos |mejor |si )*(?:llam|marqu|habl|escrib|es mejor))|mientras|entre ?medi[ao]s?|en (?:el )?medio|(?:no hay|sin) (?:senal|cobertura))\b)|(?(off)|(?!)))"
_ES = re.compile(
    rf"\b(?:(?:(?P<out>{_ES_OUT})|(?P<off>{_ES_OFF})|(?:{_ES_BEGIN}))(?: (?!y\b|luego\b)[a-z]+){{0,5}}? (?:a|como a|desde|sobre) (?P<a>{_ES_TIME}),? (?:y |hasta que )?(?:ya )?(?:no )?(?:{_ES_BACK})(?: [a-z]+){{0,4}}? (?:a|como a|hasta|sobre) (?P<b>{_ES_TIME})"
    rf"|a (?P<c>{_ES_TIME}) (?:{_ES_BEGIN}|{_ES_OUT})(?: (?!y\b)[a-z]+){{0,4}}?,? (?:y|,) (?:ya )?a (?P<d>{_ES_TIME}) (?:{_ES_BACK}))(?![^.]{{0,80}}\b(?:despues|luego|saliendo)\b){_ES_REST}",
    re.ASCII,
)
_BARE = re.compile(r"\D*(\d{1,2})(:\d\d)?$")


def there_and_back(text: str) -> str:
    """Folded `text` with such hours told as those of work. Its length may change."""
    text = _EN.sub(lambda match: f" i work {_first(match, match['a'])} to {_last(match, match['b'])}", text)
    return _ES.sub(
        lambda match: (
            f"trabajo de {_first(match, match['a'] or match['c'], spanish=True)} a {_last(match, match['b'] or match['d'], spanish=True)}"
        ),
        text,
    )


def _first(match: re.Match[str], said: str, *, spanish: bool = False) -> str:
    bare = _BARE.fullmatch(said)
    if not bare:
        return said
    hour, past = int(bare[1]), bare[2] or ":00"
    if match["out"] and 3 <= hour <= 11 and not spanish:
        return f"{bare[1]}{past} am"
    if match["off"] and 7 <= hour <= 12:
        return f"{hour % 12 + 12}{past}" if hour < 12 else "00:00"
    return said.removeprefix("las ").removeprefix("la ")


def _last(match: re.Match[str], said: str, *, spanish: bool = False) -> str:
    bare = _BARE.fullmatch(said)
    if bare and match["off"] and 4 <= int(bare[1]) <= 11:
        return f"{int(bare[1]):02d}{bare[2] or ':00'}"
    return said.removeprefix("las ").removeprefix("la ")
