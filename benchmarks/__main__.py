"""``python -m benchmarks``: load what ships into a fresh folder, then measure. ``python -m benchmarks growth``: sizes.

The exit code is 1 where a ratio misses its aim; times are shown against theirs, but depend on the machine.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.answering import frequent_words, measure_mapping, measure_validation, sample_uris
from benchmarks.facades import measure_facades
from benchmarks.growth import measure_growth
from benchmarks.loading import load, show_load
from benchmarks.lookup import SUGGESTIONS, measure_lookup
from benchmarks.prefixes import beginnings, labels_of
from benchmarks.relevance import measure_relevance
from benchmarks.serving import measure_serving
from benchmarks.sparql import measure_rdflib, measure_sparql
from vocabsvc.bootstrap import build_services, default_sources
from vocabsvc.settings import Settings


def measure_what_ships(data: Path) -> bool:
    """Print everything; tell whether every ratio has its aim."""
    done = load(data, default_sources())
    show_load(done)
    services = build_services(Settings(data=data), done.snapshot)
    labels = labels_of(services)
    measure_lookup(services, labels)
    measure_mapping(services, beginnings(labels, SUGGESTIONS))
    measure_validation(services, Path("../shared/data/records"))
    measure_relevance(services, Path("tests/relevance"))
    uris = sample_uris(services)
    measure_rdflib(done.snapshot.graph, uris)
    met = measure_serving(data, beginnings(labels, SUGGESTIONS), uris)
    met &= measure_facades(data, done.snapshot.graph, uris, frequent_words(labels))
    return measure_sparql(data, done.snapshot.graph, uris) and met


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:] == ["growth"]:
            measure_growth(Path(folder))
        elif not measure_what_ships(Path(folder)):
            sys.exit(1)
