"""Rows of a mapping set from elsewhere, made fit for one of ours."""

from collections.abc import Iterator
from dataclasses import replace

from vocabsvc.errors import UnknownName
from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.sssom_mapping import BUILT_IN
from vocabsvc.formats.sssom_slots import LITERAL, MAPPING_SLOTS, Kind, is_extension, split_values
from vocabsvc.model.decision import CuratedMapping
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.curation.rows import inert


class Proposals:
    """Takes the proposals of a file, such as ``vocabsvc map`` writes."""

    def __init__(self, curation: Curation, mapping_sets: tuple[MappingSet, ...], base_uri: str) -> None:
        self._curation = curation
        self._sets = mapping_sets
        self._base_uri = base_uri

    def take(self, data: bytes, name: str, into: str, who: str) -> tuple[CuratedMapping, ...]:
        """Propose the rows of a file that lead to a concept, all or none, and return those that the set did not have.

        ``into`` is the id of a set; where it is ``""``, that with the id or the ``mapping_set_id`` of what is offered.
        Slots that mean something else in our set, or nothing, are left out.

        Raises:
            UnreadableInput: it is no mapping set.
            UnknownName: there is no such set.
            DecisionRefused, DecisionConflict, InvalidRequest, DatabaseUnreachable: as ``Curation.propose_rows``.
        """
        offered = read_sssom(data, name, self._base_uri)
        target = self._target(offered, into)
        return self._curation.propose_rows(target.id, self._fitting(offered, target), who)

    def _target(self, offered: MappingSet, into: str) -> MappingSet:
        for one in self._sets:
            if one.id == (into or offered.id) or (not into and one.mapping_set_id == offered.mapping_set_id):
                return one
        raise UnknownName(f"unknown mapping set {into or offered.id!r}: name one that is loaded")

    def _fitting(self, offered: MappingSet, target: MappingSet) -> Iterator[Mapping]:
        theirs, ours = (Prefixes({**dict(one.curie_map), **BUILT_IN}, self._base_uri) for one in (offered, target))
        for row in offered.mappings:
            if row.leads:
                slots = {slot: text for slot, text in row.other if _fits(slot, text, theirs, ours)}
                if not row.subject_id:
                    slots["subject_type"] = LITERAL
                yield replace(inert(replace(row, other=tuple(sorted(slots.items())))), line=row.line)


def _fits(slot: str, text: str, theirs: Prefixes, ours: Prefixes) -> bool:
    if slot not in MAPPING_SLOTS:
        return is_extension(slot)
    if MAPPING_SLOTS[slot].kind is not Kind.REFERENCE:
        return True
    try:
        return all(theirs.expand(one) == ours.expand(one) for one in split_values(text))
    except ValueError:
        return False
