"""A folder of publishers' files in miniature, of our own making: sea salt in a test basin."""

import csv
import gzip
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from vocabsvc.builders.sources import SourceFolder

Put = Callable[[str, str], None]
NVS = "http://vocab.nerc.ac.uk/collection/"


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file of the source folder, gzipped where its name says so."""

    def write(name: str, text: str) -> None:
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)

    return write


@pytest.fixture
def sources(tmp_path: Path) -> SourceFolder:
    """The source folder that ``put`` writes to."""
    return SourceFolder(tmp_path / "sources")


def table(*rows: Mapping[str, str], delimiter: str = ",") -> str:
    """Return rows as a table with a header."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def emso_row(vocabulary: str, code: str, label: str, alt: str = "") -> dict[str, str]:
    """Return a row of one of EMSO's tables."""
    return {
        "uri": f"{NVS}{vocabulary}/current/{code}/",
        "prefLabel": label,
        "definition": "Words that must not be copied.",
        "altLabel": alt,
        "id": f"SDN:{vocabulary}::{code}",
    }


def links(**targets: Iterable[str]) -> str:
    """Return a link list: ``P02_SALT=["P03/X"]`` links P02's SALT to P03's X."""
    return json.dumps(
        {_iri(key.replace("_", "/", 1)): [_iri(target) for target in found] for key, found in targets.items()}
    )


def collection_ttl(vocabulary: str, concepts: str) -> str:
    """Return Turtle as NVS writes it, version 7 of 2 January 2025; ``c:SALT`` is a concept of the collection."""
    iris = re.sub(r"\bc:(\w+)", rf"<{NVS}{vocabulary}/current/\1/>", concepts)
    return f"""
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        <{NVS}{vocabulary}/current/> a skos:Collection ;
            owl:versionInfo "7" ; dcterms:date "2025-01-02 03:00:00.0" ; dcterms:title "Test list" .
        {iris}
    """


def _iri(path: str) -> str:
    vocabulary, _, code = path.partition("/")
    return path if path.startswith("http") else f"{NVS}{vocabulary}/current/{code}/"
