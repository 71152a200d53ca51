"""The schema of the rulebook format."""

from __future__ import annotations

from secrecy_rules.model.level import LEVEL_SPELLINGS
from secrecy_rules.rulebook.ledger import INERT_REASONS
from secrecy_rules.rulebook.parse_document import ARTICLE, ARTICLE_OPTIONAL, HEAD, HEAD_OPTIONAL, NAME
from secrecy_rules.schema.conditions import Conditions
from secrecy_rules.schema.parts import (
    COUNT,
    DATE,
    TEXT,
    Definitions,
    Schema,
    any_of,
    closed,
    exactly_one,
    one_key,
    one_or_list,
)
from secrecy_rules.schema.rules import NOTE, Rules
from secrecy_rules.schema.texts import described
from secrecy_rules.schema.words import levels, words

NULL: Schema = {"type": "null"}
DESCRIPTION = (
    "保密制度规则书：一个文件就是一份制度，条文按原文顺序排列。 "
    "A rulebook: one file is one regulation, its clauses in the order of the text."
)


def rulebook_schema() -> Schema:
    """The schema of a rulebook file, built from the language as the loader knows it.

    >>> sorted(rulebook_schema()["required"])
    ['articles', 'document', 'rulebook', 'scale', 'sector', 'title']
    """
    defs = Definitions()
    return defs.whole(_head(defs), "secrecy_rules rulebook", DESCRIPTION)


def _head(defs: Definitions) -> Schema:
    conditions = Conditions(defs)
    term = one_key({"role": words(defs, ("role",)), "when": conditions.condition()})
    keys: dict[str, Schema] = {
        "rulebook": {"type": "string", "pattern": f"^(?:{NAME.pattern})$"},
        "title": NOTE,
        "sector": TEXT,
        "document": closed({"number": any_of(TEXT, NULL), "issuer": any_of(TEXT, NULL), "issued": any_of(DATE, NULL)}),
        "scale": one_or_list(levels(defs)),
        "articles": one_or_list(defs.ref("article", lambda: _article(conditions))),
        "in_force": closed({"from": any_of(DATE, NULL), "to": any_of(DATE, NULL)}),
        "levels": {"type": "object", "additionalProperties": {"enum": list(LEVEL_SPELLINGS)}},
        "applies_to": conditions.condition(),
        "terms": {"type": "object", "additionalProperties": term},
        "reading": one_or_list(NOTE),
        "gap": one_or_list(NOTE),
        "copies": one_or_list(NOTE),
    }
    return closed({key: described(key, keys[key]) for key in (*HEAD, *HEAD_OPTIONAL)}, HEAD)


def _article(conditions: Conditions) -> Schema:
    defs = conditions.defs
    reason: Schema = {"enum": list(INERT_REASONS)}
    norm = any_of(one_or_list(TEXT), closed({"inert": reason, "note": NOTE}, ["inert"]))
    sha256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    keys: dict[str, Schema] = {
        "id": TEXT,
        "cite": TEXT,
        "gist": NOTE,
        "source": closed({"length": COUNT, "sha256": sha256}, ["length", "sha256"]),
        "norms": {"type": "object", "additionalProperties": norm},
        "rules": one_or_list(defs.ref("rule", Rules(conditions).rule)),
        "served_by": one_or_list(TEXT),
        "inert": reason,
        "note": NOTE,
        "reading": one_or_list(NOTE),
        "gap": one_or_list(NOTE),
        "applies_to": conditions.condition(),
    }
    found = {key: described(key, keys[key]) for key in (*ARTICLE, *ARTICLE_OPTIONAL)}
    return closed(found, ARTICLE, **exactly_one("rules", "served_by", "inert"))
