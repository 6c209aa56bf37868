r"""Concepts rendered at load time: one file a vocabulary, read in pieces, so that memory does not grow with it.

::

    <snapshot>/nodes/<id>.jsonld       JSON objects in IRI order with ``,\n`` between them
    <snapshot>/nodes/<id>.index        where each begins, and the last steps of their IRIs, hashed and in order
    <snapshot>/nodes/<id>.about        its schemes and collections, as the statements they make, without members
"""

import json
import mmap
import os
import weakref
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pyoxigraph import Triple

from vocabsvc.formats.nvs_jsonld import Said, concept_node, group_by_subject
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.concept import Concept, Status, local_name
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, SKOS

SEPARATOR = b",\n"
_CHUNK_BYTES = 262_144
_BLOCK = 512
_ID = b'{"@id":"'
_CONTAINERS = {f"{SKOS}{kind}" for kind in ("Collection", "OrderedCollection", "ConceptScheme")}
_MEMBER = f"{SKOS}member"


class RenderedNode(NamedTuple):
    """A JSON object that begins with its ``@id``, and whether its concept is deprecated."""

    uri: str
    content: bytes
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Container:
    """A scheme or collection: what is said of it, but for its members."""

    uri: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a vocabulary holds beside its concepts: schemes and collections, and the languages of its labels."""

    containers: Sequence[Container] = ()
    languages: Sequence[str] = ()


def last_step(uri: str) -> str:
    """Return the last step of an IRI as it stands in a decoded address."""
    return unquote(local_name(uri))


def separated(nodes: Iterable[bytes]) -> Iterator[bytes]:
    """Return nodes with ``SEPARATOR`` between them, in pieces of some size."""
    waiting, size, first = [], 0, True
    for node in nodes:
        waiting.append(node)
        size += len(node)
        if size > _CHUNK_BYTES:
            yield (b"" if first else SEPARATOR) + SEPARATOR.join(waiting)
            waiting, size, first = [], 0, False
    if waiting:
        yield (b"" if first else SEPARATOR) + SEPARATOR.join(waiting)


def write_vocabulary_nodes(folder: Path, name: str, concepts: Sequence[Concept], triples: Iterable[Triple]) -> None:
    """Render and write one vocabulary: its concepts, and whatever else is a scheme or collection in it."""
    subjects = group_by_subject(map(to_statement, triples))
    said = subjects.said
    nodes = (
        RenderedNode(one.uri, concept_node(one.uri, subjects).encode(), one.status is Status.DEPRECATED)
        for one in concepts
    )
    containers = sorted(uri for uri, about in said.items() if not _CONTAINERS.isdisjoint(about.get(f"{RDF}type", ())))
    languages = Counter(label.lang for concept in concepts for label in concept.pref_labels if label.lang)
    about = About([_container(uri, said) for uri in containers], [lang for lang, _ in languages.most_common()])
    write_nodes(folder, name, nodes, about)


def _container(uri: str, said: Mapping[str, Said]) -> Container:
    found: dict[str, None] = {uri: None}
    statements = []
    for subject in (waiting := [uri]):
        for predicate, objects in said.get(subject, {}).items():
            if predicate != _MEMBER:
                statements += [Statement(subject, predicate, one) for one in objects]
            blank = [one for one in objects if isinstance(one, str) and one.startswith("_:") and one not in found]
            found.update(dict.fromkeys(blank))
            waiting += blank
    return Container(uri, tuple(statements))


def write_nodes(folder: Path, name: str, nodes: Iterable[RenderedNode], about: About) -> None:
    """Write the files of one vocabulary."""
    ordered = sorted(nodes)
    offsets, deprecated = array("Q"), bytearray()
    position = 0
    with (folder / f"{name}.jsonld").open("wb") as file:
        for node in ordered:
            offsets.append(position)
            deprecated.append(node.deprecated)
            position += file.write(node.content if not position else SEPARATOR + node.content)
    # A node begins after the separator; the end is where a next one would begin.
    starts = array("Q", [0, *(offset + len(SEPARATOR) for offset in offsets[1:]), position + len(SEPARATOR)])
    hashed = sorted((_hash(last_step(node.uri)), ordinal) for ordinal, node in enumerate(ordered))
    with (folder / f"{name}.index").open("wb") as file:
        file.write(array("Q", [len(ordered)]))
        file.write(starts if ordered else array("Q", [0]))
        file.write(array("Q", (one for one, _ in hashed)))
        file.write(array("I", (ordinal for _, ordinal in hashed)))
        file.write(deprecated)
    (folder / f"{name}.about").write_text(json.dumps(asdict(about), ensure_ascii=False), encoding="utf-8")


class Nodes:
    """The rendered concepts of one vocabulary."""

    def __init__(self, folder: Path, name: str) -> None:
        self.about = _read_about(folder / f"{name}.about")
        self._file = os.open(folder / f"{name}.jsonld", os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)
        with (folder / f"{name}.index").open("rb") as index:
            view = memoryview(mmap.mmap(index.fileno(), 0, access=mmap.ACCESS_READ))
        count = view[:8].cast("Q")[0]
        ends = [8, 16 + 8 * count, 16 + 16 * count, 16 + 20 * count, 16 + 21 * count]
        parts = [view[start:end] for start, end in pairwise(ends)]
        self._starts, self._hashes, self._ordinals = parts[0].cast("Q"), parts[1].cast("Q"), parts[2].cast("I")
        self._deprecated = parts[3]

    def __len__(self) -> int:
        return len(self._hashes)

    def node(self, local: str) -> bytes | None:
        """Return the concept whose IRI ends in this step, the same case before any other."""
        other = None
        wanted = _hash(local)
        position = bisect_left(self._hashes, wanted)
        while position < len(self._hashes) and self._hashes[position] == wanted:
            found = self._read(self._ordinals[position])
            step = last_step(uri_of(found))
            if step == local:
                return found
            if step.lower() == local.lower():
                other = other or found
            position += 1
        return other

    def stream(self, status: Status | None = None) -> Iterator[bytes]:
        """Return all concepts of a status, in IRI order with ``SEPARATOR`` between them, in pieces of a file."""
        first = True
        for start, end in self._runs(status):
            if not first:
                yield SEPARATOR
            first = False
            yield from self._pieces(self._starts[start], self._starts[end] - len(SEPARATOR))

    def each(self, status: Status | None = None) -> Iterator[bytes]:
        """Return the same, one by one."""
        for start, end in self._runs(status):
            for low in range(start, end, _BLOCK):
                yield from self._block(low, min(low + _BLOCK, end))

    def _runs(self, status: Status | None) -> Iterator[tuple[int, int]]:
        """Return where neighbours of the status begin and end."""
        if status is None:
            if len(self):
                yield 0, len(self)
            return
        start = 0
        for deprecated, run in groupby(self._deprecated):
            end = start + sum(1 for _ in run)
            if bool(deprecated) == (status is Status.DEPRECATED):
                yield start, end
            start = end

    def _read(self, ordinal: int) -> bytes:
        start = self._starts[ordinal]
        return os.pread(self._file, self._starts[ordinal + 1] - len(SEPARATOR) - start, start)

    def _block(self, start: int, end: int) -> Iterator[bytes]:
        base = self._starts[start]
        block = os.pread(self._file, self._starts[end] - base, base)
        for ordinal in range(start, end):
            yield block[self._starts[ordinal] - base : self._starts[ordinal + 1] - base - len(SEPARATOR)]

    def _pieces(self, start: int, end: int) -> Iterator[bytes]:
        while start < end:
            piece = os.pread(self._file, min(_CHUNK_BYTES, end - start), start)
            start += len(piece)
            yield piece


def uri_of(node: bytes) -> str:
    """Return the IRI of a rendered node: no IRI holds a quote, so that JSON escapes nothing of it."""
    return node[len(_ID) : node.index(b'"', len(_ID))].decode()


def _hash(local: str) -> int:
    # Of the same width on every machine and in every process, unlike hash().
    return int.from_bytes(blake2b(local.lower().encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def _read_about(path: Path) -> About:
    stored = json.loads(path.read_bytes())
    containers = (Container(one["uri"], tuple(map(_statement, one["statements"]))) for one in stored["containers"])
    return About(tuple(containers), tuple(stored["languages"]))


def _statement(stored: Sequence[str | list[str]]) -> Statement:
    subject, predicate, target = stored
    assert isinstance(subject, str)  # noqa: S101 - written above
    assert isinstance(predicate, str)  # noqa: S101
    return Statement(subject, predicate, target if isinstance(target, str) else Literal(*target))
