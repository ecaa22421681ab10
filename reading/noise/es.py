"""Spanish numbers that are not money (folded: no accents)."""

from __future__ import annotations

import re

from reading.words.es import WEEKDAY_NAME

# Numbers in words from ten on: ages and years that a spoken sum could be taken for.
_TENS = r"(?:diez|once|doce|trece|catorce|quince|dieci\w+|veint[ei]\w*|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y (?:un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?)"

# Clock times and card tails: they may stand beside a bare answer.
HARMLESS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?<=\d)(?: pesos| euros| dolares)? de (?:mis|esos|estos) \$?\d{2,}\b",
        # "Adelante con los 3", "van los 3 pagos": so many payments, no sum.
        r"(?:(?<=con )|(?<=van )|(?<=vale )|(?<=si )|(?<=si, )|(?<=confirmo )|(?<=ok )|(?<=ok, )|(?<=todos ))(?:a )?l[oa]s (?:[2-9]|1[0-2])(?: (?:pagos?|abonos?|cuotas?|fechas?|partes?|depositos?|viernes|sabados|lunes))?(?=\W*$|[,.;!]| (?:por favor|porfa|gracias|asi|entonces|esta|estan|como|con))",
        # "Mitad efectivo mitad transferencia": how, and no share.
        r"\b(?:la )?mitad (?:en |por |con |de )?(?:efectivo|transferencia|tarjeta|bizum|deposito|cash|oxxo|zelle),?(?: y)? (?:la )?(?:otra )?mitad (?:en |por |con |de )?(?:efectivo|transferencia|tarjeta|bizum|deposito|cash|oxxo|zelle)\b",
        # "84 que es el 10% de los 842": of what it is a share is no sum of its own.
        r"(?:(?<=%)|(?<=ciento)|(?<=mitad)|(?<=tercio)|(?<=tercera parte)|(?<=cuarta parte)) (?:del?|sobre) (?:los |las |el |esos |mis )*[$€]?\d{2,}(?:[.,]\d+)*\b(?! ?%)",
        r"(?:(?<=, )|(?<=\. )|(?<=\.)|(?<=。 )|(?<=。))no,? (?=(?:perdon|perdona|perdoname|disculp\w+|sorry|espera|espere)\b)",
        r"\bhasta (?:que )?(?:salga|saldar|salir)(?: (?:de )?(?:todo|la (?:deuda|cuenta)|el (?:adeudo|prestamo|saldo)))?(?= ?(?:$|[.,;!]))",
        r"\bhasta (?:que )?(?:complet|junt|cubr|acab|termin|liquid|sald|pagu?|lleg)\w* (?:de (?:pagar|cubrir) )?(?:a )?(?:los |el total de |todos los )?\$?\d[\d.,]*(?: ?(?:mil|pesos|dolares|euros|varos))?",
        r"\bprimero dios\b",
        r"\bsi no (?:hay|tienen?|tienes|es|le causa|les causa)(?: (?:ningun|algun|mucho|mucha|un))? (?:problema|inconveniente|bronca|molestia|pedo|lio|falla)s?\b",
        # "El viernes me pagan dos mil": what comes in.
        r"(?:(?<=me pagan )|(?<=me caen )|(?<=me cae )|(?<=me depositan )|(?<=cobro )|(?<=gano )|(?<=nos pagan )|(?<=me llegan )|(?<=me entran )|(?<=tanda de )|(?<=bono de )|(?<=comision de ))(?:(?:como|unos|unas|los|las|casi) )*(?:(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte) )?(?:mil|[a-z]+cient[oa]s|quinient[oa]s)\b(?: (?:mil|cien|[a-z]+cient[oa]s|quinientos|(?:veinti?|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)[a-z]*|pesos|euros|dolares))*",
        # "Mil perdones", "ahora sí le cumplo": neither a sum nor today.
        r"\b(?:(?:mil|cien mil) veces(?! (?:al|por|cada|de))|(?:mil|un millon(?: de)?|millones de|cien mil|\d{1,3}) (?:perdones|disculpas?|gracias|bendiciones|abrazos?|besos?|maravillas|cosas|vueltas|broncas|problemas|excusas|pretextos|amores))\b",
        r"\b(?:pero |y |ya |que )*ahora (?:ya |que )?si\b(?! mismo)",
        # "Mi propósito de año nuevo es pagar": a feast that only says of what kind.
        r"\b(?:propositos?|deseos?|cenas?|regal(?:o|ito)s?|gastos?|compras|rebajas|cuesta|loteria|posadas?|espiritu|cuento|milagro|luces|arbol(?:ito)?|pavo|juguetes|roscas?|uvas|resaca|cruda|sorteo|gordo|borrachera|deudas?|temporada|muertito|disfraz) (?:de(?:l)?|por|para) (?:la |el |los |dia de )*(?:ano nuevo|fin de ano|navidad(?:es)?|nochebuena|noche ?vieja|(?:los )?reyes(?: magos)?|san valentin|(?:las |la )madres?|(?:los )?muertos|pascua|semana santa)\b",
        r"\bel otro dia\b",
        # "Mañana que es veintinueve": the day said once more.
        rf"(?<=\bmanana )que (?:es|sera|cae|seria|estamos a) (?:el |en )?(?:dia )?(?:{_TENS}|\d{{1,2}}|primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b(?! ?(?:pesos|mil|dolares|euros|cientos|de))",
        r"\b(?:cama|cuarto|habitacion|unidad|ruta|mesa|ventanilla|caja|cajero|local|anden|modulo|salon|sucursal|linea|carril|vuelo|muelle|estacion) (?:numero |no\.? )?\d{1,4}\b(?! ?(?:pesos|dolares|euros|mil))",
        # "El día 20, que es domingo, no puedo; el 21 les pago": a day on which nobody can pay.
        rf"(?<!hasta )(?<!hasta el )(?<!antes )(?<!antes del )\b(?:el |este |los )?(?:dias? )?(?:\d{{1,2}}(?:, (?:el )?\d{{1,2}})*(?:,? y (?:el )?\d{{1,2}})?|{WEEKDAY_NAME})(?: \d{{1,2}})?(?: de [a-z]{{4,10}})?,? (?:que (?:es|cae) (?:en )?[a-z]{{3,12}},? )?no (?:trabajo|trabajamos|estoy|estare|estaremos|abro|abrimos|laboro|puedo|voy a poder|me alcanza|alcanzo|llego|se puede|podria)(?= ?[,.;]| pero| porque| que)(?!,? (?:y |pero |sino |mejor )*(?:(?:en|para) )?(?:el|al|la) (?:siguiente|otr[oa]|que|proxim))",
        r"(?<=[\x1e\x1f] )todo (?:junto|pegado|en minusculas?|minusculas?)\b(?! el| manana| hoy)",
        r"\bde (?:las )?(?:1[0-2]|[1-9]) (?:a|hasta) (?:las )?(?:1[3-9]|2[0-4])(?: ?(?:hrs?|horas|h))?\b(?![.,:/]?\d)(?! ?(?:mil|pesos|dolares|euros|varos|dlls|usd|dias|semanas|meses|pagos|quincenas|de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)))",
        # "Es todo lo que tengo por ahora", said of what has just been offered.
        r"\b(?:y |que )?(?:eso |ya )?(?:es|son|seria) (?:literalmente )?(?:todo|lo unico|lo que|todo lo) (?:lo )?(?:que )?(?:(?:les?|te) )?(?:prometo|tengo|puedo|hay|traigo|ofrezco|alcanzo|me alcanza|me queda|junto|doy)(?: (?:dar|pagar|ofrecer|prometer))?(?: por (?:ahora|ahorita|hoy|el momento|lo pronto))?(?= ?(?:$|[.,;!]|\x1f|de ))",
        r"\by? ?(?:por|en|para) (?:esta semana|este mes|hoy) (?:ya )?(?:se acabo|es todo|nada mas|no mas|listo)\b",
        r"\b(?:de|entre|desde) (?:las )?(?:1?\d|2[0-3])[.:][0-5]\d (?:a|y|hasta) (?:las )?\d{1,2}(?:[.:][0-5]\d)?\b(?! ?(?:pesos|euros|€|mil|dolares))",
        r"(?:(?<=pagos )|(?<=cuotas )|(?<=abonos )|(?<=veces )|(?<=semanas )|(?<=meses )|(?<=depositos )|(?<=partes )|(?<=quincenas ))(?:en )?total\b",
        r"\bmas no (?:hay|tengo|puedo|doy|se puede)\b",
        r"\b(?:a |de |entre |desde |las? )*(?:1[0-2]|[1-9]) (?:y (?:media|cuarto)|menos cuarto)\b(?: (?:a|y|hasta) (?:las? )?(?:1[0-2]|[1-9])(?:\b(?! ?(?:mil|pesos|euros|dolares))| y (?:media|cuarto)))?",
        # "No hay más", said of what has just been offered.
        r"(?<=[.,;!] )(?:(?:y|que|pero|porque|es que|la verdad) )*(?:ya )?(?:no (?:hay|tengo|puedo|doy|llego a|me alcanza|me da) (?:(?:dar|pagar|ofrecer|prometer|hacer|abonar|para|a)(?:les?|te)? )?mas|mas no (?:hay|tengo|puedo|doy|se puede))\b(?! (?:tarde|antes|dinero|lana|trabajo))",
        # A day that is told of only because nobody can pay on it.
        rf"\b(?:(?:porque|pues|ya que|es que|que|como) )?(?:el |ese )?(?:dia )?(?:\d{{1,2}}|{WEEKDAY_NAME})(?: \d{{1,2}})?(?: de [a-z]+)? (?:(?:es|sera|cae|hay|va a ser|tambien es) (?:en |un |dia )*(?:fiesta|festivo|feriado|puente|inhabil|asueto)|no (?:abren?|trabajan?|atienden?|hay) (?:el |los |la |las |en )*(?:bancos?|cajas?|oficinas?|sucursal(?:es)?|ventanillas?|oxxo))\b",
        r"\bhasta (?:que )?(?:liquid\w+|acab\w+|termin\w+|cubr\w+|complet\w+|sald\w+|cancel\w+|pag(?:ar|ue)\w*|quede \w+|se (?:acabe|termine|liquide|cubra))(?: de (?:pagar|liquidar))?(?: (?:todo|toda|la|el|lo|mi|deuda|adeudo|saldo|total|prestamo|cuenta|que debo|completo))*\b(?! (?:\d|el \d|\$))",
        r"(?:(?<=\d )|(?<=pesos )|(?<=euros )|(?<=dolares )|(?<=varos ))(?:como |de )?minimo\b|\bminimo(?: de)?(?= \$?\d)",
        r"(?:(?<=\d )|(?<=pesos )|(?<=euros )|(?<=dolares )|(?<=varos ))(?:a cuenta del?|para|a|del?|al?)(?: la| el| mi| lo| esa| ese)? ?"
        r"(?:deuda|adeudo|saldo|total|que (?:les |le |te )?debo|prestamo|credito|cuenta)\b",
        r"\b(?:terminacion|termina|terminada|terminado|acaba|ultimos (?:4|cuatro)\b(?:"
        r" digitos)?)(?: (?:en|es|son|con|de la tarjeta))* ?[#x*. ]*\d{2,}",
        r"\b(?:son|eran|serian) las (?:\d{1,2}(?!\d)|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b(?:[:.]\d\d)?",
        r"\b(?:a|para|sobre|desde|hasta|antes de|despues de|de|tipo|como a) las? (?:\d{1,2}"
        r"|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?::\d\d| y (?:media"
        r"|cuarto))?(?: (?:de la (?:tarde|manana|noche)|en punto|pm|am|hrs|horas))?",
        r"\b(?:de|entre) (?:1[0-2]|[1-9]) (?:a|y) (?:1[0-2]|[1-9])\b(?![.,:/]\d|\d)(?! ?(?:mil|pesos|dolares|euros|varos|lucas|dias|semanas|meses|pagos|cuotas|k\b|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep|oct|nov|dic)))",
        r"\b(?:en|por|a) la (?:manana|tarde|noche),? (?:como|tipo|a eso de|sobre|a)(?: a)? (?:las? )?\d{1,2}\b(?! ?(?:mil|pesos|dolares|euros|varos|k\b))",
        r"\b(?:trabajo|laboro|chambeo|curro|jornada|horario|turno)(?: es)? (?:de|entre) (?:1\d|2[0-3]|[5-9]) (?:a|y) (?:1\d|2[0-4])\b(?![.,:/]\d)",
        r"\b(?:de|entre) (?:1\d|2[0-3]) (?:a|y) (?:1\d|2[0-4])\b(?=[^\d]*\b(?:hablar|contest|llam|marc|atend|escrib|libre|disponible|localiz)\w*)",
        r"\b\d{1,2} (?:de la (?:tarde|manana|noche|madrugada)|en punto|hrs|horas en punto)\b",
    )
)

# All else that is counted or numbered: a text that holds it speaks of other things.
PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        # "Son 842 y ya les di 300": what it was, and what is paid of it.
        r"\b(?:son|eran|debia|era de) (?:los |unos )?\$?\d[\d.,]*(?: pesos| euros| dolares)?(?=,? (?:y|pero|menos|de los? que) (?:ya )?(?:les? |te |os )?(?:di|pague|abone|mande|deposite|he (?:pagado|dado|abonado)|llevo)\b)",
        r"\b(?:pastillas?|tabletas?|capsulas?) de \d+",
        r"\b\d{1,3} ?(?:%|por ?ciento) (?:de (?:la |mi )?)?(?:bateria|pila|carga)\b|\b(?:bateria|pila|celular|movil)(?: (?:al|en|tiene|a|esta|el))* \d{1,3} ?(?:%|por ?ciento)",
        r"\b(?:tarjeta|cuenta|clabe|pedido|factura|contrato|referencia|ref|folio|expediente"
        r"|credito|prestamo|orden|guia|ticket|cliente|poliza|confirmacion|autorizacion|rfc"
        r"|curp|dni|nie|ine)(?: (?:numero|num|nro|no|n|es|de (?:cuenta|pedido|contrato|cliente"
        r"|referencia)|terminada en|con terminacion))*[.:# º]* ?(?:n[.º°]"
        r" ?)?[a-z]{0,4}-?\d{3,}[\da-z-]*(?! (?:pesos|dolares|euros|varos|mil))",
        r"\b(?:codigo(?: postal)?|cp|c\.p\.|clave|nip|pin|piso|interior|int|depto|departamento"
        r"|apto|puerta|casa|numero exterior|num|nro|no\.|extension|ext)(?: (?:es|num"
        r"|numero))*[.:# ]+\d[\d-]*(?! (?:pesos|dolares|euros|varos))",
        r"\bcumpl(?:e|en|o|ira|io|ire)(?: los)? \d{1,2}\b(?! (?:de [a-z]|mil|pesos|dolares|euros))",
        r"\b(?:tengo|tiene|cumpli|cumplo|con) \d{1,2} anos\b|\bde \d{1,2} anos\b",
        rf"(?<!\ben )(?<!\bpor )(?<!dentro de )(?<!durante )\b(?:(?:tengo|tiene|cumpl\w+|llevo) )?{_TENS} (?:anos|anitos)\b",
        r"\b(?:tengo|mantengo|cuido|somos|con) (?:a )?(?:mis )?(?:\d{1,2}|[a-z]+) (?:hij[oa]s|hijit[oa]s|niet[oa]s|nin[oa]s|chamac[oa]s|bocas|dependientes|personas|familiares)\b",
        r"\b(?:en|desde|(?<!pago )(?<!pagos )(?<!abono )(?<!abonos )(?<!cuotas )(?<!partes )(?<!deposito )(?<!depositos )(?<!total )(?<!idades )(?<!enero )(?<!febrero )(?<!marzo )(?<!abril )(?<!mayo )(?<!junio )(?<!julio )(?<!agosto )(?<!iembre )(?<!ubre )del?|ano|para el) (?:19|20)\d\d\b(?! (?:pesos|dolares|euros|varos))",
        r"\b\d+(?:[.,]\d+)? ?(?:%|por ?ciento) (?:de (?:interes|intereses|descuento|comision"
        r"|recargo)|mensual|anual|seguro|segura)",
        r"\b(?:calle|av|avenida|c/|blvd|calz|calzada|carretera|privada|cerrada|andador|paseo"
        r"|plaza|km|kilometro|lote|manzana|mz|lt)\.? (?:(?!(?:les?|te|os|se|me|y|ya|pago|doy|sus|los|unos|deposito|abono|mando|paso|puedo|voy)\b)[a-z]+\.? ){0,4}(?:#|no\.?|num\.?"
        r"|numero)? ?\d+\b(?! ?(?:pesos|dolares|euros|varos|mil))",
        r"\b\d+ (?:dias?|semanas?|mes(?:es)?|anos?|quincenas?) (?:de (?:atraso|retraso|mora"
        r"|vencid[oa]|antiguedad)|atrasad[oa]s?|vencid[oa]s?|tarde|atras|sin|que)\b",
        r"\bhace \d+ (?:dias?|semanas?|meses|anos?|horas?)\b|\b(?:llevo|desde hace) (?:\w+"
        r" ){0,3}\d+ (?:dias?|semanas?|meses|anos?)\b|\bllev(?:o|amos) (?:ya )?(?:una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|muchos|muchas)"
        r" (?:dias?|semanas?|meses|anos?|quincenas?)\b",
        r"\b(?:debo|debia|adeudo|deuda|saldo|renta|alquiler|(?<!pasarme el )(?<!pasadme el )(?<!girarme el )(?<!cargarme el )recibo|factura|interes|intereses"
        r"|recargo|comision|sueldo|salario|me (?:pagan|dan|depositan|llegan|caen)|gano|cobro|ganaba|cobran|mensualidad|multa|cargo"
        r"|hipoteca|luz|colegiatura)(?: (?:es|era|son|de|por|al mes|solo|como|unos|los|las|que"
        r"|me|sale|total|a))* ?\$? ?\d+(?:[,.]\d+)*\b(?! (?:dias?|semanas?|mes|meses)\b)(?:(?: mil)?(?: (?:pesos|dolares|euros"
        r"|varos))?)",
        # "La letra del coche 200 el 1": other bills, with the days that they are due.
        r"\b(?:pension(?: alimenticia| de (?:mis hij[oa]s|l[oa]s? ni[nñ][oa]s?))?|manutencion|(?:letra|seguro) (?:de la|del|de mi) (?:coche|carro|moto|troca|casa|auto|camioneta|piso)|la renta|el alquiler|la hipoteca|la luz|el agua|el gas|luz|agua|gas|colegiatura|la guarderia|el comedor|el internet|el dentista)"
        r" (?:(?:es|son|de|cuesta|me sale(?: en)?|sale(?: en)?|vence|viene|unos|como|por) )*\$? ?\d[\d.,]*(?<![.,])(?: (?:pesos|euros|dolares|mil))?(?! ?(?:%|dias|semanas|meses))(?:,? (?:el|este|para el) (?:dia )?(?:\d{1,2}\b|lunes|martes|miercoles|jueves|viernes|sabado|domingo))?",
        r"\bde los \$? ?\d+(?:[,.]\d+)*(?: (?:pesos|dolares|euros|varos))?(?= (?:que (?:debo|les"
        r" debo|le debo|te debo|tengo)|de (?:deuda|adeudo|saldo)))",
        r"(?<!en )(?<!de )(?<!antes de )\b\d+ (?:minutos|horas)\b|(?:llam|marc|escrib|habl|dij|dich|pag|deposit|mand|intent|trat|quis|dig|rob)\w* (?:\w+ ){0,3}?\d+ veces\b|\b\d+ veces (?:que|ya|me|les|le|he|al dia|en el)\b|\b\d+ (?:llamadas|mensajes|hijos|hijas|ninos|personas|cuentas|tarjetas"
        r"|creditos|kilos|familiares)\b",
    )
)
