"""JSON Schemas of rulebooks, of the inputs of the six questions and of files of law cases.

For editors, which complete and check a file while it is written, and for programs in other languages. They say
what structure can say; the loader says the rest (names that lead nowhere, circles, norms that no rule serves).

>>> shipped_schema("request") == question_schema("decide")
True
"""

from secrecy_rules.schema.cases import cases_schema
from secrecy_rules.schema.files import NAMES, schema, shipped_schema
from secrecy_rules.schema.questions import question_schema
from secrecy_rules.schema.rulebook import rulebook_schema

__all__ = ["NAMES", "cases_schema", "question_schema", "rulebook_schema", "schema", "shipped_schema"]
