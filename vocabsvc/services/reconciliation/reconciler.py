"""Cells of a table to concepts."""

import time
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from vocabsvc.errors import InputTooLarge
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import choose_label
from vocabsvc.model.reconciliation import ReconciledBatch, ReconciliationCandidate, ReconciliationQuery, TypeStrict
from vocabsvc.services.mapper.mapper import MOST_CANDIDATES, Mapper
from vocabsvc.services.mapper.unit_concepts import Closeness
from vocabsvc.services.mapper.unit_relation import UnitRelation, relate_units
from vocabsvc.services.reconciliation.identifiers import Identifiers, IdentifierSpace, is_citation
from vocabsvc.services.reconciliation.types import UNITS, EntityTypes
from vocabsvc.services.reconciliation.weighing import Weighed, ranked
from vocabsvc.services.search import LONGEST_TEXT, Search
from vocabsvc.store.base import Filters, SearchRequest, Store

MOST_QUERIES = 1000
MAPPED = ("P01", "P02", "P07", "OD1")
"""The vocabularies of parameters, of which the mapper knows more than labels."""

_LEAST_SCORE = 1.0
_SUCCESSOR = 90.0
_LEAST_CONSIDERED = 5
"""Whether the first is ahead is seen from those behind it, however few are asked for."""
_FOUND = 20
_WHOLE_LABELS = 5
"""They come first in what is found."""

Allowed = AbstractSet[str] | None
"""Ids of vocabularies, ``None`` for all."""


class Reconciler:
    """Answers from one snapshot; ``vocabularies`` are the ids that are loaded."""

    def __init__(
        self,
        store: Store,
        search: Search,
        mapper: Mapper,
        identifiers: Identifiers,
        types: EntityTypes,
        vocabularies: Sequence[str],
    ) -> None:
        self._store = store
        self._search = search
        self._mapper = mapper
        self._identifiers = identifiers
        self._types = types
        self._loaded = frozenset(vocabularies)

    def reconcile(self, queries: Sequence[ReconciliationQuery], vocabulary: str) -> ReconciledBatch:
        """Return the candidates for each query, in a vocabulary or in ``EVERYTHING``.

        Raises:
            UnknownName: no such vocabulary is loaded.
            InputTooLarge: over ``MOST_QUERIES``.
        """
        space = self._identifiers.space(vocabulary)
        if len(queries) > MOST_QUERIES:
            raise InputTooLarge(f"one request reconciles up to {MOST_QUERIES} queries")
        began = time.perf_counter()
        answers = {query: self._answer(query, space) for query in dict.fromkeys(queries)}
        return ReconciledBatch(tuple(answers[one] for one in queries), len(answers), time.perf_counter() - began)

    def _answer(self, query: ReconciliationQuery, space: IdentifierSpace) -> tuple[ReconciliationCandidate, ...]:
        bounds = frozenset({space.vocabulary}) if space.vocabulary else None
        wanted = _both(self._types.allowed(query.types, query.type_strict), bounds)
        found = self._found(query, space, wanted) if wanted is None or wanted else []
        if not found and query.type_strict is TypeStrict.SHOULD and wanted != bounds:
            return ranked(self._found(query, space, bounds), query.limit, of_type=False)
        return ranked(found, query.limit, of_type=True)

    def _found(self, query: ReconciliationQuery, space: IdentifierSpace, wanted: Allowed) -> list[Weighed]:
        term = self._term(query, space)
        text = term.local_name or term.long_name
        if not text or len(text) > LONGEST_TEXT:
            return []
        found: dict[str, Weighed] = {}
        identified = self._identifiers.identified(text, space)
        if identified is not None and (wanted is None or identified.vocabulary in wanted):
            _weighed(found, identified).identify()
            if identified.deprecated and (successor := self._identifiers.successor(identified)) is not None:
                _weighed(found, successor).raise_to(_SUCCESSOR)
                found[successor.uri].features["successor"] = True
        if is_citation(text) or (identified is not None and "/" in text):
            return list(found.values())
        self._propose(found, term, wanted, query.limit)
        self._look_up(found, text, wanted, query.limit)
        if wanted is None or UNITS in wanted:
            for unit in self._mapper.units(text):
                if unit.closeness > Closeness.CONVERTIBLE:
                    _weighed(found, unit.entry.ref).measure(spelled=unit.closeness > Closeness.SAME_SIZE)
        if term.unit:
            self._compare_units(found.values(), term.unit)
        return [one for one in found.values() if one.score >= _LEAST_SCORE]

    def _propose(self, found: dict[str, Weighed], term: LocalTerm, wanted: Allowed, limit: int) -> None:
        targets = [one for one in MAPPED if one in self._loaded and (wanted is None or one in wanted)]
        if not targets:
            return
        considered = min(MOST_CANDIDATES, max(_LEAST_CONSIDERED, limit) * len(targets))
        (answer,) = self._mapper.map_terms([term], targets, considered)
        likely = {one.uri: one for one in answer.candidates if 100 * one.score >= _LEAST_SCORE}
        refs = self._store.refs(likely)
        for uri in filter(refs.__contains__, likely):
            _weighed(found, refs[uri]).propose(likely[uri], near_miss=answer.no_match)

    def _look_up(self, found: dict[str, Weighed], text: str, wanted: Allowed, limit: int) -> None:
        filters = Filters(tuple(sorted(wanted)) if wanted else ())
        proposed = {one.concept.vocabulary for one in found.values() if one.proposed}
        if wanted and wanted <= proposed:  # then only whole labels add to what the mapper knows
            request = SearchRequest(text, filters, _WHOLE_LABELS, partial=False)
        else:
            request = SearchRequest(text, filters, max(_FOUND, limit))
        for hit in self._search.search(request).items:
            beside_mapper = hit.concept.vocabulary in proposed
            _weighed(found, hit.concept).find(hit, text, beside_mapper=beside_mapper)

    def _compare_units(self, found: Iterable[Weighed], unit: str) -> None:
        """See whether whole labels, of which the mapper need not have spoken, are measured in units of that kind."""
        for one in found:
            if one.whole and not one.contradicted:
                concept = self._store.concept(one.concept.uri)
                units = filter(None, map(self._store.concept, concept.units if concept else ()))
                spellings = tuple(label.text for each in units for label in (*each.alt_labels, *each.pref_labels))
                if relate_units(unit, spellings) is UnitRelation.OTHER:
                    one.contradict()

    def _term(self, query: ReconciliationQuery, space: IdentifierSpace) -> LocalTerm:
        """Return what the mapper is asked; a text that is alone is read as a code and as words."""
        values: dict[str, list[str]] = {}
        for name, value in query.properties:
            if value.strip() and len(value) <= LONGEST_TEXT:
                values.setdefault(name, []).append(self._said(value.strip(), space))

        def told(name: str) -> str:
            return next(iter(values.get(name, ())), "")

        text = query.text.strip() or told("notation")
        return LocalTerm(
            local_name=text,
            long_name=told("long_name") or text,
            unit="|".join(values.get("unit", ())),
            centre=told("centre"),
            standard_name=told("standard_name"),
            method=told("method"),
            instrument=told("instrument"),
        )

    def _said(self, value: str, space: IdentifierSpace) -> str:
        """Return the name of what a value identifies, any other as it is: another column may be reconciled already."""
        ref = self._identifiers.identified(value, space) if is_citation(value) else None
        label = choose_label(ref.pref_labels, ()) if ref else None
        return label.text if label else value


def _weighed(found: dict[str, Weighed], concept: ConceptRef) -> Weighed:
    return found.setdefault(concept.uri, Weighed(concept))


def _both(one: Allowed, other: Allowed) -> Allowed:
    if one is None or other is None:
        return other if one is None else one
    return one & other
