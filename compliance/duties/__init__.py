"""What a message or event obliges us to, by place, collector and product: a table with references, like the packs."""

from compliance.duties.book import Book, lifting, load_duties, of, standard
from compliance.duties.schema import EVENTS

__all__ = ["EVENTS", "Book", "lifting", "load_duties", "of", "standard"]
