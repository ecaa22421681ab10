"""Plans told in few words or in odd ones, in the words that the grammars of English and Spanish know: "150/mes", "15NOV", a list
that is numbered, "it goes back and forth like that"."""

from __future__ import annotations

import re

from reading.words.en import MONTH as EN_MONTH
from reading.words.en import WEEKDAY_NAME as EN_DAY
from reading.words.es import MONTH as ES_MONTH

_ON = EN_MONTH.replace("?P<month>", "?:")
_EN = ES_MONTH.replace("?P<month>", "?:")
_NTH = r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|fifteenth|twentieth|thirtieth)"
_SUM = r"[$£€]?\d[\d.,]*(?: ?(?:bucks|dollars|quid|pounds|euros|pesos))?"
# "1) 100 tomorrow": the number of a line, where more lines are numbered.
_NUMBERED = re.compile(r"(?:^|(?<=\n))[ \t]*(?:[-*•] ?)?(?:\(?[1-9][).:]|#[1-9]:?|[1-9] ?-(?= ))[ \t]+(?=\S)")

_HEDGES = r"(?:(?:it'?ll|it|will|it'?s|realistically|be) )*(?:prob(?:ably|ly)?|prolly|maybe|might|could|may|likely|more like|closer to)(?: (?:be|like|likely|more|closer|to|around|about|just|only))* "
_DUDA = r"(?:(?:quizas?|tal vez|a lo mejor|igual|capaz|chance|lo mas seguro|probablemente|seguramente|mas bien|puede que|pueden? ser|acabe[ns]?|sean?|que|y|son|siendo) )+"
_EN_TURN = rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)|{EN_DAY}(?: the \d{{1,2}}(?:st|nd|rd|th))?)"
_ES_TURN = r"(?:(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?: \d{1,2})?|(?:dia )?\d{1,2})"

_ENGLISH = (
    # "I'll try for 100 but probably more like 80", "Friday maybe Saturday": which of them is not known.
    (rf"({_SUM}),? (?:but|tho|though|although) {_HEDGES}(?={_SUM}(?! ?(?:%|[ap]m|st|nd|rd|th|/)))", r"\1 or "),
    (rf"\b({_EN_TURN}),? (?:(?:but|or) )?(?:maybe|possibly|perhaps|might be|could be|may be) (?:even )?(?:on )?(?={_EN_TURN}\b)", r"\1 or "),
    # "15NOV", "NOV15", "by 0900".
    (r"\b(\d{1,2})(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:(20)?(\d\d))?\b", r"\1 \2"),
    (r"\b(by|at|before|nlt|after) (0\d|1\d|2[0-3])([0-5]\d) ?(?:h|hrs?|hours)\b|\b(by|at|before|nlt|after) (0\d)([0-5]\d)\b", r"\1\4 \2\5:\3\6"),
    # "Two weeks tomorrow".
    (r"\b(?:two|2) weeks (?:from )?tomorrow\b", "in 15 days"),
    (r"\b(?:three|3) weeks (?:from )?tomorrow\b", "in 22 days"),
    (r"\b(?:two|2) weeks (?:from )?today\b", "in 14 days"),
    (r"\b(?:three|3) weeks (?:from )?today\b", "in 21 days"),
    # "60 on the 15th and 100 on the 1st and it goes back and forth like that".
    (
        rf"(?P<one>{_SUM} on {_NTH})(?P<mid>,? (?:and|then|and then) )(?P<two>{_SUM} on {_NTH}),? (?:and )?(?:(?:it|then|just|we|i|so|i'?ll) )*(?:(?:goes|go|going|keeps?|keep on|going on) )*(?:back and forth|back n forth|alternat\w+|switching|swapping|taking turns|round and round|over and over|rinse and repeat|rinse repeat|repeat)(?: like (?:that|this))?",
        r"\g<one> of every month\g<mid>\g<two> of every month",
    ),
    # "45 tomorrow and then 45 on the same day of the next three months".
    (r"\bon (?:the )?same (?:day|date) (?:of|in|for|each of) (?:each of )?the (?:next|following|coming) (\w+) months\b", r"each month for \1 months after that"),
    # "On the third Wednesday of the month ... each of those Wednesdays".
    (rf"\b(the (?:first|second|third|fourth|last) {EN_DAY}) of (?:the|each|every) month\b([^.;]{0,120}?)\b(?:on )?(?:each|every one|all) of th(?:os|es)e (?:days|{EN_DAY}s?)\b", r"\1 of the month\2 on \1 of every month"),
    # "No a day later".
    (r",? ?(?:\b(?:and|but) )?\b(?:no|not)(?: even)? (?:a|one|1) (?:single )?(?:day|minute|hour) (?:later|sooner|earlier|more|late|longer)\b", ""),
    (r"\b(and|then) a (?=\d{2,}\b(?! ?(?:day|week|month)))", r"\1 one of "),
    # "215 a month. 4 of them": told for itself.
    (r"(?<=[a-z\d])[.;] (?=(?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:of (?:them|those|these|em)|payments|times|months|weeks)\b)", ", "),
    (r"(?<=\d)[.;] (?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)days)\b", r", \1"),
    (r"\baftah\b", "after"),
    (r"\b(i|to) (?:honou?r|discharge|satisfy) (?=(?:this|the|my|that) (?:debt|balance|loan|account|obligation))", r"\1 pay "),
    # "Once the salon has paid me": wages.
    (r"\b(when|once|after|as soon as|soon as) (?:my |the |our )?(?:salon|boss|gaffer|agency|site|job|work|office|shop|store|restaurant|company|client|customer|school|firm|factory|bar|farm|foreman|hospital|council|contractor|plant|app|theyve?|they)(?:'?s|'?ve| has| have)? (?:finally |actually )?paid me\b", r"\1 i get paid"),
    (r"\b(\w+) or (?:there|here)abouts\b", r"about \1"),
    # "And that should finish it": said of the whole.
    (r",? ?\b(?:and |so |which )?(?:that|it|this|which)(?:'?ll| should| would| will| ought to)(?: then)? (?:finish|clear|settle|cover|close|square|do|sort) (?:it|that|us|me|everything|the lot)(?: off| out| up)?(?=\W*$|[.,;!])", ""),
    (r"\ba (week|month|fortnight) after that(?=,? (?:till?|until|til)\b)", r"every \1 after that"),
    # Last words that say no more.
    (r",? ?\b(?:please |pls |now |and )?(?:don'?t|dont) (?:you )?(?:go )?(?:spend|blow) it all (?:in one|in 1|at once|at one)(?: place| go)?\b", ""),
    (r"\b(?:like|maybe|about|around|say) ([$£€]?\d{2,4}), ?([$£€]?\d{2,4})(?= (?:on|by|this|next|mon|tue|wed|thu|fri|sat|sun|tom|bucks|quid|dollars)|\W*$)", r"about \1 or \2"),
    (r"\b(for|over) a (?:whole |full )?year and (?=(?:that|it|then|i|we|this|done)\b)", r"\1 a year, and "),
)  # fmt: skip

_SPANISH = (
    (rf"({_SUM}),? (?:pero|aunque) {_DUDA}(?={_SUM}(?! ?(?:%|/|de [a-z])))", r"\1 o "),
    (rf"\b((?:el )?{_ES_TURN}),? (?:(?:pero|o|y) )?(?:quizas?|tal vez|a lo mejor|capaz que?|chance y?|puede que) (?:ya |hasta )?(?:sea )?(?=el {_ES_TURN}\b)", r"\1 o "),
    (r"\bc/ ?(?=(?:lun|mart?|mie|jue|vie|sab|dom|uno\b|\d{1,2} (?:dias|semanas|meses)|15\b|noche|viaje|pago))", "cada "),
    (r"(?<=\d) ?/ ?(mes|semana|quincena|catorcena|dia)\b(?! ?\d)", r" cada \1"),
    (r"\bmart\b\.?(?= (?:\d|que|proximo|en|por|sin|a\b))", "martes"),
    (rf"\b(de|en|d|el|\d{{1,2}}) ag(?:to|st)?\b\.?(?! \d{{3}})(?! {_EN})", r"\1 agosto"),
    (r"\bult(?:imo)?\b\.? (?=dia\b)", "ultimo "),
    (r"\b(a|al|para|en) (fin(?:es|ales|al)?|principios|mediados) del? (?:(?:mes )?(?:que (?:viene|entra|sigue)|siguiente|entrante)|proximo)\b", r"a \2 del mes que viene"),
    (rf"\bentre ({_EN}) y (?={_EN})", r"de \1 a "),
    # "Ni un día más": and no day of its own.
    (r",? ?(?:\by )?\bni un (?:solo )?dia (?:mas|menos|despues|antes)(?: tarde)?\b", ""),
    # "La de feb 28 y de ahí 15 y último": the days of every month.
    (r"\b(?:de ahi|luego|despues|y) (?:los |cada |dias )*(15|quince) y (?:el )?(ultimo|30|fin de mes)\b(?= hasta| \w+ hasta|\W*$|[.,;])", r"y los dias 15 y \2 de cada mes"),
    (rf"\b({_EN}) del? ([23]\d)\b(?! de)", r"\1 de 20\2"),
    (r"\b(?:el|la) que (?:falta|queda|resta)(?= (?:el|la|en|para|a)\b)", "el resto"),
    (r"\b((?:un|el primer) (tercio|cuarto)\b[^.;]{0,60}?,? (?:y )?)otro(?= (?:el|la|en|para|a)\b)", r"\1otro \2"),
    (rf"\b(?:y )?asi (?:todo|hasta acabar|hasta terminar) (?:el (?:mes de )?)?(?={_EN})", "hasta "),
    (r"\bcada quincena (?:desde|empezando|comenzando|a partir)(?: con| de| por)*(?: la| el)?(?: del?| dia)* (15|30|ultimo)\b(?! de)", r"los dias 15 y ultimo de cada mes"),
    (r"\b(?:uno|cualquiera|alguno) de (?:esos|esas) (?:dos|2)(?: dias)?\b", ""),
    (r"\b(les?|te|os) completo con\b", r"\1 pago"),
    (r"\bdependen? todo\b|\btodo depende\b", "depende"),
    # Last words that say no more.
    (r",? ?\by (?:a callar(?:se)?|punto(?: (?:final|pelota|y seguido))?|santas pascuas|tan (?:amigos|contentos|panchos)|aqui paz y despues gloria|listos?|se acabo|san se acabo|arreando|andando|(?:date|dense|daos) con un (?:canto|cuanto) en (?:el pecho|los dientes))(?=\W*$|[.,;!])", ""),
    (r"\b(?:unos|como|tal vez|quizas?) (\$?\d[\d.]*|mil|cien|\w+cientos), (\$?\d[\d.]*|\w+(?: \w+cientos)?) (pesos|euros|dolares|varos)\b", r"unos \1 o \2 \3"),
    (r"\bo (?:hasta|quizas?|tal vez|a lo mejor|igual|si no|ya) (?=(?:el|la) )", "o "),
    (r"\b(que )?son ([2-9]|1\d|2[0-4]) no(?=\W*$|[?.,;!])", r"\1son \2"),
    (r"(?<=[\w)]), (?:y )?asi (?=(?:\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce) (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|semanas|meses|quincenas|veces|pagos)\b)", " por "),
)  # fmt: skip

_ENGLISH_RULES = tuple((re.compile(pattern, re.ASCII), plain) for pattern, plain in _ENGLISH)
_SPANISH_RULES = tuple((re.compile(pattern, re.ASCII), plain) for pattern, plain in _SPANISH)
# "💵200": a sum of its own, behind a picture.
_PICTURED = re.compile(r"(?:^|(?<=[ \n])),(?=[$£€]?\d)")


def english(text: str) -> str:
    """Folded English `text`, told plainly. Its length may change."""
    return _told(text, _ENGLISH_RULES)


def spanish(text: str) -> str:
    """Folded Spanish `text`, told plainly. Its length may change."""
    return _told(text, _SPANISH_RULES)


def _told(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    if len(_NUMBERED.findall(text)) > 1:
        text = _NUMBERED.sub("", text)
    text = _PICTURED.sub(", ", text)
    for pattern, plain in rules:
        text = pattern.sub(plain, text)
    return text
