"""Collections inside a vocabulary as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel

from vocabsvc.model.concept import Collection
from vocabsvc.model.label import by_language


class CollectionOut(BaseModel):
    """A skos:Collection; ``member_count`` counts its own members, concepts and collections, loaded or not."""

    uri: str
    notation: str | None
    title: dict[str, str]
    member_count: int

    @classmethod
    def of(cls, collection: Collection) -> "CollectionOut":
        """Build from the model."""
        return cls(
            uri=collection.uri,
            notation=collection.notation or None,
            title={language: texts[0] for language, texts in by_language(collection.titles).items()},
            member_count=len(collection.members),
        )


class CollectionsOut(BaseModel):
    """All collections of a vocabulary, by IRI."""

    total: int
    results: list[CollectionOut]

    @classmethod
    def of(cls, collections: Sequence[Collection]) -> "CollectionsOut":
        """Build from the model."""
        return cls(total=len(collections), results=[CollectionOut.of(one) for one in collections])
