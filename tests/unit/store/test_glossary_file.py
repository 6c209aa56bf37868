from pathlib import Path

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.store.glossary_file import read_glossary, write_glossary

ENTRY = Concept(
    "http://h/houle",
    "glossary",
    pref_labels=(LangString("houle", "fr"), LangString("swell", "en")),
    alt_labels=(LangString("long waves", "en"), LangString("wave", "en"), LangString("mer du vent à l’œil", "fr")),
    hidden_labels=(LangString("Hs"),),
    broader=("http://h/vague",),
)


def named(*labels: str) -> list[Concept]:
    return [Concept(f"http://c/{label}", "C", pref_labels=(LangString(label, "en"),)) for label in labels]


def test_what_is_written_is_read_with_the_likelier_wordings_first(tmp_path: Path) -> None:
    write_glossary(tmp_path / "g", [ENTRY], named("Waves", "Wave height", "Long wave radiation"))
    (entry,) = read_glossary(tmp_path / "g", "glossary")
    assert [label.text for label in entry.alt_labels] == ["wave", "long waves", "mer du vent à l’œil"]
    assert (entry.uri, entry.vocabulary, entry.broader) == (ENTRY.uri, "glossary", ENTRY.broader)
    assert (entry.pref_labels, entry.hidden_labels) == (ENTRY.pref_labels, ENTRY.hidden_labels)


def test_order_stays_where_nothing_tells(tmp_path: Path) -> None:
    write_glossary(tmp_path / "g", [ENTRY], [])
    (entry,) = read_glossary(tmp_path / "g", "glossary")
    assert entry.alt_labels == ENTRY.alt_labels


def test_a_snapshot_without_a_glossary_has_no_entries(tmp_path: Path) -> None:
    assert list(read_glossary(tmp_path / "none", "glossary")) == []
