"""Calls that a Chinese message complains of, as opposed to those it asks for: 天天早上七点就来电话, 你10点打我才刚睡."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.marks import Kind, Mark, Shape, Stretch

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
    r"(?:电话|来|嚟|过来|给我|我)*(?:打)?(?:(?:个|的)?(?:什么|啥子?|咩|乜(?:嘢|鬼)?|毛线|锤子|鸡毛|屁|鬼)(?=打|电话|[嘛呢啊呀 ,，。!！?？]|$)|个屁|个鬼|做乜|做咩|做什么|干[嘛吗么啥什]|搞[咩乜什]|[是系]怎样|[是系]怎么回事|[是系]什么意思|[是系]想怎样|有冇搞错|有没有搞错|有毛病|有病|[^,，。;；!！?？]{0,4}[ ,，]*[^,，。;；!！?？]{0,6}(?:吵|嘈|惊|叫)醒|很吵|好嘈|好吵|吵死|烦死|嘈住)"
)
# 你三点打来我在排队没听到, 打到公司总机: what came of it.
_CAME_OF_IT = re.compile(
    r"(?:来|嚟|过来|电话|给我)*(?:[,，。 ]?我(?:们|家)?(?:才|正|还|都|刚刚?(?!好(?:下班|放工|收工|到家))|仲|啱啱?(?!好)|先){1,3}[^,，。打]{0,4}(?:睡|瞓|下班|放工|收工|躺|合眼|起|床|忙|开会|上课|做|开车|到家)|[,，。 ]?(?:我|那时|嗰阵|当时|刚好|正好){1,3}(?:正|刚好|还)*(?:在|喺)[^,，。]{0,8}(?:没|冇|未)(?:听|接|看|留意)|到(?:我)?(?:公司|单位|总机|前台|办公室|宿舍|学校|老家|家里|屋企|店里|写字楼)|到\x1f?(?=[早晚下上中凌半\d一二两三四五六七八九十]))"
)


def _complained_of(cue: Mark, text: str) -> Mark:
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


# 早上九点打是在叫魂喔, 六点打嚟人哋仲瞓緊: what one thinks of it; 打来我在煮面: what one was doing.
_SCOLDS = re.compile(
    r"叫魂|催命|投胎|赶命|缺德|良心|人性|报应|投诉|报警|报案|告(?:你|死|到)|吓(?:死|人|到|醒|坏)|疯|癫|黐线|痴线|神经|有病|毛病|崩溃|是人[吗么啊]|还是人|当人|当我|意思|有事吗|不要脸|礼貌|像话|合[理适]吗|离谱|夸张|过[分份]|搞错|受不了|受唔住|顶唔顺|忍|[气激烦吵嘈惊吓累]死|[吵嘈叫弄惊闹搞整]醒|闹钟|见鬼|还让|让[不人]|不用睡|不睡觉|唔使瞓|唔瞓|还?[仲在](?:睡|瞓|做梦|梦里)|睡得?正|瞓得?正|忙[得到]|忙(?:死|疯|爆|唔切|不过来)|最忙|最多人|走不开|行唔开|腾不出|抽不[出开]|没听[到见]|没接[到着]|接(?:不|唔)[了到着]|听(?:不|唔)[到见]|叫我点|叫我怎么|点听|点接|怎么接"
    r"|(?:我|人家|人哋|全家|成家|老婆|孩子|细路|小孩|娃|bb)(?:人|们|家)?(?:都|就|才|那时|嗰阵|当时)?(?:刚|正|还|仲|啱)[^,，。好]{0,3}(?:在|喺|睡|瞓|忙|煮|炒|开|送|接|搬|洗|吃|食|做|上|躺|合眼)|(?<![都也])我(?:人|们|家)?(?:都|就|正|还|那时|当时)?(?:在|喺)(?!家(?!里[煮炒])|的|线|屋企|宿舍|等|呢|啊|$)[^,，。可能得]{0,8}|正好(?:是|在|赶上|碰上)"
)
_NO_SCOLDING = re.compile(
    r"不会|唔会|不要|唔好|别|免得|不然|否则|唔系|才不|就不|先不|可以|[能得可]接|有空|得闲|方便|比较"
)
_HOW_FAR = 18
# 凌晨五点打电话, and then 九点以后再打: not asked for both times, unless the other is for want of an answer.
_ASKED_ANEW = re.compile(r"(?:再|先|才|至|请|改|换|能不能|可不可以|可唔可以|好吗|行不行|得唔得|好唔好)")
_FAILING = re.compile(
    r"没接|冇接|没人接|冇人|不接|如果|若|要是|的话|不行|唔得|不通|或|也|亦|都可|[周期拜][一二三四五六日天]"
)
_ITSELF = re.compile(r"(?:[都就又还仲也给跟我来]|你们?|你哋|偏偏)*")
_RUNG = re.compile(r"(?:给我|跟我)?(?:打|call|来电|致电)(?:来|嚟|过来|过嚟|电话|给我)*")
_TOLD = re.compile(r"(?:给我|跟我)?(?:打|call)(?:来|嚟|过来|过嚟|电话来?|电话给我|来电话|来催)|来电")


def _scolded(cue: Mark, timed: list[Mark], cues: list[Mark], text: str) -> bool:
    """Whether a call at an hour, or at a part of the day, is told of and scolded for, or another hour is asked for in its stead."""
    led = [one for one in timed if one.end <= cue.start and _ITSELF.fullmatch(text, one.end, cue.start)]
    if not led or not isinstance(led[-1].value, Stretch) or led[-1].value.shape not in (Shape.AT, Shape.PART):
        return False
    later = [one for one in timed if one.start >= cue.end]
    end = min([cue.end + _HOW_FAR, *(one.start for one in later)])
    behind = text[_RUNG.match(text, cue.start).end() : end]  # type: ignore[union-attr]
    if _ASKED_FOR.match(text, cue.end) or text.startswith(("吧", "啦", "喇"), cue.end):
        return False
    if _SCOLDS.search(behind):
        return not _NO_SCOLDING.search(behind)
    if not _TOLD.fullmatch(text, cue.start, cue.end) or not later:
        return False
    anew = [one for one in cues if one.kind in (Kind.WISH, Kind.SUITS) and one.start >= later[0].end]
    asked = anew and _ASKED_ANEW.search(text, cue.end, anew[0].end)
    return bool(asked) and not _FAILING.search(text, cue.end, anew[0].start)


def complaints(cues: list[Mark], timed: list[Mark], text: str) -> list[Mark]:
    """The cues, those left aside that tell of calls that came, and ask for none."""
    told = [_complained_of(cue, text) for cue in cues]
    return [
        replace(cue, kind=Kind.ASIDE)
        if cue.kind is Kind.WISH and _RUNG.match(text, cue.start) and _scolded(cue, timed, told, text)
        else cue
        for cue in told
    ]
