"""The files of one dump."""

import gzip
import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vocabsvc.formats.csv_concepts import label_languages, write_concepts_csv
from vocabsvc.formats.prefixes import VOCABULARY_PREFIXES
from vocabsvc.formats.rdf_writer import write_rdf
from vocabsvc.model.concept import Concept
from vocabsvc.model.dump import DumpFile
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement

_GZIP_LEVEL = 6

Write = Callable[[ByteSink], None]


def write_dump_files(
    folder: Path, name: str, statements: Sequence[Statement], concepts: Sequence[Concept], languages: Sequence[str]
) -> tuple[DumpFile, ...]:
    """Write every syntax, in the order given; ``languages`` are those that get a column in any case."""

    def write_file(ending: str, write: Write) -> DumpFile:
        return _write_file(folder / f"{name}.{ending}", ending, write)

    with ThreadPoolExecutor() as pool:  # compression runs beside the writing
        writers = _writers(statements, concepts, languages)
        return tuple(pool.map(write_file, writers.keys(), writers.values()))


def _writers(
    statements: Sequence[Statement], concepts: Sequence[Concept], languages: Sequence[str]
) -> Mapping[str, Write]:
    def rdf(media_type: str) -> Write:
        return lambda sink: write_rdf(statements, media_type, VOCABULARY_PREFIXES, sink)

    def csv(sink: ByteSink) -> None:
        labels = (label for concept in concepts for label in concept.pref_labels)
        rows = sorted(concepts, key=lambda concept: concept.uri)
        write_concepts_csv(rows, label_languages(languages, labels), sink)

    return {
        "ttl.gz": rdf("text/turtle"),
        "nt.gz": rdf("application/n-triples"),
        "jsonld": rdf("application/ld+json"),
        "csv": csv,
    }


class _HashingFile:
    """A sink that knows what it wrote."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self._digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> str:
        """Close the file and return the checksum of its content."""
        self._file.close()
        return self._digest.hexdigest()


def _write_file(path: Path, ending: str, write: Write) -> DumpFile:
    waiting = path.with_name(f".{path.name}")
    file = _HashingFile(waiting)
    if ending.endswith(".gz"):
        with gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as packed:
            write(packed)
    else:
        write(file)
    checksum = file.close()
    waiting.replace(path)
    return DumpFile(ending, file.size, checksum)
