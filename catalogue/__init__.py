"""Everything the assistant and the campaigns can say: declared in entries/, said in locales/."""

from catalogue.choices import choices
from catalogue.entries import Entry, entries, entry
from catalogue.rendering import render
from catalogue.values import day, listed, moment, money

__all__ = ["Entry", "choices", "day", "entries", "entry", "listed", "moment", "money", "render"]
