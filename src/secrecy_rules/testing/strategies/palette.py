"""The conditions that generated rulebooks are made of: one or two of every form that the language has."""

from __future__ import annotations

from typing import Any

Condition = dict[str, Any]

# A small tree of acts, so that rules on broader and narrower acts and coarse requests meet.
ACTIONS = ("copy", "photocopy", "photograph", "lend", "lend_on", "send", "transmit", "send_email", "read")
ROLES = ("office_director", "unit_leader", "unit_head", "competent_leader", "section_head")
KINDS = ("document", "official_document", "laptop", "computer", "medical_record", "meeting")

FACTS: tuple[Condition, ...] = (
    {"carrier.level": {"at_least": "SECRET"}},
    {"carrier.level": "TOP_SECRET"},
    {"carrier.level": ["CONFIDENTIAL", "SECRET"]},
    {"carrier.level": {"below": "SECRET"}},
    {"carrier.level": {"not": "CONFIDENTIAL"}},
    {"carrier.level": {"at_most": {"fact": "carrier.highest_held"}}},
    {"carrier.level": {"same_as": "original.level"}},
    {"object.kind": "document"},
    {"object.kind": ["official_document", "laptop"]},
    {"carrier.kind": {"not": "official_document"}},
    {"carrier.status": {"has": "draft"}},
    {"carrier.marks": {"has_any": ["level", "unit_stamp"]}},
    {"carrier.is_copy": True},
    {"carrier.custodian": {"same_as": "person.id"}},
    {"carrier.designated_readers": {"count": {"at_least": 1}}},
    {"person.id": {"in": "carrier.designated_readers"}},
    {"carrier.issuer.rank": {"at_least": "province"}},
    {"carrier.secret_until": {"before": "today"}},
    {"computer.networks": {"lacks": "public_network"}},
    {"computer.classified_use": True},
    {"computer.passwords": {"each": {"length": {"at_least": 10}}}},
    {"medium.checked": False},
    {"meeting.large": True},
    {"premises.secure": True},
    {"place": "unit_premises"},
    {"place": ["home", "public_place"]},
    {"place": {"not": "outside"}},
    {"channel": "internet"},
    {"purpose": "work_need"},
    {"audience": "public"},
    {"person.affiliation": "own_unit"},
    {"person.in_scope": True},
    {"person.roles": {"has": "office_director"}},
    {"recipient.affiliation": ["outside", "superior_unit"]},
    {"recipient.foreign": True},
    {"present": {"count": {"at_least": 2}}},
    {"escorts": {"has_all": [{"roles": {"has": "driver"}}, {"trained": True}]}},
    {"formalities": {"has": "registered"}},
    {"formalities": {"has_all": ["application", "loan"]}},
    {"formalities": {"has": {"kind": "filed", "with_role": "secrecy_office"}}},
    {"measures": {"has": "encrypted"}},
    {"evidence": {"has_any": ["identity_proof", "introduction_letter"]}},
    {"history": {"has": {"event": "carry_out", "open": True}}},
    {"copies_made": {"at_most": {"fact": "copies_approved"}}},
    {"copies_made": {"above": 3}},
    {"circumstances.wartime": True},
    {"circumstances.emergency": False},
    {"action": "photocopy"},
    {"if_told": {"audience": "foreigners"}},
    {"if_told": {"person.cooling_off": True}},
)

DEEDS: tuple[Condition, ...] = (
    {"approved_by": {"role": "office_director"}},
    {"approved_by": {"role": "competent_leader"}},
    {"approved_by": {"role": "unit_leader", "form": "written"}},
    {"approved_by": {"role": "section_head", "of": "person.section"}},
    {"approved_by": {"all": [{"role": "section_head"}, {"role": "unit_leader"}]}},
    {"approved_by": {"any": [{"role": "unit_head"}, {"role": "secrecy_office"}]}},
    {"approved_by": {"sequence": [{"role": "section_head"}, {"role": "unit_head"}]}},
    {"formalities": {"has": "registered"}},
    {"formalities": {"has": "written_application"}},
    {"measures": {"has_all": ["encrypted", "two_person_escort"]}},
    {"evidence": {"has": "work_permit"}},
    {"place": "unit_premises"},
    {"channel": ["confidential_communications", "designated_courier"]},
    {"judge": {"question": "work_need", "by": "unit_leader"}},
    {"judge": "special_circumstances"},
    {"complies_with": "medical_record_rules"},
)
