"""The dumps of every edition that was loaded, carried from snapshot to snapshot.

::

    <snapshot>/dumps/<id>/dumps.json             a record per edition, oldest first
    <snapshot>/dumps/<id>/<edition>.ttl.gz …     its files

The same input gives the same bytes.
"""

import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from pyoxigraph import Triple

from vocabsvc import __version__
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.statement import to_statement
from vocabsvc.formats.statement_order import in_reading_order
from vocabsvc.model.change import Edition
from vocabsvc.model.concept import Concept
from vocabsvc.model.dump import Dump, DumpFile
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import RDF
from vocabsvc.store.dump_files import write_dump_files

FORMAT = 1
"""Raised whenever the files of a dump change their form, so that they are written anew."""

_INDEX = "dumps.json"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80
_RESERVED = {"", "latest"}


@dataclass(frozen=True, slots=True)
class DumpedContent:
    """What a vocabulary holds; IRIs of ``triples`` were resolved against ``base_uri``."""

    concepts: Sequence[Concept]
    triples: Sequence[Triple]
    base_uri: str


class DumpFolder:
    """The dumps in one snapshot, finished or in the making; ``folder`` is the snapshot's ``dumps``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, vocabulary: str) -> tuple[Dump, ...]:
        """Return the dumps of a vocabulary, oldest edition first, given its id; none where none was made.

        Raises:
            UnreadableInput: their record is damaged.
        """
        path = self._of(vocabulary) / _INDEX
        if not path.is_file():
            return ()
        try:
            return tuple(_dump(one) for one in json.loads(path.read_bytes()))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UnreadableInput(f"damaged record of dumps: {error}", str(path)) from error

    def path(self, dump: Dump, file: DumpFile) -> Path:
        """Return where a file is."""
        return self._of(dump.vocabulary) / f"{dump.name}.{file.ending}"

    def carry_over(self, before: Path) -> None:
        """Copy the folder of the snapshot before, if it has one: a link would let one damage meet both."""
        if before.is_dir():
            shutil.copytree(before, self._folder)

    def record(self, vocabulary: Vocabulary, edition: Edition, content: DumpedContent) -> Dump:
        """Write the dump of an edition, unless the one carried over is of the same input; of a name, the last stays.

        Raises:
            UnreadableInput: the record of the dumps before is damaged.
        """
        made_from = _made_from(vocabulary, edition, content.base_uri)
        name = safe_name(edition.name, edition.checksum)
        before = self.read(vocabulary.id)
        same = next((dump for dump in before if dump.made_from == made_from and dump.name == name), None)
        dump = replace(same, edition=edition) if same else self._write(vocabulary, edition, content, made_from)
        others = (one for one in before if one.name != name)
        _replace(self._of(vocabulary.id) / _INDEX, _to_json([*others, dump]))
        return dump

    def _write(self, vocabulary: Vocabulary, edition: Edition, content: DumpedContent, made_from: str) -> Dump:
        statements = in_reading_order(map(to_statement, content.triples))
        name = safe_name(edition.name, edition.checksum)
        folder = self._of(vocabulary.id)
        folder.mkdir(parents=True, exist_ok=True)

        files = write_dump_files(folder, name, statements, content.concepts, vocabulary.languages)
        return Dump(
            vocabulary=vocabulary.id,
            name=name,
            edition=edition,
            triples=len(statements),
            entities=len({one.subject for one in statements if not one.subject.startswith("_:")}),
            namespaces=_namespaces(statements),
            uri_space=_namespace(_common_beginning([concept.uri for concept in content.concepts])),
            made_from=made_from,
            files=files,
        )

    def _of(self, vocabulary: str) -> Path:
        return self._folder / safe_name(vocabulary, hashlib.sha256(vocabulary.encode()).hexdigest())


def safe_name(text: str, digest: str) -> str:
    """Return a text that is safe in file names and addresses as it is; any other comes with a bit of ``digest``."""
    without_accents = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = _UNSAFE.sub("-", without_accents)[:_LONGEST_NAME].strip(".-")
    return text if plain == text and text not in _RESERVED else f"{plain}-{digest[:8]}".lstrip("-")


def _replace(path: Path, content: bytes) -> None:
    waiting = path.with_name(f".{path.name}")
    waiting.write_bytes(content)
    waiting.replace(path)


def _made_from(vocabulary: Vocabulary, edition: Edition, base_uri: str) -> str:
    parts = (FORMAT, __version__, base_uri, edition.checksum, vocabulary.languages)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _namespaces(statements: Iterable[Statement]) -> tuple[str, ...]:
    predicates = {one.predicate for one in statements}
    classes = {one.object for one in statements if one.predicate == f"{RDF}type"}
    named = (iri for iri in predicates | classes if not isinstance(iri, Literal) and not iri.startswith("_:"))
    return tuple(sorted({_namespace(iri) for iri in named} - {""}))


def _namespace(iri: str) -> str:
    """Return an IRI up to its last slash or hash; ``""`` where that is but its scheme."""
    namespace = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
    return "" if namespace.endswith("://") else namespace


def _common_beginning(texts: Sequence[str]) -> str:
    least, most = min(texts, default=""), max(texts, default="")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(least, most, strict=False))
    return "".join(char for char, _ in same)


def _to_json(dumps: Iterable[Dump]) -> bytes:
    return json.dumps([asdict(dump) for dump in dumps], ensure_ascii=False, indent=1).encode()


def _dump(stored: dict[str, Any]) -> Dump:
    lists = {"namespaces": tuple(stored["namespaces"]), "files": tuple(DumpFile(**one) for one in stored["files"])}
    return Dump(**{**stored, **lists, "edition": Edition(**stored["edition"])})
