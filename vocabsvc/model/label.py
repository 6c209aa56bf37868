"""Text with a language, and how one text is chosen among several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

UNDETERMINED = "und"
"""BCP 47 subtag shown for a literal without language tag (NVS tags neither notations nor altLabels)."""


@dataclass(frozen=True, slots=True)
class LangString:
    """A text and its BCP 47 language tag in lower case; ``""`` where the source gives none."""

    text: str
    lang: str = ""


def choose_label(labels: Sequence[LangString], languages: Iterable[str]) -> LangString | None:
    """Return the label in the first of ``languages`` that has one, else English, else untagged, else any.

    ``fr`` accepts ``fr-ca``. The answer is ``None`` only when there is no label at all.
    """
    for wanted in (*languages, "en", ""):
        for label in labels:
            if label.lang == wanted or (wanted and label.lang.startswith(f"{wanted}-")):
                return label
    return labels[0] if labels else None


def by_language(labels: Iterable[LangString]) -> dict[str, list[str]]:
    """Return the texts of each language, in the order given; untagged ones under ``und``."""
    grouped: dict[str, list[str]] = {}
    for label in labels:
        grouped.setdefault(label.lang or UNDETERMINED, []).append(label.text)
    return grouped
