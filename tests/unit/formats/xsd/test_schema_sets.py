"""Which set is chosen, and what is not assessed."""

import threading
from pathlib import Path

import pytest

from tests.unit.formats.xsd.small_sets import (
    core_set,
    judged,
    profile_set,
    record,
    the_error,
    write,
)
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.xml import parse_xml
from vocabsvc.formats.xsd.compiled import CompiledSchema, compile_set
from vocabsvc.formats.xsd.schema_set import SchemaSet
from vocabsvc.formats.xsd.schema_sets import SchemaSets, xsd_findings
from vocabsvc.model.xsd import XsdFault, XsdState

BEGIN = "<c:title>Salinité</c:title><c:date>2024</c:date>"
POINT = '<c:place><g:Point unit="°"><g:lat>1</g:lat></g:Point></c:place>'


@pytest.mark.parametrize(("version", "name"), [("1", "première"), ("2", "seconde")])
def test_the_set_with_most_of_the_namespaces_is_chosen(sets: SchemaSets, version: str, name: str) -> None:
    verdict = judged(sets, record(BEGIN + POINT, version=version))
    assert (verdict.state, verdict.schema_set) == (XsdState.VALID, name)


def test_what_a_record_declares_decides_between_sets_that_have_as_much_of_it(sets: SchemaSets) -> None:
    document = record(f"{BEGIN}<c:count>x</c:count>", version="2")
    assert judged(sets, document).schema_set == "seconde"


def test_valid_by_one_of_several_sets_is_valid(tmp_path: Path) -> None:
    core_set(tmp_path / "a")
    strict = core_set(tmp_path / "b") / "core.xsd"
    (tmp_path / "a" / "core.xsd").write_text(strict.read_text("utf-8").replace('name="title"', 'name="titre"'), "utf-8")
    sets = SchemaSets.open(tmp_path)
    assert judged(sets, record(BEGIN)).schema_set == "b"
    assert judged(sets, record(BEGIN.replace("title", "titre"))).schema_set == "a"


def test_no_set_for_the_record(sets: SchemaSets) -> None:
    verdict = judged(sets, parse_xml(b'<x xmlns="urn:inconnu"/>', max_bytes=100))
    assert (verdict.state, verdict.schema_set, verdict.errors) == (XsdState.NOT_ASSESSED, "", ())
    assert verdict.reason is not None
    assert "namespace urn:inconnu" in verdict.reason["en"]
    assert "espace de noms urn:inconnu" in verdict.reason["fr"]


def test_no_folder_of_sets(sets: SchemaSets) -> None:
    document = record(BEGIN)
    verdict = xsd_findings(None, document, document.root)
    assert (verdict.state, verdict.unassessed) == (XsdState.NOT_ASSESSED, ())
    assert verdict.reason is not None
    assert verdict.reason["fr"].startswith("Aucun dossier de jeux de schémas")
    assert xsd_findings(sets, document, document.root).state is XsdState.VALID


def test_another_element_than_a_record(sets: SchemaSets) -> None:
    verdict = judged(sets, parse_xml(b'<x xmlns="urn:core"><y/></x>', max_bytes=100))
    assert the_error(verdict).fault is XsdFault.UNKNOWN_ROOT


def test_a_record_in_an_envelope_is_validated_alone_with_the_prefixes_of_the_envelope(sets: SchemaSets) -> None:
    text = f"""<e:answers xmlns:e="urn:e" xmlns:c="urn:core" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<e:wrong/><c:record>{BEGIN}</c:record>
<c:record><c:title/><c:date>x</c:date><c:note xsi:type="c:Note"><c:text/></c:note></c:record></e:answers>"""
    document = parse_xml(text.encode(), max_bytes=1000)
    first, second = (element for element in document.elements if element.tag == "{urn:core}record")
    assert sets.validate(document, first).state is XsdState.VALID
    error = the_error(sets.validate(document, second))
    assert (document.source_map.lines[error.element], error.name) == (3, "c:date")


def test_a_profile_is_completed_by_the_set_that_it_extends(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    profile_set(tmp_path / "profil")
    sets = SchemaSets.open(tmp_path)
    verdict = judged(sets, record(f'{BEGIN}<p:Item key="a"><c:name/><p:depth>12,5</p:depth></p:Item>'))
    assert verdict.schema_set == "profil + core"
    assert the_error(verdict).name == "p:depth"
    assert judged(sets, record(BEGIN)).schema_set == "core"


def test_without_its_schema_a_profile_s_element_is_read_as_what_it_says_it_is(sets: SchemaSets) -> None:
    inside = '<p:Item gco:isoType="c:Item_Type" p:own="x" key="a"><c:nom/></p:Item>'
    document = record(f"{BEGIN}\n{inside}")
    verdict = judged(sets, document)
    error = the_error(verdict)
    assert (error.name, error.fault, error.expected) == ("c:nom", XsdFault.NOT_ALLOWED, ("c:name",))
    (part,) = verdict.unassessed
    assert (part.name, part.namespace, part.read_as) == ("p:Item", "urn:profile", "c:Item")
    assert document.source_map.lines[part.element] == 3
    assert part.message["en"] == "No schema is installed for p:Item (urn:profile); it was read as c:Item."
    clean = judged(sets, record(BEGIN + inside.replace("nom", "name")))
    assert (clean.state, len(clean.unassessed)) == (XsdState.PARTIAL, 1)


def test_another_minor_edition_is_read_as_the_one_at_hand(tmp_path: Path) -> None:
    core_set(tmp_path / "core", "v/2.0")
    sets = SchemaSets.open(tmp_path)
    document = record(BEGIN + POINT, version="v/2.1")
    verdict = judged(sets, document)
    assert (verdict.state, verdict.schema_set) == (XsdState.PARTIAL, "core")
    (part,) = verdict.unassessed  # not the latitude in it, too
    assert (part.name, part.namespace, part.read_as) == ("g:Point", "urn:geo/v/2.1", "Point (urn:geo/v/2.0)")
    assert part.message["fr"] == (
        "Aucun schéma n’est installé pour g:Point (urn:geo/v/2.1) ; il a été lu comme Point (urn:geo/v/2.0)."
    )
    error = the_error(judged(sets, record(BEGIN + POINT.replace("lat", "latitude"), version="v/2.1")))
    assert (error.name, error.expected) == ("g:latitude", ("g:lat",))


@pytest.mark.parametrize("version", ["v/1.0", "v/3.0", "v/2", "w/2.1", "v/2.0.1"])
def test_another_major_edition_or_module_is_set_aside(tmp_path: Path, version: str) -> None:
    core_set(tmp_path / "core", "v/2.0")
    verdict = judged(SchemaSets.open(tmp_path), record(BEGIN + POINT.replace("lat", "latitude"), version=version))
    assert (verdict.state, [part.read_as for part in verdict.unassessed]) == (XsdState.PARTIAL, [""])


def test_an_error_names_a_profile_s_element_as_the_record_does(sets: SchemaSets) -> None:
    error = the_error(judged(sets, record(f'{BEGIN}<p:Item gco:isoType="c:Item" key="a">é<c:name/></p:Item>')))
    assert error.message["fr"].startswith("p:Item contient le texte « é »")


def test_an_iso_type_without_prefix_is_of_the_namespace_of_the_content(sets: SchemaSets) -> None:
    inside = '<p:Item gco:isoType="Item_Type" key="a"><c:name/></p:Item>'
    assert judged(sets, record(BEGIN + inside)).unassessed[0].read_as == "c:Item"


@pytest.mark.parametrize("said", ["", ":", "c:", "x y", "c:1"])
def test_an_iso_type_that_says_nothing(sets: SchemaSets, said: str) -> None:
    verdict = judged(sets, record(f'{BEGIN}<p:Item gco:isoType="{said}" key="a"><c:name/></p:Item>'))
    assert verdict.state is XsdState.PARTIAL
    assert verdict.unassessed[0].read_as == ""


def test_a_profile_s_element_that_says_nothing_is_set_aside_and_the_rest_validated(sets: SchemaSets) -> None:
    inside = "<p:own><c:date>x</c:date></p:own>"
    document = record(f'{BEGIN}<c:Item key="a"><c:name/></c:Item>{inside}{inside}<c:place><g:Point/></c:place>')
    verdict = judged(sets, document)
    assert [part.name for part in verdict.unassessed] == ["p:own"] * 2
    assert verdict.unassessed[0].message["fr"] == (
        "Aucun schéma n’est installé pour p:own (urn:profile) ; il n’a pas été évalué."
    )
    assert {error.name for error in verdict.errors} == {"g:Point"}


@pytest.mark.parametrize(
    "place", ['<c:Item key="a"><!-- é -->{}</c:Item>', '<c:Item key="a"><c:name/><?é?>{}</c:Item>', "{}"]
)
def test_where_no_profile_can_add_anything_its_element_is_an_error(sets: SchemaSets, place: str) -> None:
    text = place.format("<p:own><c:date>x</c:date></p:own>")
    document = record(BEGIN + text if place != "{}" else f"<c:title/>{text}<c:date>2024</c:date>")
    verdict = judged(sets, document)
    assert verdict.unassessed == ()
    error = the_error(verdict)  # and not the name, too, which it may stand for
    assert (error.name, error.fault) in {("p:own", XsdFault.NOT_ALLOWED), ("p:own", XsdFault.MISPLACED)}
    assert "p:own n’est pas permis ici" in error.message["fr"]


def test_in_a_class_of_its_own_a_profile_may_add_what_it_likes(sets: SchemaSets) -> None:
    inside = '<p:Item gco:isoType="c:Item" key="a"><c:name/><p:depth>12</p:depth></p:Item>'
    verdict = judged(sets, record(BEGIN + inside))
    assert (verdict.state, [part.name for part in verdict.unassessed]) == (XsdState.PARTIAL, ["p:Item", "p:depth"])


def test_an_editor_s_leftovers_are_errors(sets: SchemaSets) -> None:
    inside = '<e:info xmlns:e="http://www.fao.org/geonetwork"/>'
    assert the_error(judged(sets, record(BEGIN + inside))).name == "e:info"


def test_foreign_elements_where_the_schema_takes_any_are_left_there(sets: SchemaSets) -> None:
    assert judged(sets, record(f"{BEGIN}<c:more><p:x/><p:y/></c:more>")).state is XsdState.VALID


def test_many_foreign_elements_end(sets: SchemaSets) -> None:
    verdict = judged(sets, record(BEGIN + "".join(f"<p:n{number}/>" for number in range(100))))
    assert (verdict.state, len(verdict.unassessed)) == (XsdState.PARTIAL, 100)


def test_a_broken_part_of_a_set_does_not_spoil_the_rest(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    broken = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"><xs:element type="no"/>'
    write(tmp_path / "core", broken=broken + "</xs:schema>")
    assert judged(SchemaSets.open(tmp_path), record(BEGIN)).state is XsdState.VALID


def test_a_set_that_cannot_be_compiled_is_named_with_the_reason(tmp_path: Path) -> None:
    path = core_set(tmp_path / "core") / "core.xsd"
    path.write_text(path.read_text("utf-8").replace('type="c:Note"', 'type="c:Absent"'), "utf-8")
    verdict = judged(SchemaSets.open(tmp_path), record(BEGIN))
    assert verdict.state is XsdState.NOT_ASSESSED
    assert verdict.reason is not None
    assert verdict.reason["en"].startswith("The schema set core cannot be used (core.xsd:")
    assert "c:Absent" not in verdict.reason["fr"] or "}Absent" in verdict.reason["fr"]
    assert str(tmp_path) not in verdict.reason["fr"]


def test_a_set_is_compiled_once_whatever_the_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    core_set(tmp_path / "core")
    sets, compiled, states = SchemaSets.open(tmp_path), list[str](), list[XsdState]()

    def counted(schemas: SchemaSet, namespaces: tuple[str, ...]) -> CompiledSchema:
        compiled.append(schemas.name)
        return compile_set(schemas, namespaces)

    monkeypatch.setattr("vocabsvc.formats.xsd.schema_sets.compile_set", counted)
    documents = [record(BEGIN + ("" if number % 2 else "<c:count>x</c:count>")) for number in range(40)]

    def judge(part: list[int]) -> None:
        states.extend(judged(sets, documents[number]).state for number in part)

    threads = [threading.Thread(target=judge, args=(list(range(begin, 40, 4)),)) for begin in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert compiled == ["core"]
    assert sorted(states) == [XsdState.INVALID] * 20 + [XsdState.VALID] * 20


def test_no_folder_and_no_set(tmp_path: Path) -> None:
    file = tmp_path / "a.xsd"
    for path, reason in ((tmp_path / "absent", "no such folder"), (tmp_path, "no XSD file"), (file, "not a folder")):
        with pytest.raises(UnreadableInput, match=reason):
            SchemaSets.open(path)
        file.write_text("<a/>")
        if path == tmp_path:
            with pytest.raises(UnreadableInput, match="not xs:schema"):
                SchemaSets.open(path)
