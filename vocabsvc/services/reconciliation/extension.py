"""Fills cells: properties of concepts that were reconciled."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from vocabsvc.errors import InputTooLarge, InvalidRequest
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.reconciliation import EntityProperty, ExtendedRows, PropertyValue
from vocabsvc.namespaces import OWL, SKOS
from vocabsvc.services.concepts import ConceptDetail, Concepts
from vocabsvc.services.local_names import LocalNames
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.services.reconciliation.identifiers import Identifiers, IdentifierSpace
from vocabsvc.services.reconciliation.properties import MAPPED_IN, EntityProperties
from vocabsvc.services.resolver import LONGEST_ID
from vocabsvc.store.base import Store

MOST_IDS = 1000
MOST_PROPERTIES = 50
_BROADER = f"{SKOS}broader"
_MAPPING = {
    *(f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow", "related")),
    *(f"{OWL}sameAs", _BROADER, f"{SKOS}related"),
}
"""What leads from one vocabulary to another: NVS writes links as relations, too."""


class Extension:
    """Answers from one snapshot."""

    def __init__(
        self,
        store: Store,
        concepts: Concepts,
        local_names: LocalNames,
        identifiers: Identifiers,
        properties: EntityProperties,
    ) -> None:
        self._store = store
        self._concepts = concepts
        self._local_names = local_names
        self._identifiers = identifiers
        self._properties = properties

    def extend(self, vocabulary: str, ids: Sequence[str], asked: Sequence[tuple[str, int]]) -> ExtendedRows:
        """Return the values of the ``asked`` properties for each id; each comes with the most values, 0 for all.

        Raises:
            UnknownName: no such vocabulary is loaded.
            InvalidRequest: a property that there is not.
            InputTooLarge: over ``MOST_IDS`` or ``MOST_PROPERTIES``.
        """
        space = self._identifiers.space(vocabulary)
        if len(ids) > MOST_IDS or len(asked) > MOST_PROPERTIES:
            raise InputTooLarge(f"one request extends up to {MOST_IDS} ids with {MOST_PROPERTIES} properties")
        chosen = {name: (self._property(name), most) for name, most in asked}
        rows = {entity: self._row(entity, space, chosen) for entity in dict.fromkeys(ids)}
        return ExtendedRows(tuple(found for found, _ in chosen.values()), rows)

    def _property(self, name: str) -> EntityProperty:
        found = self._properties.find(name)
        if found is None:
            raise InvalidRequest(f"unknown property {name[:100]!r}")
        return found

    def _row(
        self,
        entity: str,
        space: IdentifierSpace,
        chosen: Mapping[str, tuple[EntityProperty, int]],
    ) -> Mapping[str, tuple[PropertyValue, ...]]:
        ref = self._identifiers.identified(entity, space) if len(entity) <= LONGEST_ID else None
        if ref is None:
            return dict.fromkeys(chosen, ())
        detail = self._concepts.detail(ref.uri)
        return {
            name: tuple(islice(dict.fromkeys(self._values(name, detail)), most or None))
            for name, (_, most) in chosen.items()
        }

    def _values(self, name: str, detail: ConceptDetail) -> Iterable[PropertyValue]:
        if name.startswith(MAPPED_IN):
            return self._mapped_in(name.removeprefix(MAPPED_IN), detail)
        if name == "local_name":
            named = self._local_names.of(detail.concept.uri, 0, MOST_ITEMS).names.items
            return [f"{one.centre}: {one.local_name}" for one in named]
        read = _READ.get(name)
        return read(detail) if read else ()

    def _mapped_in(self, vocabulary: str, detail: ConceptDetail) -> Iterable[ConceptRef]:
        """Return the concepts that mapping sets, or links of the vocabularies themselves, map to this one."""
        uri = detail.concept.uri
        linked = [link.target.uri for link in detail.links if link.predicate in _MAPPING]
        stated = [
            end for one in detail.mappings if one.asserts for end in (one.object_id, one.subject_id) if end != uri
        ]
        refs = self._store.refs(dict.fromkeys((*linked, *stated)))
        return [ref for ref in refs.values() if ref.vocabulary == vocabulary]


def _labels(detail: ConceptDetail, language: str) -> list[str]:
    return [one.text for one in detail.concept.pref_labels if one.lang.partition("-")[0] == language]


def _texts(labels: Iterable[LangString]) -> list[str]:
    return [one.text for one in labels if one.text]


def broader_of(detail: ConceptDetail) -> list[ConceptRef]:
    """Return the broader concepts in any vocabulary, those that are loaded first."""
    leaving = [link.target for link in detail.links if link.predicate == _BROADER]
    return sorted((*detail.broader, *leaving), key=lambda ref: not ref.vocabulary)


_READ: Mapping[str, Callable[[ConceptDetail], Iterable[PropertyValue]]] = {
    "unit": lambda detail: detail.units,
    "notation": lambda detail: detail.concept.notations,
    "uri": lambda detail: (detail.concept.uri,),
    "pref_label_en": lambda detail: _labels(detail, "en"),
    "pref_label_fr": lambda detail: _labels(detail, "fr"),
    "alt_label": lambda detail: _texts((*detail.concept.alt_labels, *detail.concept.hidden_labels)),
    "definition": lambda detail: _texts(detail.concept.definitions),
    "status": lambda detail: (detail.concept.status.value,),
    "replaced_by": lambda detail: detail.replaced_by,
    "broader": broader_of,
    "vocabulary": lambda detail: (detail.concept.vocabulary,),
}
