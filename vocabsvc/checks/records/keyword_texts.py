"""Checks on the texts of keywords among each other: several terms in one, one term several times."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement, split
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.packed_keyword import unpack
from vocabsvc.model.folding import fold_words
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit

_PLACES = frozenset({"place", "reference-geographical-area", "region"})
_NEVER_SPLIT = frozenset({"current", "deprecated", "ambiguous", "outside", "unknown"})
"""Keywords that are known as they stand, or that another thesaurus may have so."""

_AROUND = re.compile(r"[\s\u200b\u2060\ufeff]*(?P<text>.*?)[\s\u200b\u2060\ufeff]*", re.DOTALL)


def untrimmed_keyword(view: RecordView) -> Iterator[Fault | Gap]:
    """Find keywords of an ISO record with white space around them, visible or not, in any language."""
    if not view.facts.nodes("EmlRecord"):
        yield from _untrimmed(view)


def untrimmed_eml_keyword(view: RecordView) -> Iterator[Fault | Gap]:
    """The same in EML, whose schema asks for one letter and takes any white space around it."""
    if view.facts.nodes("EmlRecord"):
        yield from _untrimmed(view)


def _untrimmed(view: RecordView) -> Iterator[Fault | Gap]:
    for node in view.facts.nodes("Keyword"):
        for label in (*view.facts.facts(node, "label"), *view.facts.facts(node, "labelTranslation")):
            element = view.document.elements[label.element]
            written = "" if len(element) else element.text or ""
            found = _AROUND.fullmatch(written)
            text = "" if found is None else found["text"]
            if text and text != written:
                value = re.sub(r"\s+", " ", written)
                edits = (replacement(view, label, text),)
                yield Fault(element=label.element, value=value, expected=(text,), edits=edits, safe=True)


def packed_keyword(view: RecordView) -> Iterator[Fault | Gap]:
    """Find several terms packed into one keyword, and offer the split."""
    for group in view.facts.nodes("KeywordGroup"):
        named = any(view.facts.texts(group, "thesaurusTitle"))
        for node in view.facts.texts(group, "keyword"):
            status = view.facts.text(node, "termStatus")
            cited = view.facts.texts(node, "uri") or view.facts.texts(node, "code")
            if cited or status in _NEVER_SPLIT or view.facts.texts(node, "suggestion") or (not status and named):
                continue
            types = {*view.facts.texts(group, "keywordType"), *view.facts.texts(node, "keywordType")}
            for label in view.facts.facts(node, "label")[:1]:
                known = view.facts.texts(node, "knownPart")
                parts = unpack(text_of(label.object), known, place=not types.isdisjoint(_PLACES))
                if parts:
                    edits = split(view, label.element, parts)
                    yield Fault(element=label.element, value=text_of(label.object), expected=parts, edits=edits)


def repeated_keyword(view: RecordView) -> Iterator[Fault | Gap]:
    """Find a keyword or concept that a resource has already, case and accents aside."""
    for resource in view.facts.nodes("Resource"):
        seen: set[tuple[str, ...]] = set()
        for group in view.facts.texts(resource, "keywordGroup"):
            thesaurus = tuple(view.facts.texts(group, "thesaurusTitle")[:1])
            for node in view.facts.texts(group, "keyword"):
                for label in view.facts.facts(node, "label")[:1]:
                    alone = len(view.facts.texts(group, "keyword")) == 1
                    keys = set(_keys(view, node, label, thesaurus))
                    if keys & seen:
                        yield _removal(view, node, label, alone=alone)
                    seen |= keys


def _keys(view: RecordView, node: str, label: Fact, thesaurus: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what makes a keyword the same as another: its concept, or its text in the same thesaurus."""
    cited = view.facts.texts(node, "concept") or view.facts.texts(node, "uri")
    if cited:
        yield ("concept", cited[0])
    words = fold_words(text_of(label.object))
    if words:
        yield ("text", *thesaurus, *words, *(cited[:1] if not view.facts.texts(node, "concept") else ()))


def _removal(view: RecordView, node: str, label: Fact, *, alone: bool) -> Fault:
    """Return the fault and the edit that takes the keyword out, unless its group would have none left."""
    element = view.facts.elements[node]
    edits = () if alone else (Edit(view.graph.source_map.xpath(element), Action.REMOVE),)
    return Fault(element=label.element, value=text_of(label.object), edits=edits, safe=bool(edits))
