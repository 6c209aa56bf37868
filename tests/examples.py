"""How many examples a property is tried on."""

import os

THOROUGH = "THOROUGH" in os.environ
"""Whether there is time: ``THOROUGH=1 make test`` takes several times as long."""

FUZZING = "FUZZING" in os.environ
"""Whether a property is tried on thousands of examples: ``make fuzz``."""


def examples(usual: int, thorough: int, fuzzing: int | None = None) -> int:
    """Return the number for this run; hundreds of examples belong where there is time for them."""
    if FUZZING and fuzzing is not None:
        return fuzzing
    return thorough if THOROUGH else usual
