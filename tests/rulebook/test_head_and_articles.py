"""The head, the articles and the ledger of a rulebook: what a good file gives."""

from datetime import date

import pytest

from secrecy_rules import Level, RulebookError
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.rulebook.ledger import INERT_REASONS
from tests.semantics.toy import SHA256, document, rulebook

SOURCE = f"source: {{length: 8, sha256: {SHA256}}}"
WHOLE = f"""\
rulebook: example-clinic
title: {{zh: 某门诊部保密制度, en: Confidentiality rules of an example clinic}}
sector: hospital
document: {{number: 某办〔2020〕1号, issuer: 某门诊部, issued: 2020-01-01}}
in_force: {{from: 2020-01-01, to: 2025-12-31}}
scale: [SECRET, INTERNAL, CONFIDENTIAL]
levels: {{机密: SECRET, 保密: CONFIDENTIAL}}
reading: {{zh: 全文读法, en: a reading of the whole}}
gap: [{{zh: 缺一, en: one gap}}, {{zh: 缺二, en: two gaps}}]
articles:
  - id: "1"
    cite: 第一条
    gist: {{zh: 目的, en: Purpose}}
    {SOURCE}
    inert: purpose
    note: {{zh: 说明, en: note}}
  - id: "2"
    cite: 第二条
    gist: {{zh: 要点, en: Gist}}
    {SOURCE}
    norms:
      copies-need-consent: [copying]
      carried-elsewhere: lending
      raise-awareness: {{inert: exhortation, note: {{zh: 号召, en: an appeal}}}}
    rules:
      - {{id: copying, forbid: copy, gist: {{zh: 不得复印, en: No copying}}}}
  - id: "3"
    cite: 第三条
    gist: {{zh: 要点, en: Gist}}
    {SOURCE}
    reading: {{zh: 读法, en: a reading}}
    rules:
      - {{id: lending, forbid: lend}}
  - id: "4"
    cite: 第四条
    gist: {{zh: 要点, en: Gist}}
    {SOURCE}
    served_by: [copying, lending]
"""


def test_the_head_is_read_whole() -> None:
    book = rulebook_from_text(WHOLE)
    assert (book.id, book.title.zh, book.sector) == ("example-clinic", "某门诊部保密制度", "hospital")
    assert (book.number, book.issuer, book.issued) == ("某办〔2020〕1号", "某门诊部", date(2020, 1, 1))
    assert (book.in_force_from, book.in_force_to) == (date(2020, 1, 1), date(2025, 12, 31))
    assert book.level_names == {"机密": Level.SECRET, "保密": Level.CONFIDENTIAL}
    assert [note.en for note in (*book.readings, *book.gaps)] == ["a reading of the whole", "one gap", "two gaps"]


def test_the_scale_is_kept_in_the_order_of_the_levels() -> None:
    assert rulebook_from_text(WHOLE).scale == (Level.INTERNAL, Level.CONFIDENTIAL, Level.SECRET)


def test_the_articles_stand_in_the_order_of_the_text_each_with_what_became_of_it() -> None:
    one, two, three, four = rulebook_from_text(WHOLE).articles
    assert (one.inert, one.encoded, one.note and one.note.en) == ("purpose", False, "note")
    assert (two.rules, two.encoded) == (("copying",), True)
    assert [note.en for note in three.readings] == ["a reading"]
    assert (four.served_by, four.rules, four.encoded) == (("copying", "lending"), (), True)


def test_a_norm_names_rules_of_its_own_or_another_article_or_its_reason() -> None:
    norms = rulebook_from_text(WHOLE).article("2").norms
    assert [(norm.key, norm.rules, norm.inert) for norm in norms] == [
        ("copies-need-consent", ("copying",), None),
        ("carried-elsewhere", ("lending",), None),
        ("raise-awareness", (), "exhortation"),
    ]


def test_a_rule_knows_its_article_and_may_have_a_gist_of_its_own() -> None:
    book = rulebook_from_text(WHOLE)
    assert book.article_of(book.rules["lending"]).cite == "第三条"
    gist = book.rules["copying"].gist
    assert gist is not None
    assert gist.en == "No copying"
    assert book.rules["lending"].gist is None


@pytest.mark.parametrize("reason", INERT_REASONS)
def test_every_reason_of_the_closed_list_may_stand_for_a_clause(reason: str) -> None:
    article = rulebook_from_text(WHOLE.replace("inert: purpose", f"inert: {reason}")).articles[0]
    assert article.inert == reason


def test_what_may_be_left_out_is_left_unknown() -> None:
    book = rulebook("- {id: a, forbid: copy}")
    assert (book.number, book.in_force_from, book.in_force_to) == (None, None, None)


def test_the_digest_is_of_the_content_not_of_its_layout() -> None:
    text = document("- {id: a, forbid: copy, when: {place: home}}")
    book = rulebook_from_text(text)
    assert rulebook_from_text("# a remark\n" + text.replace("forbid: copy", "forbid:   copy")).digest == book.digest
    assert rulebook_from_text(text.replace("home", "abroad")).digest != book.digest


def test_a_name_of_a_level_of_the_text_is_no_level_where_the_text_has_none_of_that_name() -> None:
    with pytest.raises(RulebookError, match="unknown level `保密`"):
        rulebook("- {id: a, forbid: copy, when: {carrier.level: 保密}}")
