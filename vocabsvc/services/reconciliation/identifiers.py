"""Ids of concepts, relative to the namespace of what is reconciled against."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.errors import InputTooLarge, UnknownName
from vocabsvc.formats.identifier import iri_spellings
from vocabsvc.formats.rdf import encode_iri
from vocabsvc.model.concept import ConceptRef, local_name
from vocabsvc.model.folding import fold
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.namespaces import NVS
from vocabsvc.services.resolver import LONGEST_ID, Resolver
from vocabsvc.store.base import Store, TermIndex

EVERYTHING = ""
"""Stands for all vocabularies where the id of one could be."""


@dataclass(frozen=True, slots=True)
class IdentifierSpace:
    """The ids of one service: ``namespace`` and id are the IRI; a concept outside the namespace has its IRI as id.

    ``vocabulary`` is the id of what is reconciled against, or ``EVERYTHING``.
    """

    vocabulary: str
    namespace: str

    def id_of(self, uri: str) -> str:
        """Return the id of a concept."""
        return uri.removeprefix(self.namespace) or uri


class Identifiers:
    """Reads ids; ``namespaces`` maps each vocabulary by its id to what the IRIs of its concepts begin with."""

    def __init__(self, store: Store, index: TermIndex, resolver: Resolver, namespaces: Mapping[str, str]) -> None:
        self._store = store
        self._index = index
        self._resolver = resolver
        self._spaces = {name.lower(): IdentifierSpace(name, namespace) for name, namespace in namespaces.items()}

    def space(self, vocabulary: str) -> IdentifierSpace:
        """Return the ids of a vocabulary, named in any case, or those of ``EVERYTHING``.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        if vocabulary == EVERYTHING:
            return IdentifierSpace(EVERYTHING, NVS)
        space = self._spaces.get(vocabulary.lower())
        if space is None:
            raise UnknownName(f"unknown vocabulary {vocabulary!r}")
        return space

    def identified(self, text: str, space: IdentifierSpace) -> ConceptRef | None:
        """Return the concept of any vocabulary that a text identifies, ``None`` where it is none or ambiguous.

        That is an id of the space with or without its final slash, an IRI in the spellings in use, a URN, a notation,
        or a code: in the vocabulary of the space, or in all if one vocabulary alone has it.
        """
        cited = text.strip()
        if not cited or len(cited) > LONGEST_ID or any(map(str.isspace, cited)):
            return None
        relative = self._first(space.namespace + cited)
        if relative is not None:
            return relative
        if is_citation(cited) or ":" in cited:
            return self._resolver.resolve([cited])[0].concept
        coded = [one for one in self._index.coded(cited, space.vocabulary) if _is_code(cited, one, space)]
        return coded[0] if len(coded) == 1 else None

    def concept(self, id: str, space: IdentifierSpace) -> ConceptRef:  # noqa: A002 - the contract's word
        """Return the concept with an id, in whatever way it is written.

        Raises:
            UnknownName: none has it.
            InputTooLarge: it is over ``LONGEST_ID`` characters.
        """
        if len(id) > LONGEST_ID:
            raise InputTooLarge(f"an id goes up to {LONGEST_ID} characters")
        found = self.identified(id, space)
        if found is None:
            raise UnknownName(f"unknown entity {id!r}")
        return found

    def successor(self, ref: ConceptRef) -> ConceptRef | None:
        """Return the last of the chain of concepts that stand in for a deprecated one, where it is loaded."""
        uri = self._resolver.resolve([ref.uri])[0].replaced_by
        return self._store.refs([uri]).get(uri) if uri else None

    def _first(self, iri: str) -> ConceptRef | None:
        if not iri.isprintable():
            return None
        spellings = iri_spellings(encode_iri(iri))
        found = self._store.refs(spellings)
        return next((found[one] for one in spellings if one in found), None)


def _is_code(text: str, ref: ConceptRef, space: IdentifierSpace) -> bool:
    """Tell whether a text is the code of a concept: the index takes symbols such as ``umol/l`` for codes, too."""
    if not space.vocabulary and ref.vocabulary.lower() == GLOSSARY:
        return False
    codes = (ref.notation, ref.notation.rpartition(":")[2], local_name(ref.uri))
    return fold(text) in map(fold, codes)


def is_citation(text: str) -> bool:
    """Tell whether a text can be nothing but an identifier: an address, or a URN as NVS and SeaDataNet write it."""
    cited = text.strip().strip("<>").lower()
    return not any(map(str.isspace, cited)) and ("://" in cited or cited.startswith(("sdn:", "urn:")))
