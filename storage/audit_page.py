"""An export as one page that stands alone: read in any browser, printed as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from storage.audit_told import Card, Grid, Heading, Line, Part, Quote, Span, parts, title

_STYLE = """
body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:60rem;
margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #999}
article{border:1px solid #bbb;border-left:6px solid #567;padding:.6rem 1rem;margin:1rem 0;break-inside:avoid}
article.in{border-left-color:#2a7}article.block,article.defer{border-left-color:#b40}
blockquote{white-space:pre-wrap;margin:.5rem 0;padding:.5rem .8rem;background:#f3f3f0}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
td,th{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ddd}
code{font-size:.85em;overflow-wrap:anywhere}.quiet{color:#555}
@media print{body{margin:0;max-width:none;font-size:11px}}
"""


def page(export: Mapping[str, Any]) -> str:
    """The HTML of an export of `storage.audit_export.of_borrower`."""
    head = escape(title(export))
    return "\n".join(
        [
            f"<!doctype html><html lang=en><meta charset=utf-8><title>{head}</title><style>{_STYLE}</style>",
            f"<h1>{head}</h1>",
            *(_part(part) for part in parts(export)),
            "</html>\n",
        ]
    )


def _part(part: Part) -> str:
    match part:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Line(spans):
            return f"<p>{_spans(spans)}</p>"
        case Grid(heads, _, rows):
            return _table(heads, rows)
        case Card(kind, id_, inner):
            inside = "".join(_inside(one) for one in inner)
            return f'<article class="{escape(kind)}" id="m{escape(id_)}">{inside}</article>'


def _inside(part: Line | Quote | Grid) -> str:
    match part:
        case Line(spans):
            return f"<div>{_spans(spans)}</div>"
        case Quote(text):
            return f"<blockquote>{escape(text)}</blockquote>"
        case Grid(heads, _, rows):
            return _table(heads, rows)


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text)
    match span.look:
        case "strong":
            return f"<b>{text}</b>"
        case "code":
            return f"<code>{text}</code>"
        case "quiet":
            return f"<span class=quiet>{text}</span>"
        case "plain":
            return text


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in rows)
    if not body:
        return "<p class=quiet>None.</p>"
    return "<table><tr>" + "".join(f"<th>{escape(head)}" for head in heads) + f"{body}</table>"
