from tests.cases import ENCODINGS, clean
from tests.lifted import Lifted
from vocabsvc.formats.records.lifting import language_tag
from vocabsvc.model.record import FactIndex
from vocabsvc.namespaces import DEF, RDF


def test_what_no_fact_was_taken_from_is_listed() -> None:
    record = clean("iso19139").decode()
    before = Lifted(record.encode()).unlifted()
    unknown = "<gmd:portrayalCatalogueInfo><gmd:x/></gmd:portrayalCatalogueInfo></gmd:MD_Metadata>"
    after = Lifted(record.replace("</gmd:MD_Metadata>", unknown).encode()).unlifted()
    assert set(after) - set(before) == {"/gmd:MD_Metadata/gmd:portrayalCatalogueInfo"}
    assert not any("westBoundLongitude" in path for path in before)


def test_attribute_alone_does_not_make_an_element_understood() -> None:
    record = clean("iso19139").decode()
    code = '<gmd:inconnu><gmd:MD_ScopeCode codeListValue="series"/></gmd:inconnu></gmd:MD_Metadata>'
    lifted = Lifted(record.replace("</gmd:MD_Metadata>", code).encode())
    assert any(code.name == "MD_ScopeCode" and code.value == "series" for code in lifted.graph.code_values)
    assert "/gmd:MD_Metadata/gmd:inconnu" in lifted.unlifted()


def test_hints_of_an_editor_are_no_content() -> None:
    record = clean("iso19139").decode()
    hint = '<gmd:contact><g:element xmlns:g="http://www.fao.org/geonetwork"/>'
    lifted = Lifted(record.replace("<gmd:contact>", hint, 1).encode())
    assert len(lifted.instances("MetadataContact")) == 1


def test_every_node_is_an_element_and_no_fact_is_said_twice() -> None:
    for encoding in ENCODINGS:
        graph = Lifted(clean(encoding)).graph
        nodes = FactIndex(graph.facts).elements
        assert len({fact[:3] for fact in graph.facts}) == len(graph.facts)
        for fact in graph.facts:
            assert fact.subject.endswith(graph.source_map.pointer(nodes[fact.subject]))
            linked = isinstance(fact.object, str) and fact.object.startswith("urn:x-vocabsvc:")
            assert not linked or fact.object in nodes
            assert fact.predicate.startswith((DEF, RDF))


def test_language_tags_are_made_only_of_codes() -> None:
    assert language_tag("FRE") == "fre"
    assert language_tag("eng; USA") == ""
