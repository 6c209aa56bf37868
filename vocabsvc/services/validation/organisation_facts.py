"""What EDMO knows of the organisations in a record."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from vocabsvc.formats.organisation_name import without_remarks
from vocabsvc.model.concept import Concept, ConceptRef, Status
from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.loaded_terms import labels_of
from vocabsvc.services.validation.term_facts import said

REGISTER = "EDMO"
_MOST_NAMES = 8
_SHORTEST = 3


class OrganisationTerms(Protocol):
    """What is asked of ``LoadedTerms``."""

    def vocabulary(self, name: str) -> Vocabulary | None:
        """Return the loaded vocabulary with this id, or ``None``."""

    def labelled(self, label: str, vocabulary: str = "") -> tuple[ConceptRef, ...]:
        """Return the concepts with this whole label, folded."""

    def successors(self, concept: Concept) -> tuple[Concept, ...]:
        """Return what is to be used in the place of a deprecated concept."""

    def concept(self, uri: str, /) -> Concept | None:
        """Return a concept, or ``None``."""


class OrganisationFacts:
    """A ``FactSource`` about parties; it says nothing while EDMO is not loaded."""

    def __init__(self, terms: OrganisationTerms) -> None:
        self._terms = terms

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return what the codes of organisations stand for, and which entry names without a code are of."""
        register = self._terms.vocabulary(REGISTER)
        if register is None:
            return
        for party in dict.fromkeys(index.nodes("Party")):
            codes = index.facts(party, "edmoCode")
            if codes:
                yield from self._entry(party, codes[0], f"{register.uri}{text_of(codes[0].object)}")
            elif not index.facts(party, "organisationId"):
                yield from self._match(party, index.facts(party, "organisationName"))

    def _entry(self, party: str, code: Fact, uri: str) -> Iterator[Fact]:
        concept = self._terms.concept(uri)
        if concept is None:
            yield said(party, "edmoStatus", Literal("unknown"), code)
            return
        deprecated = concept.status is Status.DEPRECATED
        yield said(party, "edmoStatus", Literal("deprecated" if deprecated else "active"), code)
        for label in labels_of(concept)[:_MOST_NAMES]:
            yield said(party, "edmoName", Literal(label.text), code)
        for successor in self._terms.successors(concept) if deprecated else ():
            yield said(party, "edmoSuccessor", successor.uri, code)

    def _match(self, party: str, names: Iterable[Fact]) -> Iterator[Fact]:
        """Say which entry has the name of a party, where there is exactly one."""
        for name in names:
            text = text_of(name.object)
            spellings = [one for one in dict.fromkeys((text, without_remarks(text))) if len(one) >= _SHORTEST]
            for spelling in spellings:
                found = {one.uri for one in self._terms.labelled(spelling, REGISTER) if not one.deprecated}
                if len(found) == 1:
                    yield said(party, "edmoMatch", next(iter(found)), name, text)
                    return
