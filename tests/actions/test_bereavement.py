"""Who has lost somebody is helped; that the borrower died is heard as that."""

from __future__ import annotations

import pytest

from actions import route
from actions.situation import Obliges
from tests.actions.making import keys, obliged, situation

OWN = """I lost my father on the 9th, the burial was in Enugu and everything I had has gone into it|my mom passed last week, I'm on unpaid leave
|enterré a mi mamá el martes, gasté todo en el funeral|我爷上周走了 刚从老家回学校 现在兜比脸还干净|我弟上個月走了 喪葬也是我出的
|lost my husband in march, his card paid everything|I lost my wife and she handled all the bills, give me a minute|my husband died last month and I'm behind on my loan because of it
|I'm a widow now, on my own with the kids|falleció mi esposo, él pagaba todo|murió mi mujer, me quedé sola con los niños|我老公上個月過世 以前都是他付 剩我一個|我老婆走咗 而家剩返我一個人湊仔""".split(
    "|"
)
THEIRS = """my father passed away, I have his phone|my husband died and im getting his collection texts|我爸借的 我爸没了 我没钱|my dad died
|falleció mi esposo, la cuenta era de él|我爸爸欠的 他往生了 我沒錢
|my husband died, I can't pay his bills|I lost my wife, Grace, I'm on my own now|my wife passed, I'm her widower, the account was hers|I'm the widow of the man you text, I can't help you
|murió mi esposo, no puedo con sus deudas|falleció mi mamá, estoy viendo lo de su cuenta|我媽走了 她的帳我不清楚 我沒錢|我老公走咗 佢嘅數我唔識 剩返我""".split(
    "|"
)


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


@pytest.mark.parametrize(
    "text",
    [
        "my husband passed away, I can't pay his bills",
        "murió mi esposo y no puedo con sus deudas",
        "我老公走了 他的貸款我還不了",
        "my wife died, it was hers",
    ],
)
def test_what_who_died_owed_is_no_hardship_of_the_borrowers(text: str) -> None:
    assert obliged(route.next_step(situation(text, "hardship"))) == ["deceased"]


@pytest.mark.parametrize(
    "text",
    [
        "my dad died and the hospital bills took everything",
        "this is Grace, I lost my dad and can't pay",
        "my mom died, I still owe you I know",
        "murió mi papá y gasté todo",
        "我爸走了 我手头紧",
    ],
)
def test_a_hardship_after_a_loss_stays_one(text: str) -> None:
    assert "deceased" not in obliged(route.next_step(situation(text, "hardship")))


def test_a_wife_who_picks_up_the_phone_tells_of_no_death() -> None:
    text = "hola soy la esposa de grace, dejó su cel cargando en la cocina"

    step = route.next_step(
        situation(text, "deceased", confidence=0.75, runner_up="wrong_party", language="es")
    )

    assert not any("deceased" in say or "specialist" in say for say in keys(step))


def test_a_wife_who_tells_of_a_death_is_heard() -> None:
    text = "soy la esposa de grace, ya no está con nosotros"

    step = route.next_step(
        situation(text, "deceased", confidence=0.75, runner_up="wrong_party", language="es")
    )

    assert [effect.event for effect in step.effects if isinstance(effect, Obliges)] == ["deceased"]
