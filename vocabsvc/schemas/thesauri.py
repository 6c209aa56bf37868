"""The addresses that GeoNetwork imports from, as JSON."""

from collections.abc import Iterable
from urllib.parse import quote

from pydantic import BaseModel

from vocabsvc.model.label import by_language
from vocabsvc.model.vocabulary import Vocabulary


class ThesaurusOut(BaseModel):
    """A vocabulary and its address for GeoNetwork's "from URL"; ``concept_count`` leaves deprecated ones out."""

    id: str
    uri: str
    title: dict[str, str]
    concept_count: int
    address: str

    @classmethod
    def of(cls, vocabulary: Vocabulary, base: str) -> "ThesaurusOut":
        """Build from the model."""
        return cls(
            id=vocabulary.id,
            uri=vocabulary.uri,
            title={language: texts[0] for language, texts in by_language(vocabulary.titles).items()},
            concept_count=vocabulary.concept_count - vocabulary.deprecated_count,
            address=f"{base}/thesaurus/{quote(vocabulary.id, safe='')}.rdf",
        )


class ThesauriOut(BaseModel):
    """All vocabularies, and the addresses of both registries for GeoNetwork's "from registry"."""

    total: int
    ld_registry: str
    re3gistry: str
    results: list[ThesaurusOut]

    @classmethod
    def of(cls, vocabularies: Iterable[Vocabulary], base: str) -> "ThesauriOut":
        """Build from the model; ``base`` is the address of this server."""
        results = [ThesaurusOut.of(vocabulary, base) for vocabulary in vocabularies]
        return cls(total=len(results), ld_registry=f"{base}/registry", re3gistry=f"{base}/re3gistry", results=results)
