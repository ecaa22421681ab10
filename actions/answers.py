"""Plain yes and no, and a choice out of a list: answers that need no model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

YES = frozenset(
    """yes y yep yeah yea ya yup yeh yh yas yess ye aye ok okay k sure correct right confirm confirmed agreed fine deal
    si sí sip sep claro vale dale correcto exacto confirmo bueno okey sip simón
    perfecto confirmado esta bien está bien adelante
    是 是的 对 对的 好 好的 行 可以 没错 嗯 嗯嗯 确认 同意 没问题 對 對的 沒錯 確認 沒問題 冇問題 無問題 係 係呀 好呀 得 冇錯 ok的 好啊 行啊
    可以的 要得 妥 妥了 中 成交 一言为定 一言為定 就这么定 就這麼定 就这么办 就這麼辦 就咁 就咁話 好哒 成 恩 就这样 就這樣 先这样 先这样吧 就这样吧 先這樣 先這樣吧 就這樣吧 对对 嗯好 是我 我是 本人 我就是""".split()
)
# Said as one: the words alone are no yes ("ahora" is a time, "that" nothing).
_YES_PHRASES = re.compile(
    r"(?:ok |okay |yes |yeah |si |sí )?(?:sounds good(?: to me)?|(?:that )?works for me|that works|(?:fine|good) (?:by|with) me|suits me|that s (?:right|correct|fine|it|good)|(?:yes )?that is (?:right|correct|fine|it|good|so)|quite right|thats (?:right|correct|fine|it|good)"
    r"|go ahead|please do|do it|do that|will do|you got it|absolutely|definitely|perfect|exactly|for sure|all good|looks good|go on then"
    r"|ahora s[ií]|as[ií] es|eso es|eso mero|tal cual|est[aá] perfecto|de acuerdo|me parece(?: bien)?|as[ií] est[aá] bien|s[ií] se[ñn]orita?|va que va|[oó]rale|va|sale(?: (?:y vale|pues))?|(?:(?:ya )?(?:te|le|les|os) (?:dije|digo|he dicho) )?(?:que|q|k) s[ií]+)"
    r"(?: (?:thanks|thank you|ty|very|much|please|pls|gracias|por favor|porfa|mate|man|sir|madam|maam|dear))*"
)
NO = frozenset(
    """no n nope nah wrong incorrect negative
    nel tampoco negativo
    不 不是 不对 不行 不用 不要 没有 否 錯 不對 唔係 唔好 唔啱 唔得 错 错了 不是的 不是我 我不是 唔係我""".split()
)
_ORDINALS = {
    **dict.fromkeys(
        ("1", "first", "the first", "1st", "第一", "第一个", "第一個", "primero", "el primero"), 0
    ),
    **dict.fromkeys(
        ("2", "second", "the second", "2nd", "第二", "第二个", "第二個", "segundo", "el segundo"), 1
    ),
    **dict.fromkeys(
        ("3", "third", "the third", "3rd", "第三", "第三个", "第三個", "tercero", "el tercero"), 2
    ),
}


def bare(text: str) -> str:
    """The text in lower case, without punctuation, emoji and surplus spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", folded)).strip()


# Sent after the answer, while waiting for ours: it asks nothing.
_CALLS = re.compile(
    r"(?:hello+|hi+|hey+|you there|are you there|anyone there|anybody there|u there|hola+|oiga|oye|sigue ah[ií]|sigues ah[ií]|hay alguien|est[aá]n? ah[ií]"
    r"|喂+|在吗|在嗎|在不在|在么|有人吗|有人嗎|有人在吗|有人在嗎|你好|您好|哈喽|哈囉|喺度嗎|喺唔喺度|人呢|)"
)


def without_calls(text: str) -> str:
    """The text without the lines that only call: "yes", then "hello??"; as it is where it holds nothing else."""
    lines = [line for line in text.splitlines() if not _CALLS.fullmatch(bare(line))]
    return "\n".join(lines) or text


def yes(text: str) -> bool:
    """Whether the whole text is a plain yes."""
    words = _NO_BUT_YES.sub("ok", bare(without_calls(text)))
    if _YES_PHRASES.fullmatch(words):
        return True
    return words in YES or (bool(words) and all(_among(word, YES) for word in words.split()))


# "Siii", "yesss", 对对对: drawn out at its end, or three times and more.
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}|([^\W\d_])\2+\b")


def _among(word: str, words: frozenset[str]) -> bool:
    return word in words or _DRAWN_OUT.sub(r"\1\2", word) in words


# A no to one day, with or without an apology, and nothing else: 对不起 明天可能不行. Without the day it may be despair.
_NOT_THEN = re.compile(
    r"(?:(?:对不起|對不起|不好意思|抱歉|唔好意思) ?)*"
    r"(?:今天|明天|后天|後天|今日|聽日|听日|后日|後日|[这這下]?个?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]?|\d+[号號日]) ?(?:可能|恐怕|好像|应该|應該|估计|估計)*"
    r"(?:不行|不可以|不方便|来不及|來不及|不太行|唔得|唔方便|还不了|還不了|繳不了|俾唔到|還唔到)[了啊哦喔吧呀啦喇]*"
)


def no(text: str) -> bool:
    """Whether the whole text is a plain no."""
    words = bare(text)
    if _NOT_THEN.fullmatch(words):
        return True
    return words in NO or (bool(words) and all(_among(word, NO) for word in words.split()))


_BUT = re.compile(
    r"\b(but|except|instead|only if|pero|salvo|mejor)\b|但|不过|不過|只是|改|除非"
    r"|再想|再看|再说|再說|考虑|考慮|諗|先不|先别|先別|等等|等一?下|还没|還沒|不能|不了|不行|唔得|不到|没办法|沒辦法|不会|不會"
    r"|不还|不還|算了|取消"
)
# A yes at the beginning; not the first half of "sorry" (对不起), "by the way" (对了), "it seems" (好像) or of a question (行不行).
_BEGINS_HAN = re.compile(
    r"^(?:那?(?:可)?太好(?:了|喇)|就(?:这么|這麼|这样|這樣)(?:办|辦|定)|要得|是的|对的|對的|好的|没错|沒錯|无误|無誤|确认|確認|同意|没问题|沒問題|冇問題|無問題|好呀|係呀|冇錯|嗯|啱(?!啱)|咁就?(?:好|得)"
    r"|可以(?![不吗嗎])|好(?![像难難多累烦煩耐彩唔不惨慘心坏壞久想怕几幾人])|(?:对|對)(?![不唔了方你我他她面於于此吗嗎])|行(?![不唔吗嗎么通])"
    r"|係(?![咪唔])|得(?![唔闲閒罪等到先]))"
)


# A question, with its mark or without: 可以分期吗, 行不行.
_ASKS = re.compile(
    r"[?？]|\b[ou] (?:q|k|que|qu[eé]|c[oó]mo|no)\W*$|[吗嗎么麼呢咩]\s*[。.!！]*$|(?P<verb>\w)[不唔](?P=verb)"
)


# Where one thing ends and the next begins; in Chinese a space does it too: 支付宝 可以的.
_PAUSES = re.compile(r"[.,;!\n，。；！、]+|\b(?:and|n|&|y)\b|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")


# A yes right behind what it is about: 20號嗰筆ok.
_ENDS_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\d])\s?(?:ok|okay|confirm|[没沒冇無]問題|没问题|照舊|照旧)\W*$", re.IGNORECASE
)


def ends_yes(text: str) -> bool:
    """Whether the text ends with a yes of its own, and takes nothing back: "bank transfer. yes"."""
    if _ENDS_HAN.search(text) and not _BUT.search(bare(text)) and not _ASKS.search(text):
        return True
    said = [part for part in _PAUSES.split(text) if bare(part)]
    return len(said) > 1 and yes(said[-1]) and not _BUT.search(bare(text)) and not _ASKS.search(text)


# "Y" and "si" that are Spanish for "and" and "if": "y otra cosa", "si no completo", "si me esperan".
_AND_OR_IF = re.compile(
    r"\s*(?:y\s+(?!(?:yes|yeah|by|with|card|bank|ok)\b)\w|si\s+(?:no|mis?|nos|hay|acaso|por|alg[uo]\w*|alcanzo|logro|consigo|cobro|tuviera|pudiera|fuera|me\s+(?!parece|sirve|queda|conviene|acuerdo|late)"
    r"|(?:el|la|los|las)\s+(?!\d|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|pr[oó]xim|primer|segund|quince|treinta|d[ií]a|misma|mitad))\w*)",
    re.IGNORECASE,
)


# A "no" that is none: "no worries", "no pus sí", "no, sí está bien".
_NO_BUT_YES = re.compile(
    r"^no+ (?:worries|prob(?:lem|s)?\b|biggie|hay (?:problema|bronca|pedo)|(?:(?:pus|pues|po|ps) )?s[ií](?=$| (?:est[aá]|claro|as[ií]|vale|ok|es|correcto|perfecto|confirmo|de acuerdo|se[nñ]or\w*|por favor|gracias)\b))"
)


# Where the first thing that is said ends: "así es, 250 el lunes".
_FIRST = re.compile(r"[.,;:!\n，。；！]")
# Words that are a yes alone, and begin much else: "but right now", "well fine print".
_HALF_YES = frozenset("right sure fine ya k correct bueno confirm agreed".split())
# What is said before a yes and changes nothing of it: "anyway sí", "lol but yes", "fair enough. aye", 嗯 那好.
_LEADS = re.compile(
    r"^\W*(?:(?:\b(?:any ?ways?|lol|lmao|ha(?:ha)+|ja(?:ja)+|but|so|and|well|grand|cool|great|bet|ai?ght|alright|al?righty|fair (?:enough|do'?s|play)|gotcha|got (?:it|ya)|no bother|nice(?: one)?|lovely|brilliant|oh|ah+|um+|hm+|er+m?|bueno|pero|pues|entonces|total|en fin|ah+|oye|mira|venga|genial|estupendo)\b"
    r"|噢+|哦+|哈+|啊+|咁|那(?=[好行对對可]))[\s,.;!:\U0001F000-\U0001FAFF]*)+(?=\w)",
    re.IGNORECASE,
)


# The whole of an answer that holds to what was said before: "got it, as I said then", 照我頭先講咁還.
_AS_SAID = re.compile(
    r"(?:(?:got it|i see|understood|alright|right|ok|okay|yes|yeah|fine|entendido|s[ií]|bueno|claro|pues) )*(?:just |exactly |it s |its |tal (?:cual )?|as[ií] )?(?:(?:like|as|what) (?:i|we) (?:just )?(?:said|agreed|told (?:you|u|ya))|(?:como|lo que) (?:ya )?(?:le |les |te )?(?:dije|quedamos|acordamos|hab[ií]amos (?:quedado|dicho)))(?: (?:before|earlier|already|then|thanks|please|entonces|antes|gracias))*"
    r"|(?:(?:明白?|了解|收到|知道?|好|ok|咁得|咁就得|得|嗯|行|可以)[啦了喇吧嘅的呀]* ?)*(?:就|咁)?[照按依跟](?:住|著|着|返)?(?:我|我们|我們|我哋|之前|刚才|剛才|刚刚|剛剛|刚|剛|头先|頭先|先前|啱啱)+(?:们|們)?(?:说|說|讲|講|定|倾|傾|约|約)(?:好|的|嘅|咗|过|過|了)*(?:咁|那样|那樣|这样|這樣|日子)?(?:来|來|做|办|辦|还|還|付|俾|畀)?(?:就(?:得|行|好|可以))?[吧啦了咯喇]*"
)


# A yes that holds only if something else does, or for a part of it: "yes but only if they pay me", "sí pero el segundo no puedo".
_WITH_A_HOOK = re.compile(
    r"\b(?:but|except|only|long|provided|unless|though|pero|salvo|siempre y cuando|s[oó]lo|nom[aá]s)\b[^.;!?\n]{0,24}\b(?:if|as|when|unless|si|que)\b|\b(?:but|except|though|pero|aunque)\b[^.;!?\n]{0,30}\b(?:can'?t|cant|cannot|won'?t|wont|not (?:sure|able|gonna)|no (?:puedo|creo|voy|podr[eé]))\b"
    r"|(?:但|不过|不過|只是)[^。；\n]{0,12}(?:不行|不能|唔得|做唔到|来不及|來不及|不一定|未必|还不了|還不了|還唔到)|除非|(?:但|不过|不過)[^。；\n]{0,4}(?:如果|要看|要等)",
    re.IGNORECASE,
)


def has_a_hook(text: str) -> bool:
    """Whether a yes is taken back in part, or made to hang on something."""
    return bool(_WITH_A_HOOK.search(text))


def begins_yes(text: str) -> bool:
    """Whether the text says yes first and takes nothing back after it: "yes, by card"."""
    text = without_calls(text)
    if _AS_SAID.fullmatch(bare(text)):
        return True
    left = _LEADS.sub("", text)
    if _says_yes_first(text) or left == text:
        return _says_yes_first(text)
    return _says_yes_first(left) and bare(left).split()[0] not in _HALF_YES


# Said to a question of one's own as well: "ok, do you charge extra?"
_ALSO_WELL = frozenset(
    "ok okay okey k bueno vale right fine sure sale va dale y ya 好 好的 行 嗯 嗯嗯 得".split()
)


def yes_first(text: str) -> str:
    """The plain yes that is the text's first clause, whatever is asked after it; empty where it is none, or merely an "ok"."""
    said = [part.strip() for part in _PAUSES.split(text) if bare(part)]
    plain = len(said) > 1 and yes(said[0]) and not _ASKS.search(said[0])
    return said[0] if plain and bare(said[0]) not in _ALSO_WELL else ""


def yes_last(text: str) -> bool:
    """Whether a plain yes, and not merely an "ok", is the text's last clause: "don't text me after 8 and yes"."""
    said = [part for part in _PAUSES.split(text) if bare(part)]
    return ends_yes(text) and bare(said[-1]) not in _ALSO_WELL


# A yes of several words, or one that is no yes in every place, with no pause behind it: "perfect i have it noted".
_BEGINS_SO = re.compile(
    r"(?:absolutely|definitely|perfect|exactly|sounds good|(?:that )?works for me|that works|that ?s (?:right|correct|fine)|as[ií] es|eso es|de acuerdo|est[aá] (?:bien|perfecto))\b"
    r"(?! (?:not|no|nothing|if|unless|never|on|until|when|once|only|que|si|cuando|en cuanto|\d))"
)
# Not able to after all: "yes but" without the but.
_CANNOT = re.compile(
    r"\b(?:can ?t|cannot|can not|couldn ?t|won ?t be able to|unable to) (?:really |actually )?(?:pay|do|make|afford|manage|commit|promise|guarantee)\b"
    r"(?! (?:\w+ ){0,2}(?:more|else|extra|better|earlier|sooner|over|faster)\b)"
    r"|\bno (?:voy a poder|puedo (?:pagar|hacerlo|ese|esa|el|con|d[aá]r?(?:les|selos)?)|me alcanza|podr[eé])\b(?! (?:\w+ ){0,2}m[aá]s\b)"
)


def cannot(text: str) -> bool:
    """Whether the text says that it cannot be paid after all."""
    return bool(_CANNOT.search(bare(text)))


def _says_yes_first(text: str) -> bool:
    words = bare(text)
    if _NO_BUT_YES.match(words):
        return not (_BUT.search(words) or _ASKS.search(text))
    if not words or _BUT.search(words) or _ASKS.search(text) or _AND_OR_IF.match(text):
        return False
    if cannot(text):
        return False
    return _opens_yes(text, words)


def opens_yes(text: str) -> bool:
    """Whether the text opens with a yes, whatever becomes of it behind: "yes but", "sí, si me pagan"."""
    left = _LEADS.sub("", text) or text
    words = bare(left)
    return bool(words) and not _AND_OR_IF.match(left) and _opens_yes(left, words)


def _opens_yes(text: str, words: str) -> bool:
    if re.match(
        r"(?:sale|va|[oó]rale|sobres|arre)(?: pues| entonces)? (?:por|con|en|gracias|porfa)\b", words
    ):
        return True
    first = next((part for part in _PAUSES.split(text) if bare(part)), "")
    said = (
        _among(words.split()[0], YES)
        or yes(text)
        or yes(first)
        or yes(_FIRST.split(text.strip(), maxsplit=1)[0])
    )
    return said or bool(_BEGINS_HAN.match(words) or _BEGINS_SO.match(words))


# What people say before they say what they mean.
_WELL = re.compile(
    r"^(?:(?:[啊阿]+|哎呀?|唉|欸|诶|呃+|哦+|喔+|噢|嗯+|那个|那個|抱歉|不好意思|对不起|對不起|等等|等一?下) ?)+(?=.)"
)


def begins_no(text: str) -> bool:
    """Whether the text says no first: "no, the 20th", 啊不对."""
    words = _WELL.sub("", bare(text))
    if _NO_BUT_YES.match(words):
        return False
    return bool(words) and (
        _among(words.split()[0], NO) or bool(re.match("不是|不对|不對|不行|唔係|唔啱|没有", words))
    )


_WHOLE = re.compile(
    r"就是|(?:咁?就|那就?|好|嗯|行) ?(?=.)|"
    r"(?:全|都|全部|全都|通通|一次性?|一次過|一次过|成筆|成笔|全數|全数)(?:还|還|付|缴|繳|俾|畀|过|過)(?:上|清|完|掉|齐|齊|曬|晒|哂|返)?|"
    r"(?:还|還|付|缴|繳|俾|畀|過|过|清)(?:清|完|曬|晒|哂|齐|齊)|(?:全|都|全部)(?:给|給|交|结|結)(?:上|清|完|你们|你們)?"
    r"|(?:欠|该|該)(?:你们|你們|妳們|你哋)?(?:的|嘅)(?:钱|錢)?|[了吧啦喇囉咯呀啊哦喔]| "
)


def whole(text: str) -> bool:
    """Whether the whole text answers "how much" with "all of it", in words that elsewhere would tell of a payment made."""
    words = bare(text)
    return bool(re.search(r"[全都成清完曬晒哂齐齊]|一次", words)) and not _WHOLE.sub("", words)


def place(text: str) -> int | None:
    """The place in a list that the whole text names: 0 for "the first"."""
    return _ORDINALS.get(bare(text))


def chosen(text: str, options: Sequence[str]) -> str | None:
    """The option that the text names by its place in the list, if any."""
    nth = place(text)
    return options[nth] if nth is not None and nth < len(options) else None
