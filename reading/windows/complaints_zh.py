"""Calls that a Chinese message complains of, as opposed to those it asks for: 天天早上七点就来电话, 你10点打我才刚睡."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.marks import Kind, Mark

# 天天早上七点就来电话, 半夜十一点还打来: hours at which others called, and not 每天晚上八点打给我就行.
_CALLED = re.compile(
    r"(?:倒好|倒是|竟然?|居然|偏偏?|硬是|昨[天日晚]|前[天日晚]|刚才|刚刚|头先|今早|今天一早|琴日|寻日)[^,，。;；!！?？ 请可再先才最别勿莫]{0,14}$"
    r"|(?:成日|一直|老是?|总是?|经常|动不动|次次|每次都?|回回|(?:你们?|您|你[地哋])(?:又|怎么))[^,，。;；!！?？ 请麻可再先才最别勿莫要唔不都]{0,14}$"
    r"|(?:每天|天天|日日|一?大早|大?清早|凌晨|半夜|三更|[点半]不到|[点半]没到|不到|没到)[^,，。;；!！?？ …请可再先才最别勿莫要后]{0,12}(?:就|又|还|都)(?:开始|在|给我|跟我|来)*$"
    r"|(?:都|已经?|快)[^,，。;；!！?？]{0,6}[点半钟](?:多|几|钟)*(?:了|啦|喇|咯|勒)[ ,，]*(?:你们?|您|你[地哋])?(?:还|仲|又|重)?(?:在|喺|给我|跟我|来)*$|[点半](?:了|啦|喇)[ ,，]*(?:你们?|您|你[地哋])?(?:还|仲|又)(?:在|喺|给我|跟我|来)*$"
    r"|[点半][多几]?[又还仲](?:在|给我|跟我|来)*$|[点半钟][多几]就$|(?:你们?|您|你[地哋])[^,，。;；!！?？ ]{1,6}[点半]钟?就$|(?:早上|清晨|早晨|朝早|凌晨|半夜)[^,，。;；!！?？ ]{1,4}[点半]钟?就$"
    r"|(?:上次|上回|上礼拜|上周|[是系](?:不是|咪|唔系))[^,，。;；!！?？ 请可再先才最别勿莫要改]{0,14}$"
)
_PLAIN = re.compile(r"(?:打|call|来电|致电)(?:电话|来|嚟|过来|给我|我)*")
_ASKED_FOR = re.compile(
    r"(?:电话|给?我|来|嚟)*(?:吧|就[好行可得]|好了|好吗|即可|都?[得行]|可以|ok|没问题|冇问题|方便)"
)


# 十二点打什么打, 十一點打嚟做乜, 半夜打是怎样.
_WHAT_FOR = re.compile(
    r"(?:电话|来|嚟|过来|给我|我)*(?:打)?(?:什么打|啥打|个屁|个鬼|做乜|做咩|做什么|干[嘛吗么啥什]|搞[咩乜什]|[是系]怎样|[是系]怎么回事|[是系]什么意思|[是系]想怎样|有冇搞错|有没有搞错|有毛病|有病|[^,，。;；!！?？]{0,4}[ ,，]*[^,，。;；!！?？]{0,6}(?:吵|嘈|惊|叫)醒|很吵|好嘈|好吵|吵死|烦死|嘈住)"
)
# 你三点打来我在排队没听到, 打到公司总机: what came of it.
_CAME_OF_IT = re.compile(
    r"(?:来|嚟|过来|电话|给我)*(?:[,，。 ]?我(?:们|家)?(?:才|正|还|都|刚刚?|仲|啱啱?|先){1,3}[^,，。打]{0,4}(?:睡|瞓|下班|放工|收工|躺|合眼|起|床|忙|开会|上课|做|开车|到家)|[,，。 ]?(?:我|那时|嗰阵|当时|刚好|正好){1,3}(?:正|刚好|还)*(?:在|喺)[^,，。]{0,8}(?:没|冇|未)(?:听|接|看|留意)|到(?:我)?(?:公司|单位|总机|前台|办公室|宿舍|学校|老家|家里|屋企|店里|写字楼)|到\x1f?(?=[早晚下上中凌半\d一二两三四五六七八九十]))"
)


def complained_of(cue: Mark, text: str) -> Mark:
    """The cue, left aside where it tells of a call that came, and asks for none."""
    if cue.kind is Kind.WISH and _PLAIN.fullmatch(text, cue.start, cue.end):
        place = cue.start + re.match(r"(?:打|call|来电|致电)", text[cue.start :]).end()  # type: ignore[union-attr]
        if _CAME_OF_IT.match(text, place) or _WHAT_FOR.match(text, place):
            return replace(cue, kind=Kind.ASIDE)
    said = cue.kind is Kind.WISH and not re.search(r"得|可|能|[再先才吧啦]|就", text[cue.start : cue.end])
    if (
        said
        and _CALLED.search(text, max(0, cue.start - 24), cue.start)
        and not _ASKED_FOR.match(text, cue.end)
    ):
        return replace(cue, kind=Kind.ASIDE)
    return cue
