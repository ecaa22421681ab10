"""Who has lost somebody is helped; that the borrower died is heard as that."""

from __future__ import annotations

import pytest

from actions import route
from tests.actions.making import obliged, situation

OWN = """I lost my father on the 9th, the burial was in Enugu and everything I had has gone into it|my mom passed last week, I'm on unpaid leave
|enterré a mi mamá el martes, gasté todo en el funeral|我爷上周走了 刚从老家回学校 现在兜比脸还干净|我弟上個月走了 喪葬也是我出的""".split(
    "|"
)
THEIRS = """my father passed away, I have his phone|my husband died and im getting his collection texts|我爸借的 我爸没了 我没钱|my dad died
|falleció mi esposo, la cuenta era de él|我爸爸欠的 他往生了 我沒錢""".split("|")


@pytest.mark.parametrize("text", [text.strip() for text in OWN])
def test_a_loss_of_the_borrowers_own_is_a_hardship(text: str) -> None:
    step = route.next_step(situation(text, "deceased"))

    assert "deceased" not in obliged(step)
    assert step.says


@pytest.mark.parametrize("text", [text.strip() for text in (*OWN, *THEIRS)])
def test_told_by_who_is_not_known_it_may_be_the_borrower(text: str) -> None:
    assert "deceased" in obliged(route.next_step(situation(text, "deceased", verified=False)))


@pytest.mark.parametrize("text", [text.strip() for text in THEIRS])
def test_a_death_of_whose_the_debt_or_phone_was_stays_one(text: str) -> None:
    assert "deceased" in obliged(route.next_step(situation(text, "deceased")))
