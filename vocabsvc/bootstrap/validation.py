"""What validates records."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.bootstrap.stores import open_store
from vocabsvc.checks.engine import Engine
from vocabsvc.checks.shapes import EngineName, prepare_shapes
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.validation.engine_comparison import EngineComparison
from vocabsvc.services.validation.link_facts import LinkFacts
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.sources import fact_sources
from vocabsvc.services.validation.validation import Validation
from vocabsvc.services.validation.vocabulary_facts import FactSource, VocabularyFacts
from vocabsvc.settings import Settings
from vocabsvc.store.base import Store, TermIndex
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.terms.index import TantivyTermIndex


def build_engine_comparison(settings: Settings) -> EngineComparison:
    """Open the current snapshot to compare the SHACL engines over records.

    Raises:
        NoSnapshot: nothing was loaded.
        InvalidShapesGraph: its shapes cannot run.
    """
    files = tuple(snapshot_folder(settings).current().shape_files())
    engines: dict[str, Engine] = {name: prepare_shapes(files, name).engine for name in EngineName}
    return EngineComparison(build_validation(settings), engines)


def build_validation(
    settings: Settings,
    *,
    engine: EngineName = EngineName.CLOSURES,
    check_links: bool = False,
    clock: Callable[[], datetime] | None = None,
) -> Validation:
    """Open the current snapshot for validation alone; ``check_links`` asks each address in a record whether it answers.

    ``clock`` gives the time in UTC where it is not that of the machine.

    Raises:
        NoSnapshot: nothing was loaded.
        InvalidShapesGraph: its shapes cannot run.
    """
    snapshot = snapshot_folder(settings).current()
    store = open_store(settings, snapshot)
    index = TantivyTermIndex(snapshot.terms)
    links: tuple[FactSource, ...] = ()
    if check_links:
        # Nothing else that a command line needs speaks HTTP.
        from vocabsvc.store.link_checker import HttpLinkChecker  # noqa: PLC0415

        links = (LinkFacts(HttpLinkChecker()),)
    return validation_over(settings, snapshot, store, index, Resolver(store, index), links, clock, engine)


def validation_over(
    settings: Settings,
    snapshot: Snapshot,
    store: Store,
    index: TermIndex,
    resolver: Resolver,
    more: Sequence[FactSource] = (),
    clock: Callable[[], datetime] | None = None,
    engine: EngineName = EngineName.CLOSURES,
) -> Validation:
    """Return validation by the shapes and terms of an open snapshot; ``more`` knows of records what terms do not tell.

    Raises:
        InvalidShapesGraph: its shapes cannot run.
    """
    terms = LoadedTerms(store, index, resolver, snapshot.manifest.vocabularies)
    return Validation(
        prepare_shapes(tuple(snapshot.shape_files()), engine),
        settings.max_record_bytes,
        VocabularyFacts((*fact_sources(terms, index), *more)),
        SchemaSets.open(settings.schemas) if settings.schemas else None,
        clock or (lambda: datetime.now(UTC)),
    )
