"""Hypothesis strategies: small rulebooks, and situations that make the rules of a rulebook speak.

Needs the extra ``test`` (Hypothesis); the rest of the library does not import this package.

>>> from hypothesis import given, settings
>>> from secrecy_rules import Engine, load
>>> clinic = load("hospital-2017")
>>> @settings(max_examples=5, database=None)
... @given(requests_for(clinic))
... def every_denial_names_its_article(request):
...     decision = Engine(clinic).decide(request)
...     assert decision or decision.articles or decision.ground.value == "not_covered"
>>> every_denial_names_its_article()
"""

from secrecy_rules.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError:
    raise MissingExtraError("test", "generating rulebooks and requests") from None

from secrecy_rules.testing.strategies.learning import Learned, learned
from secrecy_rules.testing.strategies.rulebooks import rulebook_texts, rulebooks
from secrecy_rules.testing.strategies.situations import request_data_for, requests_for, situations

__all__ = [
    "Learned",
    "learned",
    "request_data_for",
    "requests_for",
    "rulebook_texts",
    "rulebooks",
    "situations",
]
