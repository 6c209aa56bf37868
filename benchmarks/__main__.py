"""``python -m benchmarks``: load what ships into a fresh folder, then measure."""

import tempfile
from pathlib import Path

from benchmarks.answering import measure_answering, measure_validation, sample_concepts
from benchmarks.loading import measure_loading
from benchmarks.relevance import measure_relevance
from benchmarks.serving import measure_serving
from vocabsvc.bootstrap import build_services
from vocabsvc.settings import Settings

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        services = build_services(settings, measure_loading(settings.data))
        texts, uris = sample_concepts(services)
        measure_answering(services, texts, uris)
        measure_relevance(services, Path("tests/relevance"))
        measure_validation(services, Path("../shared/data/records"))
        measure_serving(settings.data, texts, uris)
