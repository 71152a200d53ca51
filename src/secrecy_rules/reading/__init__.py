"""From a file or text to a positioned tree: strict, bounded, every problem at once."""

from secrecy_rules.reading.file import read_file
from secrecy_rules.reading.json_text import read_json
from secrecy_rules.reading.limits import REQUEST_LIMITS, RULEBOOK_LIMITS, Limits
from secrecy_rules.reading.nearest import did_you_mean, nearest
from secrecy_rules.reading.node import (
    Loc,
    Mapping,
    Node,
    Plain,
    Scalar,
    Sequence,
    dotted_path,
    position_of,
    to_plain,
)
from secrecy_rules.reading.quoting import in_backticks
from secrecy_rules.reading.yaml_text import read_yaml

__all__ = [
    "REQUEST_LIMITS",
    "RULEBOOK_LIMITS",
    "Limits",
    "Loc",
    "Mapping",
    "Node",
    "Plain",
    "Scalar",
    "Sequence",
    "did_you_mean",
    "dotted_path",
    "in_backticks",
    "nearest",
    "position_of",
    "read_file",
    "read_json",
    "read_yaml",
    "to_plain",
]
