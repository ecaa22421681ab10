"""Whether a new contact takes the place of the old one, and whether nothing is to go to the old one any more."""

from __future__ import annotations

import re

# Beside the old one, not instead of it.
_BESIDE = re.compile(
    r"\b(?:also|too|as well|another|additional|second|besides|other|tambien|también|otro|otra|ademas|además|adicional)\b"
    r"|也可以|也行|另外|另一个|另一個|备用|備用|多一个|多一個|同时|同時|仲有",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:new|changed?|switched|instead|now|use (?:this|that)|no longer|moved|lost|from now on|nuevo|nueva|cambi\w+|ya no"
    r"|ahora|perdi|perdí|de ahora en adelante|use este|usen este)\b"
    r"|新|换|換|改|以后|以後|之后|之後|不用了|丢|丟|停用|现在|現在|而家|轉咗|转咗",
    re.IGNORECASE,
)
# Nothing is to go to the old one any more, or somebody else reads there.
_OLD = r"(?:(?:old|other|previous|last|former) (?:e-?mail|mail|in-?box|address|one|account|place|house|flat|apartment)|(?:e-?mail|mail|in-?box|address|one|account)(?: that)? (?:you|u|y'?all) (?:have|got)|the old(?! \w))"
_VIEJO = r"(?:(?:correo|mail|e-?mail|cuenta|direcci[oó]n|domicilio|casa|buz[oó]n|al?) (?:viej[oa]|anterior|antigu[oa]|de antes|que ten[ií]an?|q ten[ií]an?|que tienen?|q tienen?)|(?:al?|el|la|del|de la) (?:viej[oa]|anterior|antigu[oa]|de antes|otr[oa]))"
_JIU = r"(?:旧|舊|原来|原來|之前|以前|原本|先前|前面)(?:的|嘅|那|那个|那個|嗰个|嗰個|个|個|家|通讯|通訊)*(?:信箱|邮箱|郵箱|电邮|電郵|邮件|郵件|e-?mail|mail|地址|住址|那个|那個|嗰个|嗰個|屋企|家|(?:的|嘅)(?= ?[就请請已都也]{0,2}[不唔别別勿停冇没沒废廢]))"
_RETIRED = re.compile(
    rf"\b(?:don'?t|dont|do not|never|no|not|stop|please no)\b[^.!?;\n]{{0,30}}\b(?:us(?:e|ing)|send\w*|writ\w+|e-?mail\w*|mail\w*|post\w*|go\w*|letters?)\b[^.!?;\n]{{0,20}}\b{_OLD}\b"
    rf"|\b{_OLD}\b[^.!?;\n]{{0,30}}\b(?:(?:don'?t|dont|do not|never|no longer|not) (?:us\w+|send|write|mail|e-?mail|work\w*|exist\w*|have|get|go|in use|mine|good)|no more|hacked|closed|(?:he|she|they|my ex|ex) (?:can )?(?:reads?|sees?|opens?|checks?|has))\b"
    rf"|\b(?:no|ni|nunca|ya no|dejen de)\b[^.!?;\n]{{0,24}}\b(?:us\w+|mand\w+|env[ií]\w+|escrib\w+|ocup\w+)\b[^.!?;\n]{{0,16}}\b{_VIEJO}"
    rf"|\b{_VIEJO}[^.!?;\n]{{0,24}}\b(?:ya no|no (?:lo|la|me|manden|us)|lo (?:lee|ve|abre|tiene)|la (?:lee|ve|abre|tiene)|me lo hackearon|me la hackearon)\b"
    rf"|{_JIU}[^，。；！？\n]{{0,8}}(?:不要|不能|不可|唔好|唔可|唔使|别|別|勿|停|不用|唔用|冇用|沒用|没用|废|廢)"
    rf"|(?:不要|唔好|别|別|勿|不可以?|請勿|请勿)(?:再)?[^，。；！？\n]{{0,6}}(?:寄|发|發|傳|传|用|send|送)[^，。；！？\n]{{0,6}}{_JIU}",
    re.IGNORECASE,
)


def replaces(text: str) -> bool:
    """Whether a new contact takes the place of the old one, by the borrower's own words."""
    return bool(_INSTEAD.search(text)) and not _BESIDE.search(text)


def retires(text: str) -> bool:
    """Whether nothing is to go to the old one from now on, whatever becomes of the new one."""
    return bool(_RETIRED.search(text))
