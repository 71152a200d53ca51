"""How many examples Hypothesis tries: ``HYPOTHESIS_PROFILE=thorough make test``, or pytest's ``--hypothesis-profile``.

``dev`` is the default, ``ci`` is the same on every run, ``thorough`` is for a night. None has deadlines: on a busy
machine an example that is slow once is no failure.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

# Rulebooks and requests are drawn in many small steps, which Hypothesis takes for a slow strategy.
_COMMON = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
    # Without the phase that explains: it doubles the wait for a failure and says little about drawn rulebooks.
    "phases": [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
}

settings.register_profile("dev", max_examples=100, **_COMMON)
settings.register_profile("ci", max_examples=100, derandomize=True, database=None, print_blob=True, **_COMMON)
settings.register_profile("thorough", max_examples=2_000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
