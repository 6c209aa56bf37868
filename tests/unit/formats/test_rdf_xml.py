from collections.abc import Sequence

import pytest
from lxml import etree
from pyoxigraph import RdfFormat, parse

from vocabsvc.formats.rdf_xml import write_rdf_xml
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import OWL, RDF, RDFS, SKOS, XSD

E = "http://e.example/"
PREFIXES = {"skos": SKOS, "owl": OWL, "e": f"{E}#"}
TYPE = f"{RDF}type"
NOTE = f"{E}#note"


class Sink:
    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        self.pieces.append(data)
        return len(data)

    def flush(self) -> None:
        pass


def written(statements: Sequence[Statement], prefixes: dict[str, str] = PREFIXES) -> str:
    sink = Sink()
    write_rdf_xml(statements, prefixes, sink)
    return b"".join(sink.pieces).decode()


def read(text: str) -> set[Statement]:
    return {to_statement(quad.triple) for quad in parse(text.encode(), format=RdfFormat.RDF_XML)}


def test_a_subject_is_one_element_named_by_its_type() -> None:
    statements = [
        Statement(f"{E}a", TYPE, f"{SKOS}Concept"),
        Statement(f"{E}a", f"{SKOS}prefLabel", Literal('Côte <d\'Azur> & "là"', lang="fr")),
        Statement(f"{E}a", f"{SKOS}notation", Literal("A 1")),
        Statement(f"{E}a", f"{SKOS}broader", f"{E}?b=1&c=2"),
        Statement(f"{E}a", f"{E}#depth", Literal("-5.0", f"{XSD}decimal")),
        Statement(f"{E}b", NOTE, Literal("sans type")),
    ]
    assert written(statements) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<rdf:RDF\n"
        '    xmlns:skos="http://www.w3.org/2004/02/skos/core#"\n'
        '    xmlns:owl="http://www.w3.org/2002/07/owl#"\n'
        '    xmlns:e="http://e.example/#"\n'
        '    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '  <skos:Concept rdf:about="http://e.example/a">\n'
        '    <skos:prefLabel xml:lang="fr">Côte &lt;d\'Azur&gt; &amp; &quot;là&quot;</skos:prefLabel>\n'
        "    <skos:notation>A 1</skos:notation>\n"
        '    <skos:broader rdf:resource="http://e.example/?b=1&amp;c=2"/>\n'
        '    <e:depth rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">-5.0</e:depth>\n'
        "  </skos:Concept>\n"
        '  <rdf:Description rdf:about="http://e.example/b">\n'
        "    <e:note>sans type</e:note>\n"
        "  </rdf:Description>\n"
        "</rdf:RDF>\n"
    )


def test_a_skos_class_names_the_element_before_others() -> None:
    kinds = [f"{RDFS}Resource", f"{OWL}NamedIndividual", f"{SKOS}Concept", "_:kind"]
    text = written([Statement(f"{E}a", TYPE, kind) for kind in kinds])
    assert "<skos:Concept rdf:about" in text
    assert text.count("<rdf:type ") == 3
    assert "<owl:NamedIndividual " in written([Statement(f"{E}a", TYPE, kind) for kind in kinds[:2]])
    assert "<rdf:Description " in written([Statement(f"{E}a", TYPE, kinds[0])])


def test_nothing_but_a_root_is_a_document() -> None:
    assert etree.fromstring(written([], {}).encode()).tag == f"{{{RDF}}}RDF"


def test_a_namespace_without_prefix_is_declared_where_it_is_used() -> None:
    statements = [Statement(f"{E}a", f"{E}x/température-1", Literal("12"))]
    text = written(statements, {"ns0": f"{E}other#", "rdf": f"{E}never", "xmlns": E, "1": E, "": E, "éa": E})
    assert 'xmlns:éa="http://e.example/"' in text
    assert '<ns1:température-1 xmlns:ns1="http://e.example/x/">12</ns1:température-1>' in text
    assert read(text) == set(statements)


@pytest.mark.parametrize(
    "predicate",
    [f"{SKOS}broader/", f"{E}2024", f"{E}#a--b--/", f"{RDF}li", f"{RDF}Description", f"{RDF}about", "urn:1"],
)
def test_what_rdf_xml_cannot_say_is_left_out_and_said_so(predicate: str) -> None:
    text = written([Statement(f"{E}a", predicate, Literal("lost")), Statement(f"{E}a", NOTE, Literal("kept"))])
    assert [one.object for one in read(text)] == [Literal("kept")]
    assert "<!-- RDF/XML has no name for the property " in text
    assert etree.fromstring(text.encode()).tag == f"{{{RDF}}}RDF"


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    text = written([Statement(f"{E}a", NOTE, Literal("a\x00b\x0bc\x1fd\ufffee\uffff\r\n\tf\x85g\u2028"))])
    assert read(text) == {
        Statement(f"{E}a", NOTE, Literal("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd\r\n\tf\x85g\u2028")),
    }


def test_a_blank_node_that_comes_next_stands_inside() -> None:
    statements = [
        Statement(f"{E}a", f"{E}#box", "_:9f:1"),
        Statement("_:9f:1", TYPE, f"{E}#Box"),
        Statement("_:9f:1", NOTE, Literal("dedans")),
        Statement(f"{E}b", f"{E}#box", "_:9f:1"),
    ]
    text = written(statements)
    boxes = etree.fromstring(text.encode()).xpath("*/e:box/e:Box", namespaces={"e": f"{E}#"})
    assert isinstance(boxes, list)
    assert len(boxes) == 1
    assert len({one.object for one in read(text) if one.predicate == f"{E}#box"}) == 1
    assert len(read(text)) == 4


def test_blank_nodes_are_named_in_the_order_of_their_coming() -> None:
    def named(first: str, second: str) -> str:
        return written([Statement(first, f"{E}#p", second), Statement(f"{E}a", f"{E}#p", first)])

    assert named("_:x", "_:y") == named("_:7", "_:x")


def test_memory_is_not_needed_for_a_large_subject() -> None:
    sink = Sink()
    seen: list[int] = []

    def members() -> object:
        for number in range(3000):
            seen.append(len(sink.pieces))
            yield Statement(f"{E}all", f"{SKOS}member", f"{E}{number}")

    write_rdf_xml(members(), PREFIXES, sink)  # type: ignore[arg-type] # a generator
    assert seen[-1] >= 4
    assert sum(piece.count(b"skos:member") for piece in sink.pieces) == 3000
