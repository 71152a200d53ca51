"""Answers in the words of an official, Chinese or English; every sentence comes out of ``data/``.

>>> from secrecy_rules.model.answers import Change
>>> consent = Change(
...     sort="obtain", path="approvals", operator="approved_by", wanted=("office_director",), lists=("role",)
... )
>>> describe_change(consent, "zh"), describe_change(consent, "en")
('须经办公室主任批准', 'consent of the office director')
"""

from secrecy_rules.explain.changes import ask_for, describe_change
from secrecy_rules.explain.render import render
from secrecy_rules.explain.what_if import render_what_if
from secrecy_rules.explain.why import render_why

__all__ = ["ask_for", "describe_change", "render", "render_what_if", "render_why"]
