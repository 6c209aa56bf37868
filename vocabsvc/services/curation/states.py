"""How mappings stand: the rows of a set's file, overlaid with what was decided.

The file counts more than the log where its row is none that the log knows: then somebody changed it by other means.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count, takewhile

from vocabsvc.model.decision import ACTIVE, CuratedMapping, Decision, Edit, MappingHistory, MappingStatus
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.services.curation.rows import Key, inert, key_of, same, status_of

ByMapping = Mapping[str, Sequence[Decision]]
"""Decisions by mapping, each list in order."""


def new_id(mapping_set: str, key: Key, taken: Mapping[str, object]) -> str:
    """Return the id of a mapping that is none of those ``taken``, from what it is about first."""
    for number in count():
        text = "\0\0".join((mapping_set, *key, *([str(number)] if number else [])))
        identity = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        if identity not in taken:
            return identity
    raise AssertionError  # pragma: no cover - there is always another number


def states_of(mapping_set: MappingSet, decided: ByMapping) -> dict[str, CuratedMapping]:
    """Return every mapping of a set by id: those of its file in the file's order, then those that only the log has."""
    filed = _filed(mapping_set, decided)
    ids = dict.fromkeys((*filed, *decided))
    return {one: _state(one, mapping_set.id, filed.get(one), decided.get(one, ())) for one in ids}


def history_of(state: CuratedMapping, decisions: Sequence[Decision]) -> MappingHistory:
    """Return what led to a state: decisions, and what was changed in the file between them."""
    steps: list[Decision | Edit] = []
    for number, decision in enumerate(decisions):
        before = decisions[:number]
        if before and not _is_known(decision.base, before):
            steps.append(Edit(number, decision.base))
        steps.append(decision)
    if state.edited:
        steps.append(Edit(len(decisions), state.filed))
    return MappingHistory(state, tuple(steps))


def _filed(mapping_set: MappingSet, decided: ByMapping) -> dict[str, SssomMapping]:
    """Return the rows of a file by the id of their mapping.

    A row that is about what a mapping was last changed to is that mapping's, and any other the one that its own
    subject and object name.
    """
    last = sorted((one[-1] for one in decided.values()), key=lambda one: (one.status in ACTIVE, one.sequence))
    owners = {key_of(one.result): one.mapping for one in last}
    ids: dict[int, str] = {}
    taken: dict[str, object] = {}
    for number, row in enumerate(mapping_set.mappings):
        owner = owners.get(key_of(row))
        if owner and owner not in taken:
            taken[owner] = ids[number] = owner
    for number, row in enumerate(mapping_set.mappings):
        if number not in ids:
            ids[number] = identity = new_id(mapping_set.id, key_of(row), taken)
            taken[identity] = row
    return {ids[number]: row for number, row in enumerate(mapping_set.mappings)}


def _state(
    identity: str, mapping_set: str, filed: SssomMapping | None, decisions: Sequence[Decision]
) -> CuratedMapping:
    if not decisions:
        assert filed is not None  # noqa: S101 - it has an id because it is filed or decided on
        return CuratedMapping(identity, mapping_set, status_of(filed), filed, filed)
    last = decisions[-1]
    if _is_known(filed, decisions):
        return CuratedMapping(identity, mapping_set, last.status, last.result, filed, len(decisions))
    status = status_of(filed) if filed else MappingStatus.RETIRED
    return CuratedMapping(identity, mapping_set, status, filed or last.result, filed, len(decisions), edited=True)


def _is_known(row: SssomMapping | None, decisions: Sequence[Decision]) -> bool:
    """Tell whether the log explains a row of a file.

    That is the row that the last decision was made on, since it may not be exported yet, or what it or a decision
    on the same row resulted in, of which one may be exported but not loaded.
    """
    base = decisions[-1].base
    if same(row, base):
        return True
    recent = takewhile(lambda one: same(one.base, base), reversed(decisions))
    return any(same(row, left) for left in _left(recent))


def _left(decisions: Iterable[Decision]) -> Iterator[SssomMapping | None]:
    for one in decisions:
        yield one.result if one.status in ACTIVE else None
        if one.status not in ACTIVE:
            yield one.result  # a file may keep the row, and say so


def filed_row(state: CuratedMapping) -> SssomMapping | None:
    """Return the row that a state's set is to have in its file, ``None`` for none."""
    return inert(state.row) if state.status in ACTIVE else None
