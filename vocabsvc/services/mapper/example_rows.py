"""Examples as JSON: terms, concepts and origins are written once, as each is that of many examples."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.examples import Example

T = TypeVar("T", bound=Hashable)


def encode_examples(examples: Sequence[Example]) -> dict[str, object]:
    """Return what ``decode_examples`` reads; confidence is kept to four places."""
    terms = _numbers(example.term for example in examples)
    targets = _numbers(example.target for example in examples)
    origins = _numbers(example.origins for example in examples)
    return {
        "terms": [[term.local_name, term.long_name, term.unit] for term in terms],
        "targets": list(targets),
        "origins": list(origins),
        "examples": [
            [
                origins[example.origins],
                terms[example.term],
                targets[example.target],
                int(example.published),
                int(example.broad),
                round(example.confidence, 4),
            ]
            for example in examples
        ],
    }


def decode_examples(stored: Mapping[str, Any]) -> list[Example]:
    """Return the examples, in their order."""
    terms = [LocalTerm(*term) for term in stored["terms"]]
    targets: list[str] = stored["targets"]
    origins = [tuple(origin) for origin in stored["origins"]]
    return [
        Example(origins[origin], terms[term], targets[target], bool(published), confidence, bool(broad))
        for origin, term, target, published, broad, confidence in stored["examples"]
    ]


def _numbers(values: Iterable[T]) -> dict[T, int]:
    return {value: number for number, value in enumerate(dict.fromkeys(values))}
