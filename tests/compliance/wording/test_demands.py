"""Whether an agent's words ask for money."""

from __future__ import annotations

import pytest

from compliance.wording.demands import asks_for_money


@pytest.mark.parametrize(
    "text",
    [
        "Please pay the 515.20 you owe.",
        "You still need to pay by Friday",
        "When can you make a payment?",
        "You still owe $515.20.",
        "Your account is past due, pay today",
        "Don't forget to pay today",
        "Bankruptcy doesn't cancel this, you owe it",
        "Can you settle it this week?",
        "Why haven't you paid? Send the money.",
        "I understand. But the balance is still due.",
        "Let's set up a payment plan",
        "Por favor pague hoy los 2150",
        "¿Cuándo puede pagar?",
        "Todavía debe 2150 pesos",
        "No olvide su pago",
        "Necesito que se ponga al corriente",
        "请今天还款",
        "您还欠4300元，什么时候还",
        "别拖了，今天还清",
        "麻煩你今日找數",
        "請盡快繳款",
        "您的账单已逾期",
    ],
)
def test_a_demand_is_one_in_every_language(text: str) -> None:
    assert asks_for_money(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for telling us. Please send us the case number and the court.",
        "We will not ask you for payment.",
        "You don't need to pay anything now.",
        "I'm sorry for your loss.",
        "Nothing is due from you while this runs.",
        "Collection is paused. What is your attorney's name?",
        "We'll stop here. Who is your trustee?",
        "Which chapter did you file?",
        "Gracias por avisarnos. ¿Cuál es el número de expediente?",
        "No tiene que pagar nada por ahora.",
        "Lamento su pérdida.",
        "谢谢告知，请把案号发给我们。",
        "这段时间您不用还款。",
        "請節哀。",
        "麻煩你話我哋知律師嘅名",
    ],
)
def test_what_asks_for_papers_or_says_that_nothing_is_due_is_none(text: str) -> None:
    assert not asks_for_money(text)
