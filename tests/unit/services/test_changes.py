import pytest

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.model.change import Change, ChangeKind, Edition, EditionChanges, History
from vocabsvc.services.changes import Changes


def change(kind: str, *what: str) -> Change:
    return Change("http://t/sel", ChangeKind(kind), what)


E1 = Edition("1", "2023-12-12", "a1", "2026-01-01T10:00:00+00:00")
E2 = Edition("2", "2025-03", "a2", "2026-03-01T10:00:00.5+00:00")
E2_CORRECTED = Edition("2", "2025-03", "b2", "2026-03-02T10:00:00+00:00")
UNNAMED = Edition("", "", "0123456789abcdef", "2026-05-01T10:00:00+00:00")
HISTORY = History(
    "P02",
    E1,
    (
        EditionChanges("P02", E1, E2, (change("added", "Sel"), change("deprecated", "Sel"))),
        EditionChanges("P02", E2, E2_CORRECTED, (change("undeprecated", "Sel"),)),
        EditionChanges("P02", E2_CORRECTED, UNNAMED, (change("changed", "pref_label@fr"),)),
    ),
)
CHANGES = Changes([HISTORY, History("été", E1)])


@pytest.mark.parametrize(
    ("since", "from_edition", "changes"),
    [
        ("", E1, [change("added", "Sel")]),
        ("1", E1, [change("added", "Sel")]),
        ("2", E2, [change("changed", "pref_label@fr"), change("undeprecated", "Sel")]),
        ("0123456789ab", UNNAMED, []),
        ("2023", E1, [change("added", "Sel")]),
        ("2026-03-01", E1, [change("added", "Sel")]),
        ("2026-03-01T10:00:00Z", E1, [change("added", "Sel")]),
        ("2026-03-01T12:00:00+02:00", E1, [change("added", "Sel")]),
        ("2026-03-02", E2, [change("changed", "pref_label@fr"), change("undeprecated", "Sel")]),
        ("2026-04", E2_CORRECTED, [change("changed", "pref_label@fr")]),
        ("2026-05-02", UNNAMED, []),
        ("2999-12-31", UNNAMED, []),
    ],
)
def test_several_editions_are_one_step(since: str, from_edition: Edition, changes: list[Change]) -> None:
    found = CHANGES.since("p02", since)
    assert (found.vocabulary, found.from_edition, found.to_edition) == ("P02", from_edition, UNNAMED)
    assert list(found.changes) == changes


def test_an_edition_counts_by_its_own_date_too() -> None:
    announced = Edition("3", "2027", "a3", "2026-03-01T10:00:00+00:00")
    history = History("P02", E1, (EditionChanges("P02", E1, announced, (change("removed", "Sel"),)),))
    assert Changes([history]).since("P02", "2027-06-01").changes == (change("removed", "Sel"),)
    assert Changes([history]).since("P02", "2028").changes == ()


def test_a_single_edition_has_no_changes() -> None:
    found = CHANGES.since("ÉTÉ")
    assert (found.from_edition, found.to_edition, found.changes) == (E1, E1, ())


def test_an_unknown_vocabulary_and_an_unknown_edition_are_refused() -> None:
    with pytest.raises(UnknownName, match="unknown vocabulary 'P99'"):
        CHANGES.since("P99")
    with pytest.raises(
        InvalidRequest, match="unknown edition '128' of P02: known are 1, 2, 0123456789ab; or give a date"
    ):
        CHANGES.since("P02", "128")
    with pytest.raises(InvalidRequest, match="2026-02-30"):
        CHANGES.since("P02", "2026-02-30")
