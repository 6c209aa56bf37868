"""The language of a text, and the one that its record declares (LNG-07)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from vocabsvc.checks.records.language_detection import detect_language
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import text_of

_NAMES = {
    "de": ("de", "deu", "ger"),
    "en": ("en", "eng"),
    "es": ("es", "spa"),
    "fr": ("fr", "fra", "fre"),
    "it": ("it", "ita"),
    "nl": ("nl", "nld", "dut"),
    "pt": ("pt", "por"),
}
_CODES = {"de": "ger", "en": "eng", "es": "spa", "fr": "fre", "it": "ita", "nl": "dut", "pt": "por"}
_FIRST = re.compile("[A-Za-z]+")  # of "eng; USA" or "en-GB"
_BY_NAME = {name: language for language, names in _NAMES.items() for name in names}


def texts_in_other_languages(view: RecordView) -> Iterator[Fault]:
    """Yield the abstracts that are surely in another language than the declared one, which must be one we can tell."""
    tagged = {
        fact.element: text_of(fact.object)
        for node in view.facts.nodes("Element")
        for fact in view.facts.facts(node, "textLanguage")
    }
    for record in view.facts.nodes("Record"):
        of_record = view.facts.texts(record, "language")
        for resource in view.facts.texts(record, "describes"):
            of_resource = view.facts.texts(resource, "language")
            for fact in view.facts.facts(resource, "abstract"):
                declared = _languages(_tag(view, tagged, fact.element) or of_record or of_resource)
                found = detect_language(text_of(fact.object)) if declared else ""
                if found and found not in declared:
                    yield Fault(
                        element=fact.element,
                        value=_CODES[found],
                        expected=tuple(_CODES[one] for one in declared),
                    )


def _tag(view: RecordView, tagged: Mapping[int, str], element: int) -> list[str]:
    """Return the ``xml:lang`` in force at an element."""
    while element >= 0:
        if element in tagged:
            return [tagged[element]]
        element = view.graph.source_map.parents[element]
    return []


def _languages(codes: Iterable[str]) -> list[str]:
    """Return the languages declared; none where one of them is not known here."""
    known = [_BY_NAME.get(match.group().lower(), "") if (match := _FIRST.match(code)) else "" for code in codes]
    return sorted(set(known)) if all(known) else []
