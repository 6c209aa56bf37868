"""A vocabulary as files to take away."""

from dataclasses import dataclass

from vocabsvc.model.change import Edition


@dataclass(frozen=True, slots=True)
class DumpFile:
    """One file of a dump; ``ending`` is ``ttl.gz`` and the like, ``checksum`` its SHA-256 in hexadecimal."""

    ending: str
    size: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Dump:
    """One edition of a vocabulary, whole, in several syntaxes of equal content.

    ``vocabulary`` is the id. ``name`` is the edition's in file names and addresses: letters, digits, dot,
    hyphen, underscore. ``triples`` and ``entities`` (subjects that have an IRI) are exact. ``namespaces``
    are those of the properties and classes used, ``uri_space`` is what all IRIs of concepts begin with, or
    ``""``. ``made_from`` is equal exactly for dumps of equal inputs.
    """

    vocabulary: str
    name: str
    edition: Edition
    triples: int
    entities: int
    namespaces: tuple[str, ...]
    uri_space: str
    made_from: str
    files: tuple[DumpFile, ...]
