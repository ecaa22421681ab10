"""Spanish as it is spoken and typed, put as the grammar of windows reads it: "dsp de las 4", "de 5 a 1, perdón, hasta la 1:30"."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.words.es import WEEKDAY_NAME

_NAME = "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
_PAST = {"cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "veinticinco": 25}
_HALF = r"(?: ?[ap]\.?m\b| de la (?:manana|tarde|noche|madrugada))"
_FACE = rf"(?:\d{{1,2}}(?::[0-5]\d)?|{_NAME})\b(?: (?:y|menos) (?:media|cuarto))?"
_HOUR = rf"(?:las? )?{_FACE}{_HALF}?"
_PART = r"(?:manana|tarde|noche)s?"
_ASKS = r"(?:llam|marq|marc|habl|escrib|busq|busc|molest|contact)"
# Between two stretches of work.
_GAP = (
    r"(?:en (?:el |todo el |pleno )?medio|entre ?medi[ao]s?(?: de (?:los dos|ambos))?|entre (?:los dos|ambos|turno y turno|clase y clase|una? y otr[oa]|uno y otro|las dos cosas|una cosa y (?:la )?otra)(?: turnos?| horarios?)?"
    r"|(?:en )?(?:el|ese|mi) (?:hueco|intermedio|inter|interin|receso|rato|ratito|lapso|ratico)(?: (?:de (?:en ?)?medio|que (?:me )?queda|entre (?:los dos|ambos)(?: turnos)?|libre))?)"
)
_SLEEPS = r"(?:(?<=y )a dormir|me (?:acuesto|duermo|recuesto|meto (?:en|a) la cama|voy a (?:la cama|dormir|acostar(?:me)?))|nos (?:acostamos|dormimos)|(?:se )?(?:acuest[ao]|duerm[eo])n? (?:a )?(?:la |el |los |las |mis? )?(?:nin[oa]s?|bebe|peques?|hij[oa]s?|nen[ea]s?))"


def _minutes(match: re.Match[str]) -> str:
    hours = dict(zip(_NAME.split("|"), range(1, 13), strict=True))
    hour, past = hours.get(match["h"]) or int(match["h"]), _PAST.get(match["m"]) or int(match["m"])
    if match["way"] == "menos":
        hour, past = (hour + 10) % 12 + 1, 60 - past
    return f"{match['lead']}{hour}:{past:02d}"


def _neither(match: re.Match[str]) -> str:
    both = re.sub(",? ni ", " y ", match["days"])
    return f"{f'no{match["said"]}' if match['said'] else 'ni'} {both}{'; ' if match['end'] else ''}"


def _that_day(match: re.Match[str]) -> str:
    said, comma, no = match["said"].rpartition(", ")
    return f"{match['day']}{said}{'. ' if comma else ''}{no}{match['day']}"


def _gap(match: re.Match[str]) -> str:
    first, last = (match[side].removeprefix("las ").removeprefix("la ") for side in ("b", "c"))
    return f"{match['told']}; entre las {first} y las {last} "


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        # As it is typed in haste, or as it sounds.
        (r"\b(?:dsp|dps|dsps|dspu?e?s|despue|despuej|despu|dpues|depues?|desps)\b(?= (?:d|de|del|las?|q|que|\d|es[aeo])\b)", "despues"),
        (r"\b(?:lo|los|to los|el|cada) (?P<day>lune|marte|miercole|jueve|vierne)\b", r"los \g<day>s"),
        (r"\b(?:tardesita|tardecilla|tardina|tardecica|tardica)\b", "tarde"),
        (r"\b(?:mananica|mananina|mananiya|mananilla)\b", "manana"),
        (r"\bmadrugadita\b", "madrugada"),
        (r"\b(?:nochesita|nochina|nochecica|nochecilla)\b", "noche"),
        (r"\b(?:eh+m*|em+|mmm+|este(?= (?:como|eh|este|pues|mmm|de)\b)),? ", ""),
        # "¿No pueden llamar después de las 7?": asked, and not refused.
        (
            rf"(?P<start>^|[¿.,;!?\n] ?|\b(?:y|pero|por que) )no (?=(?:me |nos |les? |se |te |os )*(?:pued[ae]|podr|podeis|podais|seria|habria|hay (?:manera|forma|modo)|prefier|quier|quieren|(?:importa|molest)aria)\w*\b(?! no\b)[^.;!?\n]{{0,20}}?(?:{_ASKS}|de que|intent|ser\b)[^.;!\n]{{3,70}}\?)",
            r"\g<start>",
        ),
        # "Estuve en urgencias de 11 a 5", "me tuvieron esperando de 3 a 4": hours that were.
        (
            rf"\b(?:(?:me |nos |l[eo]s? |se )?(?:estuv[eio]\w*|tuv(?:e|o|imos|ieron)(?! que)|fui|fuimos|fueron|anduv\w+|hice|hicieron|sali|perdi|dormi|dejaron|trajeron|hubo|vine|esper(?:amos|aron|aba)|(?:he|hemos|ha|han) \w+(?:ado|ido|to|cho)))\b(?:(?! (?:y|pero|asi|llam\w+|marq\w+|no) )[^,.;!?\d]){{0,50}}? (?:de|desde|entre|a) (?:las? )?{_HOUR}(?: de (?:anoche|ayer))?(?: de la)? ?(?:a|y|hasta|-) (?:las? )?{_HOUR}(?: de (?:ayer|hoy))?",
            " ",
        ),
        # "Llevo desde las 5 en la obra y hasta las 8 no he parado", "ponía que abría a las 9": no hours to be reached.
        (
            rf"\b(?:(?:llevo|llevamos)(?: (?!llam|marc|pid)[a-z]+){{0,4}}? desde (?:las? )?{_HOUR}|(?:desde (?:las? )?{_HOUR},? (?:que )?(?:ando|estoy|estamos|voy|toy)? ?[^,.;!?\d]{{0,40}}? y )?hasta (?:las? )?{_HOUR},? (?:casi |apenas |ya )?no (?:(?:me|nos|lo|les?) )?(?:he|hemos|pude|pudimos|par[eo]|comi|sente|sali|llegue|vendi|dormi|acabe|termine)\b)(?: [a-z]+)?",
            " ",
        ),
        (
            rf"\b(?:(?:ponia|decia|decian|dice|pone|marcaba|anunciaba|indicaba|segun|dijeron|creia|pense|supuestamente|se supone)(?: [a-z]+){{0,4}}? )?(?:abria|cerraba|atendia|funcionaba|servia|empezaba|salia|entraba|pasaba|llegaba|era)n?(?: [a-z]+){{0,2}}? (?:a|desde|hasta|de|sobre|como a) (?:las? )?{_HOUR}(?: (?:a|hasta|y) (?:las? )?{_HOUR})?",
            " ",
        ),
        (rf"\b(?:estuv\w+|esper(?:e|amos|aron)|me quede|nos quedamos|aguante|hice (?:cola|fila))(?: [a-z]+){{0,4}}? (?:hasta|desde) (?:las? )?{_HOUR}", " "),
        (r"\b(?P<then>(?:despues|luego|de ahi|mas tarde)(?: (?:ya|me|yo))*) descans(?:o|amos)\b", r"\g<then> duermo"),
        # "Salgo al mar mañana y no vuelvo hasta el viernes": away from the one to the other.
        (
            rf"\b(?:salgo|me voy|nos vamos|viajo|parto|me embarco|zarpo|zarpamos|embarco|voy)(?: (?!a las)[a-z]+){{0,4}}? (?P<from>hoy|manana(?: (?:{WEEKDAY_NAME}))?|pasado manana|(?:el |este )?(?:{WEEKDAY_NAME})(?: \d{{1,2}})?),? (?:y |pero )?(?:ya )?(?:(?:no |hasta )*(?:vuelvo|regreso|volvemos|regresamos|llego|estoy de vuelta|toco tierra|bajo)(?: a (?:casa|tierra|puerto))?(?: hasta)?) (?P<to>(?:el |este )?(?:{WEEKDAY_NAME})(?: \d{{1,2}})?|(?:el )?\d{{1,2}}(?! de la| ?[ap]m|:))\b",
            lambda match: f"estoy fuera de {match['from']} a{'l' if match['to'][:2] == 'el' else ' el'} {match['to'].removeprefix('el ')}",
        ),
        # "A las 9 ya estoy en la cama": from then on.
        (
            r"\ba las? (?P<h>(?:[7-9]|1[0-2]|siete|ocho|nueve|diez|once|doce)(?: y (?:media|cuarto)|:[0-5]\d)?)(?: de la noche| ?p\.?m\b\.?)? (?:ya |siempre )*(?:estoy|ando|estamos|me tienen) (?:ya |siempre )*(?:en (?:la |mi )?(?:cama|pijama|el quinto sueno|el septimo sueno)|acostad[oa]s?|dormid[oa]s?|durmiendo|roncando|rendid[oa]s?|frit[oa]s?|sopa)",
            r"me acuesto a las \g<h> de la noche",
        ),
        (r"\b(?:de|en la|por la) madrugada,? (?:(?:a|como|tipo|sobre|eso|de|hacia) )+(?P<h>(?:las? )?[1-6](?::[0-5]\d)?)(?! ?(?:a|y|-|hasta|o) ?(?:las? )?\d|[:\d]| de la| ?[ap]m)", lambda match: f"a las {match['h'].removeprefix('las ').removeprefix('la ')} de la madrugada"),
        # "De número privado no, y menos después de las 9": nor then.
        (r"(?:,? y (?:mucho |muchisimo )?|,? much(?:o|isimo) )menos (?:aun |todavia )?(?=(?:despues|antes|a las?|de noche|por la|en la|los|el|en (?:domingo|sabado|fin)|si (?:es|son)|de \d)\b)", ", ni "),
        # "A mi mamá no la molesten": she is another.
        (
            rf"\ba (?:mi|mis|la|el|los|las|su) (?!celular|cel\b|movil|telefono|numero|casa|fijo|correo)[a-z]+,? (?:ya |por favor )*no (?:me )?(?:la|lo|le|las|los|les) (?:anden |esten )?(?:{_ASKS}\w+|llam\w+|fastid\w+|jod\w+|meta\w*)(?: mas| para nada| a ella| a el)?(?=[,.;!?]| y | pero |$)",
            "",
        ),
        # "De mañana duermo": in the mornings.
        (
            r"(?:(?<=^)|(?<=[,.;!?] )|(?<=\by )|(?<=\bque )|(?<=\bpero )|(?<=\bporque )|(?<=trabajo )|(?<=trabajando )|(?<=\bni )|(?<=\bo )|(?<=solo )|(?<=mejor )|(?<=turno ))de manana(?=[,.;!?]|$| (?:yo |siempre |ya )*(?:duermo|trabajo|estoy|ando|estudio|no|si|tengo|voy|llevo|curro|mejor|puedo|y|o|ni|hasta las|de \d|tampoco|me)\b)",
            "por la manana",
        ),
        # "Entonces llámeme el lunes": so.
        (
            rf"[,.;] (?:y )?entonces (?=(?:mejor |pues |que |si |por favor )*(?:no )?(?:me |nos )?(?:pued\w+ )?{_ASKS}\w+[^.;!?]{{0,40}}?(?:\d|\b(?:{WEEKDAY_NAME}|manana|tarde|noche|semana|mediodia)s?\b))",
            "; asi que ",
        ),
        # "Tomo la pastilla a las 10 y me quedo frito": in the evening.
        (
            r"\b(?P<at>a las? (?:[89]|1[0-2]|ocho|nueve|diez|once|doce))(?! ?[ap]\.?m\b| de la|[:\d]| y media| y cuarto)(?=,? y (?:ya )?(?:me quedo (?:frit|dormid|roque|sopa|ko)|caigo (?:rendid|muert|redond)|me duermo|me acuesto|a dormir))",
            r"\g<at> de la noche",
        ),
        # "A las 5, que a las 4 recojo a la niña": why.
        (
            rf",? (?:que|porque|es que|pues|ya que) (?:yo )?a las? {_HOUR} (?:(?:me|les?|nos) )?(?!puedo|contesto|respondo|hablo|atiendo|libro|descanso|salgo|llego|vuelvo|regreso|termino|acabo|paro|quedo|tengo (?:libre|tiempo|rato|un)|prefiero|estoy (?:libre|en casa)|como\b)(?:[a-z]{{3,}}o|voy|estoy|soy)\b[^,.;!?\d]*(?=[,.;!?]|$)",
            "",
        ),
        # "Mañana a las 11, uy no, que tengo médico, a la 1".
        (
            rf"\b(?:a las? {_FACE}{_HALF}?)[,.; ]+(?:ay|uy|ah|huy|ups|ostras|espera\w*),? no,? (?:que|porque|ya que|ahi|a esa hora|no puedo) [^,.;\d]{{2,60}}[,.;]+ (?:mejor |entonces |pues |asi que )*(?=(?:a|sobre|como a|tipo) las? )",
            "",
        ),
        # "Ni sábados ni domingos, y entre semana nunca antes de las 9": both, and something else.
        (
            rf"\bni (?P<days>(?:(?:el|los) )?(?:{WEEKDAY_NAME})s?(?:,? ni (?:(?:el|los) )?(?:{WEEKDAY_NAME})s?)+)(?P<said> (?:(?:me|nos|les?|os|te) )?(?:estoy(?: (?:para|de humor para) [a-z]+)?|puedo|podemos|contesto|atiendo|respondo|{_ASKS}\w+)(?: (?:hablar|contestar|atender|responder))?)?(?P<end>,? (?:y|pero) (?=(?:el |los |entre |las |l[oa]s )?(?:{WEEKDAY_NAME}|semana|demas|otr[oa]s|resto))|(?=\W|$))",
            _neither,
        ),
        # "No me llamen a la casa, al celular después de las 6": where, and not when.
        (
            rf"\b(?:no|nunca|ya no) (?:me |nos )?{_ASKS}\w+ (?:a|en|al) (?:(?:la|mi|el|ese|este|esa|l[oa]s?) )?(?:casa|fijo|numero|tel\w*|trabajo|oficina|chamba|curro)(?: de (?:la )?(?:casa|mi \w+|antes|oficina|fijo))?,? (?:mejor |sino |solo |si |pero )*(?=(?:al?|por) (?:mi |el |este )?(?:cel\w*|movil|whats\w*))",
            "llamenme ",
        ),
        (r"\b(?:a|en) ?(?:la |l )?(?:casa|fijo|telefono fijo|trabajo|oficina|chamba) (?:ya )?no(?: me (?:llam|marqu)\w+)?,? (?:mejor |sino |solo |si |pero |y )*(?=(?:al?|por) (?:mi |el |este )?(?:cel\w*|movil|whats\w*))", "llamenme "),
        # "Mañana no. Pasado a las 8": the day after.
        (
            r"\b(?P<day>manana\b[^.;!?\d]{0,30}[.;!?,] ?(?:y )?)pasado(?= (?:a las?|de \d|por la|en la|no|si|ya|tengo|despues|antes|tampoco|trabajo|estoy|libro)\b|[,.;!?])",
            r"\g<day>pasado manana",
        ),
        (r"\bmanana (?P<and>y|o|ni) pasado\b(?! (?:manana|mes|ano|de las?)\b)", r"manana \g<and> pasado manana"),
        # "Lo que queda de semana", "esta semana por la tarde, la que entra por la mañana".
        (r"\b(?:lo que (?:me )?(?:queda|resta|falta)|el resto que queda) de (?:la |esta )?semana\b", "esta semana"),
        (r"(?P<said>\bsemana\b[^.;!?]{2,90}(?:[,;.]|[,;.]? (?:y|pero)) )(?:en |para )?la (?=(?:que (?:viene|entra|sigue)|proxima|siguiente)\b(?! (?:semana|vez)))", r"\g<said>la semana "),
        (r"(?:^|(?<=\n)|(?<=[.;!?] ))(?:(?:solo|nomas|nada mas|por|solamente) )+esta semana(?: nada mas| nomas| solo)?(?=[:,]? )", "esta semana"),
        (r"\besta semana (?=que (?:entra|viene|sigue)\b)", "la semana "),
        # "Llámenme el domingo a las 8 (es broma)": taken back as a whole.
        (
            r"(?:^|(?<=[.!?;] ))[^.!?;]{4,100}(?:\(|[,.;] ?)(?:(?:na|no|ja\w*|que),? )?(?:es|era|fue) (?:una? |de )?(?:broma|bromita|chiste|guasa|mentira|joda)\b\W*",
            "",
        ),
        # "De 5am a 1... a 1:30pm", "de 5 a 1, perdón, hasta la 1 y media": another end.
        (rf"\b(?P<from>(?:de|desde|entre) (?:\d{{1,2}}(?::\d\d)? ?[ap]m|{_HOUR})) (?:a|hasta) {_HOUR} ?(?:\.{{2,}}|…|--?) ?(?:no,? |digo,? |perdon,? |bueno,? )*(?:a|hasta) (?P<to>{_HOUR})", r"\g<from> a \g<to>"),
        (
            rf"\b(?P<from>(?:de|desde|entre) {_HOUR}) (?:a|hasta|y) {_HOUR}(?P<said>\b[^.;!?\d]{{0,70}}?)(?:[,.;(] ?(?:ay |uy |ah |y |bueno,? )*(?:no,|bueno|perdon\w*|disculp\w+|digo|miento|mentira|mejor dicho|mas bien|en realidad|espera\w*|corrijo|que digo)|,? (?:perdon|digo|mejor dicho|miento|en realidad))(?:[, ]+(?:no|ya|es|como|mas bien|en realidad|perdon|mejor))*,? hasta (?P<to>{_HOUR})",
            r"\g<from> a \g<to>\g<said>",
        ),
        # "A las 4, no espera, a las 4 tengo clienta, a las 5": why, and what instead.
        (
            rf"\b(?P<at>a las? {_FACE})[,.;]* (?:ay |uy |ah |o )*(?:no|esper\w+|perdon|uy)(?:,? (?:no|esper\w+|perdon|que|porque|si|ya))*,? (?P=at) (?!mejor|si|esta|por favor|porfa)[a-z][^,.;]{{2,70}}[,.;]+ (?:mejor |entonces |pues |asi que )*(?=(?:a|sobre|como a|tipo) )",
            "",
        ),
        # "Turno partido 6 a 10 y 3 a 7, en medio puedo hablar": from 10 to 3.
        (
            rf"(?P<told>(?:{_HOUR}) ?(?:a|hasta|-) ?(?P<b>{_HOUR}),? (?:y |luego |despues |otra vez |de nuevo )*(?:de )?(?P<c>{_HOUR}) ?(?:a|hasta|-) ?{_HOUR}[^!?\d]{{0,80}}?)\b{_GAP}(?! de (?:las? )?\d)(?![^.;]{{0,25}}\d)",
            _gap,
        ),
        (
            rf"(?P<told>(?:{_HOUR}) ?(?:a|hasta|-) ?(?P<b>{_HOUR})[^!?\d]{{3,90}}? a (?P<c>las? {_FACE})[^!?\d]{{3,60}}?)\b(?:en (?:el )?medio|entre ?medi[ao]s?|entre (?:una cosa y (?:la )?otra|las dos cosas|uno y otro))(?![^.;]{{0,25}}\d)",
            _gap,
        ),
        # "Y el lunes hasta después de las 6", "hasta el jueves ya platicamos": not before.
        (
            rf"(?P<lead>(?:^|[.,;!?] ?|\b(?:y|pero|mejor) )(?:(?:el |los |este |ya )?(?:{WEEKDAY_NAME})s? |hoy |manana )?)(?:ya |es |seria |puedo |sera )*hasta (?:ya )?(?=despues de|pasad[ao]s?)",
            r"\g<lead>mejor ",
        ),
        (
            rf"(?:^|(?<=[.,;!?] )|(?<=\by )|(?<=\bpero ))(?:ya )?hasta (?P<day>(?:el |este )?(?:{WEEKDAY_NAME})|pasado manana|manana),? (?=(?:ya|entonces) (?:platic|habl|nos|me|puedo|podemos|contest|le|estoy|si)|(?:platicamos|hablamos|charlamos|conversamos|nos hablamos)\b)",
            r"mejor \g<day> ",
        ),
        # "En la mañana no, en la tarde".
        (
            rf"\b(?P<no>(?:en|por|a) las? {_PART} no),? (?:pero |mejor |si )*(?P<yes>(?:en|por|a) las? {_PART})(?= ?(?:[.,;!?]|$))",
            r"\g<no>, mejor \g<yes>",
        ),
        # One goes to bed in the evening.
        (
            rf"\b(?P<bed>{_SLEEPS}(?: [a-z]+){{0,3}}? (?:a|como a|sobre|tipo) las? )(?P<h>(?:[7-9]|1[0-2]|siete|ocho|nueve|diez|once|doce)\b(?::[0-5]\d)?(?: y (?:media|cuarto))?)(?! ?[ap]\.?m\b| de la| menos| y )(?![:\d])",
            r"\g<bed>\g<h> de la noche",
        ),
        # "Por la tarde mejor, sobre las 7", "de noche, como a las 9".
        (
            rf"\b(?:(?:en|por|a) la|de) (?P<half>manana|tarde|noche),?(?: (?:mejor|bien|si|porfa|por favor|mas bien|pero|ya|perfecto))*,? (?:(?:(?:en|cuando|despues de|al) [a-z ]{{3,40}}, )?a (?=las)|(?:(?:como|tipo|sobre|ya|a eso de|hacia|digamos|por ahi de|mas o menos|tirando a) )+(?:a )?)(?P<hour>(?:las? )?{_FACE})(?! ?(?:a|-|y|hasta|o) (?:las? )?\d)(?!{_HALF})(?! ?(?:pesos|euros|dolares|minutos|dias|horas))",
            lambda match: f"a las {match['hour'].removeprefix('las ').removeprefix('la ')} de la {match['half']}",
        ),
        # "A las 9 y 15", "a las tres y veinte".
        (
            rf"\b(?P<lead>(?:a|hasta|desde|de|sobre|como a) las? )(?P<h>\d{{1,2}}|{_NAME}) (?P<way>y|menos) (?P<m>{'|'.join(_PAST)}|05|[1-5][05])\b(?! ?(?:de la|[ap]\.?m|a las|horas|:))",
            _minutes,
        ),
        # "De 12 a 5 ... a esas horas de la madrugada".
        (
            r"\b(?:de|entre) (?:las )?(?:12|doce) (?:a|y) (?:las )?(?P<last>[1-6])(?= [^.!?]{0,120}\bmadrugada)(?! de la)",
            r"de 00:00 a \g<last>:00 am",
        ),
        (
            r"\b(?:de|en la|por la) madrugada[,.;:]? (?:o sea |digamos )?(?:de|entre) (?P<a>[1-6]) (?:a|y) (?P<b>[1-6])(?! de la)(?![:\d])",
            r"de \g<a>:00 am a \g<b>:00 am",
        ),
        # "Me lo quito a las 8 y no oigo hasta que me lo pongo a las 6": from the one to the other.
        (
            rf"\ba las? (?P<a>{_FACE})(?P<half>{_HALF})?,? (?:y )?(?:ya )?no (?:oigo|contesto|atiendo|veo|respondo|(?:lo |los |la )?(?:prendo|enciendo|veo|miro|toco|pongo))(?: nada| el [a-z]+)? hasta (?:que [^.;\d]{{0,45}}? a |a )?(?P<b>las? {_FACE}{_HALF}?)",
            lambda match: f"estoy ocupado de {match['a']}{match['half'] or ' de la noche'} a {match['b'].removeprefix('las ').removeprefix('la ')}",
        ),
        # "Ahí estoy en el depósito sin hacer nada": free.
        (
            r"\b(?:estoy|ando|me quedo|sigo) (?:ahi |aqui )?(?:en|por|con) (?:el |la |los |mi )?[a-z]+(?: (?!y\b|pero\b|ni\b)[a-z]+){0,3}? (?=sin (?:hacer|nada)|sol[oa](?=[.,;!]|$| y\b)|aburrid|libre|tranquil|de brazos|mano sobre)",
            "estoy ",
        ),
        (
            r"\b(?P<told>(?:tengo|llevo|traigo|dejo) (?:a )?(?:la |el |mi |los |las |mis )[a-z]+ (?:en|a|al) [a-z]+) (?P<hours>(?:de|desde) [^,.;!?]{3,30}?) y (?:yo |ahi |ya |me quedo |estoy )+(?=sentad|esper|libre|sin |aburrid|sol[oa]\b)",
            r"\g<hours> estoy ",
        ),
        # "El viernes libro, ese día": on it.
        (
            rf"\b(?P<off>(?:{WEEKDAY_NAME})s? (?:ya )?(?:libro|descanso|estoy libre|no trabajo|es mi (?:dia libre|descanso))) ?[.,;:] ?ese dia(?: si)?(?P<end>[.,;!?]|$)",
            r"\g<off>, llamame ese dia\g<end>",
        ),
        # "No me llames de lunes a sábado, y el domingo cuando quieras": another matter.
        (
            rf"(?:[,;.]|,? (?:y|pero)) (?:y |pero |ya )?(?P<day>(?:el|los) (?:{WEEKDAY_NAME})s?(?: y (?:el |los )?(?:{WEEKDAY_NAME})s?)?),? (?:si |ya )?(?P<any>a la hora que|cuando (?:usted |tu |le |te |les |os )*(?:quier|gust|pued|apetez|de)|(?:a )?cualquier hora|todo el dia si)",
            r"; \g<day> mejor \g<any>",
        ),
        # "Turno partido, y en medio, de 11 a 2": other hours.
        (rf",? (?:y |pero )?{_GAP},? (?=(?:de|entre) (?:las? )?(?:\d|{_NAME}))", "; "),
        # "Los domingos voy a misa a las 11. No me llamen ese día": the whole day.
        (
            rf"\b(?P<day>(?P<two>los (?:{WEEKDAY_NAME})s? y (?:los )?(?:{WEEKDAY_NAME})s?|(?:l[ou]|ma|ju|vi) y (?:ma|mi|ju|vi|sa|do))|los (?:{WEEKDAY_NAME})s?)(?P<said> (?=[^!?]{{0,80}}?(?:\d|{_NAME}))(?:(?!\b(?:{WEEKDAY_NAME}|fin(?:es)? de|findes?)\b)[^!?]){{3,90}}?(?:\b(?:no|ni|nada|dej\w+)\b[^.;,!?]{{1,50}}? )?)(?(two)esos dias|ese dia)(?= (?:no|ni|nada|tampoco|imposible)\b|[.,;!?]|$)",
            _that_day,
        ),
        # "El martes a las 4. Ah no, el martes tengo dentista, mejor el miércoles a esa hora".
        (
            rf"\b(?P<day>(?:el |este )?(?:{WEEKDAY_NAME}))(?P<at>[^.;!?]{{0,40}}?)[.,;] (?:(?:ay|uy|ah|o|no|esper\w+|perdon),? )*no,? (?:esper\w+,? |perdon,? )?(?:que )?(?P=day) (?:no\b|tengo|estoy|voy|trabajo|me toca|es|hay)[^.;]{{0,50}}?,? (?:mejor|entonces|que sea) (?P<other>(?:el |este )?(?:{WEEKDAY_NAME}))(?: a (?:esa|la misma) hora)?",
            r"\g<other>\g<at>",
        ),
        (r"\b(?P<no>esta semana no)[,.;]? (?:pero |mejor |sino )*la (?:semana )?(?:que (?:viene|entra)|proxima|siguiente|otra)\b", r"\g<no>; la semana que viene"),
        # "Cuando quieran menos cuando como, que es a las 12".
        (
            rf"\b(?P<but>menos|excepto|salvo|quitando) (?:cuando|mientras|si|el rato que|a la hora (?:de|que)) [^.;\d]{{3,60}}?,? ?(?:(?:que |y? ?eso |o sea |osea )(?:es|son|sera)? ?)?(?:como |mas o menos |tipo )*(?=(?:a las?|de|entre|desde) (?:las? )?(?:\d|{_NAME}))",
            r"\g<but> ",
        ),
        # "Hoy no, tengo turno a las 2, mañana a las 6": another day, another matter.
        (
            rf"\b(?P<no>(?:hoy|(?:el |este )?(?:{WEEKDAY_NAME})) (?:ya )?no\b[^.;!?]{{3,90}}?), (?=(?:mejor )?(?:manana|pasado manana|(?:el |este )(?:{WEEKDAY_NAME}))(?:,? (?:ya |mejor |como |si ))? ?(?:a las?|por la|en la|despues|a partir|de \d|entre|si\b))",
            r"\g<no>; ",
        ),
        # "Mañana no, tengo estudios a las 8": why.
        (
            rf"\b(?P<no>(?:hoy|manana|(?:el |este |los )?(?:{WEEKDAY_NAME})s?) (?:ya )?no)(?:,| (?=que |porque )|,? (?:mij[ao]|senor\w*|amig[oa]|jef[ea]|oiga|mi (?:amor|vida|nin[ao])|rein[ao]|herman[oa]|joven|carin\w+|puedo|porfa|por favor),?) ?(?:que |porque )?(?=(?:tengo|voy|me toca|estoy|hay|es|llevo|ando|trabajo|salgo) )(?!estoy (?:en casa|libre))",
            r"\g<no>. ",
        ),
        # "Llámame después de las 8 o no me llames".
        (
            rf",? (?:y )?(?:o si no|si no|o),? (?:mejor |ya )*(?:no (?:me |nos )?{_ASKS}\w+|olvid\w+|nada|ni modo|nunca|ni {_ASKS}\w+)(?=\W*$)",
            "",
        ),
        (r"\b(?:lo demas|el resto),? (?:todo )?(?:va|bien|ok|vale|perfecto|sin problema|libre|si|adelante|cuando (?:quier\w+|gust\w+|pued\w+))\b", "los demas dias cualquier hora bien"),
    )
)  # fmt: skip


def spoken(text: str) -> str:
    """Folded `text` with these said plainly. Its length may change."""
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text
