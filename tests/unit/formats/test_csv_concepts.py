import csv
import io

from vocabsvc.formats.csv_concepts import label_languages, write_concepts_csv
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString

QUAY = Concept(
    uri="http://example.org/quay",
    vocabulary="harbour",
    notations=("Q1", "Q2"),
    pref_labels=(LangString("Quay", "en"), LangString("Quai, rive", "fr"), LangString("QUAY")),
    alt_labels=(LangString("wharf|pier", "en"), LangString("a\\b")),
    definitions=(LangString('A wall.\nCalled "quay".', "en"),),
    status=Status.DEPRECATED,
    replaced_by=("http://example.org/pier",),
    broader=("http://example.org/harbour", "http://example.org/works"),
    units=("http://example.org/metre",),
)


def written(*concepts: Concept, languages: tuple[str, ...] = ("en", "fr", "und")) -> str:
    sink = io.BytesIO()
    write_concepts_csv(concepts, languages, sink)
    return sink.getvalue().decode()


def test_every_column() -> None:
    (row,) = csv.DictReader(io.StringIO(written(QUAY), newline=""))
    assert row == {
        "uri": "http://example.org/quay",
        "notation": "Q1|Q2",
        "pref_label_en": "Quay",
        "pref_label_fr": "Quai, rive",
        "pref_label_und": "QUAY",
        "alt_labels": "wharf\\|pier|a\\\\b",
        "definition": 'A wall.\nCalled "quay".',
        "status": "deprecated",
        "replaced_by": "http://example.org/pier",
        "broader": "http://example.org/harbour|http://example.org/works",
        "units": "http://example.org/metre",
    }


def test_a_table_without_concepts_is_its_header() -> None:
    assert written(languages=("fr",)) == (
        "uri,notation,pref_label_fr,alt_labels,definition,status,replaced_by,broader,units\r\n"
    )


def test_lines_end_as_rfc_4180_says_and_cells_are_as_they_are() -> None:
    formula = Concept(uri="http://example.org/x", vocabulary="x", pref_labels=(LangString("=1+1", "en"),))
    assert written(formula, languages=("en",)).endswith("http://example.org/x,,=1+1,,,current,,,\r\n")


def test_more_concepts_than_are_written_at_once() -> None:
    concepts = [Concept(uri=f"http://example.org/{number}", vocabulary="x") for number in range(501)]
    assert len(written(*concepts).splitlines()) == 502


def test_languages_are_those_stated_then_those_found_then_untagged() -> None:
    labels = [LangString("a"), LangString("b", "he"), LangString("c", "en"), LangString("d", "cy")]
    assert label_languages(("fr", "en"), labels) == ("fr", "en", "cy", "he", "und")
    assert label_languages((), []) == ()
