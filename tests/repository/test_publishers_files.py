"""Every RDF file of the publishers is read, or refused with its name and the reason."""

from pathlib import Path

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import parse_rdf, syntax_of
from vocabsvc.formats.skos import read_skos

REFUSED: dict[str, str] = {}
"""Path below ``vocabularies/`` -> the reason, in words of the message. None is refused at present."""

WITHOUT_CONCEPTS = ("i-adopt/", "data-terra/", "other-ttl/eurovoc-100141.ttl", "sextant-ttl/")
"""Places of files that hold variables, schemes or links but no concept of their own."""


@pytest.mark.no_cover
def test_all_rdf_files_are_read_or_refused_by_name(shared: Path) -> None:
    folder = shared / "data" / "vocabularies"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and syntax_of(path.name)]
    assert len(files) > 100
    refused, empty = {}, []
    for path in files:
        name = str(path.relative_to(folder))
        try:
            document = parse_rdf(path.read_bytes(), name, "http://hub.example/id/")
        except UnreadableInput as error:
            refused[name] = error.reason
            continue
        assert document.triples, name
        if not read_skos(document.triples, path.stem).concepts:
            empty.append(name)
    assert refused.keys() == REFUSED.keys()
    assert [name for name in empty if not name.startswith(WITHOUT_CONCEPTS)] == []


@pytest.mark.parametrize(
    ("name", "spaces"),
    [("sextant-geonetwork/2017/regions.rdf", 3), ("sextant-geonetwork/2017/portail-donnees-facette-ou.rdf", 1)],
)
def test_iris_with_spaces_are_encoded(shared: Path, name: str, spaces: int) -> None:
    document = parse_rdf((shared / "data" / "vocabularies" / name).read_bytes(), name, "http://hub.example/id/")
    assert len([iri for iri in document.repaired_iris if " " in iri]) == spaces
    assert not any(" " in str(triple.subject.value) for triple in document.triples if hasattr(triple.subject, "value"))
