"""Reading what was written gives the same mapping set."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.sssom import read_sssom, write_sssom
from vocabsvc.formats.sssom_header import to_text
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.namespaces import SEMAPV, SKOS

BASE = "https://hub.example/id/"
PREFIXES = {"P01": "http://vocab.nerc.ac.uk/collection/P01/current/", "centre": "centre/", "hub": "centre/x"}
NAMESPACES = ("http://vocab.nerc.ac.uk/collection/P01/current/", f"{BASE}centre/", f"{BASE}centre/x")

text = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=20)
one_line = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), max_size=20)
iris = st.builds("".join, st.tuples(st.sampled_from(NAMESPACES), st.text("aZ09/_.~:-é", max_size=8)))
slots = st.from_regex(r"ext_[a-z]{1,3}", fullmatch=True)


@st.composite
def mappings(draw: st.DrawFn, columns: list[str]) -> Mapping:
    extra = [(slot, draw(text)) for slot in columns]
    return Mapping(
        subject_id=draw(iris),
        predicate_id=SKOS + draw(st.sampled_from(("exactMatch", "broadMatch"))),
        object_id=draw(iris),
        mapping_justification=SEMAPV + draw(st.sampled_from(("LexicalMatching", "MappingChaining"))),
        subject_label=draw(text),
        object_label=draw(text),
        confidence=draw(st.none() | st.floats(0, 1)),
        mapping_source=draw(st.just("") | iris),
        comment=draw(text),
        other=tuple((slot, value) for slot, value in extra if value),
    )


@st.composite
def mapping_sets(draw: st.DrawFn) -> MappingSet:
    columns = draw(st.lists(slots, max_size=3, unique=True).map(sorted))
    structure = st.lists(one_line, max_size=2).map(lambda items: to_text([*items]))
    return MappingSet(
        id="centre",
        mapping_set_id="https://hub.example/mappings/centre",
        license="https://creativecommons.org/licenses/by/4.0/",
        mappings=tuple(draw(st.lists(mappings(columns), max_size=4))),
        curie_map=tuple(PREFIXES.items()),
        metadata=tuple(draw(st.dictionaries(slots, one_line | structure, max_size=3)).items()),
    )


@given(mapping_sets())
def test_reads_what_it_wrote(mapping_set: MappingSet) -> None:
    written = write_sssom(mapping_set, BASE)
    assert read_sssom(written.encode(), "mappings/centre.sssom.tsv", BASE) == mapping_set
