"""The glossary's entries beside the term index: which wording is likelier depends on what else is loaded.

One JSON object a line: IRI, labels as pairs of text and language, IRIs of broader entries.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words
from vocabsvc.model.label import LangString

_LABELS = ("pref_labels", "alt_labels", "hidden_labels")


def write_glossary(path: Path, entries: Iterable[Concept], concepts: Iterable[Concept]) -> None:
    """Write the entries, each with its alternative labels in order of how many ``concepts`` have their words."""
    having = _concepts_by_word(concepts)
    with path.open("w", encoding="utf-8") as file:
        for entry in entries:
            ordered = sorted(entry.alt_labels, key=lambda label: -_count(label, having))
            file.write(json.dumps(_to_json(replace(entry, alt_labels=tuple(ordered))), ensure_ascii=False) + "\n")


def read_glossary(path: Path, vocabulary: str) -> Iterator[Concept]:
    """Yield the entries with what was kept of them; none where no glossary was loaded."""
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            stored = json.loads(line)
            preferred, alternative, hidden = (tuple(LangString(*pair) for pair in stored[field]) for field in _LABELS)
            yield Concept(
                uri=stored["uri"],
                vocabulary=vocabulary,
                pref_labels=preferred,
                alt_labels=alternative,
                hidden_labels=hidden,
                broader=tuple(stored["broader"]),
            )


def _to_json(entry: Concept) -> dict[str, object]:
    labels = {field: [(label.text, label.lang) for label in getattr(entry, field)] for field in _LABELS}
    return {"uri": entry.uri, **labels, "broader": entry.broader}


def _concepts_by_word(concepts: Iterable[Concept]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, concept in enumerate(concepts):
        for label in concept.pref_labels:
            for word in _words(label):
                found[word].add(number)
    return found


def _count(label: LangString, having: dict[str, set[int]]) -> int:
    words = [having.get(word, set()) for word in _words(label)]
    return len(set.intersection(*words)) if words else 0


def _words(label: LangString) -> Sequence[str]:
    """Return the words of a label without plural endings, which wordings and labels do not share."""
    return [word.rstrip("sx") or word for word in content_words(fold_words(label.text))]
