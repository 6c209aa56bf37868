"""How fast services answer, without HTTP."""

import contextlib
import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import spread, timed
from vocabsvc.errors import UnreadableInput
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.label import choose_label
from vocabsvc.services import Services
from vocabsvc.store.base import SearchRequest

_SAMPLE = 1000
_RECORDS = 300
_TERMS = 200


def sample_concepts(services: Services) -> tuple[list[str], list[str]]:
    """Return beginnings of labels (all distinct) and IRIs, drawn over all vocabularies, the same at every run."""
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    refs = [
        ref
        for vocabulary in services.concepts.vocabularies()
        for ref in services.concepts.members(vocabulary.id, 0, 1000).items
    ]
    texts: dict[str, None] = {}
    for ref in draw.sample(refs, len(refs)):
        label = choose_label(ref.pref_labels, ("fr",))
        if label:
            texts[label.text[: draw.randint(2, 20)]] = None
    uris = [ref.uri for ref in draw.sample(refs, min(_SAMPLE, len(refs)))]
    return list(texts)[:_SAMPLE], uris


def measure_answering(services: Services, texts: Sequence[str], uris: Sequence[str]) -> None:
    """Print the latency of look-up, typo, concept and mapping."""
    typos = [text[:-2] + text[-1] + text[-2] for text in texts if len(text) > 5]
    terms = [LocalTerm(long_name=text) for text in texts[:_TERMS]]
    print("search          ", spread(timed(lambda text: services.search.search(SearchRequest(text)), texts)))
    print("search with typo", spread(timed(lambda text: services.search.search(SearchRequest(text)), typos)))
    print("concept         ", spread(timed(services.concepts.detail, uris)))
    print("map a name to P01", spread(timed(lambda term: services.mapper.map_terms([term], ["P01"], 5), terms)))


def measure_validation(services: Services, records: Path) -> None:
    """Print the latency of validating real records, where there are any."""
    files = sorted(records.rglob("*.xml"))
    if not files:
        print("validate         not measured: ../shared is absent")
        return
    chosen = random.Random(1).sample(files, min(_RECORDS, len(files)))  # noqa: S311 - a sample, not a secret
    print("validate a record", spread(timed(lambda data: _validate(services, data), [f.read_bytes() for f in chosen])))


def _validate(services: Services, data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):  # a refusal is timed like a report
        services.validation.validate(data, ["core"])
