"""The public face: an engine over one rulebook, an institution over several."""

from secrecy_rules.engine.engine import Engine, Institution
from secrecy_rules.engine.replay import Replay, replay

__all__ = ["Engine", "Institution", "Replay", "replay"]
