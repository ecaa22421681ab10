"""By what means a borrower wants to pay."""

from __future__ import annotations

import re

from reading.text import prepare

# The narrower first: 微信转账 is WeChat Pay, not a bank transfer. The names are those of the promise record.
_METHODS: tuple[tuple[str, str], ...] = (
    ("wechat_pay", r"\bwe-?chat ?pay\b|\bwe-?chat\b|\bwx\b|微信(?!联系|找|告诉|通知|聊|号)|\bvx\b"),
    ("alipay", r"\bali-?pay\b|支付宝|\bzfb\b|花呗"),
    (
        "auto_debit",
        r"\bauto-?(?:matic)?(?:ally)?[ -]?(?:debit|pay|draft|payment|withdraw\w*|deduct\w*"
        r"|charge\w*)\b|\bautopay\b|\b(?:direct debit|standing order|recurring)\b|\b(?:take"
        r"|pull|draft|debit|deduct|withdraw) (?:it|that|the (?:money|payment|\S+)|\S+) (?:out"
        r" of|from) (?:my|the) (?:account|bank|checking|paycheck)|\bdraft (?:my|it)|自动(?:扣|划"
        r"|代扣|转|还|缴)|代扣|代缴|划扣|自动转账|直接扣|从(?:我的?)?(?:卡|账户|工资卡)(?:里|上)?(?:直接)?扣|\b(?:domicili\w+"
        r"|cargo automatico|debito automatico|cobro automatico|pago automatico|adeudo directo"
        r"|descuenten(?:lo|melo)? de(?: mi)?|cargo recurrente)",
    ),
    (
        "cash",
        r"\bcash\b(?! ?app)|\bin person\b|\bmoney order\b|\bwestern union\b|\bmoneygram\b"
        r"|\befectivo\b|\bcontado\b|\boxxo\b|\b(?:7|seven)[ -]?eleven\b|现金|现钱|便利商店|便利店|超商|7-11|全家缴|柜台(?:交"
        r"|缴)现|交现",
    ),
    (
        "cheque",
        r"\b(?:by|with|a|mail(?:ing)?(?: you)?(?: a| the)?|paper|personal|cashier'?s"
        r"|send(?:ing)? (?:a|the)|certified) (?:bank )?che(?:ck|que)s?\b|^\W*che(?:ck|que)\W*$"
        r"|\bche(?:ck|que) (?:in|by) (?:the )?mail\b"
        r"|\bcheque\b|支票",
    ),
    (
        "card",
        r"\b(?:debit|credit|visa|master ?card|amex|discover|bank) ?card\b|\b(?:by|with|on"
        r"|using|use|my|the|a|same|other|over the phone with) (?:my |the |a |debit |credit"
        r" )*(?:card|debit|(?<!my )(?<!the )credit|visa|mastercard|amex)\b(?! (?:score|report|file|record|rating|history|bureaus?|is|was|got|has|declined"
        r"|blocked|balance|debt|company|won'?t|doesn'?t)\b)|\bcard\b(?! (?:is|was|got|declined"
        r"|balance|account|company|debt))|\bdebit\b|\bvisa\b|\bmastercard\b|信用卡(?!债|欠|账单|逾期)"
        r"|储蓄卡|借记卡|刷卡|银行卡(?!转)|扣账卡|金融卡|绑定的卡|\btarjeta\b|\bcon (?:mi |la )?(?:visa|debito"
        r"|credito)\b",
    ),
    (
        "link",
        r"\b(?:pay(?:ment)? )?link\b|\burl\b|\bonline\b|\bwebsite\b|\bportal\b|\bon the (?:app"
        r"|site)\b|\b(?:the|your|in) app\b|链接|连结|网址|网上(?!银行)|线上|在线|app(?:里|上|还)|小程序|\b(?:liga"
        r"|enlace|en linea|pagina|portal|por la app|en la app|por internet)\b",
    ),
    (
        "bank_transfer",
        r"\b(?:bank|wire|ach|direct|zelle|interbank|online) ?(?:transfer|deposit"
        r"|payment)?\b(?<!online)(?<!direct)|\b(?:by|via|do a|make a|with|through|bank|wire|a)"
        r" transfer\b|\btransfer(?:ring|red)?\b|\bwir(?:e|ing)\b|\bzelle\b|\bach\b|\bbacs\b"
        r"|\bfaster payment|\b(?:neft|rtgs|imps|upi|gpay|phone ?pe|paytm|bhim|paynow|interac|e-?transfer|codi|pse)\b|转账|转帐|银行卡?转|汇款|电汇|网银|网上银行|手机银行|打(?:到|进)(?:你们?)?(?:的)?(?:账|卡)|打款|过数"
        r"|转数快|\bfps\b|入数|atm|匯款|对公|(?<=用)街口|街口(?=支付|付|转|缴|可以|行|[吗嘛]|pay|[ ,.，。!！]*$)|payme\b|\b(?:transferencia|transferir\w*|transfier[oae]\w*|spei|bizum"
        r"|deposito bancario|deposito|depositar\w*|clabe|banco|ventanilla|giro)\b",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _METHODS)
# A deposit over a counter is made in cash: "deposito 500 en el oxxo", "un depósito en efectivo".
_COUNTER = re.compile(
    r"\bdeposit\w*\b(?= (?:\S+ ){0,5}?(?:en|por|x|al) (?:el |un |una |la )?(?:efectivo|oxxo|7-?eleven|tienda))",
    re.ASCII,
)
_DENIED = re.compile(
    r"(?:\b(?:not|no|don'?t|dont|without|can'?t|cant|instead of|rather than|except|never"
    r"|won'?t|sin|en vez de|en lugar de|nada de|tampoco)\b(?: (?:have|use|do|want|take|pay"
    r"|with|by|via|a|an|my|the|any|tengo|quiero|uso|puedo|con|por|en|la|el|mi|una|un|pagar"
    r"|usar))*|(?:不|没|别|冇|唔)(?:想|要|会|能|有|用|是|可以|支持|方便|系|使|使用|通过|走){0,3})\s*$"
)


def read_method(text: str, lang: str | None = None) -> str | None:
    """How the borrower wants to pay: bank_transfer, card, link, auto_debit, wechat_pay, alipay, cash, cheque; or None.

    A means that is refused ("not by card") does not count; of several wanted ones the first said is taken.
    """
    folded = _COUNTER.sub("pago", prepare(text).folded)
    found: list[tuple[int, str]] = []
    for name, pattern in _PATTERNS:
        match = next(
            (
                m
                for m in pattern.finditer(folded)
                if not _DENIED.search(folded[max(0, m.start() - 24) : m.start()])
            ),
            None,
        )
        if match is not None:
            if not any(
                start <= match.start() < start + 12 and _covers(name, other) for start, other in found
            ):
                found.append((match.start(), name))
            # Leave what was read to nobody else: 微信转账 is one means, not two.
            folded = folded[: match.start()] + " " * (match.end() - match.start()) + folded[match.end() :]
    return min(found)[1] if found else None


def _covers(name: str, other: str) -> bool:
    """The way a wallet or a cash counter moves money adds nothing: 微信转账, "depósito en efectivo"."""
    return name == "bank_transfer" and other in ("wechat_pay", "alipay", "cash", "auto_debit")
