import json
import re
from pathlib import Path

import pytest

from tests.unit.builders.sync.nvs_server import nvs_turtle
from vocabsvc.builders.sync.collection import ReceivedCollection, read_collection
from vocabsvc.builders.sync.part import Representation
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import SYNTAXES, parse_rdf, serialise_rdf
from vocabsvc.formats.skos import read_skos

ADDRESS = "http://h/P01"
BASE = "http://hub.example/id/"
TYPES = {".ttl": "text/turtle", ".nt": "application/n-triples", ".rdf": "application/rdf+xml",
         ".jsonld": "application/ld+json"}  # fmt: skip


def read(*pages: bytes, vocabulary: str = "P01", media_type: str = "text/turtle") -> ReceivedCollection:
    said = Representation(ADDRESS, media_type=media_type)
    return read_collection([(said, page) for page in pages], vocabulary)


def test_what_a_collection_says_of_itself() -> None:
    turtle = nvs_turtle("P01", 40)
    received = read(turtle)
    one = received.vocabulary
    assert (received.content, received.ending) == (turtle, ".ttl")
    assert [title.text for title in one.titles] == ["Vocabulaire d’essai P01"] * 2
    assert [title.lang for title in one.titles] == ["en", "fr"]
    assert (one.uri, one.sources) == ("http://vocab.nerc.ac.uk/collection/P01/current/", (ADDRESS,))
    assert (one.edition, one.date, one.licence) == ("7", "2026-01-16", "CC-BY-4.0")
    assert (one.concept_count, one.deprecated_count, one.languages) == (40, 1, ("en",))


@pytest.mark.parametrize("ending", TYPES)
def test_any_syntax_is_taken(ending: str) -> None:
    triples = parse_rdf(nvs_turtle("P01", 3), "a.ttl", BASE).triples
    written = serialise_rdf(triples, SYNTAXES[ending], {})
    received = read(written, media_type=TYPES[ending])
    assert (received.ending, received.content, received.vocabulary.concept_count) == (ending, written, 3)


def test_a_title_in_french_and_what_is_not_stated() -> None:
    turtle = nvs_turtle("P01", 1)
    title = turtle.replace('"Vocabulaire d’essai P01" .'.encode(), b'"Test"@en, "Essai  \\n d\xe2\x80\x99Argo"@fr .')
    assert [one.text for one in read(title).vocabulary.titles] == ["Test", "Essai d’Argo"]
    bare = re.sub(rb"        (dc:(title|publisher|license|date)|owl:versionInfo|skos:prefLabel +\"V).*\n", b"", turtle)
    bare = bare.replace(b"skos:member      <http", b"skos:member <http").replace(b"C00001/>;\n", b"C00001/>.\n")
    one = read(bare.replace(b"@en", b"")).vocabulary
    assert [title.text for title in one.titles] == ["P01", "P01"]
    assert (one.edition, one.date, one.licence) == ("", "", "CC-BY-4.0")
    assert (one.publisher, one.languages) == ("Natural Environment Research Council", ("en",))


def test_another_licence_and_a_date_in_words() -> None:
    turtle = (
        nvs_turtle("P01", 1).replace(b"licenses/by/4.0", b"licenses/by-sa/4.0").replace(b"2026-01-16 02", b"juin 2026 ")
    )
    one = read(turtle).vocabulary
    assert (one.licence, one.date) == ("https://creativecommons.org/licenses/by-sa/4.0/", "")


def test_a_page_that_states_two_editions_is_of_the_first() -> None:
    assert read(nvs_turtle("P01", 1, edition='7", "8')).vocabulary.edition == "7"


def test_pages_are_put_together() -> None:
    concepts, collection = nvs_turtle("P01", 6).split(b"\n<http://vocab.nerc.ac.uk/collection/P01/current/>\n")
    prefixes, *parts = re.split(rb"\n(?=<http)", concepts)
    pages = [prefixes + b"\n" + b"\n".join(some) for some in (parts[:3], parts[3:])]
    pages[1] += b"\n<http://vocab.nerc.ac.uk/collection/P01/current/>\n" + collection
    received = read(*pages)
    assert received.vocabulary.concept_count == 6
    assert read_skos(parse_rdf(received.content, "a.ttl", BASE).triples, "P01") == read_skos(
        parse_rdf(nvs_turtle("P01", 6), "a.ttl", BASE).triples, "P01"
    )
    with pytest.raises(UnreadableInput, match="two editions"):
        read(nvs_turtle("P01", 6), nvs_turtle("P01", 6, edition="8"))


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (nvs_turtle("P01", 40, described=38), "text/turtle", "incomplete: 2 of 40 members .*/C00039/>"),
        (nvs_turtle("P01", 4).replace("skos:prefLabel         \"Practical salinity, Sète – œuvre n° 4\"@en".encode(),
         b'skos:note "a"'), "text/turtle", "incomplete: 1 of 4 members"),
        (re.sub(rb"skos:member .*", b"", nvs_turtle("P01", 4)), "text/turtle", "has no members"),
        (nvs_turtle("P02", 40), "text/turtle", "does not hold the collection P01"),
        (nvs_turtle("P01", 4).replace(b"skos:Collection", b"skos:Concept"), "text/turtle", "not hold the collection"),
        (nvs_turtle("P01", 40)[:-200], "text/turtle", r"\d+:\d+: "),
        (b"", "text/turtle", "does not hold the collection"),
        (b"<html><body>Sorry</body></html>", "text/turtle", "1:13: "),
        (b"<html><body>Sorry</body></html>", "text/html", "sent as text/html, which is not RDF"),
        (b"", "", "sent as nothing known"),
        (b'{"@context": "http://h/context"}', "application/ld+json", "remote contexts"),
    ],
)  # fmt: skip
def test_what_is_not_the_whole_collection_is_refused(content: bytes, media_type: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=rf"^http://h/P01:.*{reason}"):
        read(content, media_type=media_type)


@pytest.mark.parametrize("vocabulary", ["C19", "C34", "L05", "L10", "L11", "P09", "P35", "P36"])
def test_the_publishers_turtle_is_taken_as_it_is(shared: Path, vocabulary: str) -> None:
    original = (shared / "data" / "vocabularies" / "nvs-ttl" / f"{vocabulary}.ttl").read_bytes()
    received = read(original, vocabulary=vocabulary)
    assert received.content == original
    assert received.vocabulary.edition.isdecimal()
    assert received.vocabulary.concept_count > 10


@pytest.mark.parametrize("vocabulary", ["R03", "R27", "RTV"])
def test_the_publishers_json_ld_is_taken(shared: Path, vocabulary: str) -> None:
    document = json.loads((shared / "data" / "vocabularies" / "argo-nvs" / f"{vocabulary}.json").read_bytes())
    received = read(json.dumps(document["data"]).encode(), vocabulary=vocabulary, media_type="application/ld+json")
    assert received.vocabulary.titles[0].text.startswith("Argo")
    assert received.vocabulary.concept_count > 10
