from tests.cases import clean
from tests.unit.checks.records.eml.views import document, faults, view
from vocabsvc.checks.records.eml.catalogue import EML_CHECKS
from vocabsvc.checks.records.eml.document import identified, named, targets, text


def test_records_in_other_encodings_are_passed_over() -> None:
    for find in EML_CHECKS.values():
        assert list(find(view(clean("iso19139")))) == []


def test_clean_record_has_no_fault() -> None:
    assert [name for name, find in EML_CHECKS.items() if faults(find, clean("eml"))] == []


def test_foreign_metadata_are_not_eml() -> None:
    seen = view(
        document(
            "<references>a</references>",
            "<additionalMetadata><metadata><references>b</references></metadata></additionalMetadata>",
        )
    )
    assert [one.text for one in named(seen, "references")] == ["a"]


def test_ids_are_those_of_foreign_metadata_too_and_the_package_is_first() -> None:
    seen = view(document('<title id="t"/>', '<additionalMetadata><metadata id="m"/></additionalMetadata>'))
    assert [name for name, _ in identified(seen)] == ["a.1.1", "t", "m"]


def test_of_two_with_one_id_the_first_is_meant() -> None:
    seen = view(document('<creator id="x"/><contact id="x"/>'))
    assert targets(seen)["x"].tag == "creator"


def test_text_at_a_path() -> None:
    seen = view(document("<creator><individualName><surName> Le\n Goff </surName></individualName></creator>"))
    assert text(seen.root, "dataset", "creator", "individualName", "surName") == "Le Goff"
    assert text(seen.root, "dataset", "contact", "surName") == ""
