"""What the world is: levels, persons, objects, requests. Imports nothing of the rulebooks or their meaning."""

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.objects import (
    Carrier,
    Computer,
    Device,
    Information,
    Issuer,
    Medium,
    Meeting,
    Password,
    Post,
    Premises,
    Storage,
    System,
    Unit,
    Vehicle,
)
from secrecy_rules.model.person import Person, Role
from secrecy_rules.model.records import Approval, Circumstances, Conduct, Formality, Judgement, PastEvent
from secrecy_rules.model.situation import Done, Incident, Inquiry, Occurrence, Request, Situation, State

__all__ = [
    "Approval",
    "Carrier",
    "Circumstances",
    "Computer",
    "Conduct",
    "Device",
    "Done",
    "Formality",
    "Incident",
    "Information",
    "Inquiry",
    "Issuer",
    "Judgement",
    "Level",
    "LevelRange",
    "Medium",
    "Meeting",
    "Occurrence",
    "Password",
    "PastEvent",
    "Person",
    "Post",
    "Premises",
    "Request",
    "Role",
    "Situation",
    "State",
    "Storage",
    "System",
    "Unit",
    "Vehicle",
]
