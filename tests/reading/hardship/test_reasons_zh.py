"""Why somebody cannot pay, in everyday Chinese: mainland, Taiwan, Hong Kong."""

from __future__ import annotations

import pytest

from reading import read_hardship_reason

SAID = {
    "job_loss": [
        "上个月公司把我们整个组都裁了 赔偿还没下来 这个月真还不上",
        "部门被砍了 我在家待着",
        "被毕业了 你懂的",
        "合同到期没续 现在在找活",
        "剛被資遣 還在找工作",
        "公司收咗皮 我冇咗份工",
        "俾老細炒咗",
        "失業兩個月 領失業補助",
        "找不到工作 面了十几家都没要",
    ],
    "illness": [
        "我有重度憂鬱症 剛出院 領有身心障礙手冊 這些我自己處理不來",
        "確診癌症 在化療",
        "洗腎 一個禮拜三次",
        "腰椎间盘突出 下不了床",
        "有情緒病 睇緊醫生",
        "住院了 刚做完手术",
    ],
    "income_drop": [
        "厂里放长假了 一直没活干",
        "工时砍了一半 到手才两千多",
        "跑外卖单子越来越少",
        "降薪了 少了三成",
        "公司放無薪假",
        "冇OT開 人工少咗好多",
        "底薪都快发不出了 提成一分没有",
    ],
    "wage_delay": [
        "老板拖了俩月工资",
        "薪水還沒下來",
        "公司未出糧",
        "甲方尾款没结",
        "工钱一直押着没给",
    ],
    "family_event": [
        "孩子发高烧在儿童医院",
        "我小孩急診忙到忘了",
        "我媽中風 我要請看護",
        "阿爺過咗身 要擺帛金搞後事",
        "老婆刚生 二胎 坐月子",
        "我爸走了 刚办完丧事",
        "离婚 房子判给她了",
    ],
    "accident": [
        "摔断了腿 打着石膏",
        "騎車被撞 手斷了",
        "地盤整親 放緊工傷假",
        "送外卖摔了一跤 骨裂",
    ],
    "business_failure": [
        "店關了 租金都付不出",
        "餐廳沒客人 撐不下去",
        "鋪頭執咗笠",
        "生意不好做 货都压着",
        "开店亏了三十多万",
    ],
    "disaster": [
        "颱風把店淹了",
        "家里发大水 房子泡了",
    ],
    "overindebted": [
        "网贷七八家 拆东墙补西墙",
        "到处欠 卡都刷爆了",
        "以贷养贷 实在转不动了",
        "欠咗成身債",
    ],
    "cash_flow": [
        "這個月手頭緊",
        "月光 卡里就剩几十块",
        "刚交完房租 兜里空空",
        "今個月使多咗 未夠錢",
        "最近周转不开",
        "孩子开学交学费 钱不够",
        "吃土了 下个月再说",
    ],
}
NOTHING = """下周五还500|转账 建行的卡|我儿子生日那天还|你们公司一直没回我|在找工作人员说话|已经还完了 不欠了|15号发工资 发了就还|卡里余额够 你们扣吧
公司账户打过来的|我妈帮我还|我老婆转给你|上班看不了手机|我换工作了 新单位在浦东|我是他妈妈|金额不对 多算了利息|别再打我单位电话|店里忙 晚点说|明天老板发钱我就还
利息能减吗|能分期吗|我没收到短信|转人工|客人在 等下说|链接打不开|手头有钱了 今天还|现在够钱了|聽日過數俾你|禮拜五轉帳""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize(
    ("said", "reason"), [(said, reason) for reason, sayings in SAID.items() for said in sayings]
)
def test_a_reason_is_heard_in_the_words_that_people_use(said: str, reason: str) -> None:
    assert read_hardship_reason(said) == reason


@pytest.mark.parametrize("said", NOTHING)
def test_what_is_no_reason_is_not_taken_for_one(said: str) -> None:
    assert read_hardship_reason(said) is None
