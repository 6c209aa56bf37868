"""What is written into a new snapshot, vocabulary by vocabulary."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin

from pyoxigraph import NamedNode, Triple

from vocabsvc.errors import InvalidMappingSet, InvalidRequest, InvalidVocabulary, UnreadableInput
from vocabsvc.formats.nvs_mapping import mapping_graph, nvs_mapping_triples
from vocabsvc.formats.owl import with_skos
from vocabsvc.formats.rdf import RdfDocument, parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.sssom_rdf import mapping_set_triples
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.mapping_report import MappingReport
from vocabsvc.model.vocabulary import GLOSSARY, Vocabulary
from vocabsvc.model.vocabulary_report import VocabularyReport, violation_lines
from vocabsvc.namespaces import OWL, RDF, SH
from vocabsvc.store.dumps import DumpedContent, DumpFolder
from vocabsvc.store.glossary_file import write_glossary
from vocabsvc.store.history import HistoryFolder, LoadedFile
from vocabsvc.store.labels.writer import write_label_lists
from vocabsvc.store.nodes import write_vocabulary_nodes
from vocabsvc.store.snapshot import Manifest
from vocabsvc.store.source_file import SourceFile
from vocabsvc.store.sources import SourceKind
from vocabsvc.store.terms.completions import common_beginnings
from vocabsvc.store.terms.writer import write_term_index


class GraphWriter(Protocol):
    """Fills a new database."""

    def add(self, graph: str, triples: Iterable[Triple]) -> None:
        """Add triples to a named graph."""
        ...

    def close(self) -> None:
        """Finish the database; nothing writes to it any more when this returns."""
        ...

    def publish(self) -> None:
        """Let readers have what they do not read from the folder of the snapshot; the last step, after ``close``."""
        ...

    def discard(self) -> None:
        """Give up what is not published, whatever state it is in, and let go of the database."""
        ...


@dataclass(frozen=True, slots=True)
class LoadChecks:
    """What is asked of everything that is loaded.

    ``shapes`` is handed name and content of all shapes graphs and raises where they cannot run; what it makes is not
    used.
    ``vocabulary`` reports on one vocabulary, its concepts and its file; the number is how many concepts it
    had before, ``None`` where it is new. ``mappings`` reports on all mapping sets, given all concepts.
    ``knowledge`` writes a new folder with what the mapper needs of both.
    """

    shapes: Callable[[Sequence[tuple[str, bytes]]], object]
    vocabulary: Callable[[Vocabulary, tuple[Concept, ...], RdfDocument, int | None], VocabularyReport]
    mappings: Callable[[Sequence[MappingSet], Sequence[Concept]], Iterable[MappingReport]]
    knowledge: Callable[[Path, Sequence[Concept], Sequence[MappingSet]], None]


Complete = Callable[[Path, Path, Sequence[str]], None]
"""Handed the folder of the term index, the file of the glossary and texts; keeps beside the index what they find."""


class SnapshotBuild:
    """One snapshot in the making, in the folder ``draft``; ``before`` are the vocabularies served until now."""

    def __init__(
        self,
        draft: Path,
        base_uri: str,
        graph: GraphWriter,
        checks: LoadChecks,
        complete: Complete,
        history: HistoryFolder,
        dumps: DumpFolder,
        before: Sequence[Vocabulary],
    ) -> None:
        self.warnings: list[str] = []
        self._shapes: list[tuple[str, bytes]] = []
        self._draft = draft
        self._checks = checks
        self._complete = complete
        self._history = history
        self._dumps = dumps
        self._counts_before = {vocabulary.id: vocabulary.concept_count for vocabulary in before}
        self._created = datetime.now(UTC).isoformat()
        self._base_uri = base_uri
        self._graph = graph
        self._concepts: list[Concept] = []
        self._vocabularies: list[Vocabulary] = []
        self._mapping_sets: list[MappingSet] = []
        self._triples = 0
        (draft / "mappings").mkdir()
        (draft / "nodes").mkdir()
        (draft / "shapes").mkdir()

    def add(self, file: SourceFile) -> None:
        """Read a file, check it and write what it holds.

        Raises:
            UnreadableInput: a broken file.
            InvalidRequest: a vocabulary that was added before, by its IRI.
            InvalidVocabulary: one of our own that violates a check.
        """
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
            self._add_vocabulary(file, with_skos(document, file.name))

    def finish(self, fingerprint: str) -> Manifest:
        """Finish the graph and the term index.

        Raises:
            InvalidShapesGraph: shapes that cannot run.
            InvalidMappingSet: mappings that violate a check.
        """
        self._checks.shapes(self._shapes)
        self._check_mapping_sets()
        # Beside the vocabularies, as these links are stated there already: for SPARQL users of NVS.
        self._graph.add(mapping_graph(self._base_uri), nvs_mapping_triples(self._concepts, self._base_uri))
        self._graph.close()
        mapped = (mapping.object_id for mapping_set in self._mapping_sets for mapping in mapping_set.mappings)
        local = frozenset(vocabulary.id for vocabulary in self._vocabularies if vocabulary.local)
        auxiliary = frozenset(vocabulary.id for vocabulary in self._vocabularies if vocabulary.auxiliary)
        write_term_index(self._draft / "terms", self._concepts, mapped, local, auxiliary)
        write_label_lists(self._draft / "labels", self._concepts)
        searched = [concept for concept in self._concepts if concept.vocabulary not in auxiliary]
        self._checks.knowledge(self._draft / "mapper", searched, self._mapping_sets)
        entries = [concept for concept in searched if concept.vocabulary == GLOSSARY]
        others = (concept for concept in searched if concept.vocabulary != GLOSSARY)
        write_glossary(self._draft / "glossary.jsonl", entries, others)
        self._complete(self._draft / "terms", self._draft / "glossary.jsonl", common_beginnings(searched))
        return Manifest(
            fingerprint=fingerprint,
            base_uri=self._base_uri,
            created=self._created,
            vocabularies=tuple(sorted(self._vocabularies, key=lambda one: one.id.lower())),
            mapping_sets=tuple(mapping_set.id for mapping_set in self._mapping_sets),
            shapes=tuple(name for name, _ in self._shapes),
            triple_count=self._triples,
        )

    def _add_vocabulary(self, file: SourceFile, document: RdfDocument) -> None:
        skos = read_skos(document.triples, file.source.id)
        uri = skos.uri or f"{self._base_uri}{file.source.id}/"
        vocabulary = Vocabulary(id=file.source.id, uri=uri, titles=skos.titles)
        if file.description is not None:
            described = file.description.vocabulary
            vocabulary = replace(described, uri=urljoin(self._base_uri, described.uri))
        clash = next((other.id for other in self._vocabularies if other.uri == vocabulary.uri), None)
        if clash is not None:
            raise InvalidRequest(f"{clash} and {vocabulary.id} are one vocabulary: both are <{vocabulary.uri}>")
        self._check(file, vocabulary, skos.concepts, document)
        deprecated = sum(concept.status is Status.DEPRECATED for concept in skos.concepts)
        counted = replace(vocabulary, concept_count=len(skos.concepts), deprecated_count=deprecated)
        self._concepts += skos.concepts
        read = LoadedFile(Path(file.name).name, file.data, skos.concepts)
        edition = self._history.record(counted, read, self._created, self._read_concepts)
        self._dumps.record(counted, edition, DumpedContent(skos.concepts, document.triples, self._base_uri))
        self._vocabularies.append(replace(counted, loaded=edition.loaded))
        self._write(counted.uri, document.triples)
        write_vocabulary_nodes(self._draft / "nodes", counted.id, skos.concepts, document.triples)

    def _check(
        self, file: SourceFile, vocabulary: Vocabulary, concepts: tuple[Concept, ...], document: RdfDocument
    ) -> None:
        report = self._checks.vocabulary(vocabulary, concepts, document, self._counts_before.get(vocabulary.id))
        lines = violation_lines(report)
        if lines and file.description is not None and file.description.own:
            raise InvalidVocabulary(f"{file.name}: {'; '.join(lines)}")
        self.warnings += lines

    def _check_mapping_sets(self) -> None:
        """Check them when all vocabularies are there, in whatever order the sources were named."""
        for report in self._checks.mappings(self._mapping_sets, self._concepts):
            for group in report.violations:
                first = group.first
                reason = f"{first.code} ({group.count}): {first.message['en']}, such as {first.value!r}"
                raise InvalidMappingSet(reason, report.file, first.line or None, first.column or None)

    def _read_concepts(self, data: bytes, name: str) -> Sequence[Concept]:
        return read_skos(with_skos(parse_rdf(data, name, self._base_uri), name).triples, "").concepts

    def _add_shapes(self, file: SourceFile, document: RdfDocument) -> None:
        if not file.name.endswith(".ttl"):
            raise UnreadableInput("shapes graphs are read from Turtle files (.ttl)", file.name)
        (self._draft / "shapes" / Path(file.name).name).write_bytes(file.data)
        self._shapes.append((Path(file.name).name, file.data))
        self._write(_ontology(document) or f"{self._base_uri}shapes/{file.source.id}", document.triples)

    def _add_mapping_set(self, file: SourceFile) -> None:
        mapping_set = read_sssom(file.data, file.name, self._base_uri)
        (self._draft / "mappings" / Path(file.name).name).write_bytes(file.data)
        self._mapping_sets.append(mapping_set)
        self._write(mapping_set.mapping_set_id, tuple(mapping_set_triples(mapping_set, self._base_uri)))

    def _write(self, graph: str, triples: Sequence[Triple]) -> None:
        self._graph.add(graph, triples)
        self._triples += len(triples)


def _holds_shapes(document: RdfDocument) -> bool:
    kinds = {NamedNode(f"{SH}NodeShape"), NamedNode(f"{SH}PropertyShape")}
    return any(triple.predicate.value == f"{RDF}type" and triple.object in kinds for triple in document.triples)


def _ontology(document: RdfDocument) -> str:
    kind = NamedNode(f"{OWL}Ontology")
    subjects = (triple.subject for triple in document.triples if triple.object == kind)
    return next((subject.value for subject in subjects if isinstance(subject, NamedNode)), "")
