"""A mapping set laid out for the questions that checks ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vocabsvc.checks.mappings.closure import ExactMatches
from vocabsvc.checks.vocabulary.view import namespace_of
from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_mapping import BUILT_IN
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.mapping import MappingSet


@dataclass(frozen=True, slots=True)
class KnownConcepts:
    """The concepts of everything that is loaded. ``namespaces`` are those that they stand in."""

    concepts: Mapping[str, Concept]
    namespaces: frozenset[str]

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "KnownConcepts":
        """Gather concepts, of as many vocabularies as there are."""
        by_uri = {concept.uri: concept for concept in concepts}
        return cls(by_uri, frozenset(map(namespace_of, by_uri)))


class MappingView:
    """Built once for a set and read by all checks; ``sets`` are all that are checked together, this one among them."""

    def __init__(
        self, mapping_set: MappingSet, known: KnownConcepts, sets: Iterable[MappingSet], base_uri: str
    ) -> None:
        self.mapping_set = mapping_set
        self.mappings = mapping_set.mappings
        self.sets = tuple(sets)
        self._known = known
        self._prefixes = Prefixes({**dict(mapping_set.curie_map), **BUILT_IN}, base_uri)

    def concept(self, uri: str) -> Concept | None:
        """Return a concept that is loaded."""
        return self._known.concepts.get(uri)

    def may_judge(self, uri: str) -> bool:
        """Tell whether enough is loaded to say that a concept exists or does not."""
        return namespace_of(uri) in self._known.namespaces

    def is_deprecated(self, uri: str) -> bool:
        """Tell whether a concept is loaded and deprecated."""
        concept = self.concept(uri)
        return concept is not None and concept.status is Status.DEPRECATED

    def successors(self, uri: str) -> tuple[str, ...]:
        """Return what replaces a concept, or what NVS equals it with in its own vocabulary."""
        concept = self._known.concepts[uri]
        same = (link.target for link in concept.links if link.predicate.endswith(("#exactMatch", "#sameAs")))
        return concept.replaced_by or tuple(one for one in same if namespace_of(one) == namespace_of(uri))

    def unit(self, uri: str) -> str:
        """Return how the unit of a concept is written, or a concept itself that is one; ``""`` if it has none."""
        concept = self.concept(uri)
        if concept is None:
            return ""
        written = [self.concept(unit) for unit in concept.units] or ([concept] if "/P06/" in uri else [])
        labels = [label.text for one in written if one for label in one.alt_labels]
        return labels[0] if labels else ""

    def scheme(self, uri: str) -> str:
        """Return what tells the vocabulary of a concept from others, loaded or not."""
        concept = self.concept(uri)
        return concept.vocabulary if concept else namespace_of(uri)

    def exact_matches(self) -> ExactMatches:
        """Return what the exact matches of all sets make equal, deprecated concepts left out."""
        rows = (row for one in self.sets for row in one.mappings if row.asserts)
        return ExactMatches.of(
            row for row in rows if not self.is_deprecated(row.subject_id) and not self.is_deprecated(row.object_id)
        )

    def short(self, uri: str) -> str:
        """Return the CURIE of an IRI, or the IRI where no prefix of the set fits."""
        try:
            return self._prefixes.contract(uri)
        except ValueError:
            return uri
