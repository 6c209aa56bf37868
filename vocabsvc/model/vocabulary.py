"""The published product that a folder under ``vocabularies/`` describes."""

from dataclasses import dataclass

from vocabsvc.model.label import LangString

GLOSSARY = "glossary"
"""Id of the vocabulary that is read as the hub's glossary."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One vocabulary: its scheme or collection, edition, origin and licence.

    ``id`` is what users type (``P01``), unique without regard to case. ``uri`` is the IRI of the scheme or
    collection and names the graph that holds the statements. ``sources`` are the addresses it was
    taken from. ``licence`` is an SPDX id or an IRI. ``missing`` says what the edition lacks, one
    sentence each. ``local`` marks a data centre's own list of names: look-up finds what is shared before it.
    ``auxiliary`` marks a list that records cite (organisations, licences, code lists): look-up finds it only where
    it is asked for, or where nothing else is found.
    ``loaded`` is when this edition was first loaded (UTC, ISO 8601). Empty strings stand for what a bare RDF
    file does not tell.
    """

    id: str
    uri: str
    titles: tuple[LangString, ...]
    publisher: str = ""
    sources: tuple[str, ...] = ()
    edition: str = ""
    date: str = ""
    licence: str = ""
    languages: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    concept_count: int = 0
    deprecated_count: int = 0
    local: bool = False
    auxiliary: bool = False
    loaded: str = ""


@dataclass(frozen=True, slots=True)
class VocabularyDescription:
    """What ``vocabulary.toml`` says: the vocabulary, and the RDF file beside it.

    Counts are those that the file should have, ``checksum`` is its SHA-256 in hexadecimal. ``own`` marks a
    vocabulary that the hub publishes itself; its ``uri``, like any without a scheme, is relative to
    ``base_uri``. ``attribution`` names whom the licence asks to credit.
    """

    vocabulary: Vocabulary
    file: str
    checksum: str
    attribution: str = ""
    own: bool = False
