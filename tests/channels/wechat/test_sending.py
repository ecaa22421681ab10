"""How messages reach WeChat: the token, the codes, templates and menus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from channels.base import OutcomeUnknown, Rejected, TryLater, Unreachable, WindowClosed
from channels.settings import WeChatMode
from channels.testing import Fault
from channels.wechat.adapter import WeChat
from channels.wechat.standin import WeChatStandIn
from channels.wechat.tokens import MARGIN, OneProcess, Token
from core.messages import Blank, Choice
from tests.channels import kits
from tests.channels.kits import NOW, Kit


@pytest.fixture
async def kit() -> AsyncIterator[Kit]:
    async with kits.wechat(WeChatMode.SAFE) as made:
        yield made


def account(kit: Kit) -> WeChatStandIn:
    assert isinstance(kit.provider, WeChatStandIn)
    return kit.provider


async def test_one_token_serves_many_messages(kit: Kit) -> None:
    for _ in range(3):
        await kit.adapter.send(kit.message())

    assert kit.provider.calls.count("stable_token") == 1


async def test_many_messages_at_once_fetch_one_token(kit: Kit) -> None:
    await asyncio.gather(*(kit.adapter.send(kit.message()) for _ in range(10)))

    assert kit.provider.calls.count("stable_token") == 1
    assert len(kit.provider.taken) == 10


async def test_a_token_about_to_end_is_renewed(kit: Kit) -> None:
    await kit.adapter.send(kit.message())
    kit.clock.set(NOW + timedelta(seconds=7200) - MARGIN)
    await kit.adapter.send(kit.message())

    assert kit.provider.calls.count("stable_token") == 2


async def test_a_token_that_wechat_has_forgotten_is_renewed_once_and_the_message_sent_once(kit: Kit) -> None:
    await kit.adapter.send(kit.message("first"))
    account(kit).forget_token()

    await kit.adapter.send(kit.message("second"))

    assert kit.provider.texts_to(kit.borrower) == ["first", "second"]
    assert kit.provider.calls == ["stable_token", "custom/send", "custom/send", "stable_token", "custom/send"]


@pytest.mark.parametrize("code", ["40001", "42001", "40014"])
async def test_a_token_refused_again_is_not_asked_for_without_end(kit: Kit, code: str) -> None:
    kit.provider.will(Fault.REFUSED, code=code, times=5)

    with pytest.raises(Rejected):
        await kit.adapter.send(kit.message())
    assert kit.provider.calls.count("custom/send") == 2


async def test_a_token_renewed_by_another_process_is_used_and_not_renewed_again() -> None:
    store, fetched = OneProcess(), 0

    async def fetch() -> Token:
        nonlocal fetched
        fetched += 1
        return Token(f"token-{fetched}", NOW + timedelta(hours=2))

    first = await store.token(now=NOW, fetch=fetch)
    renewed = await store.token(now=NOW, fetch=fetch, not_this=first.value)
    late = await store.token(now=NOW, fetch=fetch, not_this=first.value)

    assert (renewed.value, late.value, fetched) == ("token-2", "token-2", 2)


async def test_without_a_token_nothing_was_sent_for_certain(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, WeChat)
    adapter._settings = replace(adapter._settings, api="http://127.0.0.1:9")

    with pytest.raises(TryLater):
        await adapter.send(kit.message())


async def test_a_wrong_secret_says_what_to_do(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, WeChat)
    adapter._settings = replace(adapter._settings, app_secret="another")

    with pytest.raises(Rejected, match="KEPT_WECHAT_APP_SECRET"):
        await adapter.send(kit.message())


async def test_without_a_secret_the_account_only_listens(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, WeChat)
    adapter._settings = replace(adapter._settings, app_secret=None)

    assert not adapter.can_send
    with pytest.raises(Rejected):
        await adapter.send(kit.message())


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("43004", Unreachable),
        ("43101", Unreachable),
        ("40003", Unreachable),
        ("45015", WindowClosed),
        ("45047", WindowClosed),
        ("45002", Rejected),
        ("48001", Rejected),
        ("-1", TryLater),
        ("45009", TryLater),
        ("45011", TryLater),
        ("99999", Rejected),
    ],
)
async def test_every_code_is_one_of_four_kinds_and_is_kept(
    kit: Kit, code: str, kind: type[Exception]
) -> None:
    kit.provider.will(Fault.REFUSED, code=code)

    with pytest.raises(kind) as refused:
        await kit.adapter.send(kit.message())
    assert getattr(refused.value, "code", "") == code
    assert getattr(refused.value, "opted_out", False) == (code in ("43004", "43101"))


async def test_a_template_goes_where_the_window_is_shut_and_is_never_doubled(kit: Kit) -> None:
    message = replace(
        kit.message(), template="T-1", blanks={"thing1": Blank("周五"), "date2": Blank("5月22日")}
    )
    account(kit).templates["T-1"] = "{{thing1.DATA}}：{{date2.DATA}}"

    first = await kit.adapter.send(message)
    await kit.adapter.send(message)

    [taken] = kit.provider.taken
    assert taken.request["data"] == {"thing1": {"value": "周五"}, "date2": {"value": "5月22日"}}
    assert first.provider_id == taken.provider_id


async def test_an_invitation_is_a_code_with_its_token(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, WeChat)

    link = await adapter.invitation("Zk3_9-aBcD")

    assert link == "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=ticket%2FZk3_9-aBcD"
    with pytest.raises(Rejected):
        await adapter.invitation("")


async def test_after_48_hours_only_a_template_goes(kit: Kit) -> None:
    account(kit).closed.add(kit.borrower)
    account(kit).templates["T-1"] = "{{thing1.DATA}}"

    with pytest.raises(WindowClosed):
        await kit.adapter.send(kit.message())
    await kit.adapter.send(replace(kit.message(), template="T-1", blanks={"thing1": Blank("a")}))

    assert len(kit.provider.taken) == 1


async def test_two_messages_with_keys_alike_are_two_templates(kit: Kit) -> None:
    account(kit).templates["T-1"] = "{{a.DATA}}"
    for at in range(2):
        key = f"campaign-2026-05-reminder-borrower-00000142/{at}"
        await kit.adapter.send(replace(kit.message(), key=key, template="T-1", blanks={"a": Blank("b")}))

    assert len(kit.provider.taken) == 2


async def test_a_notice_goes_once_to_who_subscribed_to_it(kit: Kit) -> None:
    account(kit).templates["N-1"] = "{{thing1.DATA}}"
    account(kit).subscribed.append(kit.borrower)
    notice = replace(
        kit.message(),
        template="N-1",
        blanks={"thing1": Blank("王芳")},
        by_subscription=True,
        language="zh-Hans",
    )

    receipt = await kit.adapter.send(notice)
    with pytest.raises(Rejected) as refused:
        await kit.adapter.send(replace(notice, key="turn-2/0"))

    [taken] = kit.provider.taken
    assert (taken.text, taken.request["lang"], receipt.provider_id) == ("王芳", "zh_CN", "turn-1/0")
    assert refused.value.code == "43101"
    assert "subscribe" in refused.value.remedy


async def test_a_template_that_the_account_has_not_is_rejected_with_a_remedy(kit: Kit) -> None:
    with pytest.raises(Rejected) as refused:
        await kit.adapter.send(replace(kit.message(), template="T-2", blanks={}))

    assert (refused.value.code, refused.value.remedy != "") == ("40037", True)


async def test_choices_become_a_menu(kit: Kit) -> None:
    await kit.adapter.send(
        replace(kit.message("周五？"), choices=(Choice("好的", "yes"), Choice("换一天", "other")))
    )

    assert kit.provider.taken[0].request["msgmenu"] == {
        "head_content": "周五？",
        "list": [{"id": "1", "content": "好的"}, {"id": "2", "content": "换一天"}],
        "tail_content": "",
    }


async def test_an_answer_without_a_code_leaves_the_outcome_unknown(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kit.adapter.send(kit.message())
    kit.provider.will(Fault.CUT)

    with pytest.raises(OutcomeUnknown):
        await kit.adapter.send(kit.message())
