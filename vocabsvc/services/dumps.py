"""The dumps of what is loaded, by vocabulary and edition."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Protocol, cast

from vocabsvc.errors import UnknownName
from vocabsvc.formats.statement_reader import read_n_triples
from vocabsvc.model.dump import Dump, DumpFile
from vocabsvc.model.statement import Statement

_CHUNK = 262_144


class DumpFiles(Protocol):
    """Knows where the files are."""

    def path(self, dump: Dump, file: DumpFile) -> Path:
        """Return where a file is."""
        ...


class Dumps:
    """Answers from one snapshot; ``dumps`` maps the id of each vocabulary to its editions, oldest first."""

    def __init__(self, dumps: Mapping[str, Sequence[Dump]], files: DumpFiles) -> None:
        self._dumps = {name.lower(): tuple(editions) for name, editions in dumps.items()}
        self._files = files

    def all(self) -> tuple[tuple[Dump, ...], ...]:
        """Return the dumps of each vocabulary that has any, by id."""
        return tuple(editions for _, editions in sorted(self._dumps.items()) if editions)

    def of(self, vocabulary: str) -> tuple[Dump, ...]:
        """Return the dumps of a vocabulary, the edition that is served last; the id may be in any case.

        Raises:
            UnknownName: no such vocabulary is loaded, or it has no dump.
        """
        editions = self._dumps.get(vocabulary.lower())
        if not editions:
            raise UnknownName(f"no dumps of a vocabulary {vocabulary!r}")
        return editions

    def named(self, vocabulary: str, name: str) -> Dump:
        """Return the dump of an edition by the name in its addresses.

        Raises:
            UnknownName: no such vocabulary or edition.
        """
        found = next((dump for dump in self.of(vocabulary) if dump.name == name), None)
        if found is None:
            raise UnknownName(f"no dump {name!r} of {vocabulary}")
        return found

    def file(self, vocabulary: str, file_name: str) -> tuple[Dump, DumpFile]:
        """Return a file by its name, such as ``127.ttl.gz``.

        Raises:
            UnknownName: no such vocabulary or file.
        """
        for dump in self.of(vocabulary):
            for file in dump.files:
                if file_name == f"{dump.name}.{file.ending}":
                    return dump, file
        raise UnknownName(f"no dump {file_name!r} of {vocabulary}")

    def path(self, dump: Dump, file: DumpFile) -> Path:
        """Return where a file is."""
        return self._files.path(dump, file)

    def content(self, vocabulary: str, ending: str) -> Iterator[bytes] | None:
        """Return the vocabulary as it is served, in the syntax of ``ttl`` and the like; ``None`` if not dumped so."""
        path = self._served(vocabulary, ending)
        return None if path is None else _chunks(path)

    def statements(self, vocabulary: str) -> Iterator[Statement] | None:
        """Return what a vocabulary says, as it was loaded and in reading order; ``None`` if it was not dumped."""
        path = self._served(vocabulary, "nt")
        return None if path is None else _statements(path)

    def _served(self, vocabulary: str, ending: str) -> Path | None:
        editions = self._dumps.get(vocabulary.lower(), ())
        for file in editions[-1].files if editions else ():
            if file.ending.removesuffix(".gz") == ending:
                return self.path(editions[-1], file)
        return None


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _chunks(path: Path) -> Iterator[bytes]:
    with _open(path) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _statements(path: Path) -> Iterator[Statement]:
    with _open(path) as file:
        yield from read_n_triples(file)
