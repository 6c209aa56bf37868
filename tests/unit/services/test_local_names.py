from dataclasses import replace
from typing import Any

import pytest

from vocabsvc.errors import InputTooLarge, InvalidRequest, UnknownName
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import NO_TERM, Mapping, MappingSet
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.local_names import LocalName, LocalNames

P01, P09, P02 = (f"http://vocab.nerc.ac.uk/collection/{name}/current/" for name in ("P01", "P09", "P02"))


class FakeStore:
    def concept(self, uri: str) -> Concept | None:
        return Concept(uri, "P01") if uri == f"{P01}ALONE/" else None


def mapping(subject: str, predicate: str, target: str, confidence: float | None = 0.9, **more: str) -> Mapping:
    label = more.pop("label", subject.rstrip("/").rpartition("/")[2])
    other = tuple(sorted(more.items()))
    return Mapping(
        subject, f"{SKOS}{predicate}", target, f"{SEMAPV}LexicalMatching", label, confidence=confidence, other=other
    )


def mapping_set(name: str, *mappings: Mapping) -> MappingSet:
    return MappingSet(name, f"https://x/{name}", "https://x/licence", mappings)


def local_names(*sets: MappingSet) -> LocalNames:
    return LocalNames(sets, FakeStore())  # type: ignore[arg-type] # only concept is asked


def names_of(found: LocalNames, uri: str) -> list[tuple[str, str, str, float | None]]:
    page = found.of(uri, 0, 100).names
    return [(one.centre, one.local_name, one.predicate_id.removeprefix(SKOS), one.confidence) for one in page.items]


def test_a_name_tells_its_centre_unit_and_status() -> None:
    told: dict[str, Any] = {"ext_unit": "°C", "ext_name": "Température", "ext_status": "proposed"}
    found = local_names(mapping_set("shom", mapping("http://hub/shom/T", "exactMatch", f"{P01}TEMPPR01/", **told)))
    page = found.of("https://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01", 0, 10)
    assert page.uri == f"{P01}TEMPPR01/"
    assert page.names.items == (
        LocalName(
            "shom", "https://x/shom", "T", "Température", "°C", "http://hub/shom/T", f"{SKOS}exactMatch",
            f"{SEMAPV}LexicalMatching", 0.9, "", "proposed",
        ),
    )  # fmt: skip
    assert page.centres == (("shom", 1),)


def test_a_shared_set_leads_on_and_its_confidence_is_multiplied() -> None:
    found = local_names(
        mapping_set("coriolis", mapping("http://hub/1", "exactMatch", f"{P09}TEMP/", 0.9, label="TEMP")),
        mapping_set("p09-p01", mapping(f"{P09}TEMP/", "broadMatch", f"{P01}TEMPPR01/", 0.5)),
    )
    page = found.of(f"{P01}TEMPPR01/", 0, 10)
    assert names_of(found, f"{P01}TEMPPR01/") == [
        ("coriolis", "TEMP", "broadMatch", 0.45),
        ("p09-p01", "TEMP", "broadMatch", 0.5),
    ]
    chained, direct = page.names.items
    assert (chained.via, chained.mapping_justification) == ((f"{P09}TEMP/",), f"{SEMAPV}MappingChaining")
    assert (direct.via, direct.status) == ((), "published")


@pytest.mark.parametrize(
    ("first", "last", "chained"),
    [
        ("exactMatch", "narrowMatch", "narrowMatch"),
        ("closeMatch", "closeMatch", "closeMatch"),
        ("closeMatch", "broadMatch", "broadMatch"),
        ("broadMatch", "narrowMatch", None),
        ("relatedMatch", "closeMatch", None),
        ("relatedMatch", "exactMatch", "relatedMatch"),
    ],
)
def test_what_follows_from_two_links(first: str, last: str, chained: str | None) -> None:
    found = local_names(
        mapping_set("a", mapping("http://hub/1", first, f"{P09}TEMP/")),
        mapping_set("p09", mapping(f"{P09}TEMP/", last, f"{P01}TEMPPR01/", None)),
    )
    names = [one for one in names_of(found, f"{P01}TEMPPR01/") if one[0] == "a"]
    assert names == ([("a", "1", chained, None)] if chained else [])


def test_what_a_centre_says_itself_stands_before_what_follows() -> None:
    found = local_names(
        mapping_set(
            "a",
            mapping("http://hub/1", "exactMatch", f"{P09}TEMP/"),
            mapping("http://hub/1", "closeMatch", f"{P01}TEMPPR01/", 0.3),
            mapping("http://hub/2", "closeMatch", f"{P01}TEMPPR01/", 0.4),
        ),
        mapping_set("p09", mapping(f"{P09}TEMP/", "exactMatch", f"{P01}TEMPPR01/")),
    )
    assert names_of(found, f"{P01}TEMPPR01/")[:2] == [("a", "2", "closeMatch", 0.4), ("a", "1", "closeMatch", 0.3)]


def test_rings_and_denials_lead_nowhere_and_literals_count() -> None:
    one, two = f"{P01}ONE/", f"{P02}TWO/"
    denied = replace(mapping("http://hub/1", "exactMatch", one), other=(("predicate_modifier", "Not"),))
    literal = replace(mapping("", "exactMatch", one, label="Sans IRI"), other=(("subject_type", "rdfs literal"),))
    found = local_names(
        mapping_set("ring", mapping(one, "exactMatch", two), mapping(two, "exactMatch", one)),
        mapping_set("a", denied, literal, mapping("http://hub/2", "exactMatch", NO_TERM)),
    )
    assert [name for _, name, _, _ in names_of(found, one)] == ["Sans IRI", "TWO"]


def test_pages_are_cut_and_counts_are_of_all() -> None:
    many = [mapping(f"http://hub/{number}", "exactMatch", f"{P01}X/") for number in range(30)]
    page = local_names(mapping_set("b", *many[:20]), mapping_set("a", *many[20:])).of(f"{P01}X/", 8, 5)
    assert [name.centre for name in page.names.items] == ["a", "a", "b", "b", "b"]
    assert (page.names.total, page.centres) == (30, (("a", 10), ("b", 20)))


def test_what_is_loaded_without_names_has_none_and_the_unknown_is_refused() -> None:
    found = local_names()
    assert found.of(f"{P01}ALONE", 0, 10).names.total == 0
    with pytest.raises(UnknownName):
        found.of(f"{P01}NOWHERE/", 0, 10)
    with pytest.raises(InvalidRequest):
        found.of("é", 0, 10)
    with pytest.raises(InputTooLarge):
        found.of(f"{P01}ALONE/", 0, 1001)
