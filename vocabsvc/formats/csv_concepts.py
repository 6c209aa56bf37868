"""Concepts as CSV (RFC 4180), a row each, for spreadsheets and data frames."""

import csv
from collections.abc import Iterable, Sequence
from functools import partial
from io import StringIO
from itertools import islice

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import UNDETERMINED, LangString
from vocabsvc.model.sink import ByteSink

CSV_TYPE = "text/csv"
_BATCH = 200


def label_languages(stated: Iterable[str], labels: Iterable[LangString]) -> tuple[str, ...]:
    """Return the languages that get a column: those stated, then what labels are in besides, untagged last."""
    found = {label.lang or UNDETERMINED for label in labels}
    return tuple(dict.fromkeys((*stated, *sorted(found - {UNDETERMINED}), *(found & {UNDETERMINED}))))


def write_concepts_csv(concepts: Iterable[Concept], languages: Sequence[str], sink: ByteSink) -> None:
    r"""Write a header and a row per concept, UTF-8 without byte order mark, lines ending in CR LF.

    Several values of a cell are joined by ``|``; a ``|`` or backslash inside a value has a backslash before
    it. Cells are as they are: nothing is put before a leading ``=``, as identifiers and labels must come
    back unchanged, so a spreadsheet should import the columns as text.
    """
    waiting = (_row(concept, languages) for concept in concepts)
    labels = (f"pref_label_{language}" for language in languages)
    rows: list[list[str]] = [
        ["uri", "notation", *labels, "alt_labels", "definition", "status", "replaced_by", "broader", "units"]
    ]
    while rows:
        written = StringIO(newline="")
        csv.writer(written, lineterminator="\r\n").writerows(rows)
        sink.write(written.getvalue().encode())
        rows = list(islice(waiting, _BATCH))


def _row(concept: Concept, languages: Sequence[str]) -> list[str]:
    of_language = partial(_texts, concept.pref_labels)
    return [
        concept.uri,
        _joined(concept.notations),
        *(_joined(of_language(language)) for language in languages),
        _joined(label.text for label in concept.alt_labels),
        _joined(text.text for text in concept.definitions),
        concept.status,
        _joined(concept.replaced_by),
        _joined(concept.broader),
        _joined(concept.units),
    ]


def _texts(labels: Iterable[LangString], language: str) -> list[str]:
    return [label.text for label in labels if (label.lang or UNDETERMINED) == language]


def _joined(values: Iterable[str]) -> str:
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)
