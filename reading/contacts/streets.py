"""How an address is written, by country (folded text)."""

from __future__ import annotations

import re

# A British address ends with its postcode.
_STREET_GB = re.compile(
    r"\b(?:(?:flat (?:\d\w{0,3}(?:/\d)?|[a-h])|(?:top|ground|first|second|third|basement|upper|lower) (?:floor )?(?:flat|right|left)),? )?\d{1,4}[a-z]? [a-z][a-z0-9 .'-]{2,40}(?:, flat (?:\d\w{0,3}|[a-h]))?(?:,? [a-z][a-z .'-]{1,30}){0,3},? "
    r"[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"
)
_STREET_EN = re.compile(
    r"\b(?:\d{1,3}-\d{2,3}|\d{1,6}[a-z]?) (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.?"
    r" )?(?:[a-z0-9'.-]+ ){1,4}(?:st|street|ave|avenue|av|rd|road|blvd|boulevard|dr|drive"
    r"|ln|lane|ct|court|pl|place|way|pkwy|parkway|hwy|highway|ter|terrace|cir|circle|loop"
    r"|trl|trail|sq|square|run|row|pike|crossing|bend|cove|point|walk|close|crescent|grove|gardens|mews)\b\.?(?: (?:[nsew]|ne|nw|se|sw|\d{1,4}[a-z]?)\b(?=,| (?:apt|unit|in|,)))?"
    r"(?:,? (?:#|(?:apt|apartment|apartamento|apto|depto|unit|suite|ste|bldg|building|lot|space|spc|room|rm|trlr|no|floor|fl)\b)\.? ?#?[a-z0-9-]+){0,3}(?:,?"
    r" [a-z][a-z .'-]{1,30}?(?=,? [a-z]{2}\b|,))?(?:,? (?:(?:north|south|west|new|rhode) )?(?:[a-z]{2,3}|[a-z]{4,14})\b(?=,?"
    r" ?(?:\d{4,5}\b|[a-z]\d[a-z])|\s*$|[.,!;]))?(?:,? (?:\d{5}(?:-\d{4})?|\d{4}|[a-z]\d[a-z] ?\d[a-z]\d)\b)?"
    r"|\b(?:p\.?o\.? box|(?:rural route|rr|hc|star route) ?#?\d+,? box|apartado(?: postal)?) #?\d+[a-z]?(?:,? [a-z][a-z.'-]+(?: [a-z.'-]+){0,3}?)?(?:,? [a-z]{2}\b)?(?:,? \d{5}(?:-\d{4})?\b)?"
)
_STREET_ES = re.compile(
    # "Autonomía kalea 22": the Basque word stands behind the name.
    r"\b(?:(?!(?:en|de|a|al|la|el|ama|vivo|mi|con)\b)[a-z]{3,20}(?: [a-z]{3,20}){0,2} (?:kalea|kale|etorbidea|hiribidea|enparantza|bidea|plaza)|(?:calle|c/|cl/|c\.|av(?:enida|da)?\.?|blvd\.?|boulevard|calzada|calz\.?|privada|priv\.?"
    r"|cerrada|andador|paseo|plaza|carretera|prolongacion|circuito|camino|pza\.?|ronda"
    r"|callejon|via|travesia|carrer|rambla|rua|glorieta|gran via|pasaje|pje\.?|bulevar|retorno|urbanizacion) ?(?:de |del |la |los |las |el )*[a-z0-9][a-z0-9"
    r" .'/-]{1,40}?),? ?(?:#|no\.?|num(?:ero)?\.?|n[º°])? ?\d{1,5}(?:-?[a-z])?\b"
    # "Calle 60 #245 x 31 y 33": between which streets, in Yucatán.
    r"(?: (?:x|por|entre) (?:calles? )?\d{1,3}[a-z]?(?: ?[ey] \d{1,3}[a-z]?)?\b)?"
    r"(?:,? ?(?:int(?:erior)?\.?|depto\.?|departamento|piso|puerta|pta\.?|pt\.?|apto\.?|local|casa"
    r"|escalera|esc\.?|portal|bloque|torre|edificio|edif\.?|planta|bajo) ?#?[a-z0-9°]+(?: (?:izq\w*|dcha|d(?:e?re)?ch\w*|centro)\b\.?)?|,? \d{1,2} ?(?:izq\w*|dcha|d(?:e?re)?ch\w*|centro)\b\.?|,? ?\d{1,2} ?\.? ?(?:o|a|°|er|do|to|vo|mo)\.? ?(?:[a-z]\b|izq\w*|d(?:e?re)?ch?a\w*|dcha|centro)?\.?)*(?:,? (?:col(?:onia)?\.?|fracc(?:ionamiento)?\.?"
    r"|barrio|delegacion|alcaldia|urb\.?) [a-z][a-z ]{2,30}?(?=,|$|\.| c\.?p|"
    r" \d{5}))?(?:,? ?(?:c\.?p\.? ?)?\d{4,5}\b)?(?:,? (?!(?:desde|y|pero|ya|por|para|gracias|ahora|porque|pues|saludos|a partir|en vez|no|hace|es)\b)[a-z][a-z.]{1,20}(?: (?!(?:c\.?p|es|desde|y|pero|ya|por|para|gracias|ahora|porque|pues|no)\b)[a-z.]{1,20}){0,4})?"
    # The state and its postcode behind the town: "Guadalajara, Jalisco 44100".
    r"(?:, (?!(?:desde|y|pero|ya|por|para|gracias|ahora|porque|pues|saludos|a partir|en vez|no|hace)\b)[a-z][a-z .]{2,25}(?=,? (?:c\.?p\.? ?)?\d{5}\b|\W*$))?(?:,? (?:c\.?p\.? ?)?\d{5}\b)?"
)
STREET_ZH = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,8}(?:市|州"
    r"|县))?(?:[\u4e00-\u9fff]{1,8}(?:区|县|镇|乡|旗))?(?:[\u4e00-\u9fffA-Za-z0-9]{1,12}?(?:路|街"
    r"|道|巷|弄|大道|胡同|村|邨|苑|花园|广场|里|新城|小区|社区|家园|公寓|大厦|大楼|名城|新村|庄园|坊|径|围))(?:[一二三四五六七八九十\d]{1,3}段)?(?:\d{1,5}(?:巷|弄|号"
    r"|之\d+)){0,3}[\u4e00-\u9fffA-Za-z0-9-]{0,24}?(?:(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,5})(?:号楼|号|栋|幢|楼|室|单元|层|f|座"
    r"|户)[\u4e00-\u9fffa-z\d-]{0,14})"
    # 沙田第一城12座8楼C室: an estate, and no street.
    r"|[\u4e00-\u9fff]{3,14}?(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})(?:座|栋|幢|号楼)(?:\d单元)?[\d一二三四五六七八九十]{1,3}(?:楼|层)?[\da-z]{1,4}(?:室|户|房)"
)
# Carrera 45 # 26-85: the crossing street and the metres from the corner.
_STREET_CO = re.compile(
    r"\b(?:carrera|cra|kra|kr|cr|calle|cll|cl|avenida|av|ak|ac|transversal|transv|tv|diagonal|diag|dg)\.? ?\d{1,3} ?[a-z]?(?: ?bis)?(?: (?:sur|norte|este|oeste))?"
    r",? ?(?:#|no\.?|n[o°]?\.?|num(?:ero)?\.?) ?\d{1,3} ?[a-z]?(?: ?bis)? ?(?:-|–) ?\d{1,3}(?: (?:sur|norte|este|oeste))?"
    r"(?:,? ?(?:apto|apartamento|ap|casa|torre|int(?:erior)?|piso|bloque|oficina)\.? ?[a-z0-9-]+)*(?:,? (?:barrio )?[a-z][a-z .]{2,30}){0,2}"
)
# Singapore's six figures, and a unit written #07-1122.
_STREET_SG = re.compile(
    r"\b(?:(?:apt )?(?:blk|block)\.? ?)?\d{1,4}[a-z]?,? [a-z][a-z0-9 .'-]{2,40}?,? ?#?\d{1,3}-\d{1,5}[a-z]?,? ?(?:(?:singapore|s'?pore|sg|s) ?\(?\d{6}\b\)?|\d{6}\b)|"
    r"\b(?:blk|block|apt blk)\.? ?\d{1,4}[a-z]?,? [a-z][a-z0-9 .'-]{2,40}?(?:,? ?#?\d{1,3}-\d{1,5}[a-z]?)?(?:,? ?(?:singapore|s'?pore|sg|s) ?\(?\d{6}\)?|,? \d{6}\b|(?<=\d)(?=[\s,.!]|$))"
)
# Indian ones end with a PIN of six figures.
_STREET_IN = re.compile(
    r"\b(?:(?:flat|house|h|plot|door|unit|room|shop)\.? ?(?:no\.? ?)?)?#?[a-z]?-?\d[\w/-]{0,8},? [a-z][a-z0-9 ,.'/-]{6,90}?[ -]\d{3} ?\d{3}\b"
)
# Canadian ones end with A1A 1A1, Australian ones with a state and four figures.
_STREET_CA_AU = re.compile(
    r"\b(?:(?:apt|unit|suite)\.? ?\w{1,5}[,-]? ?)?\d{1,5}(?:[/-]\d{1,5})?[a-z]? [a-z][a-z0-9 ,.'-]{4,90}?(?:[ ,][a-z]\d[a-z] ?\d[a-z]\d|[ ,](?:nsw|vic|qld|wa|sa|tas|act|nt),? \d{4})\b"
)
# Irish ones may end with an Eircode, D20 XH61; a house may have a name and no number.
_HOUSE = r"(?:(?:(?:apt|apartment|flat|unit|house|no|number)\.? ?(?:[a-z]?\d\w{0,3}|[a-h])|\d{1,4}[a-z]?),? |(?<=address is )(?!now |at )|(?<=address: )|(?<=address now )(?!is )|(?<=moved to )(?=the |[a-z]+ (?:cottage|house|lodge|farm)))"
_STREET_IE = re.compile(
    rf"{_HOUSE}(?!\d)[a-z][a-z0-9 ,.'/-]{{4,90}}?[ ,](?:[ac-fhknprtv-y]\d[\dw] ?(?=[a-z]{{0,3}}\d)[0-9ac-fhknprtv-y]{{4}}|[a-z]{{1,2}}\d[a-z\d]? ?\d[a-z]{{2}})\b"
)
# American ones end with state and ZIP, whatever the street is called: 1475 Grand Concourse apt 5D Bronx NY 10452.
_STATE = r"(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|pr|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])"
_STREET_US = re.compile(
    rf"(?:\b(?:lot|space|spc|trailer|trlr|slip|unit)\.? #?)?\b\d{{1,5}}[a-z]? (?:(?!(?:moved?|mude|mudamos|live|vivo|address|to|at|in|is|from|de)\b)[a-z0-9.'#-]+,? ){{2,10}}?{_STATE}\.?,? \d{{5}}(?:-\d{{4}})?\b"
    # 4410 Trowbridge apt 6 El Paso 79905: what is in a house of flats needs no state.
    r"|\b\d{1,5} (?:[a-z][a-z.'-]*,? ){1,4}(?:(?:apt|apto|depto|apartment|apartamento|unit|suite|ste)\.? ?#?|#)[a-z]?\d{0,4}[a-z]?,? (?:[a-z][a-z.'-]*,? ){1,4}\d{5}\b"
)
# "Two hundred twelve East Palm Avenue apartment nine, Burbank".
_SAID = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|oh|zero)"
_STREET_SAID = re.compile(
    rf"\b{_SAID}(?:[ -](?:and )?{_SAID}){{0,6}} (?:(?:north|south|east|west) )?(?!hundred)(?:[a-z0-9'.-]+ ){{1,4}}?(?:street|avenue|road|boulevard|drive|lane|court|place|way|parkway|highway|terrace|circle|close|crescent|grove|gardens|st|ave|rd|blvd|dr)\b"
    rf"(?:,? (?:apt|apartment|unit|suite|flat|number|room) (?:{_SAID}(?:[ -]{_SAID})*|#?[a-z0-9-]+))?(?:, [a-z][a-z .'-]{{2,30}}?(?=,|[.;!]|$))?"
)
# Mz 4 Lt 12 Colonia San Isidro, Ecatepec: block and lot, and no street.
_STREET_MX = re.compile(
    r"\b(?:manzana|mza?)\.? ?\d+[a-z]?,? (?:lote|lte?)\.? ?\d+[a-z]?(?:,? (?:(?:col(?:onia)?|fracc(?:ionamiento)?|barrio|ejido|sector|seccion|calle)\.? )?(?!(?:desde|y|pero|ya|por|para|gracias|ahora|porque|no|es)\b)[a-z][a-z.]{1,20}(?: (?!c\.?p\b)[a-z.]{2,20}){0,3}){0,3}(?:,? (?:c\.?p\.? ?)?\d{5}\b)?"
)
# Flat C, 12/F, Block 3, Tai Koo Shing, Quarry Bay: the floor tells that it is Hong Kong.
_STREET_HK = re.compile(
    r"\b(?:(?:flat|room|rm|unit|shop) [a-z0-9]{1,5},? )?(?:\d{1,2}/f|g/f),? [a-z0-9][a-z0-9 '.-]{2,40}(?:, [a-z0-9][a-z0-9 '.-]{2,40}){0,4}"
)
STREETS = (
    _STREET_HK,
    _STREET_MX,
    _STREET_SG,
    _STREET_CO,
    _STREET_GB,
    _STREET_CA_AU,
    _STREET_IE,
    _STREET_IN,
    _STREET_EN,
    _STREET_US,
    _STREET_ES,
    _STREET_SAID,
    STREET_ZH,
)
