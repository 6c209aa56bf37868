"""A licence, as far as a text or an address tells which one it is."""

from dataclasses import dataclass

_OPEN = ("CC-BY", "CC-BY-SA", "CC0", "CC-PDM", "ODbL", "ODC-By", "PDDL", "etalab", "OGL-UK", "OGL-Canada", "DL-DE-BY",
         "DL-DE-ZERO")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Licence:
    """``family`` has the terms in it (``CC-BY-NC-SA``); ``version`` and ``port`` (``FR``) are ``""`` where not told."""

    family: str
    version: str = ""
    port: str = ""

    @property
    def name(self) -> str:
        """The identifier, in the form of the SPDX License List."""
        return "-".join(part for part in (self.family, self.version, self.port) if part)

    @property
    def is_open(self) -> bool:
        """Whether anybody may use what is licensed for any purpose."""
        return self.family in _OPEN

    def agrees_with(self, other: "Licence") -> bool:
        """Tell whether both may be the same licence: what only one of them tells is no difference."""
        return (
            self.family == other.family
            and (not self.version or not other.version or self.version == other.version)
            and (not self.port or not other.port or self.port == other.port)
        )
