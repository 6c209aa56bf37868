"""``python -m benchmarks``: load what ships into a fresh folder, then measure.

``mapping`` measures the mapper alone, ``shacl`` the engines that validate; ``growth``: sizes.

The exit code is 1 where a ratio misses its aim; times are shown against theirs, but depend on the machine.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.answering import frequent_words, sample_uris
from benchmarks.facades import measure_facades
from benchmarks.growth import measure_growth
from benchmarks.loading import load, show_load
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


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:] == ["growth"]:
            measure_growth(Path(folder))
        elif sys.argv[1:] == ["shacl"]:
            sys.exit(not measure_shacl(_RECORDS, Path("shapes"), Path(folder)))
        elif sys.argv[1:] == ["validation"]:
            load(Path(folder), default_sources())
            sys.exit(not measure_validation(Path(folder), _RECORDS))
        elif sys.argv[1:] == ["mapping"]:
            done = load(Path(folder), default_sources())
            sys.exit(not measure_mapper(build_services(Settings(data=Path(folder)), done.snapshot)))
        elif not measure_what_ships(Path(folder)):
            sys.exit(1)
