"""Which of our languages a message is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from core.languages import DEFAULT_LANGUAGE, known_language
from reading.text import HAN, prepare, simplified_forms

_WORD = re.compile(r"[a-záéíóúüñ']+", re.IGNORECASE)

# Words that are said in any language, or are so short that they prove nothing.
_NEUTRAL = frozenset(
    "ok okay okey ha oki k kk no si sí yes ya hi hello bye thx ty ok. vale stop help start baja td pay app "
    "email whatsapp wechat telegram sms zelle paypal venmo link online visa mastercard"
    " alipay ja jaja lol a".split()
)
_ENGLISH = frozenset(
    "i i'll ill i'm im you your my me we he she it is are was be been am can can't cant"
    " could will won't wont would "
    "do don't dont did does didn't not have has had haven't the an of to in on at by for"
    " from with about after before "
    "and or but if so then when what who why how where this that these those there pay paid paying money "
    "today tomorrow tmrw tonight monday tuesday wednesday thursday friday saturday sunday next week month "
    "please thanks thank sorry just only half rest bucks dollars now later already need"
    " want got get send sent "
    "call text me call job work lost don't know let lemme gonna wanna u ur pls owe debt"
    " loan wrong number leave alone "
    "full amount morning afternoon evening night good fine sure yeah yep nope maybe".split()
)
# English as it is spelt in Scotland, the north, the Caribbean, Lagos or the South, and what speakers of Tagalog put between.
_SPOKEN_ENGLISH = frozenset(
    "whats wots wats whos wen whens last ow amt owe bal ye yer yous och aye nae naw dinna dinnae cannae dae tae frae hame"
    " gie gies ah av wi thi nowt owt summat reyt lad lass bruv mam dat dis dem den dey ting yuh nah nuh deh fi unu nuff abeg"
    " wahala oga sef wan finna ima imma ion yall tho wya fr vex po opo hindi ko sana bukas sweldo sahod magkano magbabayad"
    " bayad wala naman muna lahat kalahati buo bayaran tapos yung paisa pura poora dunga karunga aadha".split()
)
# Words that who writes Chinese puts between: they prove no English sentence.
_BORROWED = frozenset(
    "pay paid paying money today tomorrow tmrw tonight monday tuesday wednesday thursday friday saturday sunday next week"
    " month please thanks thank sorry just only half rest dollars later already need send sent call text job loan wrong"
    " number full amount morning afternoon evening night good fine sure yeah yep nope maybe am or after before by pls".split()
)
_SPANISH = frozenset(
    "hola yo tu usted ustedes nosotros el la los las un una unos unas de del al en con por"
    " para que qué como cómo cuando "
    "cuándo donde dónde quien quién cuanto cuánto este esta ese esa eso esto mi mis me te"
    " le les se lo y o pero "
    "porque pues muy más mas menos todo toda nada algo hay he ha han soy eres es son era"
    " fue ser estoy está esta "
    "están tengo tiene tienes puedo puede pueden voy va vamos quiero quiere pago pagar"
    " pagué pague pagaré depositar "
    "deposito deposité abono abonar dinero lana feria deuda cuenta hoy mañana manana ayer"
    " lun mie mié jue vie sab sáb dom lunes martes miércoles "
    "miercoles jueves viernes sábado sabado domingo semana mes quincena próximo proximo"
    " gracias favor buenas buenos "
    "días dias tardes noches hijo trabajo perdí perdi ahora ahorita luego también tambien"
    " sin hasta desde mitad resto "
    "pesos varos mil cien cincuenta quinientos doscientos llamen llame llamar escriban"
    " numero número claro bueno nomás "
    "nunca siempre ni ya qué tal nomas vos q d pa ando salgo doy hablame llamame escribame hacer puede ayuda necesito le nos su sus sí si no"
    " debo debe llamo dime mande mandeme tarjeta listo dale nel bno onda orale andele mija mijo oiga oigan disculpe ocupo contesto"
    " podria tantito rato chamba jale ahi así asi aguanta espereme pdo pdes dl xfa porfa porfis xq pq tb tmb bn ntp kiero kieres".split()
)

# Words of Spanish that stand in an English line too, as dialect, names or borrowings: "date o last un", "mi nah go deh".
_ALSO_ENGLISH = frozenset(
    "o el la los las un una de del al en con sin que me mi mis te tu se lo le nos no son era es ha he ser ni d q y pa va mas"
    " mil vos su sus total dom mar sol ando este".split()
)
# Of two languages told apart by the shapes of words: so much likelier one than the other.
_SURELY = 6.0


# "¿quién es?", "80 el 12/5".
_ONLY_SPANISH = re.compile(r"[¿¡]|\b(?:el|los) \d")


def detect(text: str, hint: str | None = None, previous: str | None = None) -> str:
    """The language of `text` as one of ours: en, zh-Hans, zh-Hant, es.

    `previous` is the conversation's language so far and `hint` what the account or channel says; a text too
    short to prove anything ("ok", "no", "嗯") keeps them, unless it opens with "¿". Mixed text is judged by its weight.
    """
    spoken = known_language(previous)
    kept = spoken or known_language(hint)
    plain = prepare(text).plain
    han = len(HAN.findall(plain))
    words = [word.lower() for word in _WORD.findall(plain)]
    mixed = (kept or "").startswith("zh") and not any(word in _ENGLISH - _BORROWED for word in words)
    if han and (mixed or han * 2 >= sum(word not in _NEUTRAL for word in words)):
        found = _script(plain, kept, enough=han)
        return kept if kept and spoken and not spoken.startswith("zh") and han < 2 else found
    only_spanish = bool(words) and _ONLY_SPANISH.search(plain.lower()) is not None
    found = _latin(words, "es" if only_spanish else kept) or kept or DEFAULT_LANGUAGE
    if len(words) >= 3:
        return found
    return "es" if only_spanish else spoken or found


def _script(plain: str, kept: str | None, *, enough: int) -> str:
    traditional, simplified = _traditional_only(), _simplified_only()
    old = sum(char in traditional for char in plain)
    new = sum(char in simplified for char in plain)
    cantonese = sum(char in "嘅喺咗冇嚟畀俾佢哋唔係啲咁乜嘢攞啱噉" for char in plain)
    if kept in ("zh-Hans", "zh-Hant"):
        if old - new >= 2 or (old > new and cantonese):
            return "zh-Hant"
        if new - old >= 2:
            return "zh-Hans"
        if old != new and enough > 2:
            return "zh-Hant" if old > new else "zh-Hans"
        return kept
    if enough <= 1 and kept and not old + new:
        return kept
    return "zh-Hant" if old > new or (cantonese and old >= new) else "zh-Hans"


@cache
def _traditional_only() -> frozenset[str]:
    return frozenset(old for old in simplified_forms() if not _written_in(old, "gb2312"))


@cache
def _simplified_only() -> frozenset[str]:
    """Simplified forms that are no characters of Taiwan's and Hong Kong's writing as well, as 后 and 里 are."""
    return frozenset(new for new in simplified_forms().values() if not _written_in(new, "big5hkscs"))


def _written_in(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _latin(words: list[str], kept: str | None) -> str | None:
    telling = [word for word in words if word not in _NEUTRAL]
    if not telling:
        return None if kept else _only_neutral(words)
    english = sum(word in _ENGLISH or word in _SPOKEN_ENGLISH for word in telling)
    spanish = [word for word in telling if word in _SPANISH or any(c in "ñáéíóú" for c in word)]
    if english > len(spanish):
        return "en"
    if len(spanish) > english and (kept == "es" or any(word not in _ALSO_ENGLISH for word in spanish)):
        return "es"
    if kept in ("en", "es") and english == len(spanish) > 0:
        return kept
    return kept if len(telling) < 3 else _by_shape(" ".join(words), kept)


def _only_neutral(words: list[str]) -> str | None:
    spanish = {"si", "sí", "hola", "vale", "baja", "okey"}
    return "es" if any(word in spanish for word in words) else None


def _by_shape(text: str, kept: str | None) -> str:
    (likelier, odds), (_, other) = _identifier().rank(text)[:2]
    return kept if kept in ("en", "es") and odds - other < _SURELY else str(likelier)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "es"])
    return identifier
