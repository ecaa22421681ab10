"""Going on in another channel: the borrower asks for it, gets a link, and finds there what was open here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions import opening, promise
from actions.situation import Dialogue, Prefers, Say, Situation, Step
from core.messages import Channel

# What waits in `Dialogue.later` after a change of channel until we know who reads there.
CONTINUE = "continue"
_LINKS = {
    Channel.WEBCHAT: "switch.link_webchat",
    Channel.TELEGRAM: "switch.link_telegram",
    Channel.WECHAT: "switch.link_wechat",
}
_NAMED: Mapping[Channel, re.Pattern[str]] = {
    Channel.TELEGRAM: re.compile(r"\btelegram\b|\btg\b|电报|電報|纸飞机|紙飛機", re.IGNORECASE),
    Channel.WECHAT: re.compile(r"\bwe-?chat\b|\bvx\b|微信(?!支付|转|轉|付|还|還)", re.IGNORECASE),
    Channel.WEBCHAT: re.compile(
        r"\bweb(?: ?(?:site|page|chat))?\b|\bonline\b|\bbrowser\b|\bcomputer\b|\blaptop\b|\binternet\b"
        r"|\bp[aá]gina\b|\ben l[ií]nea\b|\bcomputadora\b|\bordenador\b|\bnavegador\b"
        r"|网页|網頁|网站|網站|网上|網上|線上|线上|在线|電腦|电脑|瀏覽器|浏览器",
        re.IGNORECASE,
    ),
}
_GO_ON = re.compile(
    r"\b(?:continu\w+|carry on|go on|keep going|talk|chat\w*|switch|move|do (?:this|it|that)|write|speak|finish|go over"
    r"|seguir|seguimos|sigamos|hablar|hablamos|hablemos|chatear|platic\w+|pasar\w*|pasamos|cambiar\w*|cambiamos|escrib\w+"
    r"|hacerlo|hacemos)\b|继续|繼續|接着|接著|聊|谈|談|沟通|溝通|对话|對話|傾|讲|講|换到|換到|转到|轉到|换成|換成|改用|改到|用",
    re.IGNORECASE,
)
# A page to pay on is no chat, and neither is one that was visited.
_OTHER_MATTER = re.compile(
    r"\b(?:pay\w*|paid|balance|portal|account|bank\w*|pag(?:o|a|ar|ué|ue|as|amos)|saldo|cuenta|banco|banca)\b"
    r"|付|缴|繳|还款|還款|还钱|還錢|转账|轉帳|银行|銀行|网银|網銀",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:continu\w+|carry on|go on|talk|chat\w*|switch|write|speak|seguir|seguimos|hablar|hablamos|chatear|platic\w+|escrib\w+)\b"
    r"|继续|繼續|接着|接著|聊|谈|談|沟通|溝通|说|說|傾|讲|講|换到|換到|联系|聯絡|找我",
    re.IGNORECASE,
)
# "Can we or can we not": a question, no refusal.
_MAY_WE = re.compile("能不能|可不可以|可唔可以|行不行|得唔得|能唔能|好不好|可否|能否")


def wanted(s: Situation) -> Channel | None:
    """The channel that the borrower wants to go on in now, and that a link of ours leads to.

    Only for a borrower whose identity is verified: a link is good for new tries at the identity question.
    """
    of_money = s.reading.promise and (s.reading.amount or s.reading.share or s.reading.dates)
    if not s.identity.verified or of_money or _OTHER_MATTER.search(s.text) or _names_the_way(s):
        return None
    for channel, named in _NAMED.items():
        if channel not in s.ways.doors or channel == s.channel or _unwanted(s) == channel:
            continue
        asked = s.reading.channel == channel or bool(_GO_ON.search(s.text))
        if named.search(s.text) and asked and (channel is Channel.WEBCHAT or not s.ways.reaches(channel)):
            return channel
    return None


def _names_the_way(s: Situation) -> bool:
    """Whether 微信 answers "how would you like to pay", where that was asked."""
    return (
        s.dialogue.about == promise.ABOUT
        and bool(s.dialogue.asked)
        and s.method is not None
        and s.is_brief
        and not _TALK.search(s.text)
    )


def _unwanted(s: Situation) -> str | None:
    return None if _MAY_WE.search(s.text) else s.reading.channel_unwanted


def next_step(s: Situation, channel: Channel) -> Step:
    """The link, and the wish noted; what is open here stays open."""
    say = Say(_LINKS[channel], {"channel": str(channel)})
    windows: list[dict[str, Any]] = [window.as_json() for window in s.reading.windows]
    return Step((say,), (Prefers(tuple(windows), str(channel), _unwanted(s)),), dialogue=s.dialogue)


def carried(before: Dialogue, *, kind: str | None, known: bool) -> Dialogue:
    """What is open in the new channel, of what was open `before`.

    Where it is not `known` who reads there, one fact (`kind`) is asked first and the rest waits behind it.
    """
    if known or kind is None or before.asked == "identity":
        return before
    return Dialogue(
        asked="identity",
        about=opening.ABOUT,
        draft={"kind": kind},
        later=before.later
        if before.question is None
        else {"text": "", "intent": CONTINUE, "dialogue": before.as_json()},
    )


def go_on(s: Situation, later: Mapping[str, Any]) -> Step:
    """We know now who reads here: the question that was open, once more."""
    stored = later.get("dialogue")
    before = Dialogue.from_json(stored if isinstance(stored, Mapping) else {})
    if before.question is None:
        return Step((Say("switch.go_on", {}),), dialogue=before)
    return Step(
        (Say.again(before.question),),
        dialogue=before,
    )
