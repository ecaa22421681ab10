"""New e-mail addresses in a text, written or spelt out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.contacts.corrected import FILLS, MARKS, WRONG
from reading.contacts.others import ANOTHER_ZH, KIN_ZH, THEIRS_BEHIND
from reading.contacts.spelt_emails import announces, at_provider, spelt_addresses
from reading.contacts.unfinished import unfinished_emails
from reading.text import NOISE, Text

_WRITTEN = re.compile(
    r"(?<![\w.+-])[a-z0-9][a-z0-9._%+'-]{0,63}\s?@\s?(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z])",
    re.IGNORECASE | re.ASCII,
)
_PART = re.compile(
    r"(?<![\w.])[a-z0-9._%+-]+\s?@\s?[a-z0-9-]*(?![\w@.]*\.[a-z])"
    r"|\b[a-z0-9._-]+ (?:at|arroba) (?:gmail|yahoo|hotmail|outlook|icloud|aol|qq|163)\b(?! ?(?:dot|punto|点|\.))|(?:my |the )?e-?mail(?: address)?(?: has| was|'s)? changed\b|changed (?:my )?e-?mail|cambie de (?:correo|mail|email)|(?:new |nuevo"
    r" )(?:e-?mail|correo)\b(?! (?:you|que))|(?:新|换了|改了)(?:的)?(?:个)?(?:邮箱|email|电邮|信箱)|(?:换|改)(?:个|新)?(?:邮箱|电邮|信箱)(?=[了咗啦]|[, ])|(?:邮箱|电邮|信箱)(?:已经?|又|也|刚)?(?:换|改|变|转)(?:了|咗|掉)",
    re.IGNORECASE | re.ASCII,
)
# "Can't talk @ work", "not @ Elmside any more": a word, short for "at".
_AT = re.compile(
    r"[a-z]+ @ ?(?!gmail|yahoo|hotmail|outlook|icloud|aol|qq|163|proton)|[a-z]+ ?@ (?!gmail|yahoo|hotmail|outlook|icloud|aol|qq|163|proton)",
    re.ASCII,
)
_MAIL = re.compile(r"mail|correo|邮箱|电邮|信箱", re.IGNORECASE)
_NOT_THEIRS = re.compile(
    r"\b(?:old|former|previous|not|no longer|used to|was|wrong|stop|don'?t|instead of"
    r"|replac\w+|from|hacked|my (?:mom|wife|husband|ex|boss|dad|brother|sister|son"
    r"|daughter|friend|accountant|bookkeeper|lawyer|attorney)(?:'?s)?|his|her|la gestoria|(?:el|mi) (?:gestor|contador|contable|asesor|abogado)|mi (?:gestora|contadora|asesora|abogada)|anterior|viejo|antiguo|ya no|no es|era|de mi"
    r" (?:\w+)|en lugar de|en vez de|cambie de)\b(?![^,.;]*\b(?:new|now|use|to|nuevo|ahora"
    r"|a|es el)\b)"
    r"|(?:旧|以前|原来|之前|原本|不用了|不是|唔系|公司(?:的|那个|嗰个)|单位的|我妈|我爸|老婆|老公|朋友|同事|前妻|前夫|从)(?![^,，。]*(?:新|改|换|现在))"
)
# "Don't use X anymore": the verb is what is denied.
_NOT_USED = re.compile(
    r"\b(?:don'?t|do not|never|no longer|stop|quit|can'?t|cannot|cant|not|isn'?t|ain'?t|dont|won'?t|ya no|no|nunca|dejen de|tampoco)"
    r" (?:(?:me|le|lo|la|mas|longer|even|ever|want|need|you|guys|u|pls|please) )*(?:us(?:e|es|en|ing|ar|o)|write|writing|send|sending|e-?mail(?:ing)?|mail(?:ing)?|reach|check|get(?: into)?|mand\w+|escrib\w+|envi\w+|contest\w+|revis\w+)"
    r"(?: (?:me|it|them|anything|stuff|to|at|on|a|al|el|en|mi|the|my|that|ese|este|correo|email|mail|address|nada))*\W*$"
)
_NEW_CLAUSE = re.compile(
    r"[,;-].*\b(?:e-?mail|mail|write|reach|send|contact|try|text|mand\w+|escrib\w+|envi\w+|mejor)\b(?! (?:not|no))"
)

_OVER = re.compile(
    r"^[)）\]】 ]*(?:那个?|嗰个|这个|那边)?(?:[是系][^,，。\d]{1,8}?[的嘅]?[,， ]?)?(?:请|就|也|都|千万|麻烦|拜托|以后)*(?:别|不要|唔好|莫|勿|甭|停止)(?:再|要)*(?:发|寄|send|传|用|email|mail)(?:东西|账单|信|嘢)?(?:去|到|过去|过来|来|嚟|了|啦|喇|咗|这个?|那[个边里]?|它)*(?:[\s)）,，。;；!！]|$)|^[)）\]】 ]*(?:已经?|早就?|都|现在|就|我)*(?:停(?:用|掉|咗|了)|被(?:盗|封|锁)|deactivated?|作废|注销|废了|不(?:再|怎么|常|大|太)?[看用收查上登]|(?:没|冇)(?:在|再|有)?[看用睇]|唔(?:再)?[睇用]|上不去|[登上]不[上进了]|登唔到|入唔到)|"
    r"^[ ,;.)-]*(?:(?:is|that'?s|thats|its|it'?s|es) (?:my |for |el de(?:l)? |de(?:l)? )*(?:work|job|trabajo|la chamba)[ ,;.]*)?(?:(?:so|please|pls|but|and|just|y|pero|asi que|por favor) )*(?:(?:don'?t|dont|do not|never|no) (?:(?:lo|la|me) )?(?:use|send|email|write|mail|reply|usen?|manden?|envien?|escriban?)\b(?! (?:(?:nada|anything|things?|stuff|mas|any ?more) (?:to|al?)\b|me (?:texts?|calls?|letters?)|texts?|calls?|letters?|mensajes|whats\w*|by|por|(?:to |al? )?(?:the|my|that|any|el|la|mi|ese|otr\w+)\b))|(?<=so )(?:don'?t|dont)\W*$)|"
    r"^(?![ ,;.(-]*(?:(?:and|y|porque|pues|que|q|because|cuz|since|as|but|pero|aunque|i|yo|ya|the one at|el de|[a-z]+ el) )*(?:(?:no longer|no|don'?t|can'?t|stopped) ?(?:us(?:e|ing)|uso|tengo|have|reviso|check|abro|sirve|funciona|get into) )?(?:(?:old|other|previous|former|viej[oa]|anterior|otr[oa])\b|(?:the|my|that|el|mi|ese|la) (?:de\b|del?\b|otr[oa]|viej[oa]|anterior|old|other|[a-z]+ (?:one|account)|yahoo|hotmail|gmail|outlook|aol|icloud|work)))[^,，。;；!?\n]{0,20}(?:is (?:my )?old|any ?more\b|(?:is|got|has been|was) (?:dead|closed|locked|disabled|deleted|full|gone|suspended)|doesn'?t work|i (?:lost|(?:can'?t|cant|don'?t|dont|no longer)(?! (?:talk|speak|answer|pick|take|call|text|hear|do|pay|have (?:a|the) (?:phone|signal|minutes)))) ?\b|i'?m locked out|ya no|no (?:lo|la)? ?(?:uso|reviso|tengo|sirve|funciona|abro|puedo)|lo (?:perdi|cerre|cancele|hackearon)|me lo hackearon|(?:gets?|is|are|being) (?:read|checked|seen|opened|monitored|watched|shared)\b|(?:lo|la|se) (?:lee|ve|revisa|abre|mira|usa|comparte|checa)n? (?:mi|el|la|con|tod)|esta (?:lleno|cerrado|bloqueado)|(?:is not|isn'?t|ain'?t|not) (?:mine|me)\b|no soy yo|(?:不|唔)[是系]我|(?:was|got|is|been) hacked|ya no|no es"
    r" mi|es de mi|(?<!那个)不用了|(?<!那个)(?<!个)停用|已经不|是(?:我)?(?:以前|旧|原来|朋友|老婆|老公))"
)


@dataclass(frozen=True)
class Emails:
    """The new address, if given whole; whether one was given in part; the text without addresses."""

    email: str | None
    incomplete: bool
    left: Text


def find_email(text: Text) -> Emails:
    """The borrower's new e-mail address. An old one, or somebody else's, is none."""
    text = Text(_dotted(text.plain), _dotted(text.folded))
    folded, email, doubted = text.folded, None, False
    if "@" not in folded and not re.search(
        r"\bat\b|arroba|[艾爱]特|小老鼠|mail|correo|邮箱|电邮|信箱", folded
    ):
        return Emails(None, False, text)
    written = [
        (match.start(), match.end(), re.sub(r"\s", "", match[0]))
        for match in _WRITTEN.finditer(text.plain)
        if not _CONNECTED.search(folded, max(0, match.start() - 8), match.start())
    ]
    for said in (written, spelt_addresses(text.plain), at_provider(text.plain)):
        for start, end, address in said:
            valid = _valid(address)
            if valid is None or (said is not written and NOISE in folded[start:end]):
                continue
            if " @" in folded[start:end] and announces(valid.partition("@")[0]):
                doubted = True
            elif _theirs(text.folded, start, end):
                email, end, doubted = _mended(_lowered(valid), text.folded, end)
            folded = folded[:start] + NOISE * (end - start) + folded[end:]
        if email:
            break
    email = None if doubted else email
    part = email is None and any(
        _theirs(folded, match.start(), match.end())
        for match in _PART.finditer(folded)
        if _MAIL.search(folded) or not _AT.match(match[0])
    )
    if email is None:
        for start, end in unfinished_emails(folded):
            part, folded = True, folded[:start] + NOISE * (end - start) + folded[end:]
    return Emails(email, part or doubted, Text(text.plain, folded))


# laozi@163。com, 163点康姆: a dot.
_DOT = re.compile(r"(?<=[a-z0-9])[。．·丶](?=(?:com|cn|net|org|edu|hk|tw)\b)", re.IGNORECASE | re.ASCII)


# lan下划线82@qq.com: no address begins at 82.
_CONNECTED = re.compile(r"[a-z0-9] ?(?:下划线|底线|[中横]?杠|横线|减号|点) ?$")


def _dotted(text: str) -> str:
    return _DOT.sub(".", text)


def _lowered(address: str) -> str:
    """Without the capitals of a message that is all in capitals."""
    return address.lower() if address.rpartition("@")[0].isupper() else address


def _valid(address: str) -> str | None:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


# "... at yahoo, oops gmail not yahoo", "@gmail.es, quiero decir .com": another domain, the name as it was.
_OTHER_DOMAIN = re.compile(
    rf"(?P<led>(?:(?!\.(?:com|net|org|es|mx|ca|tw|hk|cn|uk|edu)\b)(?:[啊哦噢喔]?(?:不是|唔系) ?(?:gmail|yahoo|hotmail|outlook|icloud|qq|163|126)(?=[\s,，]*[是系])|{MARKS}|{WRONG}|{FILLS}|\bat\b|\barroba\b|@))*+)"
    rf"(?:(?<![.@] )(?P<provider>gmail|yahoo|hotmail|outlook|icloud|aol|qq|163|126)(?: ?(?:\.|dot|punto|点) ?(?P<whole>[a-z.]{{2,8}}))?|(?:\.|\bdot |\bpunto |点)(?P<ending>com|net|org|es|mx|ca|tw|hk|cn|uk|edu)\b)(?![\w@.-]*@)"
    rf"(?:[ ,]*(?:not|no es|no|不是|唔系) \.?[a-z]+)?",
    re.ASCII,
)

# lan82@qq.com 不对, and no other behind it.
_TAKEN_BACK = re.compile(
    r"[\s,，.。(]*(?:不对|唔对|唔啱|(?:打|写|讲|说|发)错(?:了|咗)?|错了|弄错)(?!.*(?:@|艾特|小老鼠|\bat\b))",
    re.ASCII | re.DOTALL,
)
_KINS = re.compile(rf"{KIN_ZH}(?:的|嘅)(?:邮箱|电邮|信箱|e-?mail|mail)?[是系:\s]*$")
_WRONG = re.compile(WRONG, re.ASCII)
_MISTYPED = re.compile(r"\.(?:con|cmo|ocm|vom|xom|comm|cpm|cim|c0m|calm|comb|cam|kom|coom|comn)$")
# "tdub88@gmail.com no wait tdub89": another name, or only a part of it.
_NAME_AGAIN = re.compile(
    rf"(?P<led>(?:{MARKS}|{WRONG}|{FILLS})++)(?P<name>[a-z0-9._-]{{4,}})(?![\w@])", re.ASCII
)


def _mended(email: str, folded: str, end: int) -> tuple[str, int, bool]:
    """The address with the domain that is put right behind it, its end, and whether that leaves a doubt."""
    match = _OTHER_DOMAIN.match(folded, end, end + 60)
    mistyped = _MISTYPED.search(email)
    again = _NAME_AGAIN.match(folded, end, end + 60)
    if again and _WRONG.search(again["led"]) and again["name"][:3] == email[:3]:
        return email, end, folded[again.end() : again.end() + 2].strip()[:1] != "@"
    taken_back = _TAKEN_BACK.match(folded, end)
    if match is None and taken_back:
        return email, taken_back.end(), True
    if match is None or not (mistyped or _WRONG.search(match["led"]) or "不是" in match["led"]):
        return email, end, mistyped is not None
    name, _, domain = email.partition("@")
    if match["ending"]:
        return f"{name}@{domain.rpartition('.')[0]}.{match['ending']}", match.end(), False
    ending = match["whole"] or (
        "com" if match["provider"] in ("gmail", "icloud", "aol", "qq", "163", "126") else ""
    )
    return f"{name}@{match['provider']}.{ending or 'com'}", match.end(), not ending


# "j.perez@ono.com".
_AND_NOT = re.compile(r"(?:[,;(] ?|\by |@\S+ )(?:no|not)(?: el| a)? $")
_INSTEAD = re.compile(
    r"\b(?:it'?s|its|'?tis|use|now|new|to|but|es|ahora|sino|usen?|mines?|mio)\b|是|换成|改成|用|系|[寄发发传写](?:到|给|去|这)|以后[^,，。]{0,6}$",
    re.ASCII,
)

_NOT_THAT_WORD = re.compile(
    r"(?:not|不是|唔系) ?(?!mine|me\b|my\b|his|her|their|the right|right|correct|working|in use|us(?:e|ing)\b|it\b|that\b|this\b|good\b|valid|我)(?:[a-z0-9._@-]+(?: (?:dot|at) [a-z]+)*|(?:[a-z][ -]){2,}[a-z])(?:[,.;/]+ ?| ?[>→-]+ | (?=(?:but|it'?s|its|so)\b))"
)


# "Email me (not the work one) at ...".
_BESIDE = re.compile(r"\([^()@]*\)")
# "leidy.nails... no that was the old one sorry, ...": said of what stands before.
_VERDICT = re.compile(
    r"^.*(?:\.\.|@|…|\b(?:no|nope|wait|sorry|oops|espera|perdon|ay|ups)\b[ ,]*)[ ,]*\b(?:that|thats|that'?s|it|its|it'?s|this|ese|esa|eso|este)(?: (?:is|was|es|era))? (?:the |my |an? |el |la |mi )*(?:old|wrong|previous|former|dead|viej[oa]|anterior|antigu[oa]|equivocad[oa]|malo|de antes)\b(?: (?:one|e?-?mail|address|account|correo))?(?=[^:]*$)",
    re.ASCII,
)
_NEW_ZH = re.compile(r"新|[换改](?:了|咗|成|为|做|用)")


def _theirs(folded: str, start: int, end: int) -> bool:
    before = re.split(r"[!?;。！？；\n]|\.\s", folded[max(0, start - 60) : start])[-1]
    before = _VERDICT.sub("", _BESIDE.sub("", before))
    if _NOT_USED.search(before) or _AND_NOT.search(before) or _KINS.search(before):
        return False
    denied = list(_NOT_THEIRS.finditer(before))
    since = before[denied[-1].end() :] if denied else ""
    # "Sorry, margaret not marg, ...": what is not so is that word.
    if denied and _NOT_THAT_WORD.match(before, denied[-1].start()):
        denied.pop()
        since = before[denied[-1].end() :] if denied else ""
    # "My daughter's is ..." tells whose it is.
    bare = since.strip() in ("es", "is", "'s", "era", "was", "'s is")
    if denied and (bare or not _INSTEAD.search(since)) and not _NEW_CLAUSE.search(since):
        return False
    behind = folded[end : end + 30]
    of_another = _NEW_ZH.search(before) and ANOTHER_ZH.match(behind)
    return bool(of_another) or (not _OVER.match(behind) and not THEIRS_BEHIND.match(behind))
