"""``vocabsvc load``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.snapshots import default_sources
from vocabsvc.cli.options import DataOption, GraphStoreOption, StoreOption, UpdateStoreOption, settings_with
from vocabsvc.cli.render import error_console
from vocabsvc.store.loader import Loaded
from vocabsvc.store.sources import find_sources


def load(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Vocabulary folders, *.sssom.tsv, shapes or RDF files [default: the three folders]."),
    ] = None,
    data: DataOption = None,
    store: StoreOption = None,
    update_store: UpdateStoreOption = None,
    graph_store: GraphStoreOption = None,
    if_changed: Annotated[bool, typer.Option("--if-changed", help="Do nothing if nothing changed.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Build a new snapshot that holds exactly what is named, and serve it from now on.

    All or nothing: a broken file leaves the snapshot that was there.

    Example: vocabsvc load vocabularies/P02 mappings/sismer.sssom.tsv
    """
    settings = settings_with(data, store=store, update_store=update_store, graph_store=graph_store)
    loader, sources = build_loader(settings), find_sources(paths or default_sources())
    errors = error_console()
    if if_changed and loader.is_kept(sources):
        errors.print("nothing changed: the snapshot is kept")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, disable=not errors.is_terminal) as bar:
        task = bar.add_task("loading")
        loaded = loader.load(
            sources, lambda step, done, total: bar.update(task, description=step, completed=done, total=total)
        )
    for warning in loaded.warnings:
        errors.print(f"warning: {warning}")
    typer.echo(_summary(loaded))


def _summary(loaded: Loaded) -> str:
    manifest = loaded.snapshot.manifest
    concepts = sum(vocabulary.concept_count for vocabulary in manifest.vocabularies)
    return (
        f"vocabularies: {len(manifest.vocabularies)}, concepts: {concepts}, "
        f"mapping sets: {len(manifest.mapping_sets)}, shapes graphs: {len(manifest.shapes)}, "
        f"triples: {manifest.triple_count}"
    )
