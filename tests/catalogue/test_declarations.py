"""Texts do what their entries declare: nothing of a debt where none may be told, and real questions and offers."""

from __future__ import annotations

import re

import pytest

from catalogue import entries
from core.languages import LANGUAGES
from tests.catalogue.said import placeholders, versions

SILENT = sorted(key for key, one in entries().items() if not one.discloses)
# Words that let a reader know of a debt, an amount, a due date or a product.
TELLS = {
    "en": re.compile(
        r"\b(debts?|debtors?|ow(e|ed|es|ing)|overdue|past[- ]due|due|arrears|collect\w*|loans?|lend(ing|er)?"
        r"|borrow\w*|credit|balance|bill|amount|sum|money|account|interest|instal\w*|pay\w*|paid|promis\w*"
        r"|delinquen\w*|default\w*|settle\w*)\b",
        re.IGNORECASE,
    ),
    "zh-Hans": re.compile(
        "欠|逾期|贷|还款|待还|还[清上多]|[能可]还|催|债|借|付|缴|款|金额|余额|到期|账|期数|分期|利息|还款约定"
    ),
    "zh-Hant": re.compile("欠|逾期|貸|還款|待還|還[清上多]|催|債|借|付|繳|款|金額|餘額|到期|帳|分期|利息"),
    "es": re.compile(
        r"\b(deud\w*|adeud\w*|deb(e|en|er|o|ido)|cobr\w*|pr[eé]stam\w*|cr[eé]dito\w*|vencid\w*|vence\w*"
        r"|saldo\w*|monto\w*|importe|pag(o|a|ar|os|ue|ó|ado)|pendiente\w*|cuota\w*|inter[eé]s(es)?|moros\w*"
        r"|atras\w*|cuenta|dinero|promesa\w*)\b",
        re.IGNORECASE,
    ),
}
TELLING_PARAMETERS = {
    "amount",
    "owed",
    "rest",
    "day",
    "days",
    "last",
    "promise",
    "plan",
    "amounts",
    "link",
    "reference",
}

ASKED = {
    "identity": ("YES or NO|birth|postcode|ID number", "本人|出生日期|邮政编码|证件", "本人|出生年月日|郵遞區號|證件", "usted|nacimiento|postal|identidad"),
    "amount": ("how much|what could you|amount", "多少|金额", "多少|金額", "qué cantidad|cuánto|qué puede pagar|la cantidad"),
    "pay_date": ("day|when", "哪天|哪一天|日期", "哪天|哪一天|日期", "fecha|qué día"),
    "pay_method": ("how will you pay", "怎么还|哪种方式", "什麼方式繳|哪種方式", "qué forma|pagar con"),
    "confirmation": (
        "right|Is that certain|work for you|YES or NO|send us the code|reply YES", "对吗|定得下来吗|可以吗|合适吗|“是”|把验证码发",
        "對嗎|確定嗎|可以嗎|合適嗎|「是」|把驗證碼傳", "correcto|Es seguro|sirve|queda bien|SI o NO|mande la clave|mandarla|responda SI",
    ),
    "reason": ("what happened|in the way|come up", "什么原因|什么情况", "什麼原因|什麼狀況", "qué ha pasado|impid|impide"),
    "contact": ("send it in full|how to reach|address", "发完整|联系方式|邮寄地址", "傳完整|聯絡方式|郵寄地址", "manda completo|los datos de|domicilio"),
    "proof": ("receipt|proof|certificate", "凭证|证明", "收據|證明", "recibo|comprobante|certificado"),
    "clarify_date": ("which day|what day", "哪一天|哪天", "哪一天|哪天", "qué fecha"),
    "clarify_amount": ("how much", "多少", "多少", "qué cantidad"),
    "language": ("which language", "哪种语言", "哪種語言", "qué idioma"),
    "case_details": ("what is wrong|please send", "请问|请发", "請問|請傳", "qué no es|mande por favor"),
    "callback_time": ("when and how|what time", "什么时间", "什麼時間", "qué hora"),
    "choice": ("which one|is it about", "哪一种|还是", "哪一種|還是", "qué plan|se trata"),
}  # fmt: skip
OFFERED = {
    "human": ("agent|colleague|person|someone", "人工|专员|真人", "專員|真人", "agente|persona|alguien"),
    "callback": (
        "contact you|call you",
        "与您联系|给您打电话",
        "與您聯絡|打電話給您",
        "le contacte|le va a llamar",
    ),
    "help_line": (r"\{line\}",) * 4,
    "pay_link": (r"\{link\}",) * 4,
    "bank_details": (r"\{number\}",) * 4,
    "plan_3": ("In 3 payments", "分3期", "分3期", "En 3 pagos"),
    "plan_6": ("In 6 payments", "分6期", "分6期", "En 6 pagos"),
    "extension": ("give you until", "延到", "延到", "dar hasta"),
    "hardship_programme": ("hardship program", "帮扶方案", "協助方案", "programa de apoyo"),
    "proof_upload": ("photo|documents", "截图|照片|材料", "截圖|照片|資料", "foto|documentos"),
    "part_payment": ("part", "一部分", "一部分", "una parte"),
}
# Polite endings, no question of ours that waits for an answer.
COURTESY = {"balance.no_account", "small_talk.anything_else", "small_talk.in_words"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", SILENT)
def test_what_does_not_disclose_has_no_word_of_a_debt(key: str, language: str) -> None:
    for text in versions(key, language):
        # The lender's own name is the sender's and may be said.
        assert TELLS[language].findall(text.replace("{lender}", "")) == []
        assert not placeholders(text) & TELLING_PARAMETERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "told", ["balance.told", "reminder.open", "promise.ask_day", "hardship.offer_extension", "pay_now.bank"]
)
def test_the_words_of_a_debt_are_recognised_where_they_may_be_said(told: str, language: str) -> None:
    text = versions(told, language)[0]

    assert TELLS[language].search(text.replace("{lender}", "")) or placeholders(text) & TELLING_PARAMETERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "asked"), [(key, ask) for key, one in entries().items() for ask in one.asks])
def test_what_is_declared_as_asked_is_asked(key: str, asked: str, language: str) -> None:
    words = ASKED[asked][LANGUAGES.index(language)]

    assert [text for text in versions(key, language) if not re.search(words, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "offer"), [(key, offer) for key, one in entries().items() for offer in one.offers]
)
def test_what_is_declared_as_offered_is_offered(key: str, offer: str, language: str) -> None:
    words = OFFERED[offer][LANGUAGES.index(language)]

    assert [text for text in versions(key, language) if not re.search(words, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(key for key, one in entries().items() if not one.asks))
def test_what_declares_no_question_puts_none(key: str, language: str) -> None:
    if key in COURTESY:
        return
    assert not any(mark in text for text in versions(key, language) for mark in "?？")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stop_is_confirmed_in_a_sentence_and_nothing_else(language: str) -> None:
    text = versions("stop.confirmed", language)[0]

    assert placeholders(text) == {"lender"}
    assert not re.search(r"[?？]|STOP|START|ALTA|回复|回覆|Responda|Reply", text)
