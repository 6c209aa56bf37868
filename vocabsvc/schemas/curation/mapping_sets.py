"""Mapping sets and how far they go, as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from vocabsvc.services.curation.coverage import SetCoverage


class CoverageOut(BaseModel):
    """Counts of local terms by the best that is said of each, for one target vocabulary."""

    model_config = ConfigDict(from_attributes=True)

    target: str
    mapped: int
    proposed: int
    unmapped: int
    deprecated_target: int


class MappingSetOut(BaseModel):
    """A mapping set; ``mappings`` counts its mappings by status.

    ``local_list`` is the vocabulary of the centre's terms, empty where that is not loaded.
    """

    id: str
    mapping_set_id: str
    title: str
    license: str
    local_list: str
    local_terms: int
    mappings: dict[str, int]
    coverage: list[CoverageOut]

    @classmethod
    def of(cls, found: SetCoverage) -> "MappingSetOut":
        """Build from the model."""
        return cls(
            id=found.mapping_set.id,
            mapping_set_id=found.mapping_set.mapping_set_id,
            title=found.mapping_set.header("mapping_set_title"),
            license=found.mapping_set.license,
            local_list=found.local_list,
            local_terms=found.local_terms,
            mappings={status.value: count for status, count in found.statuses},
            coverage=[CoverageOut.model_validate(one) for one in found.targets],
        )


class MappingSetsOut(BaseModel):
    """All mapping sets, by id."""

    results: list[MappingSetOut]

    @classmethod
    def of(cls, sets: Sequence[SetCoverage]) -> "MappingSetsOut":
        """Build from the model."""
        return cls(results=[MappingSetOut.of(one) for one in sets])
