"""Messages of ours as WeChat's APIs take them, and what their error codes mean.

Source: WeChat, 发送客服消息, 发送模板消息, 发送订阅通知 and 全局返回码.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from channels.base import Rejected, SendFailed, TryLater, Unreachable, WindowClosed
from channels.wechat.fields import fitted
from core.messages import OutboundMessage

CUSTOM_SEND = "/cgi-bin/message/custom/send"
TEMPLATE_SEND = "/cgi-bin/message/template/send"
TEMPLATE_LIST = "/cgi-bin/template/get_all_private_template"
SUBSCRIBE_SEND = "/cgi-bin/message/subscribe/bizsend"
MEDIA_GET = "/cgi-bin/media/get"
QR_CREATE = "/cgi-bin/qrcode/create"
SHOW_QR = "https://mp.weixin.qq.com/cgi-bin/showqrcode"
STABLE_TOKEN = "/cgi-bin/stable_token"  # noqa: S105 (a path)

# The access token is wrong or has ended: renew it once and ask again, for nothing was taken.
STALE_TOKEN = frozenset({40001, 40014, 42001})

# Does not follow us any more (43004), or has switched these messages off (43101).
_OPTED_OUT = frozenset({43004, 43101})
_NO_SUCH_PERSON = frozenset({40003, 40031, 46004})
_FOR_NOW = frozenset({-1, 45009, 45011, 61024})
# 48 hours since the person wrote, or as many messages as WeChat allows after that.
_WINDOW_CLOSED = frozenset({45015, 45047})
_NOT_SUBSCRIBED = 43101
_SHOWN_IN = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}
_REMEDIES = {
    40037: "Take the template's id from the account's own list of templates.",
    43101: "Let the person subscribe to the notice again: one subscription is one notice.",
    47003: "See in the list of templates what each of its fields may hold.",
    40164: "Add this machine's address to the account's IP whitelist.",
    40125: "Check KEPT_WECHAT_APP_SECRET.",
}


def request_of(message: OutboundMessage) -> tuple[str, dict[str, Any]]:
    """The path and the JSON to post. By a template's client_msg_id WeChat drops doubles for ten minutes."""
    if message.template is not None:
        data = {name: {"value": fitted(name, blank)} for name, blank in message.blanks.items()}
        template: dict[str, Any] = {
            "touser": message.recipient,
            "template_id": message.template,
            "data": data,
        }
        if message.by_subscription:
            shown_in = _SHOWN_IN.get(message.language, "en_US")
            return SUBSCRIBE_SEND, template | {"lang": shown_in, "miniprogram_state": "formal"}
        return TEMPLATE_SEND, template | {"client_msg_id": sha256(message.key.encode()).hexdigest()[:32]}
    if message.choices:
        choices = [{"id": str(at), "content": choice.label} for at, choice in enumerate(message.choices, 1)]
        menu = {"head_content": message.text, "list": choices, "tail_content": ""}
        return CUSTOM_SEND, {"touser": message.recipient, "msgtype": "msgmenu", "msgmenu": menu}
    text = {"content": message.text}
    return CUSTOM_SEND, {"touser": message.recipient, "msgtype": "text", "text": text}


def failed(code: int, *, by_subscription: bool = False) -> SendFailed:
    """The failure that WeChat's `errcode` is. Who did not subscribe to a notice has not opted out of messages."""
    written = str(code)
    if by_subscription and code == _NOT_SUBSCRIBED:
        return Rejected("The person has not subscribed to this notice.", code=written, remedy=_REMEDIES[code])
    if code in _OPTED_OUT:
        return Unreachable("The person follows the account no more.", code=written, opted_out=True)
    if code in _NO_SUCH_PERSON:
        return Unreachable("WeChat does not know this person.", code=written)
    if code in _WINDOW_CLOSED:
        return WindowClosed("The session window is shut.", code=written, remedy="Send an approved template.")
    if code in _FOR_NOW:
        return TryLater("WeChat takes no more for now.", code=written)
    return Rejected("WeChat refused the message.", code=written, remedy=_REMEDIES.get(code, ""))
