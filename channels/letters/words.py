"""What a person wrote in a mail: its text, without the letter that they quote and without their signature.

The libraries for this know no Chinese, and cut everything behind "Thanks,": a stop or an amount below it would be
lost. So only what certainly is no new word is cut.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from html.parser import HTMLParser

from channels.letters.parts import kind_of, text_of

LONGEST_TEXT = 20_000
_MOST_LINES = 2_000

# Where the quoted letter begins: everything from here on is old.
_QUOTE = re.compile(
    r"(On\b.{1,200}\bwrote:|El\b.{1,200}\bescribió:|在.{1,200}(写道|寫道|写到)[:：]|.{1,200}(写道|寫道)[:：]|"
    r"\d{4}[-/年].{1,150}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*(于|於)?.{0,40}[:：]?)$|"
    r"-{2,}\s*(Original Message|Forwarded message|Mensaje original|Mensaje reenviado|原始邮件|原始郵件|"
    r"转发邮件|轉寄郵件|回复的原邮件|回覆的原郵件)|[_-]{10,}$",
    re.IGNORECASE,
)
# Outlook heads what it quotes with the mail's own headers: two of them in a row are no sentence of a person.
_HEADER = re.compile(
    r"\*?(From|Sent|To|Date|Subject|Cc|De|Enviado( el)?|Para|Fecha|Asunto|发件人|发送时间|收件人|主题|日期|抄送|"
    r"寄件者|寄件人|傳送時間|傳送日期|寄件日期|收件者|主旨|副本)\*?\s?[:：]",
    re.IGNORECASE,
)
# What a mail program writes below by itself.
_SENT_FROM = re.compile(
    r"(Sent from (my )?(iPhone|iPad|Android|Samsung|Galaxy|Huawei|Xiaomi|Mail|Outlook|Yahoo|phone|mobile)|"
    r"Get Outlook for|Enviado desde (mi|Outlook|Yahoo|el correo)|Obtener Outlook|"
    r"发自(我的|手机|QQ)|發自我的|從我的.{1,20}(傳送|寄出)|从我的.{1,20}发送|來自我的|来自我的|傳自我的|"
    r"获取 ?Outlook|取得 ?Outlook).{0,80}$",
    re.IGNORECASE,
)


def new_words(mail: EmailMessage) -> str:
    """What the person wrote now; empty where they wrote nothing but a subject."""
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = text_of(part)[: LONGEST_TEXT * 5]
    text = _without_tags(text) if kind_of(part) == "text/html" else text
    return without_quotes(text)


def without_quotes(text: str) -> str:
    """`text` down to the quoted letter or the signature, and without quoted lines between a person's own."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")[:_MOST_LINES]]
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _is_end(lines, place):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _is_end(lines: list[str], place: int) -> bool:
    line = lines[place].strip()
    if line == "--" or _SENT_FROM.fullmatch(line) or _QUOTE.match(line[:500]):
        return True
    following = lines[place + 1].strip() if place + 1 < len(lines) else ""
    if _HEADER.match(line) and _HEADER.match(following):
        return True
    # A long "On ... <address> wrote:" is broken over two lines; its first names an address or a year.
    opens = re.match(r"(On |El |在).*(\d{4}|@)", line[:300]) is not None
    return opens and _QUOTE.match(f"{line} {following}"[:500]) is not None


class _Words(HTMLParser):
    """The words of a page, without what only the eye of a browser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("style", "script", "head", "blockquote"):
            self._hidden += 1
        elif tag in ("br", "p", "div", "tr", "li"):
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head", "blockquote"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _without_tags(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.words))
