"""An export as one page that stands alone: read in any browser, printed as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

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
    zone = ZoneInfo(export["zone"])
    who = export["borrower"]
    title = f"Contacts with borrower {who['reference']}, {export['from']} to {export['to']}"
    messages = export["messages"]
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title><style>{_STYLE}</style>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(who['name'])}, law of {escape(who['jurisdiction'])}, language {escape(who['language'])}. "
        f"All times are those of {escape(export['zone'])}; made {_when(export['made_at'], zone)}.</p>",
        _summary(messages),
        "<h2>Addresses and consent</h2>",
        _table(
            ("channel", "address", "state", "consent", "since", "opted out"),
            [
                (
                    row["channel"],
                    row["address"],
                    row["status"],
                    row["consent_source"] or "none on file",
                    _when(row["consent_at"], zone),
                    _when(row["opted_out_at"], zone),
                )
                for row in export["addresses"]
            ],
        ),
        "<h2>Accounts</h2>",
        _table(
            ("account", "lender", "collector", "state", "owed", "due"),
            [
                (
                    row["reference"],
                    row["lender"],
                    row["collector_type"],
                    row["status"],
                    f"{row['balance']} {row['currency']}",
                    row["due_on"],
                )
                for row in export["accounts"]
            ],
        ),
        "<h2>Messages, the oldest first</h2>",
        *(_message(row, zone) for row in messages),
        "<h2>Changes of consent, stops and wishes</h2>",
        _table(
            ("when", "what", "by", "message"),
            [
                (_when(row["at"], zone), _kind(row), row["source"], row["message"] or "")
                for row in export["consents"]
            ],
        ),
        "<h2>Stopped texts that went to a second person</h2>",
        *(_override(row, zone) for row in export["overrides"]),
        "<h2>Promises</h2>",
        _table(
            ("made", "amount", "for", "state"),
            [
                (_when(row["at"], zone), f"{row['amount']} {row['currency']}", row["due_on"], row["status"])
                for row in export["promises"]
            ],
        ),
        _proof(export["chain"], zone),
        "</html>\n",
    ]
    return "\n".join(parts)


def _summary(messages: Iterable[Mapping[str, Any]]) -> str:
    rows = list(messages)
    ours = [row for row in rows if row["direction"] == "out"]
    sent = sum(row["state"] in ("sent", "unknown", "sending") for row in ours)
    held = [sum(row["state"] == state for row in ours) for state in ("blocked", "deferred")]
    return (
        f"<p><strong>{sent}</strong> messages sent, <strong>{len(rows) - len(ours)}</strong> received, "
        f"<strong>{held[0]}</strong> stopped and <strong>{held[1]}</strong> put off by a rule.</p>"
    )


def _message(row: Mapping[str, Any], zone: ZoneInfo) -> str:
    if row["direction"] == "in":
        heard = f" Heard as: {escape(row['heard'])}." if row["heard"] else ""
        return (
            f"<article class=in id=m{escape(row['id'])}><b>{_when(row['at'], zone)}</b> received on "
            f"{escape(row['channel'])} from {escape(row['address'])}.{heard}{_quoted(row['text'])}"
            f"<code>{escape(row['id'])}</code></article>"
        )
    decision = row["decision"]
    receipts = ", ".join(
        f"{escape(told['state'])} {_when(told['at'], zone)}" for told in row["receipts"]
    ) or escape(row["delivery"] or "none")
    return (
        f"<article class={escape(decision['outcome'] if decision else 'none')} id=m{escape(row['id'])}>"
        f"<b>{_when(row['at'], zone)}</b> {escape(row['state'])} on {escape(row['channel'])} to "
        f"{escape(row['address'])} by {escape(row['by'])}, purpose {escape(row['purpose'])}.{_quoted(row['text'])}"
        f"<div>Receipts: {receipts}</div>{_decided(decision, zone)}<code>{escape(row['id'])}</code></article>"
    )


def _decided(decision: Mapping[str, Any] | None, zone: ZoneInfo) -> str:
    if decision is None:
        return "<div>No decision: it was never to be sent.</div>"
    later = decision["next_allowed_at"]
    until = f", permitted again from {_when(later, zone)}" if later else ""
    versions = ", ".join(f"{name} {version}" for name, version in sorted(decision["versions"].items()))
    rules = _table(
        ("rule", "says", "source", "why"),
        [
            (rule["id"], rule["outcome"], rule.get("reference", ""), rule.get("why", ""))
            for rule in decision["rules"]
        ],
    )
    return (
        f"<div>Decision: <b>{escape(decision['outcome'])}</b> at {_when(decision['at'], zone)}{until}.</div>"
        f"{rules}<div class=quiet>Versions: <code>{escape(versions)}</code></div>"
    )


def _override(row: Mapping[str, Any], zone: ZoneInfo) -> str:
    by = f" by {escape(row['decided_by'])} {_when(row['decided_at'], zone)}" if row["decided_by"] else ""
    return (
        f"<article><b>{_when(row['at'], zone)}</b> written by {escape(row['written_by'])}; found: "
        f"{escape(', '.join(map(str, row['found'])))}; {escape(row['state'])}{by}.{_quoted(row['text'])}</article>"
    )


def _kind(row: Mapping[str, Any]) -> str:
    detail = ", ".join(f"{name} {value}" for name, value in sorted(row["detail"].items()))
    return f"{row['kind']} ({detail})" if detail else str(row["kind"])


def _proof(chain: Mapping[str, Any], zone: ZoneInfo) -> str:
    rows = [
        (str(entry["number"]), _when(entry["at"], zone), entry["kind"], entry["subject"], entry["hash"][:16])
        for entry in chain["entries"]
    ]
    return (
        "<h2>Proof</h2><p>Each entry of the audit carries a SHA-256 hash over itself and the hash before it. The JSON "
        "file beside this page holds the entries in full; <code>kept audit verify --export</code> recomputes them. "
        f"When this was made the chain ended with entry {chain['last_number']}, "
        f"<code>{escape(chain['last_hash'])}</code>.</p>"
        + _table(("entry", "when", "what", "of", "hash (beginning)"), rows)
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}" for cell in row) for row in rows)
    if not body:
        return "<p class=quiet>None.</p>"
    return "<table><tr>" + "".join(f"<th>{escape(head)}" for head in heads) + f"{body}</table>"


def _quoted(text: str | None) -> str:
    return f"<blockquote>{escape(text)}</blockquote>" if text else ""


def _when(at: str | None, zone: ZoneInfo) -> str:
    return datetime.fromisoformat(at).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S") if at else ""
