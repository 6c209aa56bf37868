"""``python -m benchmarks``: load what ships into a fresh folder, then measure.

``mapping`` measures the mapper alone, ``sparql`` the public endpoint, ``validation`` and ``shacl`` what validates;
``growth``: sizes.

The exit code is 1 where a ratio misses its aim; times are shown against theirs, but depend on the machine.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.answering import frequent_words, sample_uris
from benchmarks.facades import measure_facades
from benchmarks.growth import measure_growth
from benchmarks.loading import Load, load, show_load
from benchmarks.lookup import SUGGESTIONS, measure_lookup
from benchmarks.mapping import (
    measure_mapping_quality,
    measure_mapping_speed,
    measure_units,
    measure_written_set,
)
from benchmarks.prefixes import beginnings, labels_of
from benchmarks.relevance import measure_relevance
from benchmarks.serving import measure_serving
from benchmarks.shacl import measure_shacl
from benchmarks.sparql import measure_rdflib, measure_sparql
from benchmarks.validation import measure_validation
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import default_sources
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings

_GOLD = Path("../shared/data/gold/dev.tsv")
_RECORDS = Path("../shared/data/records")


def measure_what_ships(data: Path) -> bool:
    """Print everything; tell whether every ratio has its aim."""
    done = load(data, default_sources())
    show_load(done)
    services = build_services(Settings(data=data), done.snapshot)
    labels = labels_of(services)
    measure_lookup(services, labels)
    measure_relevance(services, Path("tests/relevance"))
    uris = sample_uris(services)
    measure_rdflib(done.snapshot.graph, uris)
    met = measure_serving(data, beginnings(labels, SUGGESTIONS), uris)
    met &= measure_facades(data, done.snapshot.graph, uris, frequent_words(labels))
    met &= measure_sparql(data, done.snapshot.graph, uris)
    met &= measure_validation(data, _RECORDS)
    met &= measure_shacl(_RECORDS, Path("shapes"), data)
    return measure_mapper(services) and met


def measure_mapper(services: Services) -> bool:
    """Print how fast and how right the mapper is; tell whether its answers have their aims."""
    measure_mapping_speed(services, _GOLD)
    measure_written_set(services, Path("tests/gold/fr.tsv"))
    measure_units(services, _GOLD)
    return measure_mapping_quality(Path(), _GOLD)


def main(asked: str, data: Path) -> bool:
    """Measure what is asked, or everything; tell whether every ratio has its aim.

    Raises:
        KeyError: there is no such measurement.
    """
    if asked == "growth":
        measure_growth(data)
        return True
    if asked == "shacl":
        return measure_shacl(_RECORDS, Path("shapes"), data)
    if not asked:
        return measure_what_ships(data)
    return _OF_WHAT_SHIPS[asked](load(data, default_sources()), data)


def _services(done: Load, data: Path) -> Services:
    return build_services(Settings(data=data), done.snapshot)


_OF_WHAT_SHIPS: Mapping[str, Callable[[Load, Path], bool]] = {
    "mapping": lambda done, data: measure_mapper(_services(done, data)),
    "sparql": lambda done, data: measure_sparql(data, done.snapshot.graph, sample_uris(_services(done, data))),
    "validation": lambda _, data: measure_validation(data, _RECORDS),
}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(not main("".join(sys.argv[1:]), Path(folder)))
