import gzip

import pytest
from pyoxigraph import NamedNode

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import encode_iri, parse_rdf, stem_of, syntax_of

BASE = "http://hub.example/id/"


def test_the_ending_tells_the_syntax_and_the_stem() -> None:
    assert stem_of("P01.nt.gz") == "P01"
    assert stem_of("ODATIS.Thésaurus.ttl") == "ODATIS.Thésaurus"
    assert syntax_of("notes.txt") is None


def test_relative_iris_are_resolved_against_the_hub() -> None:
    document = parse_rdf(b"<coriolis/35> <http://p> <glossary/mer> .", "x.ttl", BASE)
    assert [triple.subject for triple in document.triples] == [NamedNode(f"{BASE}coriolis/35")]
    assert document.repaired_iris == ()


def test_compressed_and_marked_files_are_read() -> None:
    plain = parse_rdf(b"\xef\xbb\xbf<http://a> <http://p> 'caf\xc3\xa9' .", "x.ttl", BASE)
    packed = parse_rdf(gzip.compress(b'<http://a> <http://p> "caf\xc3\xa9" .'), "x.nt.gz", BASE)
    assert plain.triples == packed.triples


def test_spaces_in_iris_are_encoded_and_reported() -> None:
    xml = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
        '<rdf:Description rdf:about="http://h/Facette Délai"><e:p rdf:resource="http://h/a##b"/></rdf:Description>'
        "</rdf:RDF>"
    )
    document = parse_rdf(xml.encode(), "x.rdf", BASE)
    triple = document.triples[0]
    assert triple.subject == NamedNode("http://h/Facette%20Délai")
    assert triple.object == NamedNode("http://h/a#%23b")
    assert document.repaired_iris == ("http://h/Facette Délai", "http://h/a##b")


def test_encoding_an_iri_leaves_a_good_one_alone() -> None:
    assert encode_iri("http://h/é?a=b#c") == "http://h/é?a=b#c"


@pytest.mark.parametrize(
    ("name", "data", "line", "column"),
    [
        ("x.ttl", b"<http://a> <http://p> 1 .\n<http://b> <http://p ", 2, 12),
        ("x.rdf", b'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://r#">\n<rdf:a></rdf:b></rdf:RDF>', 3, 10),
        ("x.jsonld", b'{"@context": "https://elsewhere.example/context", "@id": "a"}', None, None),
        ("x.nt.gz", b"not gzip", None, None),
        ("x.csv", b"a,b", None, None),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    name: str, data: bytes, line: int | None, column: int | None
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_rdf(data, name, BASE)
    assert (caught.value.source, caught.value.line, caught.value.column) == (name, line, column)
    assert "\n" not in str(caught.value)
