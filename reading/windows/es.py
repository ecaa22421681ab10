"""How Spanish says when to be reached (text without accents)."""

from __future__ import annotations

import re

from reading.windows.hours import (
    ALL_DAYS,
    DAY_END,
    Grammar,
    Hours,
    Weekdays,
    after,
    before,
    between,
    free_from,
    minutes,
    part_of_day,
    span,
)
from reading.words.es import WEEKDAY_NAME, weekday_number

_HOURS = dict(
    zip("una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), range(1, 13), strict=True)
)
_HOUR = r"(?:\d\d?(?=[0-5]\d\b)|\d\d?(?!\d)|" + "|".join(_HOURS) + r"|mediodia|medio dia)"
_TIME = (
    rf"(?:las? |l@s )?(?P<h{{0}}>{_HOUR})(?:\b|(?=[ap]\.?m\b|hrs?\b|h\b|\d\d\b))(?:(?::|\.)?(?P<m{{0}}>[0-5]\d)(?!\d)| y"
    rf" (?P<y{{0}}>media|cuarto))?(?: ?(?:hrs|horas|h)\b)?(?: ?(?P<p{{0}}>[ap])\.? ?m\b\.?|"
    rf" de la (?P<q{{0}}>manana|tarde|noche))?"
)
# "Después del mediodía" is an hour, "después del 8" a day.
_OF = r"(?:de|del(?! (?:dia )?\d))"
_ONE, _TWO = _TIME.format(1), _TIME.format(2)
_HALF = {"a": "am", "p": "pm", "manana": "am", "tarde": "pm", "noche": "pm"}


def _said(match: re.Match[str], which: int) -> tuple[str, str | None, str | None]:
    hour = match[f"h{which}"]
    if hour.startswith("medio"):
        return "12", None, "pm"
    if hour == "12" and match[f"q{which}"] == "noche":
        return "24", None, None
    if hour == "12" and match[f"q{which}"] == "manana":
        return "12", match[f"m{which}"], "pm"
    quarter = {"media": "30", "cuarto": "15", None: None}[match[f"y{which}"]]
    half = match[f"p{which}"] or match[f"q{which}"]
    return (
        (hour if hour.isdigit() else str(_HOURS[hour])),
        match[f"m{which}"] or quarter,
        _HALF[half] if half else None,
    )


def _after(match: re.Match[str], unwanted: bool) -> Hours | None:
    return between(after(*_said(match, 1), unwanted=unwanted), DAY_END)


def _before(match: re.Match[str], unwanted: bool) -> Hours | None:
    return between(0, before(*_said(match, 1)))


def _until(match: re.Match[str], unwanted: bool) -> Hours | None:
    return free_from(after(*_said(match, 1), unwanted=False))


def _span(match: re.Match[str], unwanted: bool) -> Hours | None:
    hour, minute, half = _said(match, 1)
    if half is None and match["h2"] == "12" and match["q2"] == "noche" and 1 <= int(hour) < 12:
        half = "pm"  # "De 8 a 12 de la noche".
    last = _said(match, 2)
    if half is None and match["q2"] == "manana" and int(last[0]) <= 3 and 6 <= int(hour) < 12:
        half, last = "am", (last[0], last[1], "pm")  # "Por la mañana, de nueve a una".
    return span((hour, minute, half), last)


def _night_span(match: re.Match[str], unwanted: bool) -> Hours | None:
    """ "De noche, de 10 a 6": from ten in the evening."""
    hour, minute, half = _said(match, 1)
    return span((hour, minute, half or ("pm" if 6 <= int(hour) < 12 else None)), _said(match, 2))


def _at(match: re.Match[str], unwanted: bool) -> Hours | None:
    if _A_SUM.search(match[0]):
        return None
    start = after(*_said(match, 1), unwanted=False)
    return between(start, min(start + 60, DAY_END)) if start is not None else None


# "Alcanzo a 400": no hour is said so short.
_A_SUM = re.compile(r"(?<!las) \d{3,4}$", re.ASCII)


def _days_span(match: re.Match[str]) -> Weekdays:
    first, last = weekday_number(match["first"]), weekday_number(match["last"])
    return Weekdays(tuple(sorted({day % 7 for day in range(first, last + 1 if last >= first else last + 8)})))


GRAMMAR = Grammar(
    hours=(
        (
            re.compile(
                rf"\b(?:de noche|(?:por|en) la noche|turno (?:de (?:la )?noche|nocturno)),? (?:es )?(?:de |entre )?{_ONE} ?(?:-|a|hasta|y) ?{_TWO}",
                re.ASCII,
            ),
            _night_span,
        ),
        (
            re.compile(
                rf"(?<![\d/.-])(?<!dias )(?<!\blos )\b(?:entre |de |desde )?(?:el )?{_ONE} ?(?:-|al?|hasta(?: el)?|y(?: el)?) ?{_TWO}(?![\d/%-]|"
                rf" (?:pesos|dias|semanas|de (?!(?:lun|marte|mie|jue|vie|sab|dom|l)[a-z]* (?:a|y|-)|los\b|las?\b|cada|todos)[a-z]+))",
                re.ASCII,
            ),
            _span,
        ),
        (
            re.compile(
                rf"\b(?:trabajo|trabajando|ocupad[oa]|en clases?|duermo|dormid[oa]|en (?:el|la) (?:trabajo|curro|jale|oficina|escuela|turno|obra|tienda|fabrica|taller)|en la"
                rf" chamba|salgo|me desocupo|llego a (?:la |mi )?casa|no (?:puedo|estoy))[a-z ]{{0,20}}?"
                rf" (?:hasta|a|despues de|como a) {_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(
                rf"\b(?:despues {_OF}|luego {_OF}|a partir {_OF}|(?:pasad[oa]s?|pasando)(?: {_OF}| el)?|desde(?: el(?! (?:dia )?\d))?|mas tarde {_OF}) {_ONE}",
                re.ASCII,
            ),
            _after,
        ),
        (
            re.compile(
                rf"\bhasta {_ONE} (?:no|ni) (?:llego|salgo|me desocupo|vuelvo|regreso)\b",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(rf"\b(?:antes {_OF}|hasta(?: el(?! (?:dia )?\d))?|previo al?) {_ONE}", re.ASCII),
            _before,
        ),
        (
            re.compile(
                rf"\b(?:me (?:duermo|acuesto)|me voy a (?:dormir|acostar)|duermo) (?:a|como a|desde|sobre) {_ONE}",
                re.ASCII,
            ),
            lambda m, u: between(after(*_said(m, 1), unwanted=True), DAY_END),
        ),
        (
            re.compile(
                rf"\b(?:me (?:levanto|despierto)|duerm(?:o|e|en) hasta) (?:a |como a |sobre )?{_ONE}",
                re.ASCII,
            ),
            lambda m, u: between(0, minutes(*_said(m, 1))),
        ),
        (
            re.compile(
                rf"\b(?:a|desde) {_ONE},? (?:ya )?(?:estoy|ando|me quedo) (?:bien )?(?:dormid|acostad)[oa]",
                re.ASCII,
            ),
            lambda m, u: between(after(*_said(m, 1), unwanted=True), DAY_END),
        ),
        (re.compile(rf"\b(?:a|como a|sobre|tipo|como|hacia) {_ONE}", re.ASCII), _at),
        (re.compile(r"\b(?:la )?(?:hora de la )?siesta\b", re.ASCII), part_of_day(14, 16)),
        (
            re.compile(r"\b(?:de|en la|por la) madrugada\b", re.ASCII),
            lambda m, u: Hours(0, 360) if u else None,
        ),
        (
            re.compile(
                r"\b(?:por|en|de|solo|las|temprano)? ?(?:la |las )?manana(?:s|\b)(?<!pasado manana)(?!"
                r" (?:por(?! fa)|en|a las|despues|antes|voy|pago|les|te))",
                re.ASCII,
            ),
            lambda m, u: Hours(540, 720) if re.search(r"la|las|temprano", m[0]) else None,
        ),
        (
            re.compile(
                r"\b(?:al |a )?(?:medio ?dia|(?<!despues )(?:la )?(?:hora )?de (?:la comida|comer|comida|almuerzo|almorzar))\b",
                re.ASCII,
            ),
            part_of_day(12, 13),
        ),
        (
            re.compile(r"\b(?:por|en|de|solo)? ?(?:la |las )tardes?\b|\bdespues de comer\b", re.ASCII),
            part_of_day(12, 18),
        ),
        (
            re.compile(
                r"\bde noche\b|\b(?:por|en|de|solo)? ?(?:la |las )noches?\b|\bdespues del? (?:trabajo"
                r"|trabajar|la"
                r" (?:chamba|escuela|cena)|salir|curro|jale|turno|cenar)\b",
                re.ASCII,
            ),
            part_of_day(18, 21),
        ),
        (
            re.compile(
                r"\b(?:en )?(?:horario|horas|hora) (?:de (?:trabajo|oficina)|laboral(?:es)?|habiles)\b"
                r"|\b(?:en|al) (?:el )?trabajo\b|\bmientras trabajo\b|\bdurante el dia\b",
                re.ASCII,
            ),
            part_of_day(9, 17),
        ),
    ),
    weekdays=(
        (
            re.compile(
                rf"\b(?P<first>{WEEKDAY_NAME}) ?(?:-|a|al|hasta(?: el)?) ?(?P<last>{WEEKDAY_NAME})\b",
                re.ASCII,
            ),
            _days_span,
        ),
        (re.compile(r"\bl ?(?:-|a) ?v\b", re.ASCII), lambda m: Weekdays((0, 1, 2, 3, 4))),
        (
            re.compile(r"\b(?:entre semana|dias (?:habiles|laborables|laborales|de semana))\b", re.ASCII),
            lambda m: Weekdays((0, 1, 2, 3, 4)),
        ),
        (re.compile(r"\b(?:fin(?:es)? de semana|findes?|weekends?)\b", re.ASCII), lambda m: Weekdays((5, 6))),
        (
            re.compile(
                r"\b(?:(?:todos los dias|cualquier dia)(?! (?:de )?(?:\x1f|entre semana|habil|laborable|laboral|de lunes|de semana))|diario|a diario)\b",
                re.ASCII,
            ),
            lambda m: Weekdays(ALL_DAYS),
        ),
        (
            re.compile(r"\bmar(?=[ ,]*(?:[yea/-] ?)?(?:lun|mie|jue|vie|sab|dom)\b)", re.ASCII),
            lambda m: Weekdays((1,)),
        ),
        (
            re.compile(rf"\b(?P<day>{WEEKDAY_NAME})s?\b", re.ASCII),
            lambda m: Weekdays((weekday_number(m["day"]),)),
        ),
    ),
    topic=re.compile(
        r"\b(?:(?<!me dejan )(?<!me deja )(?<!me dejais )(?<!quedo )(?<!quedamos )(?<!quedar )en paz|deje?n?me (?:en paz|dormir|descansar|tranquil\w*|ya)|dejame (?:en paz|dormir|descansar|tranquil\w*|ya)|saber (?:nada )?de|saber nada|buzz|timbr\w+|llam\w+|marc(?:ar|a|an|en|ame|arme|enme|ue|uen|ueme)|marquen\w*|marqueme"
        r"|escrib\w+|mensaj\w+|contact\w+"
        r"|comuni\w+|habl\w+|horario|disponible|libre|ocupad[oa]|localiz\w+|encuentran?|me (?:pill|agarr|pesc|hall|coge)[a-z]+|busqu\w+|buscar\w*|textee?\w*|localic\w+|encontrar\w*|marqu\w+|molest\w+"
        r"|mande(?:n)?me|mandenme|(?:mand|envi)(?:en|e|es|ar|ando)(?:me)? (?:nada|mas|mensajes?|avisos?|cosas|recordatorios?)|nada (?:de|entre|antes|despues)|recordatorios?|notific\w+"
        r"|contest\w+|platic\w+|telefone\w+|charlar\w*|conversar\w*|atender|(?:apago|apagado|en silencio|desconecto|silencio) el (?:cel\w*|telefono|movil|tel)|(?:cel\w*|telefono|movil|tel) (?:apagado|en silencio)|nunca (?:en|los?|las?|por)|me (?:duermo|acuesto|levanto|despierto)|whats\w*)\b",
        re.ASCII,
    ),
    loosely=re.compile(
        r"\b(?:trabajo|trabajando|prefiero|mejor|me queda|salgo|duermo|en (?:la |mi )?casa|desocupad[oa]|me desocupo|llego|(?:un|algun|tengo) (?:rato|ratito|tiempo|chance|hueco|descanso|break)|solo|solamente|nomas|chamba)\b",
        re.ASCII,
    ),
    payment=re.compile(
        r"\b(?:bizum|spei|ingres(?:o|are|amos)|(?:les|le|te|os) (?:paso|pasare|meto|metere|hago el|hago un)|pag(?:o|ar|are|amos|an|uen)|cobr(?:o|amos)|doy(?! (?:clases?|consultas?|cursos?|terapias?|misa|servicio|mantenimiento|de comer|tutorias?|catequesis|una vuelta|el pecho))|darles?|darle|mand(?:o|are)|deposit\w+|abon\w+|transfier\w+|liquid\w+|(?:puedo|podria|voy a|quiero|alcanzo a) (?:dar|mandar|juntar|completar|conseguir|poner)(?:les?|te|os)?|dar(?:les?|te|os)?(?= \$?\d)|aviento|suelto)\b|\$|€|\b(?:s/\.?|q\.?) ?\d|\b(?:pesos|euros|dolares|varos|lucas|soles|quetzales|pavos|colones)\b|\b\d[\d.,]* ?(?:lucas?|luquitas|mil|pesos|euros?|pavos|dolares|soles|quetzales|varos|palos?|millon(?:es)?|(?:a la|por|cada) (?:semana|quincena)|al mes|por mes|(?:seman|mensu|quincen)al(?:es)?)\b",
        re.ASCII,
    ),
    unwanted=re.compile(
        r"\b(?:no|nadie|nunca|ni|deja(?:d|r|ndo)? de|deje de|dejen ya de|doy (?:clases?|consultas?|cursos?|terapias?|misa|tutorias?|catequesis|el pecho|de comer)|jamas|dejen de|en paz|dejenme (?:dormir|descansar|en paz)|dejame (?:dormir|descansar|en paz)|nada(?! mas)|eviten?|excepto|menos|salvo|ocupad[oa]|(?<!del )(?<!el )(?<!de )(?<!al )(?<!mi )trabajo"
        r"|trabajando|estoy en el trabajo|en clase|duerm(?:o|e|en)|dormid[oa]|me (?:acuesto|levanto|despierto)|me voy a dormir|(?:estoy|ando) (?:en (?:una? |la |el |mi |mis |plena )?(?:escuela|clases?|junta|juntas|reunion|misa|culto|iglesia|terapia|dialisis|hospital|cita|curso|turno|jale|chamba|curro|oficina|obra|reparto|gimnasio|universidad|uni|cole|colegio|milpa|campo|siembra|cosecha|parcela|rancho|mina|mercado|puesto|tianguis|negocio|local|taller|bodega|almacen|nave|planta|fabrica|ruta|carretera|camion|taxi|moto|bici|cocina|caja|salon|consulta|quirofano|guardia|clinica|dentista|juzgado|migracion|banco|rehabilitacion|quimio|examen(?:es)?|entrevistas?|ensayo)|con (?:clientes|los ninos|mis hijos)|[a-z]+[ei]?[ae]ndo|de turno)|mi horario(?: de trabajo| laboral)? es(?! (?:libre|flexible))|tengo (?:mi |mis |una? |unas )?(?:clases?|juntas?|turno|terapia|dialisis|misa|ensayo|guardia|reunion|rehabilitacion|rehab|citas?|consultas?|curso|cursos|entrenamiento|examen(?:es)?|catequesis|fisio|dentista|entrevistas?|practicas?|clientes?|gente|pedidos|entregas|reparto|llamadas|mucho trabajo|que (?:trabajar|cuidar|atender|recoger|estudiar|entregar|cocinar|dormir)|escuela|capacitacion|audiencia|quimio|culto|servicio|gimnasio|partido)\b|apago|apagad[oa]|curro|chambeo|laboro|atiendo(?! (?:[a-z]+ )?(?:llamad\w*|telefono|tel|cel\w*|movil|mensajes?|whats\w*))|vendo|cuido|manejo|(?:contesta|responde|agarra|trae|tiene)n? (?:(?:el|mi|las?) (?:telefono|tel|cel\w*|movil|llamadas?) )?mi (?:papa|mama|padre|madre|espos[oa]|marido|mujer|hij[oa]|herman[oa]|suegr[oa]|novi[oa]|jef[ea]|patron)|tampoco|(?:queda|quedan|viene|vienen|van|va) (?:muy )?mal|imposible)\b",
        re.ASCII,
    ),
    splits=re.compile(
        r"(?<=\w) (?=(?:nomas|nada mas|solo|eso si),? (?:que )?no (?:antes|despues)\b)|,? ?\bya que (?=(?:se |los |las |mis |el |la )*(?:[a-z]+ )?(?:duerm|acuest|nin|hij|beb))|(?<=\w) (?=(?:estoy|ando|trabajo|trabajando) (?:[a-z]+ ){0,5}todo el dia\b)|(?<=entre semana),? y (?=(?:el |los )?(?:fin|sabado|domingo))|(?<=\w) (?=(?:los|todos los) (?:demas|otros) dias\b)|(?:(?<=a viernes)|(?<=a jueves)|(?<=a sabado)|(?<=entre semana)),? (?=(?:y |pero )?(?:(?:el|los) )?(?:sabados?|domingos?|fin(?:es)? de semana)(?: y (?:los )?domingos?)? (?:no|nunca|tampoco|ni)\b)|(?:(?<=noches)|(?<=noche)|(?<=tardes)|(?<=tarde)|(?<=mananas)) (?:o|y) (?=(?:el |los |en |los )?(?:lun|mar|mie|jue|vie|sab|dom|fin))|(?<=\w)(?= (?:excepto|menos|salvo) (?:el|los|las?|en|por|a|entre|de|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b)|(?<=\w) (?=ni (?:(?:en|por) las? |antes |despues |de noche|de \d|a las? ))|(?:(?<=\d)|(?<=\d[ap]m)|(?<= [ap]m)|(?<=todo el dia)|(?<=media)|(?<=noche)|(?<=tarde)|(?<=en la manana)|(?<=por la manana)) y (?=(?:solo |nomas )?(?:los |el |en )?(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|fin(?:es)? de semana)\b)|\b(?:asi que|por eso)\b|\bentonces (?=(?:no|mejor|llam|marqu|escrib|busqu|habl|contact))|[.!?;¿¡\n]+(?!\d)|,(?!\d)(?!(?:(?<=unes,)|(?<=rtes,)|(?<=oles,)|(?<=eves,)|(?<=rnes,)|(?<=ado,)|(?<=ados,)|(?<=ingo,)) ?(?:y |o |e )?(?:los |el )?(?:lunes|martes|mier|jueves|viernes|sabado|domingo))|\b(?:pero|sino|aunque|porque)\b|\b(?:y|ni|o)"
        r" (?=(?:no|nunca|solo|llam|marq|escrib)\w*)",
        re.ASCII,
    ),
)
