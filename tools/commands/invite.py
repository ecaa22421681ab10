"""Make a link that leads a borrower to the web chat, Telegram or WeChat, where their conversation goes on."""

from __future__ import annotations

import asyncio
import json

import click

from core.errors import NotFound
from core.messages import Channel
from gateway.pipelines import binding
from storage import conversations, reaching
from tools.house import house

DOORS = [str(Channel.WEBCHAT), str(Channel.TELEGRAM), str(Channel.WECHAT)]


@click.command()
@click.argument("borrower")
@click.option(
    "--channel", type=click.Choice(DOORS), default=DOORS[0], show_default=True, help="Where it leads."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object: borrower, channel, link, runs_out_at."
)
def command(borrower: str, channel: str, as_json: bool) -> None:
    """Make a link for BORROWER (the lender's own number for them). It works once, for a day.

    It goes to the borrower and to nobody else, in a letter or a message of yours: this command sends nothing. Who
    opens it is asked who they are before a word of a debt is said; what was open in their last conversation goes on.
    """
    made = asyncio.run(_make(borrower, channel))
    if as_json:
        told = {
            "borrower": borrower,
            "channel": made.channel,
            "link": made.url,
            "runs_out_at": made.runs_out_at.isoformat(),
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(made.url)
    click.echo(f"Leads to {made.channel}, once, until {made.runs_out_at:%Y-%m-%d %H:%M %Z}.", err=True)


async def _make(reference: str, channel: str) -> binding.Link:
    async with house() as services, services.database.begin() as work:
        found = await reaching.by_reference(work, reference)
        if found is None:
            raise NotFound(
                "There is no borrower with this number.", remedy="Give the number of the lender's own file."
            )
        latest = await conversations.latest_of(work, found.id)
        return binding.link(
            services,
            work,
            found.id,
            channel=channel,
            made_by="command line",
            continues=latest.id if latest else None,
        )
