"""Spanish as people type it brought to one spelling: "prox", "kincena", "pal 15", "vienres" (text without accents)."""

from __future__ import annotations

import re
from functools import lru_cache

from reading.sieve import Sieve
from reading.words.es_neighbours import RULES as NEIGHBOURS

# The words that the grammars hang on, which are mended when they are misspelt by their sound.
_HEARD = (
    "lunes martes miercoles jueves viernes sabado domingo lunes enero febrero marzo abril mayo junio julio agosto septiembre octubre"
    " noviembre diciembre hoy manana semana semanas quincena quincenas quincenal mes meses noche tarde dia hasta hacer hago hice ahora ahorita"
    " hora horas hay llamar llame llamen llamada llamadas llamo mitad cheque cada cuando cuanto que porque aqui quiero quedo quedan voy doy vamos llego llega llegue llegan debo abono abonar cobro cobrar"
    " puedo pagar deposito proximo proxima viene vienen bien bueno trabajo entonces despues antes resto mitad numero celular correo dos tres"
    " cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno"
    " veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta"
    " ochenta noventa cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos pesos dolares euros"
).split()
# The longer ones are mended when a letter is missing, doubled by a neighbour or out of its turn as well.
_TYPED = frozenset(
    "martes miercoles jueves viernes sabado sabados domingo domingos febrero agosto septiembre octubre noviembre diciembre manana deposito transfiero semana quincena"
    " proximo doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
)
# Of the shorter ones letters that changed places alone are put back: "luens".
_SHORT_OF_DAYS = frozenset("lunes enero marzo abril junio julio".split())
# Words of their own, however near.
_OWN = frozenset(
    "siento asia vienes marte artes mates cuarto cuarta ora ase baya boy bale vale aya haya hai alla ahi mana semanal proxima ves caza casa hice ise dose doy"
    " ice domino cinto ola julia julian augusto once dosis".split()
)

_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ch", "ç"),
        (r"h", ""),
        (r"qu?(?=[ei])|q|c(?![ei])", "k"),
        (r"[zc]", "s"),
        (r"v", "b"),
        (r"ll", "y"),
        (r"n(?=[bp])", "m"),
        (r"g(?=[ei])", "j"),
        (r"y\b", "i"),
        (r"(.)\1+", r"\1"),
    )
)


# Words that are shortened by leaving out vowels: "dsps", "desd", "cnd".
_SHORTENED = (
    "despues desde cuando cuanto semana mensaje mensajes trabajo lunes martes jueves viernes sabado domingo manana quincena proximo"
    " siguiente deposito transferencia gracias dinero tarde noche antes luego entonces todos entre resto mitad"
    " porfavor tambien mando numero telefono depende pagos pago llamen llamar quedan segun estoy cada".split()
)
_VOWELS = re.compile(r"[aeiou]")
_BONES = {_VOWELS.sub("", word): word for word in _SHORTENED}


def _shortened(word: str) -> str | None:
    """The word that this one is, less some of its vowels; None where it is none."""
    whole = _BONES.get(_VOWELS.sub("", word))
    if whole is None or len(word) >= len(whole):
        return None
    letters = iter(whole)
    if word[0] != whole[0]:
        return None
    return whole if all(letter in letters for letter in word) else None


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


_BY_SOUND = {_sound(word): word for word in _HEARD}
_KNOWN = frozenset(_HEARD) | _TYPED | _OWN
_WITHOUT_ONE = {word[:n] + word[n + 1 :]: word for word in _TYPED for n in range(1, len(word))}

_DAYS = {
    "monday": "lunes",
    "tuesday": "martes",
    "wednesday": "miercoles",
    "thursday": "jueves",
    "friday": "viernes",
    "saturday": "sabado",
    "sunday": "domingo",
}
_SOME_DAY = r"(?:(?:el|este|para el|al) (?:\d|dia \d|proximo|lunes|martes|miercoles|jueves|viernes|sabado|domingo|que viene)|hoy\b|manana\b)"
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_WEEKDAYS = "lunes|martes|miercoles|jueves|viernes|sabado|domingo"
# A word of the same breath, and none that turns to something else.
_GOES_ON = r"(?!(?:el|la|y|o|u|para|no|ni|pero|mejor|hasta|desde|sino|antes|despues|si|este|cada|los|todos|que) )[\w$.]+"
# Short ways to write words, where they stand.
_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        (r"([a-z])\1{2,}", r"\1"),
        (r"\b(tod|complet|enter)(?:it)+([oa]s?)\b", r"\1\2"),
        # "215 al mes, 4 meses y liquidado": what comes of the payments.
        (r"\b(meses|semanas|quincenas|pagos|cuotas|abonos|veces),? y (?:ya )?(?:quedo |queda |quedaria )?(?:liquid|sald|pag)ad[oa]\b", r"\1"),
        (r"\bapartir\b", "a partir"),
        (r"\bluk(a|as|itas)\b", r"luc\1"),
        # "Medio mil", "dos y medio mil", "luca y media", "trescientitos", "un quini".
        (r"(?<! y )\b(?:un )?medio mil\b|\b(?:una? )?media (?:luca|lucota)\b|\b(?:un|medio) quini\b|\bcinco cientos\b", "quinientos"),
        (r"\b(dos|tres|cuatro|cinco|seis|siete|ocho|nueve) y (?:medi[oa]) (?:mil|lucas?)\b|\b(dos|tres|cuatro|cinco|seis|siete|ocho|nueve) lucas y media\b", r"\1\2 mil quinientos"),
        (r"\b(?:una? )?luca y media\b", "mil quinientos"),
        (r"\bdos quinis\b", "mil"),
        (r"\b(c|dosc|tresc|cuatroc|quin|seisc|setec|ochoc|novec)ient(?:it|ill)[oa]s\b", r"\1ientos"),
        (r"\b(el (?:dia )?\d{1,2}) (?:de este|del (?:presente|corriente|actual))\b(?! (?:mes|ano))", r"\1 de este mes"),
        (r"\bprox\b\.?(?= (?:semana|quincena|sem|qna|catorcena|vez)\b)", "proxima"),
        (r"\bprox\b\.?", "proximo"),
        (r"\b(\d{1,3}) por ?ciento\b", r"\1%"),
        # "Los días 20, 25 y 30 le transfiero 500 cada día": each time.
        (rf"\b((?:los )?(?:dias|{_WEEKDAYS}) \d{{1,2}}(?:,| y)[^.;]*?|\bmanana y (?:pasado manana|el \w+)[^.;]*?) cada (?:dia|fecha)\b(?! \d)", r"\1 cada vez"),
        (r"(?<![\d.,$])(?<!el )(?<!los )(?<!dias )(?<!dia )\b(\d{1,2}) y (\d{1,2}) de cada mes\b", r"los dias \1 y \2 de cada mes"),
        (r"\b(?:repartid[oa]s?|dividid[oa]s?|partid[oa]s?|distribuid[oa]s?) (?:entre|en) (?=(?:el|los) [^,.;]{1,30} y (?:el )?[^,.;]{1,30}$)", "en 2 pagos, "),
        (r"\b(?:por|a la|x|cada) quincenas?,? (?:o sea |es decir )?(?:el |los |dias )*(15|1|5|10|14|16) y (?:el )?(30|31|15|16|20|25|ultimo|fin de mes)\b", r"los dias \1 y \2 de cada mes"),
        (r"((?:^|[, ])\$?\d[\d.,]*(?: pesos| euros| dolares)?) ya(?=, | y (?=\$?\d|el |la |los |lo |de ahi |luego |despues |otr[oa]s ))", r"\1 hoy"),
        (r"\ben (ocho|8) dias\b([^.;]{2,40}?\ben (?:quince|15))(?= ?(?:$|[.,;!]| y ))", r"en \1 dias\2 dias"),
        # "Antes de que salga del trabajo a las 6": in the evening.
        (r"\b(antes|despues) de (?:que )?(?:salg|sal|lleg|regres|termin|acab|desocup)[a-z]*(?: [a-z]+){0,4}? a las ([1-8])\b(?!:?\d| ?[ap]\.?m| y| de la)", r"\1 de las \2 de la tarde"),
        # "500 ahora el 31", "500 en una semana y 560 en dos", "500 a la semana y 560 a la otra".
        (rf"\b(?:ahora|ahorita) (?=(?:en (?:{_MONTHS})|el \d|el dia|a fin|para el|este (?:{_WEEKDAYS}|\d)|el (?:{_WEEKDAYS}))\b)", ""),
        (r"\ben (?:una|1) (semana|quincena)\b([^.;]{2,40}?\ben) (dos|tres|2|3)(?= ?(?:$|[.,;!]| y ))", r"en una \1\2 \3 \1s"),
        (r"\ben un mes\b([^.;]{2,40}?\ben) (dos|tres|2|3)(?= ?(?:$|[.,;!]| y ))", r"en un mes\1 \2 meses"),
        (r"\ba la semana(?: siguiente)?,? ((?:y |luego )*\$?[\w.,]+(?: pesos| euros| dolares)?) a la (?:otra|siguiente|que sigue|proxima)\b(?! \w*ana)", r"una semana despues \1 una semana despues"),
        (r"(?<!no )(?<!ni )(?<!lo )(?<!la )(?<!los )(?<!las )\b(?:oi|oy|ohi)\b(?! (?:el |la |su |tu |mi |las? |al? )*(?:tel|cel|llam|mens|timb|aud|mov|son|que\b|cuando\b|bien\b))", "hoy"),
        (r"\bai\b", "hay"),
        (r"\bi\b", "y"),
        (r"\ba (?=(?:pag|d|deposit|mand|lleg|ca|ingres|abon|liquid)(?:ado|ido)\b)", "ha "),
        (r"\ben ve[sz] d(?:e\b|el)", "en vez de"),
        (r"\bmita\b|\bmita(?:d|i)?c?ita\b|\bmedia parte\b", "mitad"),
        # Todo, as it is said in one place: "to lo que debo", "toa la deuda", "tuito", "toitico".
        (r"\bto(?:it|d?it?ic|i)[oa]\b|\btu(?:d?it|it?i[ck]|tit)o\b|\bto\b(?= (?:lo que|de golpe|junto|el)\b)|(?<=pago )to\b(?=$|[.,;!])", "todo"),
        (r"\btoa (?=la (?:deuda|cuenta|lana|plata)\b)", "toda "),
        (r"\bjullo\b", "julio"),
        (r"\bel (?:mero|mismo|mismisimo|merito|puro) (?=\d|dia)", "el "),
        # "300 el viernes y cada semana 200": first the one, then the other again and again.
        (r"^((?:(?!\bcada\b).)*) y (?:ya |despues |luego )?cada (\w+) (?:despues |siguiente |de |otros |doy |le doy |les doy |te doy )?(?=\$?\d{2}|cien|mil|\w+cient|quinient|cincuenta)", r"\1 y luego cada \2 "),
        # "El lunes a primera hora": of the day that is named.
        (rf"\b((?:el|este|para el) (?:{_WEEKDAYS})(?: (?:que viene|proximo|\d{{1,2}}))?|el (?:dia )?\d{{1,2}}(?: de (?:{_MONTHS}))?|hoy|pasado manana),? (?:ya |desde |pero )?a primer(?:a|isima) hora\b(?: de la manana)?(?! del?\b)", r"\1"),
        # "Ahorita tengo 60 y se los mando mañana": at hand today, paid on another day.
        (rf"\b(?:ahorita|ahora|hoy|por ahora|de momento)(?: mismo| mero)?((?:,? (?:solo|nomas|nada mas|yo|ya|solamente|unicamente|lo que))* (?:tengo|traigo|cuento con|junte|dispongo de|hay) [^.;]{{2,40}}?(?:,| y) (?:ya |esos |pero )*(?:se|te|les|le|os) l[oa]s? (?:puedo |voy a )?[a-z]+ (?=(?:(?:para|en) )?(?:el|la|este|pasado|manana|{_WEEKDAYS})\b))", r"\1"),
        # "Entro a las 7 y salgo a las 4": at work between the two.
        (r"\b(el|este|al) (?:proximo|siguiente) (?:dia )?(?=\d{1,2}\b(?! ?(?:mil|pesos)|[.,:]\d))", r"\1 "),
        # "El 5, 12 y 19 le paso 300": each of them a day.
        (r"\bel ([1-9]|[12]\d|3[01])((?:, (?:[1-9]|[12]\d|3[01])){0,4}),? y ([1-9]|[12]\d|3[01])(?=,? (?:les?|te|os|se|pago|doy|deposito|abono|mando|paso|transfiero)\b|,? \$?\d{3}|:)", r"los dias \1\2 y \3"),
        # "Los días 1 y 15 le pago 300 hasta febrero": of every month until then.
        (rf"\b(los (?:dias )?\d{{1,2}}(?:, \d{{1,2}})* y (?:el )?\d{{1,2}})(?! de)((?:(?!\b(?:cada|mes|semana|quincena|desde|partir|de)\b)[^.;]){{0,40}}? hasta (?:{_MONTHS}|acabar|terminar|liquidar|completar|saldar|que (?:acabe|termine|liquide|quede|complete|salde)))\b", r"\1 de cada mes\2"),
        # "No 400, mejor 350": only what is said instead.
        (r"\bno (?:los |unos |de )?\$?\d[\d.,]*(?: pesos| euros| dolares)?,? (?:pero |sino |mejor |mas bien )+(?=\$?\d{2})", ""),
        (r"(?<=\d)(,? )mejor (?=\$?\d{2,}(?:[.,]\d+)* (?:el|la|este|esta|manana|hoy|para)\b)", r"\1perdon "),
        # "... y luego vemos lo demás": nothing is said of it yet.
        (r",? ?\b(?:(?:y|ya|luego|despues|de ahi) )*(?:ya )?(?:vemos|veremos|vamos viendo|platicamos|hablamos|nos arreglamos|acordamos|vere|veo)(?: (?:lo|el)? ?(?:de |del )?(?:lo demas|el resto|resto|demas|lo que (?:falte|quede|falta|queda)))(?=\W*$|[.;!])", ""),
        (r"\bentro (?:a (?:trabajar|laborar|chambear) |al? (?:trabajo|chamba|jale|turno) )?(?:a |como a |desde )(las? [\w:]+(?: y media)?(?: de la \w+| [ap]m)?),? (?:y |hasta que )?(?:salgo|termino|acabo) (?:a |como a |hasta )+(?=las? )(?!.*\b(?:despues|luego|saliendo|ya (?:puedo|estoy))\b)", r"trabajo de \1 a "),
        # "300 a week, the first one on Friday": not the first of the month, nor its last day.
        (rf"\b(?:y )?(?:el|la) primer[oa](?: pago| abono| deposito| cuota)?(?: (?:seria|sera|va|es|cae|lo (?:pago|doy)))?(?: (?:ya|seria ya))? (?={_SOME_DAY})", "empezando "),
        (rf"\b(?:el|la) ultim[oa](?: pago| abono| deposito| cuota)?(?: (?:seria|sera|va|es|lo (?:pago|doy)))?( igual| lo mismo|) (?={_SOME_DAY})", r"luego\1 "),
        # "No 40, no, son 140".
        (r"\bno (?=(?:los )?[\w.,]+,? no,? (?:son|es|que sean) )((?:los )?[\w.,]+?),? no,? (?:son|es|que sean) ", r"no \1, "),
        (r"\botr[oa]s? tant[oa]s?\b(?! (?:dias|meses|semanas|veces))", "lo mismo"),
        (r"\b(?:testos?|tesxtos?|testeo)\b", "texto"),
        (r"\bche(?:k|c|ck|que?s?|kes?)\b", "cheque"),
        *((rf"(?<!next )(?<!this )(?<!last )\b{english}\b", spanish) for english, spanish in _DAYS.items()),
        # "330 pesos... dólares quise decir".
        (r"\b(?:pesos|dolares|euros)(?=(?:[\W]|digo|perdon|mejor dicho|no|bueno){1,9}(?:pesos|dolares|euros)\b(?! o ))(?:[\W]|digo|perdon|mejor dicho|no|bueno){1,9}", ""),
        (r"\bsig\b\.?(?= (?:lun|mar|mie|jue|vie|sab|dom|sem|mes|qui|pago))", "siguiente"),
        (r"\bq(?:na|cna|uin)\b\.?|\b(?:quince|kince)na\b", "quincena"),
        # "150 k hasta entonces no cobro": no thousands, where what it goes on with tells why.
        (r"(?<=\d )(?:k(?= (?:hasta (?:e?ntonces|ese|esa|que|alli|ahi)|es|son|no (?!mas|menos)|tengo|cobro|puedo|estoy|ando|hay|debo|gano)\b)|q\b|ke\b|qe\b)", "que"),
        (r"(?<!\d )(?<!\d)\b(?:q|k|ke|qe)\b(?!-)", "que"),
        (r"\bntonces\b", "entonces"),
        (r"\bbn\b", "bien"),
        (r"\b((?:la )?mitad) ya(?=,? (?:y )?(?:la )?(?:otra )?mitad\b|, | y )", r"\1 hoy"),
        (r"\bnavida\b", "navidad"),
        (r"\ba (mediados|principios|finales|fines|primeros|ultimos)(?=\W*$|[.,;]| (?:y|o|les?|te|os)\b)", r"a \1 de mes"),
        # "100 diarios de aquí al 31".
        (r"\b(diari[oa]s?|diariamente|cada dia|al dia|por dia|todos los dias),? de aqui al (?:dia )?", r"\1 empezando hoy y hasta el "),
        (r"\b(diari[oa]s?|diariamente|cada dia|al dia|por dia|todos los dias),? de aqui a ", r"\1 empezando hoy y hasta "),
        (r"\b(seman(?:al|a)\w*|mensual\w*|quincenal\w*|cada [a-z]+|al mes),? de aqui al ", r"\1 hasta el "),
        (r"\b(seman(?:al|a)\w*|mensual\w*|quincenal\w*|cada [a-z]+|al mes),? de aqui a ", r"\1 hasta "),
        # "Ya les di 500, ahora les doy 800 el viernes": turns to what is to come, and names no day.
        (r"(?<=\S),? (?:y )?(?:ahora|ahorita)(?: si| ya| pues)? (?=(?:(?:les?|te|os) )(?:doy|mando|pago|deposito|transfiero|abono|paso|ingreso|envio|puedo|voy a)\b[^.;]{0,30}?\b(?:el|este|manana|para|a fin|los|cada)\b)", ", "),
        (r"\b(?:pasao|pasdo|psado|psao)(?= (?:m[an]|mñ))", "pasado"),
        (r"\b(?:xq|pq|porq|xke|xque)\b|(?<=[a-z\d] )por (?:q|k|ke|que)\b", "porque"),
        (r"\bx(?= (?:el|la|los|las|lo|mes|semana|quincena|dia|favor|fa|ahora|ahi|que|cada|cuatro|tres|seis|\d{1,2} (?:mes|sem|quin|dia)\w*)\b)", "por"),
        (r"\b(?:pa'?l|pa' el)\b(?=\W)", "para el"),
        (r"\bpa\b'?(?= \w)", "para"),
        (r"(?:(?<=[a-z] )|(?<=\d )|(?<=, )|^)d(?= [a-z\d])", "de"),
        (r"(?<![\w.'/-])([tl])(?= [a-z]{2})|(?<![\w.'/-])(?<!\d )(?<!\b[ap] )(m)(?= [a-z]{2})", r"\1\2e"),
        # "El viernes, antes no": no time of its own.
        (r",? (?:y |pero |ni |no )*(?:no antes|antes no(?: puedo| se puede)?)(?=\W*$|[.;!])", ""),
        (r"(?<=\bmanana)([^.;]{3,40}?[,\s] ?(?:y )?)(?<!es )(?<!ano )(?<!sabado )(?<!domingo )(?<!\bha )(?<!\bhe )pasado(?! (?:manana|el|la|de|un|dia|mes))\b", r"\1pasado manana"),
        # "Mañana que es 30": the day told twice.
        (rf"\b(hoy|manana|{_WEEKDAYS}),? (?:que|ke|q) (?:ya )?(?:es|cae|sera|seria|viene siendo) (?:en |el |dia )*(?=(?:\d{{1,2}}|primero|quince|ultimo)\b(?! ?(?:pesos|mil|varos|dolares|euros|%|de la|am|pm)))", r"\1, el "),
        (r"\b(?:wsp|wpp|wapp|wh?at?s+ap+|wats|guats|whatsaap|wh?a[sz]+ap+|guasap|wassap|wa+ts? ?app?)\b|(?:(?<=por )|(?<=por el )|(?<=al )|(?<=de )|(?<=un )|(?<=mi )|(?<=solo )|(?<=puro ))whats\b", "whatsapp"),
        (r"\b(solo|nomas|nada mas|nada) por (?=hoy\b|esta noche\b|esta tarde\b)", r"\1 "),
        # "50 este viernes, 50 el siguiente y así hasta ...": every Friday.
        (rf"\b(este|el|el proximo) (?P<wd>{_WEEKDAYS}),? (?:y |luego |despues )*(?:otros |los mismos )?(?:\$?[\w.,]+ )?(?:mas )?(?:el|al) (?:siguiente|otro|que sigue|proximo)(?: (?P=wd))?,? (?:y )?asi(?: (?:sucesivamente|cada semana|todas las semanas|seguido|le sigo|nos vamos|todos los (?P=wd)s?|cada (?P=wd)))?\b", r"cada \g<wd> empezando \1 \g<wd> "),
        # "Cada domingo empezando el próximo": the next Sunday.
        (rf"\b((?:cada|todos los|los|por) (?P<day>{_WEEKDAYS})s?\b[^.;]{{0,30}}?(?:empezando|comenzando|arrancando|iniciando|empiezo|arranco|comienzo|desde|a partir del?)(?: ya| por| con| desde| el| del)*) (?P<which>este(?: mismo)?|proximo|siguiente|que viene|que entra|que sigue)(?= ?(?:$|[.,;!)]| (?:hasta|y|o|por|son|que|seran?|serian)\b))", r"\1 \g<which> \g<day>"),
        # "Cada viernes 200, terminando el 30": until then.
        (rf"^(.*\b(?:cada|semanal\w*|mensual\w*|quincenal\w*|a la semana|por semana|al mes|los (?:{_WEEKDAYS})|todos los)\b.*?),? (?:y )?(?:terminando|acabando|termino|acabo|terminaria|acabaria|para terminar|hasta terminar) (?=(?:el|en|a) (?:\d|{_WEEKDAYS}|{_MONTHS}|ultimo|dia|fin))", r"\1 hasta "),
        (r"\bweekdays?\b", "entre semana"),
        (r"\bweekends\b", "fines de semana"),
        (r"\bweekend\b", "fin de semana"),
        # "El 15 que me paguen de inmediato le mando 900": on that day.
        (rf"\b((?:el |este )?(?:{_WEEKDAYS}|(?:el|dia) \d{{1,2}}),? (?:que|cuando|apenas|en cuanto|me (?:pagan|dan|cae|depositan|cobro)|cobro)\b[^.;]{{3,50}}?) (?:de inmediato|inmediatamente|en seguida|enseguida|ahi mismo|al momento|luego luego)\b", r"\1"),
        (r"(?<=lunes|artes|coles|ueves|ernes|abado|mingo) (?:thru|through|to|till?) (?=lunes|martes|miercoles|jueves|viernes|sabado|domingo)", " a "),
        (r"\bdel? (?=l[ao]s? )", "de "),
        (r"\b(?:tmb|tmbn|tbn|tb)\b", "tambien"),
        (r"\bfindes\b", "fines de semana"),
        (r"\bfinde\b", "fin de semana"),
        (r"\b(?:sem)\b\.?(?= (?:que|proxima|siguiente|entrante)\b)", "semana"),
        (r"(?<=\d )sems?\b\.?|\b(?<=dos )sems?\b\.?|\b(?<=tres )sems?\b\.?|\b(?<=cuatro )sems?\b\.?", "semanas"),
        (r"\b(cada|(?:a|x|por) la|por|x|esta|la|prox\w*) sem\b\.?", r"\1 semana"),
        (r"\bn (?=cuanto\b|cnto\b|el \w|la \w|l[ao]s \w|\d+ (?:pag|par|cuo|sem|mes|abo|dia)|(?:dos|tres|cuatro|cinco) )", "en "),
        (r"\b(?:la )?(?:sra|srita)\b\.?", "la senora"),
        (r"\bmsjs?\b\.?", "mensaje"),
        (r"\bcn\b", "con"),
        (r"\bdl\b", "del"),
        (rf"\b(los dias \d{{1,2}}) desde (?={_MONTHS})", r"\1 a partir de "),
        (rf"\ba (?:la )?mitad(?:es)? (?=del? (?:(?:este |proximo )?mes|{_MONTHS})\b)", "a mediados "),
        # "No puedo el 9. Mejor 12.": another day.
        (r"(\bno (?:puedo|podre|llego|alcanzo)(?: \w+)? el (?:dia )?\d{1,2}|\bel (?:dia )?\d{1,2},? no(?: puedo| podre| llego)?)([.,;]? (?:y |pero )?)(?:mejor|sino|que sea|seria) (?=(?:[12]?\d|3[01])\b(?![.,:/]\d| ?(?:mil|pesos|euros|dolares|varos|%|[$€])))", r"\1\2mejor el "),
        # "190 euros, que haré efectivos el día 12": what is told of is paid.
        (r", (?=(?:l[oa]s? )?(?:que|cual(?:es)?) (?:les |le |te |os )?(?:hare efectiv|abonare|ingresare|pagare|transferire|depositare|entregare|enviare|mandare|satisfare|liquidare))", " "),
        # "Esta semana 350 el viernes y la que entra 700 también viernes".
        (rf"\b(esta semana|la semana que (?:entra|viene|sigue)|la (?:proxima|otra|siguiente) semana)((?: {_GOES_ON}){{1,5}}?) (?:tambien |igual )?(?:el )?({_WEEKDAYS})\b(?! de)", r"\2 el \3 de \1"),
        (rf"\bla (que (?:entra|viene|sigue))((?: {_GOES_ON}){{1,5}}?) (?:tambien |igual )?(?:el )?({_WEEKDAYS})\b(?! de)", r"\2 el \3 de la semana \1"),
        (r"\bhta\b", "hasta"),
        (r"\bc/ ?(?=mes|sem|quin|qna|dia|vier|lun|sab|dom|mier|jue|mar)", "cada "),
        (r"\bman\b\.?(?= (?:\$?\d|te \w|les? \w|en la|por la|a las|temprano|sin falta))", "manana"),
        (r"\bp (?=el |la |los |las |\$?\d)", "para "),
        (r"\bl (?=(?:lun|mar|mie|jue|vie|sab|dom|otr|prox|\d{1,2}\b))", "el "),
        (r"\b(?:nd|nda)\b", "nada"),
        (r"\bxf(?:a|is?|avor|is)\b", "porfa"),
        (r"\b(?:stoy|toy)\b", "estoy"),
        (r"\bquini\b", "quinientos"),
        (r"\b(?:miercole|miercoless|mier)\b", "miercoles"),
        (r"\b(?:maniana|mayana|mñn|mnn|mnna|mana|manna)\b", "manana"),
        (r"\b(?:orita|horita|aurita|aorita|ahoritita)\b", "ahorita"),
    )
)  # fmt: skip


def spelt(text: str) -> str:
    """Folded Spanish `text` in the spelling that the grammars know. Its length may change."""
    return _WORD.sub(lambda match: _mended(match[0]), _SAID_SHORT.replaced(text))


_SAID_SHORT = Sieve((*NEIGHBOURS, *_SHORT))


_WORD = re.compile(r"(?<![a-z0-9_@.'-])[a-z]{3,14}(?![a-z0-9_@'-])", re.ASCII)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _KNOWN:
        return word
    heard = _BY_SOUND.get(_sound(word)) or _shortened(word)
    if heard:
        return heard
    if len(word) < 5:
        return word
    if word in _WITHOUT_ONE:
        return _WITHOUT_ONE[word]
    for n in range(1, len(word) - 1):
        if word[:n] + word[n + 1 :] in _TYPED:
            return word[:n] + word[n + 1 :]
        turned = word[:n] + word[n + 1] + word[n] + word[n + 2 :]
        if turned in _TYPED or turned in _SHORT_OF_DAYS:
            return turned
    return word
