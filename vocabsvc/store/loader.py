"""Builds a snapshot from sources: everything is read and checked before anything becomes current."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin

from pyoxigraph import NamedNode, Triple

from vocabsvc import __version__
from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.formats.rdf import RdfDocument, parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.sssom_rdf import mapping_set_triples
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.namespaces import OWL, RDF, SH
from vocabsvc.store.history import HistoryFolder, LoadedFile
from vocabsvc.store.snapshot import LAYOUT, Manifest, Snapshot, SnapshotFolder
from vocabsvc.store.sources import DESCRIPTION, Source, SourceKind
from vocabsvc.store.terms.writer import write_term_index

Progress = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many steps are."""


class GraphWriter(Protocol):
    """Fills a new database."""

    def add(self, graph: str, triples: Iterable[Triple]) -> None:
        """Add triples to a named graph."""
        ...

    def close(self) -> None:
        """Finish the database."""
        ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """The snapshot that is current after a load. ``built`` is false when nothing had changed."""

    snapshot: Snapshot
    built: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    source: Source
    name: str
    data: bytes
    description: VocabularyDescription | None = None


class Loader:
    """Loads into one data folder.

    ``check_shapes`` is handed name and content of all shapes graphs and raises where they cannot run;
    ``open_graph`` makes the writer of a new database.
    """

    def __init__(
        self,
        folder: SnapshotFolder,
        base_uri: str,
        open_graph: Callable[[Path], GraphWriter],
        check_shapes: Callable[[Sequence[tuple[str, bytes]]], None],
    ) -> None:
        self._folder = folder
        self._base_uri = base_uri
        self._open_graph = open_graph
        self._check_shapes = check_shapes

    def fingerprint(self, sources: Sequence[Source]) -> str:
        """Return a digest that is equal exactly when a load of ``sources`` would give equal snapshots."""
        return self._digest([_read(source) for source in sources])

    def load(self, sources: Sequence[Source], progress: Progress) -> Loaded:
        """Build a snapshot that holds exactly ``sources`` and make it current.

        Raises:
            UnreadableInput: a broken file; the snapshot that was current stays so.
            InvalidRequest: two vocabularies that are one by their IRI.
            InvalidShapesGraph: shapes that cannot run.
        """
        files = [_read(source) for source in sources]
        with self._folder.building() as draft:
            history = HistoryFolder(draft / "history")
            history.carry_over(self._folder.history_before())
            build = _Build(draft, history, self._base_uri, self._open_graph(draft / "graph"))
            for done, file in enumerate(files):
                progress(file.name, done, len(files) + 1)
                build.add(file)
            progress("term index", len(files), len(files) + 1)
            self._check_shapes(build.shapes)
            manifest = build.finish(self._digest(files))
            snapshot = self._folder.publish(draft, manifest)
            progress("done", len(files) + 1, len(files) + 1)
            return Loaded(snapshot, built=True, warnings=tuple(build.warnings))

    def _digest(self, files: Sequence[_File]) -> str:
        digest = hashlib.sha256(f"{LAYOUT} {__version__} {self._base_uri}".encode())
        for file in files:
            for part in (repr((file.source.kind, file.source.id, file.description)).encode(), file.data):
                digest.update(hashlib.sha256(part).digest())
        return digest.hexdigest()


class _Build:
    """One snapshot in the making."""

    def __init__(self, draft: Path, history: HistoryFolder, base_uri: str, graph: GraphWriter) -> None:
        self.warnings: list[str] = []
        self.shapes: list[tuple[str, bytes]] = []
        self._draft = draft
        self._history = history
        self._created = datetime.now(UTC).isoformat()
        self._base_uri = base_uri
        self._graph = graph
        self._concepts: list[Concept] = []
        self._vocabularies: list[Vocabulary] = []
        self._mapping_sets: list[str] = []
        self._mapped: list[str] = []
        self._triples = 0
        (draft / "mappings").mkdir()
        (draft / "shapes").mkdir()

    def add(self, file: _File) -> None:
        if file.source.kind is SourceKind.MAPPING_SET:
            self._add_mapping_set(file)
            return
        document = parse_rdf(file.data, file.name, self._base_uri)
        if document.repaired_iris:
            first, count = document.repaired_iris[0], len(document.repaired_iris)
            self.warnings.append(f"{file.name}: {count} IRIs were not IRIs and are encoded, such as {first!r}")
        if file.source.kind is SourceKind.SHAPES or _holds_shapes(document):
            self._add_shapes(file, document)
        else:
            self._add_vocabulary(file, document)

    def finish(self, fingerprint: str) -> Manifest:
        self._graph.close()
        write_term_index(self._draft / "terms", self._concepts, self._mapped)
        return Manifest(
            fingerprint=fingerprint,
            base_uri=self._base_uri,
            created=self._created,
            vocabularies=tuple(sorted(self._vocabularies, key=lambda one: one.id.lower())),
            mapping_sets=tuple(self._mapping_sets),
            shapes=tuple(name for name, _ in self.shapes),
            triple_count=self._triples,
        )

    def _add_vocabulary(self, file: _File, document: RdfDocument) -> None:
        skos = read_skos(document.triples, file.source.id)
        uri = skos.uri or f"{self._base_uri}{file.source.id}/"
        vocabulary = Vocabulary(id=file.source.id, uri=uri, titles=skos.titles)
        if file.description is not None:
            described = file.description.vocabulary
            vocabulary = replace(described, uri=urljoin(self._base_uri, described.uri))
        clash = next((other.id for other in self._vocabularies if other.uri == vocabulary.uri), None)
        if clash is not None:
            raise InvalidRequest(f"{clash} and {vocabulary.id} are one vocabulary: both are <{vocabulary.uri}>")
        if not skos.concepts:
            self.warnings.append(f"{file.name}: holds no concept")
        deprecated = sum(concept.status is Status.DEPRECATED for concept in skos.concepts)
        counted = replace(vocabulary, concept_count=len(skos.concepts), deprecated_count=deprecated)
        self._vocabularies.append(counted)
        self._concepts += skos.concepts
        read = LoadedFile(Path(file.name).name, file.data, skos.concepts)
        self._history.record(counted, read, self._created, self._read_concepts)
        self._write(counted.uri, document.triples)

    def _read_concepts(self, data: bytes, name: str) -> Sequence[Concept]:
        return read_skos(parse_rdf(data, name, self._base_uri).triples, "").concepts

    def _add_shapes(self, file: _File, document: RdfDocument) -> None:
        if not file.name.endswith(".ttl"):
            raise UnreadableInput("shapes graphs are read from Turtle files (.ttl)", file.name)
        (self._draft / "shapes" / Path(file.name).name).write_bytes(file.data)
        self.shapes.append((Path(file.name).name, file.data))
        self._write(_ontology(document) or f"{self._base_uri}shapes/{file.source.id}", document.triples)

    def _add_mapping_set(self, file: _File) -> None:
        mapping_set = read_sssom(file.data, file.name, self._base_uri)
        (self._draft / "mappings" / Path(file.name).name).write_bytes(file.data)
        self._mapping_sets.append(file.source.id)
        self._mapped += (mapping.object_id for mapping in mapping_set.mappings)
        self._write(mapping_set.mapping_set_id, tuple(mapping_set_triples(mapping_set)))

    def _write(self, graph: str, triples: Sequence[Triple]) -> None:
        self._graph.add(graph, triples)
        self._triples += len(triples)


def _read(source: Source) -> _File:
    if source.kind is not SourceKind.VOCABULARY:
        return _File(source, str(source.path), _content(source.path))
    toml = source.path / DESCRIPTION
    description = read_vocabulary_toml(_content(toml), str(toml))
    if description.vocabulary.id != source.id:
        raise UnreadableInput(f"the id {description.vocabulary.id!r} is not the folder's name", str(toml))
    path = source.path / description.file
    data = _content(path)
    if hashlib.sha256(data).hexdigest() != description.checksum:
        raise UnreadableInput(f"its SHA-256 is not the checksum in {DESCRIPTION}", str(path))
    return _File(source, str(path), data, description)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", str(path)) from error


def _holds_shapes(document: RdfDocument) -> bool:
    kinds = {NamedNode(f"{SH}NodeShape"), NamedNode(f"{SH}PropertyShape")}
    return any(triple.predicate.value == f"{RDF}type" and triple.object in kinds for triple in document.triples)


def _ontology(document: RdfDocument) -> str:
    kind = NamedNode(f"{OWL}Ontology")
    subjects = (triple.subject for triple in document.triples if triple.object == kind)
    return next((subject.value for subject in subjects if isinstance(subject, NamedNode)), "")
