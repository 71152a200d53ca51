"""The public face: an engine over one rulebook, an institution over several, many side by side."""

from secrecy_rules.engine.compare import compare
from secrecy_rules.engine.engine import Engine, Institution
from secrecy_rules.engine.replay import Replay, replay

__all__ = ["Engine", "Institution", "Replay", "compare", "replay"]
