from pyoxigraph import Literal, NamedNode, Triple

from tests.unit.formats.test_sssom import BASE, COLUMNS, HEADER, ROW, read
from vocabsvc.formats.sssom_rdf import mapping_set_triples
from vocabsvc.namespaces import DCTERMS, OWL, PAV, RDF, RDFS, SKOS, SSSOM, XSD

EXTENSIONS = "#extension_definitions:\n#- slot_name: ext_unit\n#  property: centre:unit\n"
SET = "https://hub.example/mappings/centre"
TARGET = "http://vocab.nerc.ac.uk/collection/P01/current/PSLTZZ01/"


def triples(text: str) -> set[tuple[str, str, str]]:
    return {_texts(triple) for triple in mapping_set_triples(read(text), BASE)}


def _texts(triple: Triple) -> tuple[str, str, str]:
    value = triple.object
    assert isinstance(value, NamedNode | Literal)
    assert isinstance(triple.subject, NamedNode)
    typed = isinstance(value, Literal) and value.datatype.value != f"{XSD}string"
    text = f"{value.value}^^{value.datatype.value}" if typed and isinstance(value, Literal) else value.value
    return triple.subject.value, triple.predicate.value, text


def test_a_mapping_is_what_sssom_and_what_nvs_writes() -> None:
    found = triples(HEADER + COLUMNS + ROW)
    row = f"{SET}#1"
    assert {
        (f"{BASE}centre/1", f"{SKOS}exactMatch", TARGET),
        (SET, f"{SSSOM}mappings", row),
        (row, f"{RDF}type", f"{SSSOM}Mapping"),
        (row, f"{RDF}type", f"{OWL}Axiom"),
        (row, f"{SSSOM}subject_id", f"{BASE}centre/1"),
        (row, f"{OWL}annotatedSource", f"{BASE}centre/1"),
        (row, f"{OWL}annotatedTarget", TARGET),
        (row, f"{SSSOM}subject_label", "SAL_É"),
        (row, f"{SSSOM}confidence", f"0.9^^{XSD}double"),
    } <= found


def test_every_slot_is_there() -> None:
    columns = COLUMNS.replace("comment", "match_string").strip() + "\tmapping_date\tauthor_id\text_unit\text_other\n"
    row = ROW.replace("\t\n", "\tsel|eau\t2026-01-31\tcentre:me\tpsu\tx\n")
    header = f"{HEADER}{EXTENSIONS}#mapping_set_title: Sels d’ici\n#see_also:\n#- https://x.example/\n"
    found = triples(header + columns + row)
    said = {(predicate, value) for subject, predicate, value in found if subject == f"{SET}#1"}
    assert {
        (f"{SSSOM}match_string", "sel"),
        (f"{SSSOM}match_string", "eau"),
        (f"{DCTERMS}created", f"2026-01-31^^{XSD}date"),
        (f"{PAV}authoredBy", f"{BASE}centre/me"),
        (f"{BASE}centre/unit", "psu"),
    } <= said
    assert not [value for _, value in said if value == "x"]
    assert (SET, f"{DCTERMS}title", "Sels d’ici") in found
    assert (SET, f"{RDFS}seeAlso", "https://x.example/") in found


def test_what_is_denied_is_not_asserted() -> None:
    columns = COLUMNS.replace("comment", "predicate_modifier")
    for row in (ROW.replace("\t\n", "\tNot\n"), ROW.replace("P01:PSLTZZ01/", "sssom:NoTermFound")):
        assert not [one for one in triples(HEADER + columns + row) if one[1] == f"{SKOS}exactMatch"]


def test_a_record_id_names_the_node() -> None:
    columns = COLUMNS.replace("comment", "record_id")
    found = triples(HEADER + columns + ROW.replace("\t\n", "\tcentre:r7\n"))
    assert (SET, f"{SSSOM}mappings", f"{BASE}centre/r7") in found
