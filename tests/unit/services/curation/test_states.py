from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.decisions import DECISION, ROW
from vocabsvc.model.decision import Decision, Edit, MappingStatus
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.services.curation.rows import key_of, with_status
from vocabsvc.services.curation.states import filed_row, history_of, new_id, states_of

ACCEPTED, PROPOSED, REJECTED, RETIRED = (
    with_status(ROW, MappingStatus(name)) for name in ("accepted", "proposed", "rejected", "retired")
)
EDITED = replace(ROW, comment="changé dans git")
OTHER = replace(ROW, object_id="http://test.example/collection/T01/current/OXYGX01/")
ID = new_id("testcentre", key_of(ROW), {})


def of(*rows: Mapping) -> MappingSet:
    return MappingSet("testcentre", "https://test.example/mappings/testcentre", "", rows)


def decided(result: Mapping, base: Mapping | None, number: int = 1, identity: str = ID) -> Decision:
    status = MappingStatus(result.slot("ext_status") or "accepted")
    return replace(DECISION, mapping=identity, number=number, sequence=number, status=status, result=result, base=base)


def test_a_row_that_nobody_decided_on_is_as_its_file_says() -> None:
    published = replace(ROW, subject_label="x", subject_id="", other=(("ext_status", "published"),))
    unknown = replace(ROW, subject_label="y", subject_id="", other=(("ext_status", "peut-être"),))
    states = states_of(of(ROW, published, unknown, replace(OTHER, other=(("ext_status", "rejected"),))), {})
    assert [one.status.value for one in states.values()] == ["proposed", "accepted", "proposed", "rejected"]
    assert [one.decisions for one in states.values()] == [0, 0, 0, 0]


def test_an_id_comes_from_set_subject_and_object_alone() -> None:
    again = replace(ROW, predicate_id="x", comment="y", confidence=None, line=7)
    first, last = next(iter(states_of(of(again, OTHER), {}))), [*states_of(of(OTHER, ROW), {})][-1]
    assert first == ID == last
    assert len({*states_of(of(ROW, again), {})}) == 2
    assert new_id("autre", key_of(ROW), {}) != ID
    assert new_id("testcentre", ("", "ab"), {}) != new_id("testcentre", ("a", "b"), {})


def test_what_was_decided_counts_before_the_file_has_it_and_after() -> None:
    for filed in (PROPOSED, ACCEPTED):
        state = states_of(of(filed), {ID: [decided(ACCEPTED, PROPOSED)]})[ID]
        assert (state.status, state.row, state.edited, state.filed) == (MappingStatus.ACCEPTED, ACCEPTED, False, filed)


def test_a_changed_object_keeps_the_id_before_and_after_the_export() -> None:
    log = {ID: [decided(OTHER, ROW)]}
    for filed in (ROW, OTHER):
        assert {one: state.row for one, state in states_of(of(filed), log).items()} == {ID: OTHER}


def test_the_pair_that_a_change_left_is_another_mapping_later() -> None:
    second = new_id("testcentre", key_of(ROW), {ID: None})
    log = {ID: [decided(OTHER, ROW)], second: [decided(ROW, None, identity=second)]}
    states = states_of(of(OTHER, ROW), log)
    assert {one: state.row for one, state in states.items()} == {ID: OTHER, second: ROW}
    assert not any(state.edited for state in states.values())


def test_what_is_rejected_stays_so_with_and_without_its_row() -> None:
    log = {ID: [decided(REJECTED, ROW)]}
    for rows in ([ROW], [REJECTED], []):
        state = states_of(of(*rows), log)[ID]
        assert (state.status, state.edited, filed_row(state)) == (MappingStatus.REJECTED, False, None)


def test_an_edited_row_counts_more_than_the_log() -> None:
    state = states_of(of(EDITED), {ID: [decided(ACCEPTED, PROPOSED)]})[ID]
    assert (state.status, state.row, state.edited) == (MappingStatus.PROPOSED, EDITED, True)


def test_a_removed_row_is_retired_unless_it_was_never_exported() -> None:
    assert states_of(of(), {ID: [decided(ACCEPTED, PROPOSED)]})[ID].status is MappingStatus.RETIRED
    assert states_of(of(), {ID: [decided(PROPOSED, None)]})[ID].status is MappingStatus.PROPOSED
    log = [decided(PROPOSED, None), decided(ACCEPTED, PROPOSED, 2)]
    assert states_of(of(), {ID: log})[ID].status is MappingStatus.RETIRED


def test_an_older_export_is_no_edit() -> None:
    log = [decided(OTHER, ROW), decided(with_status(OTHER, MappingStatus.ACCEPTED), ROW, 2)]
    for filed in (ROW, OTHER):
        state = states_of(of(filed), {ID: log})[ID]
        assert (state.status, state.edited) == (MappingStatus.ACCEPTED, False)
    gone = [decided(RETIRED, ACCEPTED), decided(PROPOSED, ACCEPTED, 2)]
    assert states_of(of(), {ID: gone})[ID].status is MappingStatus.PROPOSED


def test_what_a_loaded_file_left_behind_is_an_edit() -> None:
    log = [decided(EDITED, ROW), decided(OTHER, EDITED, 2)]
    state = states_of(of(ROW), {ID: log})[ID]
    assert (state.edited, state.row) == (True, ROW)


def test_an_apostrophe_before_a_formula_is_no_edit() -> None:
    formula, quoted = (replace(ROW, comment=text) for text in ("=1+1", "'=1+1"))
    assert not states_of(of(quoted), {ID: [decided(REJECTED, formula)]})[ID].edited


def test_the_history_has_edits_where_they_were_met() -> None:
    log = [decided(ACCEPTED, PROPOSED), decided(REJECTED, EDITED, 2)]
    state = states_of(of(EDITED), {ID: log})[ID]
    assert history_of(state, log).steps == (log[0], Edit(1, EDITED), log[1])
    state = states_of(of(replace(ROW, comment="encore")), {ID: log})[ID]
    assert history_of(state, log).steps[-1] == Edit(2, replace(ROW, comment="encore"))


ROWS = st.sampled_from([ROW, EDITED, OTHER, ACCEPTED, PROPOSED, REJECTED, RETIRED])


@given(st.lists(ROWS, max_size=5), st.lists(st.tuples(ROWS, st.none() | ROWS), max_size=5))
def test_every_row_and_every_logged_mapping_has_one_state(
    rows: list[Mapping], decisions: list[tuple[Mapping, Mapping | None]]
) -> None:
    log = [decided(result, base, number) for number, (result, base) in enumerate(decisions, start=1)]
    states = states_of(of(*rows), {ID: log} if log else {})
    assert [one.filed for one in states.values() if one.filed] == rows
    assert (ID in states) or not log
    assert len({one.etag for one in states.values()}) == len(states)
    for state in states.values():
        history = history_of(state, log if state.id == ID else [])
        assert [one for one in history.steps if isinstance(one, Decision)] == (log if state.id == ID else [])
        assert isinstance(history.steps[-1] if history.steps else None, Edit) is state.edited
