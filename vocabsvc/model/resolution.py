"""What a cited identifier turned out to mean."""

from dataclasses import dataclass

from vocabsvc.model.concept import ConceptRef


@dataclass(frozen=True, slots=True)
class Resolution:
    """The concept that ``id`` cites, ``None`` where it is unknown or could be several.

    ``replaced_by`` is the last of the chain of successors, ``""`` where none is known. ``candidates`` are the
    IRIs that an ambiguous code could mean.
    """

    id: str
    concept: ConceptRef | None = None
    replaced_by: str = ""
    candidates: tuple[str, ...] = ()
