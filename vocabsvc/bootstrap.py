"""The composition root: the only place that knows which store stands behind the services."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.view import CheckedVocabulary
from vocabsvc.formats.rdf import RdfDocument
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import GLOSSARY, Vocabulary
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.services import Services
from vocabsvc.services.browsing import Browsing
from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.changes import Changes
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.linked_data import LinkedData
from vocabsvc.services.mapper.equal_names import EqualNames
from vocabsvc.services.mapper.label_words import LabelWords
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.mapper.published import PublishedMappings
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.nvs import NvsView
from vocabsvc.services.publication import Publication
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.search import Search
from vocabsvc.services.sparql import Sparql
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.services.validation import Validation
from vocabsvc.settings import Settings
from vocabsvc.store.build import LoadChecks
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.glossary_file import read_glossary
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.labels.index import LabelLists
from vocabsvc.store.loader import Loader
from vocabsvc.store.nodes import Nodes
from vocabsvc.store.oxigraph import OxigraphStore, OxigraphWriter
from vocabsvc.store.snapshot import Snapshot, SnapshotFolder
from vocabsvc.store.terms.index import TantivyTermIndex


def snapshot_folder(settings: Settings) -> SnapshotFolder:
    """Return the folder that holds the snapshots."""
    return SnapshotFolder(settings.data)


def build_loader(settings: Settings) -> Loader:
    """Return what builds snapshots."""
    checks = LoadChecks(_check_shapes, _check_vocabulary)
    return Loader(snapshot_folder(settings), settings.base_uri, OxigraphWriter, checks)


def build_services(settings: Settings, snapshot: Snapshot) -> Services:
    """Open a snapshot.

    Raises:
        InvalidShapesGraph: its shapes cannot run.
        UnreadableInput: a history or a list of dumps is damaged.
    """
    vocabularies = snapshot.manifest.vocabularies
    names = [vocabulary.id for vocabulary in vocabularies]
    store = OxigraphStore.open(snapshot.graph, {one.uri: one.id for one in vocabularies})
    index = TantivyTermIndex(snapshot.terms)
    base_uri = snapshot.manifest.base_uri
    sssom = [read_sssom(data, name, base_uri) for name, data in snapshot.mapping_files()]
    mapping_sets = MappingSets(sssom)
    glossary = Glossary(read_glossary(snapshot.glossary, GLOSSARY))
    evidence = (PublishedMappings(mapping_sets, store), EqualNames(index, store), LabelWords(index, store, glossary))
    changes = Changes([HistoryFolder(snapshot.history).read(name) for name in names])
    concepts = Concepts(store, index, vocabularies, mapping_sets, changes)
    folder = DumpFolder(snapshot.dumps)
    dumps = Dumps({name: folder.read(name) for name in names}, folder)
    publication = Publication(store, index, concepts)
    nodes = {name: Nodes(snapshot.nodes, name) for name in names}
    return Services(
        fingerprint=snapshot.manifest.fingerprint,
        created=datetime.fromisoformat(snapshot.manifest.created),
        changes=changes,
        concepts=concepts,
        nvs=NvsView(store, index, concepts, nodes, base_uri),
        search=Search(index, glossary, names),
        resolver=Resolver(store, index),
        mapper=Mapper(evidence, names),
        validation=Validation(prepare_shapes(tuple(snapshot.shape_files())), settings.max_record_bytes),
        sparql=Sparql(store, settings.query_timeout, settings.query_max_bytes),
        thesauri=Thesauri(store, concepts),
        publication=publication,
        linked_data=LinkedData(publication, store, index, concepts, dumps, base_uri),
        catalogue=Catalogue(vocabularies, [editions[-1] for editions in dumps.all()], sssom, snapshot.manifest.created),
        dumps=dumps,
        browsing=Browsing.over(store, index, LabelLists(snapshot.labels), concepts, changes),
    )


def check_snapshot(settings: Settings) -> None:
    """Find out, without opening databases, whether there is a snapshot that can be served.

    Raises:
        NoSnapshot: nothing was loaded.
        InvalidShapesGraph: its shapes cannot run.
        UnreadableInput: a history is damaged.
    """
    snapshot = snapshot_folder(settings).current()
    prepare_shapes(tuple(snapshot.shape_files()))
    for vocabulary in snapshot.manifest.vocabularies:
        HistoryFolder(snapshot.history).read(vocabulary.id)
        DumpFolder(snapshot.dumps).read(vocabulary.id)


def default_sources() -> list[Path]:
    """Return the folders that are loaded when none is named, as far as they are there."""
    return [path for path in map(Path, ("vocabularies", "mappings", "shapes")) if path.is_dir()]


def _check_shapes(files: Sequence[tuple[str, bytes]]) -> None:
    prepare_shapes(files)


def _check_vocabulary(
    vocabulary: Vocabulary, concepts: tuple[Concept, ...], document: RdfDocument, previous_count: int | None
) -> VocabularyReport:
    # Whether targets are loaded is known only when all is; that gives warnings, which a load does not show.
    return check_vocabulary(CheckedVocabulary(vocabulary, concepts, document), None, previous_count, examples=1)
