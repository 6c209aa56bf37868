"""What builds snapshots."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.bootstrap.stores import is_local, server_address
from vocabsvc.checks.mappings.catalogue import check_mapping_sets
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.view import CheckedVocabulary
from vocabsvc.errors import InvalidRequest
from vocabsvc.formats.rdf import RdfDocument
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import GLOSSARY, Vocabulary
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.stored_knowledge import write_knowledge
from vocabsvc.services.search import Search
from vocabsvc.settings import Settings
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.build import LoadChecks
from vocabsvc.store.glossary_file import read_glossary
from vocabsvc.store.loader import Loader
from vocabsvc.store.oxigraph import OxigraphWriter
from vocabsvc.store.terms.index import TantivyTermIndex


def build_loader(settings: Settings) -> Loader:
    """Return what builds snapshots.

    Raises:
        InvalidRequest: the graphs are to go into a SPARQL server, but not where it takes updates.
    """
    base_uri = settings.base_uri
    check_mappings = partial(check_mapping_sets, base_uri=base_uri, examples=1)
    checks = LoadChecks(prepare_shapes, _check_vocabulary, check_mappings, write_knowledge)
    folder = snapshot_folder(settings)
    if is_local(settings):
        return Loader(folder, base_uri, OxigraphWriter, checks, _complete)
    from vocabsvc.store.remote.writer import RemoteWriter  # noqa: PLC0415 - an HTTP client, for nobody else

    address = server_address(settings)
    if not address.update:
        raise InvalidRequest("a load into a SPARQL server needs --update-store")

    def open_graph(folder: Path) -> RemoteWriter:
        return RemoteWriter(folder, address, base_uri)

    return Loader(folder, base_uri, open_graph, checks, _complete, engine=settings.store)


def _check_vocabulary(
    vocabulary: Vocabulary, concepts: tuple[Concept, ...], document: RdfDocument, previous_count: int | None
) -> VocabularyReport:
    # Whether targets are loaded is known only when all is; that gives warnings, which a load does not show.
    return check_vocabulary(CheckedVocabulary(vocabulary, concepts, document), None, previous_count, examples=1)


def _complete(terms: Path, glossary: Path, texts: Sequence[str]) -> None:
    index = TantivyTermIndex(terms)
    search = Search(index, Glossary(read_glossary(glossary, GLOSSARY)), ())
    index.write_completions(search.prepared(SearchRequest(text)) for text in texts)
