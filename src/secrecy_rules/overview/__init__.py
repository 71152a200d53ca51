"""One page over all rulebooks: what became of every regulation, which readings were taken, what is lost."""

from secrecy_rules.overview.page import PAGES, page

__all__ = ["PAGES", "page"]
