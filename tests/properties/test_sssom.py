"""Reading what was written gives the same mapping set."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.sssom import read_sssom, write_sssom
from vocabsvc.formats.sssom_header import to_text
from vocabsvc.formats.sssom_json import read_sssom_json, write_sssom_json
from vocabsvc.formats.sssom_mapping import ENTITIES
from vocabsvc.formats.sssom_rdf import mapping_set_triples
from vocabsvc.formats.sssom_slots import MAPPING_SLOTS, Kind, Slot, join_values
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.namespaces import SEMAPV, SKOS, SSSOM

BASE = "https://hub.example/id/"
PREFIXES = {"P01": "http://vocab.nerc.ac.uk/collection/P01/current/", "centre": "centre/", "hub": "centre/x"}
NAMESPACES = ("http://vocab.nerc.ac.uk/collection/P01/current/", f"{BASE}centre/", f"{BASE}centre/x")

text = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=20)
one_line = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), max_size=20)
iris = st.builds("".join, st.tuples(st.sampled_from(NAMESPACES), st.text("aZ09/_.~:-é", max_size=8)))
curies = st.builds("centre:{}".format, st.text("aZ09/_.~", min_size=1, max_size=8))
numbers = st.floats(0, 1).map(repr)
dates = st.dates().map(str)


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    # A backslash before the bar between two values would take it for one in a value.
    whole = values.filter(lambda value: value != "" and not value.endswith("\\"))
    return st.lists(whole, min_size=1, max_size=3).map(join_values)


def value_of(slot: Slot) -> st.SearchStrategy[str]:
    """Values that a slot may have, as they stand in a cell."""
    kinds = {Kind.REFERENCE: curies, Kind.IRI: iris, Kind.NUMBER: numbers, Kind.DATE: dates}
    one = st.sampled_from(sorted(slot.values)) if slot.values else kinds.get(slot.kind, text)
    return several(one) if slot.many else one


FIELDS = {
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "mapping_source", "confidence", "comment",
}  # fmt: skip
OTHERS = sorted(set(MAPPING_SLOTS) - FIELDS)
extensions = st.from_regex(r"ext_[a-z]{1,3}", fullmatch=True)
slots = extensions | st.sampled_from(OTHERS)


@st.composite
def mappings(draw: st.DrawFn, columns: list[str]) -> Mapping:
    # A literal has a label in place of an IRI (SSSOM 1.0).
    subject_label, object_label = (text.filter(bool) if f"{one}_type" in columns else text for one in ENTITIES)
    extra = [(slot, draw(value_of(MAPPING_SLOTS[slot]) if slot in MAPPING_SLOTS else text)) for slot in columns]
    return Mapping(
        subject_id=draw(iris),
        predicate_id=SKOS + draw(st.sampled_from(("exactMatch", "broadMatch"))),
        object_id=draw(iris),
        mapping_justification=SEMAPV + draw(st.sampled_from(("LexicalMatching", "MappingChaining"))),
        subject_label=draw(subject_label),
        object_label=draw(object_label),
        confidence=draw(st.none() | st.floats(0, 1)),
        mapping_source=draw(st.just("") | iris),
        comment=draw(text),
        other=tuple((slot, value) for slot, value in extra if value),
    )


@st.composite
def mapping_sets(draw: st.DrawFn) -> MappingSet:
    columns = draw(st.lists(slots, max_size=6, unique=True).map(sorted))
    structure = st.lists(one_line, max_size=2).map(lambda items: to_text([*items]))
    return MappingSet(
        id="centre",
        mapping_set_id="https://hub.example/mappings/centre",
        license="https://creativecommons.org/licenses/by/4.0/",
        mappings=tuple(draw(st.lists(mappings(columns), max_size=4))),
        curie_map=tuple(PREFIXES.items()),
        metadata=tuple(draw(st.dictionaries(extensions, one_line | structure, max_size=3)).items()),
    )


@given(mapping_sets())
def test_reads_what_it_wrote(mapping_set: MappingSet) -> None:
    written = write_sssom(mapping_set, BASE)
    assert read_sssom(written.encode(), "mappings/centre.sssom.tsv", BASE) == mapping_set


@given(mapping_sets())
def test_reads_the_json_that_it_wrote(mapping_set: MappingSet) -> None:
    written = write_sssom_json(mapping_set, BASE)
    assert read_sssom_json(written.encode(), "mappings/centre.sssom.json", BASE) == mapping_set


@given(mapping_sets())
def test_every_mapping_is_a_node_of_its_own_in_rdf(mapping_set: MappingSet) -> None:
    identified = {mapping.slot("record_id") or str(number) for number, mapping in enumerate(mapping_set.mappings)}
    triples = mapping_set_triples(mapping_set, BASE)
    assert len({triple.object for triple in triples if triple.predicate.value == f"{SSSOM}mappings"}) == len(identified)
