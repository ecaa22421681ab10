"""What is said of one clause in the next: "8 to 4 I'm at school, don't call"; "Sundays I rest, leave me be"."""

from __future__ import annotations

import re

# The times named are wished for in so many words.
WELCOME = re.compile(
    r"\b(?:(?:call|text|reach|contact|message|ring|get|try) me|call|ok|okay|fine|free|best|better|good|grand|great|perfect|suits?|works?|available|prefer|only|anytime|any time|can (?:call|text|talk|answer)"
    r"|mejor|libre|disponible|si|puedo|pueden?|prefiero|solo|(?:llam|marqu|escrib|habl|contact)\w*me|bien)\b"
    r"|(?<!不)可以|(?<!没)(?<!冇)有空|(?<!唔)得闲|(?<!不)(?<!唔)方便|(?<![别要好勿])(?:传|发|send)(?:个)?(?:简讯|讯息|短信|信息|消息|msg)|[点半后前](?:再|才|就)?打(?:来|嚟)?(?=$|[,，。 ])|打给我|联系我|在线|上线|搵我|最好|先得|才行|都得|都行|再打|再说|再联"
)
# Told of a time: fine, or not. Only where another clause has shown that it is about being reached.
VERDICT = re.compile(
    r"\b(?:fine|ok|okay|good|bad|works|great|grand|perfect|lovely|suits?|no|not|nope|si|nada|bien|mejor|tampoco)\b"
    r"|(?<!不)可以|不行|唔得|都行|[晚午早上昼]得(?=$|[,，。 ])|没问题|冇问题|不方便|唔方便|没空|冇空|得闲|有空|(?:也|都)(?:不要|唔好|别|不可以)(?=$|[,，。 喔啦])"
)
# What somebody is at, the hours of which may be told next.
ACTIVITY = re.compile(
    r"\b(?:during|while|when|(?:dinner|lunch|supper|breakfast|tea)(?:[ -]?time)?|class(?:es)?|school|church|shift|nap|naps|work|working|sleep|bedtime|meetings?"
    r"|mientras|cuando|trabajo|jornada|jale|chamba|curro|oficina|horario|guardia|clases?|comida|cena|siesta|misa|escuela|turno|reunion)\b"
    r"|时间|期间|的时候|嘅时候|上班|返工|上课|睡|瞓觉|休息|午休|开会|饭|开车|骑车|揸车"
)
_BARE_HOURS = re.compile(
    r"(?:[\s\d:.,~\-()半点钟左右大概到至晚上下午早上中午凌晨傍朝昼夜零一二两三四五六七八九十]|就[是系]|即系|也就是|每[天日]|(?:周|星期|礼拜)[一二三四五六日天]|\b(?:[ap]\.?m|to|till?|until|from|between|and|around|about|usually|mostly|that'?s|thats|that is|it'?s|its|i mean|which is|so|like|tipo|como|ish|noon|midnight|a|de|las?|y|entre|hasta|o sea|es|en la|por la|the|in"
    r"|entre semana|fin(?:es)? de semana|los|el|martes|miercoles|jueves|sabados?|domingos?|mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|weekends|every day|any day|all week|daily|evening|afternoon|morning|night|manana|tarde|noche|lunes|viernes)\b)+"
)


def only_hours(clause: str) -> bool:
    """Whether nothing but hours and days is said."""
    return bool(re.search(r"\d|[一二两三四五六七八九十]点", clause)) and bool(_BARE_HOURS.fullmatch(clause))


_ONLY_A_PART = re.compile(
    r"(?:\W|\b(?:solo|nomas|nada mas|de preferencia|preferentemente|mejor|ya|please|pls|por favor|si se puede|in|the|en|por|la|las|a|al|de"
    r"|mananas?|tardes?|noches?|medio ?dia|mornings?|afternoons?|evenings?|nights?|only|preferably|if possible)\b)+"
)


def goes_on(clause: str) -> bool:
    """Whether nothing but a time is said, or what is refused besides: "in the mornings", "ni en la noche"."""
    return only_hours(clause) or bool(_ONLY_A_PART.fullmatch(clause) or re.match(r"\W*ni\b", clause))


_NO_DAY = re.compile(r"\bno\W*$")
_BUSY = re.compile(
    r"\W*(?:porque|que|pues|ya que|es que|because|cuz|bc|since)\b.*\b(?:todo el dia|culto|misa|iglesia|fiesta|boda|cumple\w*|viaj\w+|hospital|cita|curro|chamba|examen|bautizo|all day|church|wedding|birthday|surgery)\b"
)


def busy_then(clause: str, following: str) -> bool:
    """ "Sunday the 11th no, because there's church": a day refused for what is done on it."""
    return bool(_NO_DAY.search(clause) and _BUSY.match(following))


# A day of the year with a name of its own.
FEAST = re.compile(
    r"\b(?:christmas|xmas|boxing day|new year\w*|easter|good friday|thanksgiving|halloween|labor day|memorial day|independence day|july 4th|fourth of july|valentine\w*"
    r"|juneteenth|veterans day|mothers? day|mother's day|father'?s day|presidents? day|mlk day|columbus day|cyber monday|black friday|st\.? patrick'?s"
    r"|navidad|nochebuena|nochevieja|ano nuevo|fin de ano|reyes|semana santa|viernes santo|dia de (?:muertos|la madre|las madres|reyes|accion de gracias|la independencia|todos los santos))\b"
    r"|元旦|春节|新年|过年|年初|初[一二三四五六七八九十]|除夕|年三十|年廿|大年|清明|端午|中秋|重阳|国庆|双十|圣诞|平安夜|冬至|元宵|劳动节|五一|情人节|母亲节|父亲节|复活节|佛诞"
)
