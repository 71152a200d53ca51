"""A tiny regulation with its text, rulebook and cases, for the tests of the testing tools."""

from __future__ import annotations

from pathlib import Path

from secrecy_rules.testing.fingerprint import fingerprint

CLAUSES = {
    "m": "某门诊部保密制度",
    "1": "（一）密件不得复印，主任同意的除外。",
    "2": "（二）提高认识。",
    "3": "（三）绝密件一律不印。",
}
BODIES = {
    "m": "inert: title",
    "1": "rules: [{id: copying, forbid: copy, when: {carrier.level: {at_least: CONFIDENTIAL}}, "
    "unless: {approved_by: {role: office_director}}}]",
    "2": "inert: exhortation",
    "3": "rules: [{id: top-secret, forbid: copy, when: {carrier.level: TOP_SECRET}, absolute: true}]",
}
CASES = """
cases: clinic
groups:
  - id: copying
    title: 复印
    given: {action: copy, object: {kind: document, level: SECRET}, approvals: []}
    cases:
      - {case: 未经同意, expect: {effect: deny, ground: needs_approval, articles: ["1"]}}
      - {case: 主任同意, with: {approvals: [office_director]}, expect: {effect: allow, rules: [copying]}}
      - {case: 绝密, with: {object.level: TOP_SECRET}, expect: {effect: deny, ground: forbidden}}
"""


def write_clinic(folder: Path, *, clauses: dict[str, str] | None = None, cases: str = CASES) -> Path:
    """Write rulebook and cases into a folder; ``clauses`` replaces the texts that are fingerprinted."""
    articles = "\n".join(
        f'  - id: "{name}"\n    cite: "{name}"\n    gist: {{zh: 一, en: one}}\n'
        f"    source: {{length: {fingerprint(text).length}, sha256: {fingerprint(text).sha256}}}\n    {BODIES[name]}"
        for name, text in (clauses or CLAUSES).items()
    )
    head = (
        "rulebook: clinic\ntitle: {zh: 某门诊部保密制度, en: Clinic rules}\nsector: hospital\n"
        "document: {number: null, issuer: null, issued: null}\n"
        "scale: [PUBLIC, INTERNAL, CONFIDENTIAL, SECRET, TOP_SECRET]\narticles:\n"
    )
    (folder / "clinic.yaml").write_text(head + articles + "\n", encoding="utf-8")
    (folder / "clinic.cases.yaml").write_text(cases, encoding="utf-8")
    return folder


def write_corpus(folder: Path, clauses: dict[str, str] | None = None) -> Path:
    """Write the inventory of the clinic's regulation."""
    rows = "\n".join(
        f'  - {{id: "{name}", executable: {str(name in "13").lower()}, text: "{text}", '
        f"length: {fingerprint(text).length}, sha256: {fingerprint(text).sha256}}}"
        for name, text in (clauses or CLAUSES).items()
    )
    (folder / "clinic.yaml").write_text(f"id: clinic\nconfidentiality: true\nclauses:\n{rows}\n", encoding="utf-8")
    return folder
