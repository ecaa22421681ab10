"""Whose number or address it is: the people a borrower may have it from (folded text)."""

from __future__ import annotations

import re

_KIN_EN = (
    r"(?:mom|mum|mam|mother|dad|father|wife|husband|hubby|missus|missis|brother|bro|sister|son|daughter|kid|friend|mate|buddy"
    r"|ex(?:[ -]?(?:husband|wife|boyfriend|girlfriend))?|boss|neighbou?r|lawyer|attorney|accountant|room ?mate|flat ?mate"
    r"|cousin|uncle|aunt|aunty|auntie|nan|nana|gran|grandma|grandpa|girlfriend|boyfriend|gf|bf|partner|fiancee?|co-?worker"
    r"|colleague|niece|nephew|stepdad|stepmom|(?:mother|father|brother|sister)[ -]in[ -]law)"
)
_KIN_ES = (
    r"(?:mama|papa|espos[oa]|hermanit[oa]|herman[oa]|hij[oa]|amig[oa]|jef[ea]|vecin[oa]|ex|suegr[oa]|prim[oa]|tia|tio|madre"
    r"|padre|mujer|marido|novi[oa]|parej[ao]|cunad[oa]|compadre|comadre|companer[oa]|abuel[oa]|sobrin[oa]|nuer[ao]|yerno|ama"
    r"|aita|viej[oa]|gestor[ia]*|contadora?)"
)
KIN_ZH = (
    r"(?:我|俺|咱|阮|阿)*(?:[我俺阮]某|[我阮]翁|我?[爸妈娘][爸妈]?|阿[妈爸公婆嫲爷嬷哥姐弟妹]|老[妈爸豆窦婆公板]|爷爷|奶奶|外[公婆]|婆婆|公公|岳[父母]"
    r"|娃儿?|我崽|[我个][仔女]|孙[子女]?|侄[子女]?|[大小]?[舅姨姑叔伯嫂]+[子父母妈婆]?|媳妇|女婿|[女男]友|[女男]朋友|室友|房东|主管|太太|先生|前?(?:同事|朋友)"
    r"|工友|[姐妹]夫|[弟表堂大小二]*[哥姐弟妹]+|儿子|女儿|亲戚|邻居|律师|会计|前[妻夫任])"
)

# Behind it: "... is my dad's, take it off", 那是我媳妇的号.
THEIRS_BEHIND = re.compile(
    rf"[ ,]*(?:(?:that )?(?:is|belongs to|goes to|that'?s|its|it's|was) (?:my|his|her|our|their) {_KIN_EN}(?:'?s)?\b"
    rf"|(?:ese |este |eso )?(?:es|era|pertenece) (?:de|a) (?:mi|su|la|el|un|una) {_KIN_ES}\b"
    rf"|(?:这|那|呢|嗰|個|个|支|号码?|手机|电话|邮箱|的)*(?:是|系){KIN_ZH}(?:的|嘅|㗎|手机|电话|号|[,，。;；!！ ]|$))",
    re.ASCII,
)

# Before it: "call me on my wife's", "llámame al celu de mi mujer", 打我老婆电话 ... 搵我. Theirs, but the borrower is there.
_DENIED = r"(?<!don't )(?<!dont )(?<!not )(?<!stop )(?<!never )(?<!quit )"
_PHONE_EN = r"(?:phone|cell|mobile|mob|number|num|line|one|#)"
_REACHED_ON = re.compile(
    rf"{_DENIED}\b(?:call|text|txt|ring|reach|contact|message|msg|get|try|phone|bell|hit|catch) (?:me|us|hold of me)(?: up| back)? (?:on|at|thru|through|via|by|with)"
    rf" (?:my|the) {_KIN_EN}(?:'?s)?(?: (?:{_PHONE_EN}|for now|instead|is|at|on))*\W*$"
    r"|(?<!no )\b(?:llam|marqu|marc|escrib|mand|contact|habl|localiz|busc|busqu)[a-z]*(?:me|nos)\b(?: (?:mejor|por favor|porfa|ahora|ya|por ahora|mientras|de momento))*"
    rf" (?:al|en el|a el|por el) (?:[a-z]+ )?(?:de|del|de la|de mi) {_KIN_ES}\b[^.;!?\d]{{0,20}}$",
    re.ASCII,
)
# "Llámenme al ..., es de mi hermana".
_REACHED_AT = re.compile(
    rf"{_DENIED}\b(?:call|text|txt|ring|reach|contact|message|msg|get|try|phone|hit) (?:me|us|hold of me)(?: up| back)? (?:on|at|thru|through|via|by|with)\W*$"
    r"|(?<!no )\b(?:llam|marqu|marc|escrib|mand|contact|habl|localiz|busc|busqu)[a-z]*(?:me|nos) (?:al|a|a este|en el|en)(?: numero)?\W*$",
    re.ASCII,
)
_USE_THEIRS = re.compile(
    rf"{_DENIED}\b(?:use|try|call|text|ring) (?:my|the) {_KIN_EN}(?:'?s)?(?: {_PHONE_EN})+(?: (?:for now|instead|is|at|on))*\W*$",
    re.ASCII,
)
_FOR_NOW = re.compile(r"\b(?:for now|instead|mine|mines|my (?:phone|cell|mobile)|till?|until)\b", re.ASCII)
_BY_THEIRS_ZH = re.compile(
    rf"(?<!不要)(?<!别)(?<!唔好)(?<!不)(?:打|用|call|敲|拨|搵)(?:去|到|给|俾|畀)?{KIN_ZH}(?:的|嘅|个|支|只|部)*(?:手机|电话|号码?|手提|门号|number)?(?:号码?)?\W*$"
)
_FOR_NOW_ZH = re.compile(r"(?:先|暂时|暂且|这几[天日]|呢几日|这阵子|这段时间|临时)[^,，。;；]*$")
_ME_ZH = re.compile(
    r"[ ,，]{0,2}(?:就(?:能|可以|得)?|可以|能|来)?(?:找|搵|揾|联[系络]|call|打给)(?:到|得到|返)?(?:我|俺|阮)"
)


def reached_on_theirs(before: str, behind: str) -> bool:
    """Whether the borrower is to be reached by what is somebody else's."""
    used = _USE_THEIRS.search(before)
    if _REACHED_ON.search(before) or (used and _FOR_NOW.search(used[0] + behind)):
        return True
    by = _BY_THEIRS_ZH.search(before)
    return bool(by and (_ME_ZH.match(behind) or _FOR_NOW_ZH.search(before[: by.start()])))


def reached_at(before: str) -> bool:
    """Whether the borrower asks to be reached at what follows."""
    return bool(_REACHED_AT.search(before))
