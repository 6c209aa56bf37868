"""Vocabularies as JSON."""

from dataclasses import asdict

from pydantic import BaseModel

from vocabsvc.model.label import by_language
from vocabsvc.model.vocabulary import Vocabulary


class VocabularyOut(BaseModel):
    """A vocabulary; ``title`` is by language, ``missing`` says what this edition lacks, ``loaded`` is in UTC.

    ``local`` marks a data centre's own list of names.
    """

    id: str
    uri: str
    title: dict[str, str]
    publisher: str
    sources: list[str]
    edition: str
    date: str
    licence: str
    languages: list[str]
    missing: list[str]
    concept_count: int
    deprecated_count: int
    local: bool
    loaded: str

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "VocabularyOut":
        """Build from the model."""
        title = {language: texts[0] for language, texts in by_language(vocabulary.titles).items()}
        return cls(**{**asdict(vocabulary), "title": title})


class VocabulariesOut(BaseModel):
    """All vocabularies."""

    total: int
    results: list[VocabularyOut]
