"""What a decision may lead to: concepts that are there and current, where their vocabulary is loaded."""

import re
from collections.abc import Sequence

from vocabsvc.errors import DecisionRefused
from vocabsvc.formats.curie import Prefixes, is_iri
from vocabsvc.formats.identifier import iri_spellings, read_citation
from vocabsvc.formats.sssom_mapping import BUILT_IN
from vocabsvc.model.concept import ConceptRef, Status
from vocabsvc.model.label import choose_label
from vocabsvc.model.mapping import NO_TERM, MappingSet
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import OWL, RDFS, SKOS
from vocabsvc.services.resolver import Resolver
from vocabsvc.store.base import Store

PREDICATES = frozenset(
    (
        *(f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow", "related")),
        f"{OWL}sameAs",
        f"{OWL}equivalentClass",
        f"{RDFS}subClassOf",
        f"{RDFS}seeAlso",
    )
)
"""What a curator may say of two concepts."""

_URN = re.compile(r"(?:urn:)?SDN:", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*://|urn:", re.IGNORECASE)
"""How an IRI begins that is no CURIE."""


class Targets:
    """Looks concepts up in what is loaded."""

    def __init__(self, store: Store, resolver: Resolver, vocabularies: Sequence[Vocabulary], base_uri: str) -> None:
        self._store = store
        self._resolver = resolver
        self._vocabularies = vocabularies
        self._base_uri = base_uri

    def iri(self, mapping_set: MappingSet, written: str) -> str:
        """Return the IRI of an id as somebody wrote it: an IRI, a URN of SeaDataNet, or a CURIE of a set.

        Raises:
            DecisionRefused: it is none of these.
        """
        prefixes = Prefixes({**dict(mapping_set.curie_map), **BUILT_IN}, self._base_uri)
        text = written.strip()
        if _URN.match(text):
            (found,) = self._resolver.resolve([text])
            return found.concept.uri if found.concept else next(iter(read_citation(text).uris), text)
        try:
            return text if is_iri(text) and _WHOLE.match(text) else prefixes.expand(text)
        except ValueError as error:
            raise DecisionRefused(f"neither an IRI nor a CURIE of {mapping_set.id}: {text[:200]!r}") from error

    def predicate(self, mapping_set: MappingSet, written: str) -> str:
        """Return the IRI of a predicate.

        Raises:
            DecisionRefused: it is none that relates concepts.
        """
        iri = self.iri(mapping_set, written)
        if iri not in PREDICATES:
            raise DecisionRefused(f"{written[:200]!r} is no predicate of mappings, such as skos:exactMatch")
        return iri

    def object(self, iri: str) -> ConceptRef:
        """Return the concept that a mapping may lead to; ``sssom:NoTermFound`` is one without a label.

        Raises:
            DecisionRefused: it is deprecated, or its vocabulary is loaded and does not have it.
        """
        concept = self._known(iri)
        if concept.status is Status.DEPRECATED:
            instead = self._successor(concept.uri)
            advice = f", {instead} replaces it" if instead else ""
            raise DecisionRefused(f"{concept.uri} is deprecated{advice}")
        return concept

    def subject(self, iri: str) -> ConceptRef:
        """Return the concept that is mapped, which may be deprecated: old files still use it; raises as ``object``."""
        return self._known(iri)

    def _known(self, iri: str) -> ConceptRef:
        concept = self._look_up(iri)
        if concept.status is Status.UNKNOWN and iri != NO_TERM:
            vocabulary = next((one.id for one in self._vocabularies if one.uri and iri.startswith(one.uri)), "")
            if vocabulary:
                raise DecisionRefused(f"{vocabulary} has no concept {iri}")
        return concept

    def _look_up(self, iri: str) -> ConceptRef:
        spellings = iri_spellings(iri)
        found = self._store.refs(spellings)
        return next((found[one] for one in spellings if one in found), ConceptRef(iri, "", "", ()))

    def _successor(self, iri: str) -> str:
        concept = self._store.concept(iri)
        return next(iter(concept.replaced_by), "") if concept else ""


def label_of(concept: ConceptRef) -> str:
    """Return the label of a concept for a column of a set: English where there is one."""
    label = choose_label(concept.pref_labels, ("en",))
    return label.text if label else ""
