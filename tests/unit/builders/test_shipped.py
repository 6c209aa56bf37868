from dataclasses import replace
from pathlib import Path

import pytest

from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.namespaces import SKOS

OLD, NEW, OTHER = (concept_uri("P01", code) for code in ("OLD", "NEW", "OTHER"))
MATCH = f"{SKOS}exactMatch"
DEPRECATED = Concept(OLD, "P01", status=Status.DEPRECATED)


def test_reads_the_folders_that_ship(tmp_path: Path) -> None:
    folder = tmp_path / "coriolis"
    folder.mkdir()
    (folder / "coriolis.ttl").write_text(
        "<coriolis/35> a <http://www.w3.org/2004/02/skos/core#Concept> ;"
        ' <http://www.w3.org/2004/02/skos/core#prefLabel> "Sea salt"@en .'
    )
    titles = (LangString("Codes", "en"), LangString("Codes", "fr"))
    vocabulary = Vocabulary("coriolis", "coriolis/", titles, "Test", ("https://x.example/",), languages=("en",))
    description = VocabularyDescription(vocabulary, "coriolis.ttl", "0" * 64, own=True)
    (folder / "vocabulary.toml").write_text(write_vocabulary_toml(description))
    shipped = ShippedConcepts.read(tmp_path, ["coriolis"])
    assert [shipped.label(uri) for uri in shipped.concepts] == ["Sea salt"]
    assert next(iter(shipped.concepts)).endswith(".invalid/coriolis/35")


@pytest.mark.parametrize(
    ("concept", "current"),
    [
        (replace(DEPRECATED, replaced_by=(NEW,)), NEW),
        (replace(DEPRECATED, links=(Link(MATCH, NEW),)), NEW),
        (replace(DEPRECATED, links=(Link(MATCH, NEW), Link(MATCH, OTHER))), OLD),
        (replace(DEPRECATED, replaced_by=("http://vocab.nerc.ac.uk/collection/P01/current/UNKNOWN/",)), OLD),
        (replace(DEPRECATED, status=Status.CURRENT, replaced_by=(NEW,)), OLD),
        (DEPRECATED, OLD),
    ],
)
def test_current(concept: Concept, current: str) -> None:
    known = {OLD: concept, NEW: Concept(NEW, "P01"), OTHER: Concept(OTHER, "P01")}
    assert ShippedConcepts(known).current(OLD) == current
