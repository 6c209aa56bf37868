from vocabsvc.model.record import Fact, FactIndex, SourceMap
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF

PLACES = SourceMap(
    lines=(1, 2, 3, 4),
    columns=(1, 3, 5, 5),
    parents=(-1, 0, 1, 1),
    positions=(1, 1, 1, 2),
    names=("a:root", "b", "c", "c"),
    ordinals=(0, 0, 1, 2),
)


def test_xpath_counts_only_where_a_name_is_not_alone() -> None:
    assert PLACES.xpath(0) == "/a:root"
    assert PLACES.xpath(3) == "/a:root/b/c[2]"


def test_pointer_is_a_child_sequence() -> None:
    assert PLACES.pointer(0) == "element(/1)"
    assert PLACES.pointer(3) == "element(/1/1/2)"


def test_index_that_is_added_to_is_that_of_all_facts() -> None:
    facts = [
        Fact("urn:r", f"{RDF}type", f"{DEF}Record", 0),
        Fact("urn:r", f"{DEF}describes", "urn:d", 1),
        Fact("urn:d", f"{DEF}title", Literal("Température"), 2),
        Fact("urn:d", f"{DEF}title", Literal("Salinité"), 3),
        Fact("urn:d", f"{RDF}type", f"{DEF}Resource", 1),
    ]
    index = FactIndex(facts[:3])
    index.add(facts[3:])
    assert vars(index) == vars(FactIndex(facts))
    assert index.texts("urn:d", "title") == ["Température", "Salinité"]
    assert (index.texts("urn:d", "abstract"), index.texts("urn:x", "title")) == ([], [])
