"""Checks on units of measure, and on the terms that annotations cite."""

from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.keyword_terms import shown_term
from vocabsvc.checks.records.view import Fault, Find, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.record import text_of

_NOT_LOADED: Message = {
    "en": "The units of P06 are not loaded: the unit was not looked up.",
    "fr": "Les unités de P06 ne sont pas chargées : l’unité n’a pas été recherchée.",
}


def unknown_unit(kind: str, name: str) -> Find:
    """Return the check that the units are known which nodes of a class name by a property."""

    def find(view: RecordView) -> Iterator[Fault | Gap]:
        for node in view.facts.nodes(kind):
            for fact in view.facts.facts(node, name):
                known = view.facts.text(node, "unitKnown")
                if known == "false":
                    yield Fault(element=fact.element, value=text_of(fact.object))
                elif not known and text_of(fact.object):
                    yield Gap(fact.element, _NOT_LOADED)

    return find


def unit_of_other_quantity(view: RecordView) -> Iterator[Fault | Gap]:
    """Find units of another kind than those of the parameter that an attribute or sample dimension cites."""
    for node in (*view.facts.nodes("Attribute"), *view.facts.nodes("SampleDimension")):
        for fact in view.facts.facts(node, "unitFits"):
            shown = tuple(shown_term(view, uri) for uri in view.facts.texts(node, "expectedUnit"))
            yield Fault(element=fact.element, value=fact.given, expected=shown)


def annotated_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find annotations with a term that is deprecated, or that its vocabulary does not have."""
    for node in view.facts.nodes("Annotation"):
        for fact in view.facts.facts(node, "termStatus"):
            if text_of(fact.object) not in {"deprecated", "unknown"}:
                continue
            stated = view.facts.texts(node, "successor")
            after = stated or view.facts.texts(node, "equivalent")
            edits = (replacement(view, fact, after[0]),) if len(after) == 1 else ()
            shown = tuple(shown_term(view, uri) for uri in after)
            yield Fault(element=fact.element, value=fact.given, expected=shown, edits=edits)


def annotated_label(view: RecordView) -> Iterator[Fault | Gap]:
    """Find annotations whose label is none of the term that they cite."""
    for node in view.facts.nodes("Annotation"):
        expected = view.facts.text(node, "expectedLabel")
        for fact in view.facts.facts(node, "labelFit"):
            if text_of(fact.object) in {"meant", "other"} and expected:
                edits = (replacement(view, fact, expected),)
                yield Fault(element=fact.element, value=fact.given, expected=(expected,), edits=edits)
