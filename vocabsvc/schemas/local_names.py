"""The local names of a concept as JSON."""

from dataclasses import asdict

from pydantic import BaseModel

from vocabsvc.schemas.hits import CountOut
from vocabsvc.services.local_names import LocalName, LocalNamesPage


class LocalNameOut(BaseModel):
    """A centre's name with SSSOM's slot names; ``centre`` is the id of the mapping set that has it.

    ``via`` are the concepts between the name and the one asked for, none where a set maps it directly.
    """

    centre: str
    mapping_set_id: str
    local_name: str
    long_name: str
    unit: str
    subject_id: str
    predicate_id: str
    mapping_justification: str
    confidence: float | None
    mapping_source: str
    status: str
    via: list[str]

    @classmethod
    def of(cls, name: LocalName) -> "LocalNameOut":
        """Build from the model."""
        return cls(**asdict(name))


class LocalNamesOut(BaseModel):
    """A page of names by centre; ``total`` and the counts of ``centres`` are exact, and of all pages."""

    uri: str
    total: int
    centres: list[CountOut]
    results: list[LocalNameOut]

    @classmethod
    def of(cls, page: LocalNamesPage) -> "LocalNamesOut":
        """Build from the model."""
        return cls(
            uri=page.uri,
            total=page.names.total,
            centres=[CountOut(value=centre, count=count) for centre, count in page.centres],
            results=[LocalNameOut.of(name) for name in page.names.items],
        )
