from vocabsvc.formats.reports.text import summary_of, text_lines
from vocabsvc.model.report import FileReport


def test_a_result_shows_its_line_with_a_caret_what_is_expected_and_how_to_mend_it(faulty: FileReport) -> None:
    text = "".join(text_lines([faulty], "en"))
    assert "dossier/fiche été.xml:3:5: violation GEO-04 South is above north.\n" in text
    line, caret = text[text.index("     3 | ") :].split("\n")[:2]
    assert line == "     3 | \t é <gmd:b>49.25</gmd:b>"
    assert caret == "       | \t   ^"
    for part in (
        "expected: 48.25, 48",
        "also at lines: 7, 9",
        "Swap them.",
        "fix (safe): write 48.25 at /gmd:a/gmd:b[2]",
    ):
        assert part in text


def test_the_last_line_counts_places_and_what_was_not_assessed(faulty: FileReport, clean: FileReport) -> None:
    assert summary_of(faulty.report, "en") == "does not conform (3 violations, 1 note, 1 not assessed)"
    assert summary_of(faulty.report, "fr") == "non conforme (3 infractions, 1 remarque, 1 non évalué)"
    assert "".join(text_lines([clean], "fr")) == "a.xml\u00a0: conforme\n  Rien à signaler.\n"


def test_french_is_typed_the_french_way(faulty: FileReport) -> None:
    text = "".join(text_lines([faulty], "fr"))
    assert "infraction GEO-04 Le sud dépasse le nord." in text
    assert "non évalué STR-05 Aucun schéma n’est installé." in text
    assert "trouvé\u00a0: 49.25" in text
    assert "réparation (sûre)\u00a0: écrire 48.25 à /gmd:a/gmd:b[2]" in text
