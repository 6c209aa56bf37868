from tests.unit.checks.mappings.sets import GAS, LINE, SEA, concept, mapping_set, places, view
from vocabsvc.checks.check import Gap
from vocabsvc.checks.mappings.targets import deprecated_object, other_kind_of_unit, other_label, unknown_concept
from vocabsvc.model.concept import Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

SALT = concept("SALT", "Salinité")


def test_a_target_that_does_not_exist() -> None:
    one = mapping_set("centre:1 exactMatch sea:SALT", "centre:2 exactMatch sea:SLAT")
    assert places(unknown_concept(view(one, SALT))) == [(LINE + 1, "object_id", "sea:SLAT")]


def test_what_is_not_loaded_is_counted() -> None:
    one = mapping_set("centre:1 exactMatch gas:O2", "centre:2 exactMatch gas:N2", "centre:3 exactMatch sea:SALT")
    (gap,) = unknown_concept(view(one, SALT))
    assert isinstance(gap, Gap)
    assert gap.message["en"] == "concepts of vocabularies that are not loaded: centre 3, gas 2"
    assert gap.message["fr"].endswith(": centre 3, gas 2")


def test_a_term_that_is_missing_on_purpose_is_not_looked_up() -> None:
    assert list(unknown_concept(view(mapping_set("sea:SALT exactMatch sssom:NoTermFound"), SALT))) == []


def test_a_deprecated_object_names_what_replaces_it() -> None:
    stated = concept("OLD1", status=Status.DEPRECATED, replaced_by=(SALT.uri,))
    equal = concept("OLD2", status=Status.DEPRECATED, links=(Link(f"{SKOS}exactMatch", SALT.uri),))
    alone = concept("OLD3", status=Status.DEPRECATED, links=(Link(f"{SKOS}exactMatch", f"{GAS}O2"),))
    one = mapping_set(*(f"centre:{number} exactMatch sea:OLD{number}" for number in (1, 2, 3)))
    assert [value for _, _, value in places(deprecated_object(view(one, SALT, stated, equal, alone)))] == [
        "sea:OLD1 → sea:SALT",
        "sea:OLD2 → sea:SALT",
        "sea:OLD3",
    ]


def test_a_deprecated_subject_is_no_fault() -> None:
    old = concept("OLD1", status=Status.DEPRECATED)
    assert places(deprecated_object(view(mapping_set("sea:OLD1 exactMatch sea:SALT"), SALT, old))) == []


def test_a_label_is_one_of_the_object() -> None:
    known = concept("SALT", "Salinity", alt_labels=(LangString("Salinité", "fr"),))
    rows = [f"centre:1 exactMatch sea:SALT {label}" for label in ("Salinity", "Salinité", "Sel")]
    one = mapping_set(*rows, "centre:1 exactMatch gas:O2 Oxygen", "centre:2 exactMatch sea:SALT", more=["object_label"])
    assert places(other_label(view(one, known))) == [(LINE + 2, "object_label", "Sel")]


def test_units_of_other_quantities() -> None:
    unit = concept("UGKG", alt_labels=(LangString("g/kg"),))
    salt = concept("SALT", unit=f"{SEA}UGKG")
    rows = ["1 g/kg", "2 mg/kg", "3 degC", "4 smoots", "5", "6 degC 0.5", "7 degC 0.51"]
    cells = [(f"centre:{row[0]} exactMatch sea:SALT {row[2:]}").rstrip() for row in rows]
    one = mapping_set(*cells, more=["ext_unit", "confidence"])
    assert places(other_kind_of_unit(view(one, salt, unit))) == [
        (LINE + 2, "ext_unit", "degC ≠ g/kg"),
        (LINE + 6, "ext_unit", "degC ≠ g/kg"),
    ]
