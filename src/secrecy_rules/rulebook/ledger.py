"""The closed list of reasons for which a clause, or one norm of it, needs no rule."""

from __future__ import annotations

INERT_REASONS = (
    "title",
    "heading",
    "document-number",
    "notice",
    "signature",
    "imprint",
    "purpose",
    "principle",
    "exhortation",
    "organisation",
    "definition-used-as-term",
    "interpretation",
    "entry-into-force",
    "delegated-elsewhere",
    "catch-all",
    "lead-in",
    "not-decidable",
)
