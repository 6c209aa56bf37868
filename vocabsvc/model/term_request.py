"""Names that no concept means yet, and the request for one that is drafted for the publisher of P01."""

from dataclasses import dataclass
from enum import StrEnum

from vocabsvc.model.candidate import Candidate, LocalTerm


class ComponentKind(StrEnum):
    """The parts of a P01 label, in the order in which they stand in it."""

    PROPERTY = "property"
    STATISTIC = "statistic"
    OBJECT = "object"
    BASIS = "basis"
    MATRIX = "matrix"
    PHASE = "phase"
    METHOD = "method"


class ComponentSource(StrEnum):
    """How a component is known. Only ``OPEN`` leaves a place in the label that somebody must fill."""

    WORDED = "worded"
    """The name says it, and P01 has a wording for it."""
    OWN_WORDS = "own_words"
    """The name says it, and stands in its own words: P01 has no label that says just this."""
    UNIT = "unit"
    """It follows from the unit."""
    CONTEXT = "context"
    """The standard name, the instrument or the other columns say it."""
    USAGE = "usage"
    """All labels of P01 that have the object agree in it."""
    OPEN = "open"
    """Nothing tells it, and labels like this need it."""
    NOT_SAID = "not_said"
    """Nothing tells it, and a label may do without."""


@dataclass(frozen=True, slots=True)
class TermComponent:
    """One part: ``text`` as it stands in the drafted label, ``said`` the words of the name that it is taken from.

    ``suggestions`` are wordings of P01 to choose from where nothing tells the part; none of them is in the label.
    """

    kind: ComponentKind
    text: str
    source: ComponentSource
    said: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestedUnit:
    """A unit as ``given`` and the P06 concept for it, whose fields are ``""`` where none has the same size."""

    given: str
    uri: str = ""
    notation: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A label in P01's sentence style with its parts; places that are open stand in ⟨angle brackets⟩.

    ``unplaced`` are words of the name that no part says. ``existing`` is the IRI of a concept that has this very
    label, ``""`` where there is none.
    """

    label: str
    components: tuple[TermComponent, ...]
    unit: RequestedUnit
    unplaced: tuple[str, ...] = ()
    existing: str = ""

    @property
    def open(self) -> tuple[ComponentKind, ...]:
        """The parts that somebody must tell before the label can be requested."""
        return tuple(one.kind for one in self.components if one.source is ComponentSource.OPEN)

    @property
    def complete(self) -> bool:
        """Whether nothing is open and no word was left over."""
        return not self.open and not self.unplaced


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a name was met: ``source`` is a centre's list or a file, ``asked_by`` who had it mapped, if anybody.

    ``times`` counts how often, ``first`` and ``last`` are dates (ISO 8601), ``""`` of what is a list.
    """

    source: str
    asked_by: str = ""
    times: int = 1
    first: str = ""
    last: str = ""


class MissingStatus(StrEnum):
    """``DOUBTFUL``: the vocabulary has a likely candidate, or the very label, which is to be decided on first."""

    MISSING = "missing"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A local term that no mapping leads on from, with where it was met; equal names are one."""

    term: LocalTerm
    occurrences: tuple[Occurrence, ...]

    @property
    def times(self) -> int:
        """How often it was met in all."""
        return sum(one.times for one in self.occurrences)


@dataclass(frozen=True, slots=True)
class MissingTerm:
    """An unmatched name with the request drafted for it; ``near_misses`` are the best candidates, best first."""

    unmatched: Unmatched
    status: MissingStatus
    draft: TermDraft
    near_misses: tuple[Candidate, ...]
