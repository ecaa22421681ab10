"""Catalan and Galician among the Spanish of a message on hours: "no em truquis pel matí", "chámeme pola mañá", as Spanish says it."""

from __future__ import annotations

import re

# No one writes these in Spanish: the sign that the other words are meant so as well.
_CATALAN = re.compile(
    r"\b(?:dilluns|dimarts|dimecres|dijous|divendres|dissabtes?|diumenges?|truca\w{0,3}|truqu\w+|(?:em|me|m') truqu|matins?|mati|vespres?|vespre|nomes|puc|tinc|pel (?=mati|demati)|sisplau|feina|migdia|setmana|demati|treball\w*|em va be|va be|dema|fins (?:a|les)|dels?|amb|les (?:\d{1,2}|nou|deu|onze|vuit|set|sis|cinc|quatre))\b"
)
_GALICIAN = re.compile(
    r"\b(?:luns|mercores|xoves|venres|mana(?=[,.]|$)|manas|pola|polas|tardes? e|non me|nin|chame\w*|chamad\w+|chamar\w*|traball\w+|traballo|ata as|das \d|despois|antes das|e os|sabados e|noites?|gustariame|poden|podo|farei)\b"
)
_TABLES: tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...] = (
    (
        _CATALAN,
        (
            (r"(?:dels |els |de )?dilluns", "lunes"), ("dimarts", "martes"), ("dimecres", "miercoles"), ("dijous", "jueves"), ("divendres", "viernes"),
            (r"dissabtes?", "sabado"), (r"diumenges?", "domingo"), (r"els(?= (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))", "los"),
            (r"(?:pel|pels|al|als|de|del|els) (?:demati|mati(?:ns)?)|demati", "por la manana"), (r"(?:per|a) la tarda|(?:a )?les tardes|(?:de )?la tarda", "por la tarde"),
            (r"(?:al|el|pel|als|els) vespres?", "por la noche"), (r"(?:a|per) la nit|(?:a )?les nits|(?:de la|aquesta) nit", "por la noche"), (r"migdia", "mediodia"),
            (r"(?:de )?dema", "manana"), (r"avui", "hoy"), (r"entre setmana", "entre semana"), (r"(?:el )?cap de setmana|caps de setmana", "fin de semana"),
            (r"(?:no|ni) (?:em|me|m') ?(?:truqu\w+|truc\w*|escriv\w+)", "no me llamen"), (r"no (?:truqu\w+|trucar)(?:'m|-me|me)?", "no me llamen"),
            (r"(?:em|me|m') ?(?:pot|pots|poden|podeu) (?:trucar|escriure)|(?:pot|pots|poden|podeu) (?:trucar|escriure)(?:-me|'m|me)?|(?:truqu\w+|truc\w*|escriv\w+|escriu\w*)(?:-me|'m|me)?", "llamame"),
            (r"em va (?:be|millor|perfecte|genial)|va be|em ve be|perfecte", "me va bien"), (r"em va (?:malament|fatal)|no em va be", "no puedo"), (r"millor", "mejor"), (r"nomes", "solo"), (r"puc parlar", "puedo hablar"), (r"puc", "puedo"),
            (r"(?:treballo|treballem|faig feina|estic treballant|estic a la feina|a la feina)", "trabajo"), (r"tinc classe|tinc classes", "tengo clase"), (r"estic", "estoy"), (r"dormo", "duermo"),
            (r"a partir de les", "a partir de las"), (r"despres de les|passades les", "despues de las"), (r"abans de les", "antes de las"), (r"fins a les|fins les", "hasta las"), (r"(?<=\d )i(?= \d)", "y"),
            (r"de les(?= \d)", "de las"), (r"a les(?= \d)", "a las"), (r"(?<=[a-z] )i(?= (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))", "y"), (r"per favor|si us plau|sisplau", "por favor"),
        ),
    ),
    (
        _GALICIAN,
        (
            ("luns", "lunes"), ("mercores", "miercoles"), ("xoves", "jueves"), ("venres", "viernes"), (r"e(?= (?:os|o (?:lunes|sabado|domingo)|a partir))", "y"), (r"os(?= (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))", "los"),
            (r"pola manana?|pola mana|polas manas|pola manha", "por la manana"), (r"pola tarde", "por la tarde"), (r"pola noite|de noite|a noite|polas noites", "por la noche"),
            (r"non (?:me )?(?:cham\w+|escrib\w+)", "no me llamen"), (r"(?:poden|pode|podedes) (?:chamar|escribir)(?:me|nos)?|cham(?:eme|enme|ade\s?me|ademe|arme|ame|en|e|ar)(?=[ ,.]|$)", "llamame"),
            (r"traballo|estou traballando|estou no traballo", "trabajo"), (r"estou", "estoy"), (r"durmo", "duermo"), (r"non podo", "no puedo"), (r"podo", "puedo"), (r"so(?= (?:de|a partir|des\w+|por|pola|los) )", "solo"), (r"mellor", "mejor"), (r"hoxe", "hoy"), (r"ningunha", "ninguna"), (r"nin", "ni"), (r"non", "no"), (r"vaime ben|venme ben|me ven ben", "me va bien"),
            (r"a partir das", "a partir de las"), (r"despois das", "despues de las"), (r"antes das", "antes de las"), (r"ata as", "hasta las"), (r"das(?= \d)", "de las"), (r"as(?= \d)", "a las"), (r"fins de semana", "fin de semana"),
        ),
    ),
)  # fmt: skip
_READY = tuple(
    (sign, tuple((re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.ASCII), spanish) for said, spanish in table))
    for sign, table in _TABLES
)


def in_spanish(text: str) -> str:
    """Folded `text` with the words for hours and for being reached in Spanish, where two signs of a neighbour stand in it. Its length may change."""
    for sign, table in _READY:
        if len({found[0] for found in sign.finditer(text)}) > 1:
            for said, spanish in table:
                text = said.sub(spanish, text)
    return text
