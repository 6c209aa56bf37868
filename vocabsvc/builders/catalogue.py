"""Making the data folders that ship from the publishers' files."""

import gzip
import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from pyoxigraph import RdfFormat

from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.builders.mapping_sets import LINKED_VOCABULARIES, MAPPING_SETS, build_mapping_sets
from vocabsvc.builders.recipe import Recipe
from vocabsvc.builders.recipes import RECIPES
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.errors import UnknownName
from vocabsvc.formats.sssom import ENDING, write_sssom
from vocabsvc.formats.vocabulary_toml import FILE_NAME, write_vocabulary_toml
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription


def build_vocabulary(recipe: Recipe, sources: SourceFolder) -> tuple[VocabularyDescription, bytes]:
    """Return the description of a vocabulary and the content of its RDF file, the same at every run."""
    graph = VocabularyGraph()
    for part in recipe.parts or (recipe.container,):
        graph.add_container(part.uri, part.kind, part.titles)
    edition = recipe.fill(sources, graph)
    content = graph.serialise(RdfFormat.N_TRIPLES if recipe.compressed else RdfFormat.TURTLE)
    if recipe.compressed:
        content = gzip.compress(content, mtime=0)
    vocabulary = Vocabulary(
        id=recipe.id,
        uri=recipe.container.uri.removeprefix(HUB),
        titles=recipe.container.titles,
        publisher=recipe.publisher,
        sources=tuple(dict.fromkeys((*sources.addresses(recipe.inputs), *recipe.addresses))),
        edition=edition.number,
        date=edition.date,
        licence=recipe.licence,
        languages=graph.languages,
        missing=(*recipe.missing, *edition.missing),
        concept_count=len(graph.concepts),
        deprecated_count=graph.deprecated_count,
        local=recipe.local,
        auxiliary=recipe.auxiliary,
    )
    checksum = hashlib.sha256(content).hexdigest()
    described = VocabularyDescription(vocabulary, recipe.file, checksum, recipe.attribution, recipe.own)
    return described, content


def build_all(
    source: Path,
    vocabularies: Path,
    mappings: Path,
    only: Collection[str],
    progress: Callable[[str], None],
) -> None:
    """Write ``vocabularies/<id>/`` and ``mappings/<id>.sssom.tsv`` from the publishers' files in ``source``.

    The same files give the same bytes. Mapping sets are made from the vocabularies as they stand then.
    ``only`` names ids to build, of vocabularies and mapping sets; empty means all. ``progress`` is told each
    as it is begun.

    Raises:
        UnknownName: an id in ``only`` that no recipe has.
        UnreadableInput: a publisher's file that is absent or broken; folders written before it stay.
    """
    known = dict.fromkeys((*(recipe.id for recipe in RECIPES), *MAPPING_SETS))
    if unknown := sorted(set(only) - known.keys()):
        raise UnknownName(f"no recipe for {', '.join(unknown)}; there are {', '.join(known)}")
    sources = SourceFolder(source)
    for recipe in RECIPES:
        if not only or recipe.id in only:
            progress(recipe.id)
            description, content = build_vocabulary(recipe, sources)
            folder = vocabularies / recipe.id
            folder.mkdir(parents=True, exist_ok=True)
            (folder / description.file).write_bytes(content)
            (folder / FILE_NAME).write_text(write_vocabulary_toml(description), "utf-8")
    wanted = [name for name in MAPPING_SETS if not only or name in only]
    if wanted:
        progress("mapping sets")
        mappings.mkdir(parents=True, exist_ok=True)
        shipped = ShippedConcepts.read(vocabularies, LINKED_VOCABULARIES)
        for mapping_set in build_mapping_sets(wanted, sources, shipped):
            (mappings / f"{mapping_set.id}{ENDING}").write_text(write_sssom(mapping_set, HUB), "utf-8")
