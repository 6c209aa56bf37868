"""What a check of metadata records says of itself, as its shape declares it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vocabsvc.model.report import Severity

Message = Mapping[str, str]
"""One text by language, ``en`` and ``fr``; ``{value}`` and ``{expected}`` stand for those of a result."""


class Repair(StrEnum):
    """How a result is put right: by another text, by taking the element out, or by putting one in."""

    NONE = ""
    REPLACE = "replace"
    REMOVE = "remove"
    INSERT = "insert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One constraint of the shapes graph: a shape with targets, or a check that a program makes.

    ``code`` is its id in the catalogue of checks; several may share one. ``severities`` has each profile that it
    belongs to. ``reason`` says why it matters. ``requires`` are constraints whose failure on a focus node makes this
    one's result there worthless. ``expected`` are the values it accepts where they can be listed; ``expected_from``
    is a property of the focus node that tells them. ``insertion`` names what is missing, for ``Repair.INSERT``;
    ``safe`` means that the repair can be made without asking. ``indicator`` is the FAIR indicator (``F1`` … ``R1.3``)
    that it speaks for; ``evidence`` are the properties whose facts show that it is met.
    """

    iri: str
    code: str
    severities: Mapping[str, Severity]
    name: Message
    message: Message
    hint: Message
    clause: str
    reason: Message = field(default_factory=dict)
    targets: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    expected: tuple[str, ...] = ()
    expected_from: str = ""
    repair: Repair = Repair.NONE
    insertion: str = ""
    safe: bool = False
    indicator: str = ""
    evidence: tuple[str, ...] = ()
    programmed: bool = False

    @property
    def profiles(self) -> frozenset[str]:
        """The names of its profiles."""
        return frozenset(self.severities)

    def severity(self, profiles: Iterable[str]) -> Severity:
        """Return the most severe of its severities in ``profiles``, of which one at least is its own."""
        order = list(Severity)
        return min((self.severities[name] for name in profiles if name in self.severities), key=order.index)


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of constraints by name; it includes those of the profiles that it stands on."""

    name: str
    label: Message
    comment: Message
    includes: frozenset[str]
