"""How many examples a property is tried on."""

import os

THOROUGH = "THOROUGH" in os.environ
"""Whether there is time: ``THOROUGH=1 make test`` takes several times as long."""


def examples(usual: int, thorough: int) -> int:
    """Return the number for this run; hundreds of examples belong where there is time for them."""
    return thorough if THOROUGH else usual
