"""Real editions of vocabularies, years apart, differ in what is known to have changed."""

from collections import Counter
from pathlib import Path

from tests.conftest import ROOT
from vocabsvc.model.change import ChangeKind, EditionChanges
from vocabsvc.services.comparison import compare_editions

NVS = "http://vocab.nerc.ac.uk/collection/"


def compared(old: Path, new: Path) -> EditionChanges:
    return compare_editions(old, new, "http://hub.example/id/")


def kinds(changes: EditionChanges) -> Counter[str]:
    return Counter(change.kind for change in changes.changes)


def fields(changes: EditionChanges) -> Counter[str]:
    changed = (change for change in changes.changes if change.kind is ChangeKind.CHANGED)
    return Counter(field for change in changed for field in change.what)


def test_p02_as_it_ships_has_eight_concepts_more_than_the_edition_it_states(shared: Path) -> None:
    """Links are of May 2026, as ``missing`` says; nothing else of the edition differs."""
    changes = compared(shared / "data/vocabularies/nvs-ttl/P02.ttl", ROOT / "vocabularies" / "P02")
    added = [change.uri for change in changes.changes if change.kind is ChangeKind.ADDED]
    codes = ("CCHF", "HLHF", "MDHF", "MTHF", "NUHF", "SIHF", "SPHF", "WHTA")
    assert added == [f"{NVS}P02/current/{code}/" for code in codes]
    assert kinds(changes) == {"added": 8, "changed": 75}
    assert fields(changes) == {"related": 48, "same_as": 20, "replaces": 12, "broader": 4}


def test_c19_of_2017_and_of_a_later_edition(shared: Path) -> None:
    folder = shared / "data" / "vocabularies"
    changes = compared(folder / "sextant-geonetwork/2017/NVS.C19.rdf", folder / "nvs-ttl/C19.ttl")
    added = [change.what for change in changes.changes if change.kind is ChangeKind.ADDED]
    assert added[0] == ("Bay of Brest",)
    assert kinds(changes) == {"added": 8, "changed": 258}
    assert fields(changes) == {"definition@en": 256, "related": 124, "broader": 112, "version": 4}


def test_p35_of_2017_and_of_a_later_edition(shared: Path) -> None:
    folder = shared / "data" / "vocabularies"
    changes = compared(folder / "sextant-geonetwork/2017/NVS.P35.rdf", folder / "nvs-ttl/P35.ttl")
    assert kinds(changes) == {"added": 9, "changed": 222, "deprecated": 189}
    assert fields(changes)["pref_label@en"] == 9


def test_a_label_whose_encoding_was_repaired_is_a_change(shared: Path) -> None:
    changes = compared(shared / "data/vocabularies/nvs-ttl/L05.ttl", ROOT / "vocabularies" / "L05")
    labels = [change.uri for change in changes.changes if "pref_label@en" in change.what]
    assert labels == [f"{NVS}L05/current/POS12/"]
