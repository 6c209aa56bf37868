"""Checks on the texts of keywords: the label of the concept they cite, in the language of the record."""

from collections.abc import Iterator

from vocabsvc.checks.records.keyword_terms import shown_term
from vocabsvc.checks.records.term_edits import cite
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit

_NO_LABEL: Message = {
    "en": "The vocabulary has no name of this term in the language of the record: the text was not compared.",
    "fr": "Le vocabulaire n’a pas de nom de ce terme dans la langue de la fiche : le texte n’a pas été comparé.",
}


def wrong_label(view: RecordView) -> Iterator[Fault | Gap]:
    """Find texts that are no label of the concept that the keyword cites."""
    for fact, expected in _fits(view, {"meant", "other", "unknown"}):
        if text_of(fact.object) == "unknown":
            yield Gap(fact.element, _NO_LABEL)
        else:
            yield _renamed(view, fact, expected)


def foreign_label(view: RecordView) -> Iterator[Fault | Gap]:
    """Find labels in another language than the record's, in which the concept has one."""
    for fact, expected in _fits(view, {"foreign"}):
        yield _renamed(view, fact, expected)


def suggested_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find free keywords that one concept of the shared lists has as label, or nearly so."""
    for fact, candidates, how in _suggested(view):
        if len(candidates) == 1 or how == "fuzzy":
            edits = cite(view, fact.element, candidates[0], _label(view, candidates[0], fact, how))
            yield Fault(
                element=fact.element,
                value=fact.given,
                expected=tuple(shown_term(view, uri) for uri in candidates),
                edits=edits,
                safe=how == "exact" and bool(edits),
            )


def ambiguous_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find keywords that are the label of several concepts; none is chosen."""
    for fact, candidates, how in _suggested(view):
        if len(candidates) > 1 and how != "fuzzy":
            shown = tuple(shown_term(view, uri) for uri in candidates)
            yield Fault(element=fact.element, value=fact.given, expected=shown)


def _fits(view: RecordView, wanted: set[str]) -> Iterator[tuple[Fact, str]]:
    for node in view.facts.nodes("Keyword"):
        expected = {fact.element: text_of(fact.object) for fact in view.facts.facts(node, "expectedLabel")}
        for fact in view.facts.facts(node, "labelFit"):
            if text_of(fact.object) in wanted:
                yield fact, expected.get(fact.element, "")


def _renamed(view: RecordView, fact: Fact, label: str) -> Fault:
    edits = (Edit(view.graph.source_map.xpath(fact.element), Action.REPLACE, label),) if label else ()
    return Fault(element=fact.element, value=fact.given, expected=(label,) if label else (), edits=edits)


def _suggested(view: RecordView) -> Iterator[tuple[Fact, list[str], str]]:
    for node in view.facts.nodes("Keyword"):
        candidates = view.facts.texts(node, "suggestion")
        for status in view.facts.facts(node, "termStatus") if candidates else ():
            if text_of(status.object) in {"free", "ambiguous"}:
                yield status, candidates, view.facts.text(node, "matchKind")


def _label(view: RecordView, uri: str, fact: Fact, how: str) -> str:
    return view.facts.text(uri, "prefLabel") if how == "fuzzy" else fact.given
