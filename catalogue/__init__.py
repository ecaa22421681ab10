"""Everything the assistant and the campaigns can say: declared in entries/, said in locales/."""

from catalogue.entries import Entry, entries, entry
from catalogue.rendering import render
from catalogue.values import day, listed, moment, money

__all__ = ["Entry", "day", "entries", "entry", "listed", "moment", "money", "render"]
