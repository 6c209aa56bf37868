"""The folder of publishers' files that the builders read."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pyoxigraph import Triple

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import decompress, parse_rdf

ORIGINS = "SOURCES.tsv"
"""Table beside the files: the public repository, path and commit that each was taken from."""

_REPOSITORY = re.compile(r"[\w-]+(?:/[\w.-]+)?")
_COMMIT = re.compile(r"[0-9a-f]+")
_NO_BASE = "http://unused.invalid/"


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """Files below ``root``, each named by its path relative to it (``nvs-ttl/P02.ttl``).

    Every method raises ``UnreadableInput`` for a file that is absent or not in its format.
    """

    root: Path

    def read(self, name: str) -> bytes:
        """Return the content of a file, decompressed where its name ends in ``.gz``."""
        try:
            data = (self.root / name).read_bytes()
        except OSError as error:
            raise UnreadableInput(error.strerror or "cannot be read", str(self.root / name)) from error
        return decompress(data, name) if name.endswith(".gz") else data

    def rows(self, name: str, delimiter: str = ",") -> list[dict[str, str]]:
        """Return the rows of a table with a header line, by column name."""
        text = self.read(name).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))

    def links(self, name: str) -> dict[str, list[str]]:
        """Return a JSON object of lists: subject IRI -> object IRIs."""
        found: dict[str, list[str]] = json.loads(self.read(name))
        return found

    def triples(self, name: str) -> tuple[Triple, ...]:
        """Return the triples of an RDF file."""
        return parse_rdf(self.read(name), name.removesuffix(".gz"), _NO_BASE).triples

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML file."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableInput(error.msg or "not well-formed", name, error.lineno, error.offset) from error

    def addresses(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return where the files were published, as addresses in order of first use.

        A file taken as it is gives the address of that very file; one whose commit is not known, or that was
        derived from several repositories, gives theirs.
        """
        origins = {row["file"]: row for row in self.rows(ORIGINS, delimiter="\t")}
        found: dict[str, None] = {}
        for name in names:
            repository, commit = origins[name]["source_repo"], origins[name]["commit"]
            if _COMMIT.fullmatch(commit):
                found[f"https://github.com/{repository}/blob/{commit}/{origins[name]['source_path']}"] = None
            else:
                found |= dict.fromkeys(f"https://github.com/{part}" for part in _REPOSITORY.findall(repository))
        return tuple(found)
