"""From a concept back to the data centres: which of their names mean it?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from vocabsvc.errors import UnknownName
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.match import Page
from vocabsvc.namespaces import OWL, SEMAPV, SKOS
from vocabsvc.services.paging import check_page
from vocabsvc.store.base import Store

PUBLISHED = "published"
"""The status of a mapping whose set does not say another, such as ``proposed``."""

_EXACT, _CLOSE, _BROAD, _NARROW = (f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow"))
_EQUAL = {_EXACT, f"{OWL}sameAs"}
_CHAINED: Mapping[tuple[str, str], str] = {
    (_CLOSE, _CLOSE): _CLOSE,
    (_CLOSE, _BROAD): _BROAD,
    (_BROAD, _CLOSE): _BROAD,
    (_BROAD, _BROAD): _BROAD,
    (_CLOSE, _NARROW): _NARROW,
    (_NARROW, _CLOSE): _NARROW,
    (_NARROW, _NARROW): _NARROW,
}
"""What two links one after the other say; of a broader one and a narrower one nothing follows."""


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name by which a centre's files mean a concept; ``centre`` is the id of the mapping set.

    ``predicate_id`` leads from the name to the concept. ``via`` holds the IRIs between them where no set says it
    directly: then ``confidence`` is the product of the links', or ``None`` where one does not tell its own.
    """

    centre: str
    mapping_set_id: str
    local_name: str
    long_name: str
    unit: str
    subject_id: str
    predicate_id: str
    mapping_justification: str
    confidence: float | None
    mapping_source: str
    status: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalNamesPage:
    """A page of names, with how many each centre has on all pages."""

    uri: str
    names: Page[LocalName]
    centres: tuple[tuple[str, int], ...]


class LocalNames:
    """The mapping sets by the concepts that they lead to, in memory; a look-up follows one shared set more."""

    def __init__(self, mapping_sets: Sequence[MappingSet], store: Store) -> None:
        self._store = store
        self._to: dict[str, list[tuple[MappingSet, SssomMapping]]] = defaultdict(list)
        for mapping_set in mapping_sets:
            for mapping in mapping_set.mappings:
                if mapping.leads:
                    self._to[mapping.object_id].append((mapping_set, mapping))

    def of(self, uri: str, offset: int, limit: int) -> LocalNamesPage:
        """Return the names of a concept by centre, the direct ones first, then the surest.

        Raises:
            UnknownName: no such concept is loaded, and no mapping leads to it.
            InvalidRequest, InputTooLarge: not an IRI, or an impossible page.
        """
        check_page(offset, limit)
        known = self._known(uri)
        found: dict[tuple[str, str, str], LocalName] = {}
        for name in sorted(self._found(known), key=lambda one: (len(one.via), -(one.confidence or 0))):
            found.setdefault((name.centre, name.subject_id, name.local_name), name)
        names = sorted(found.values(), key=attrgetter("centre"))
        centres = Counter(name.centre for name in names)
        return LocalNamesPage(known, Page(len(names), tuple(names[offset : offset + limit])), tuple(centres.items()))

    def _known(self, uri: str) -> str:
        spellings = iri_spellings(read_iri(uri))
        known = next((one for one in spellings if one in self._to or self._store.concept(one)), None)
        if known is None:
            raise UnknownName(f"unknown concept <{uri}>")
        return known

    def _found(self, uri: str) -> Iterator[LocalName]:
        for mapping_set, mapping in self._to.get(uri, ()):
            yield _local_name(mapping_set, mapping)
            for before, first in self._to.get(mapping.subject_id, ()) if mapping.subject_id else ():
                if first.subject_id != uri and (predicate := _chained(first.predicate_id, mapping.predicate_id)):
                    yield _local_name(before, first, (predicate, mapping))


def _local_name(
    mapping_set: MappingSet, mapping: SssomMapping, onward: tuple[str, SssomMapping] | None = None
) -> LocalName:
    predicate, last = onward or (mapping.predicate_id, mapping)
    slots = dict(mapping.other)
    statuses = (slots.get("ext_status"), last.slot("ext_status"))
    return LocalName(
        centre=mapping_set.id,
        mapping_set_id=mapping_set.mapping_set_id,
        local_name=mapping.subject_label,
        long_name=slots.get("ext_name", ""),
        unit=slots.get("ext_unit", ""),
        subject_id=mapping.subject_id,
        predicate_id=predicate,
        mapping_justification=f"{SEMAPV}MappingChaining" if onward else mapping.mapping_justification,
        confidence=_product(mapping, last) if onward else mapping.confidence,
        mapping_source=last.mapping_source,
        status=next(filter(None, statuses), PUBLISHED),
        via=(last.subject_id,) if onward else (),
    )


def _product(first: SssomMapping, last: SssomMapping) -> float | None:
    if first.confidence is None or last.confidence is None:
        return None
    return round(first.confidence * last.confidence, 4)


def _chained(first: str, last: str) -> str | None:
    if first in _EQUAL:
        return last
    return first if last in _EQUAL else _CHAINED.get((first, last))
