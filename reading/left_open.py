"""What a promise itself says is still to be told: "the amount I'll confirm", "no sé qué día"."""

from __future__ import annotations

import re

_NOT_KNOWN = r"(?:idk|i don'?t know|don'?t know|dont know|dunno|not (?:quite |really |too |100% )?(?:sure|certain)|ain'?t (?:sure|certain)|unsure|no idea|can'?t (?:say|tell you|promise)|couldn'?t say|haven'?t (?:worked out|figured out|decided))"
_WILL_TELL = r"(?:(?:let|tell|text|message|call|email|send) (?:you|u|y'?all|ya) (?:know )?|(?:have to|need to|gotta|got to|still to|to|i'?ll|will) (?:confirm|check|see|figure out|work out|find out|decide|count up)(?: with you| to you)? )"
_YET = r"(?:yet |you |exactly |for sure |right now |about |on |of )*"
_HOW_MUCH = r"(?:how much|what (?:amount|figure)|(?:the |an )?(?:exact )?(?:amount|figure|sum)\b)"
_WHEN = r"(?:(?:what|which) (?:exact )?(?:day|date)|when(?! i)\b|(?:the )?(?:exact )?(?:day|date)\b)"
_CUANTO = (
    r"(?:cuanto|que cantidad|de a como|la cantidad(?: exacta)?|el monto(?: exacto)?|el importe(?: exacto)?)"
)
_CUANDO = r"(?:que dia|cuando|que fecha|la fecha(?: exacta)?|el dia(?: exacto)?)"
# "La cantidad todavía se la tengo que confirmar", "luego le aviso cuánto", "no sé de cuánto".
_SE_LO_DIGO = (
    r"(?:(?:todavia|aun|luego|despues|ya|manana|ese dia|alli|ahi|por|mas tarde|en cuanto sepa) )*"
    r"(?:(?:se|te) l[oa]s? (?:(?:tengo|tendria|voy|falta|debo) (?:que |a |por )?)?(?:digo|dire|confirm\w+|aviso|avisare|paso|decir|avisar)|(?:esta |esta por |queda )?por (?:confirmar|definir|ver)|no l[oa] se|falta (?:por )?(?:confirmar|definir))"
)
_LE_DIGO = r"(?:(?:les?|te|os) (?:digo|dire|confirmo|confirmare|aviso|avisare|paso|voy a (?:decir|avisar|confirmar))|no (?:les? |te |os )?(?:se|sabria|sabemos|puedo|tengo (?:claro|idea))(?: (?:decir(?:les?|te)?|bien|aun|todavia|exactamente|asegurar(?:les?|te)?|claro))*|falta (?:ver|saber)|a ver)(?: (?:bien|aun|todavia|luego|exactamente|despues))*(?: de| por| con)?"


def _either(known: str, told: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_NOT_KNOWN} {_YET}{known}|\b{_WILL_TELL}{_YET}{known}|\b(?:amount|figure)? ?(?:tbd|tbc)\b"
        rf"|\b{told},? {_SE_LO_DIGO}\b|\b{_LE_DIGO} {told}\b",
        re.ASCII,
    )


_SUM_OPEN, _DAY_OPEN = _either(_HOW_MUCH, _CUANTO), _either(_WHEN, _CUANDO)


def sum_open(text: str) -> bool:
    """Whether folded `text`, in which no sum is promised, says that the sum is still to be told."""
    return bool(_SUM_OPEN.search(text))


def day_open(text: str) -> bool:
    """Whether folded `text`, in which no day is promised, says that the day is still to be told."""
    return bool(_DAY_OPEN.search(text))
