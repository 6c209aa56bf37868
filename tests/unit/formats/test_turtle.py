import pytest

from vocabsvc.formats.turtle import n_triples_pieces, turtle_pieces
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, SKOS, XSD

QUAY, BOLLARD = "http://example.org/quay", "http://example.org/bollard"
PREFIXES = {"skos": SKOS, "xsd": XSD}


def turtle(*statements: Statement) -> str:
    return "".join(turtle_pieces(statements, PREFIXES))


def object_of(target: str | Literal) -> str:
    line = turtle(Statement(QUAY, f"{SKOS}note", target)).splitlines()[-1]
    return line.removeprefix(f"<{QUAY}> skos:note ").removesuffix(" .")


def test_turtle_is_one_block_a_subject_after_prefix_lines() -> None:
    written = turtle(
        Statement(QUAY, f"{RDF}type", f"{SKOS}Concept"),
        Statement(QUAY, f"{SKOS}prefLabel", Literal("Quay", f"{RDF}langString", "en")),
        Statement(QUAY, f"{SKOS}prefLabel", Literal("Quai", f"{RDF}langString", "fr")),
        Statement(QUAY, f"{SKOS}narrower", BOLLARD),
        Statement(QUAY, f"{SKOS}narrower", "_:x"),
        Statement("_:x", f"{SKOS}notation", Literal("X")),
    )
    assert (
        written
        == """\
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

<http://example.org/quay> a skos:Concept ;
    skos:prefLabel "Quay"@en, "Quai"@fr ;
    skos:narrower <http://example.org/bollard>,
        _:b0 .

_:b0 skos:notation "X" .
"""
    )


def test_a_document_without_statements_is_its_prefixes() -> None:
    assert turtle() == "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX xsd: <" + XSD + ">\n"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        (Literal("true", f"{XSD}boolean"), "true"),
        (Literal("1", f"{XSD}boolean"), '"1"^^xsd:boolean'),
        (Literal("-12", f"{XSD}integer"), "-12"),
        (Literal("7.50", f"{XSD}decimal"), "7.50"),
        (Literal("7.", f"{XSD}decimal"), '"7."^^xsd:decimal'),
        (Literal("2026", f"{XSD}gYear"), '"2026"^^xsd:gYear'),
        (Literal("x", "http://example.org/type"), '"x"^^<http://example.org/type>'),
        (Literal('say "été"\\\n\r\t\x01'), r'"say \"été\"\\\n\r\t\u0001"'),
        (f"{SKOS}Concept", "skos:Concept"),
        (f"{SKOS}a/b", f"<{SKOS}a/b>"),
        (f"{SKOS}a.", f"<{SKOS}a.>"),
        (SKOS, f"<{SKOS}>"),
    ],
)
def test_objects_are_as_short_as_turtle_allows(target: str | Literal, written: str) -> None:
    assert object_of(target) == written


@pytest.mark.parametrize(
    "iri", ["relative", "", "http://example.org/a b", "http://example.org/>", "http://x/\n", "x\\y:"]
)
def test_what_is_no_iri_is_refused(iri: str) -> None:
    for place in (Statement(iri, QUAY, QUAY), Statement(QUAY, iri, QUAY), Statement(QUAY, QUAY, iri)):
        with pytest.raises(ValueError, match="not an absolute IRI"):
            "".join(n_triples_pieces([place]))
        with pytest.raises(ValueError, match="not an absolute IRI"):
            turtle(place)


def test_n_triples_are_one_line_a_statement() -> None:
    lines = n_triples_pieces([Statement("_:q", f"{SKOS}note", Literal("é\n", f"{RDF}langString", "fr"))])
    assert list(lines) == [f'_:b0 <{SKOS}note> "é\\n"@fr .\n']
