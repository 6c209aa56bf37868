"""Checks that a record cites some parameter, platform, instrument, sea area or project."""

from collections.abc import Iterator

from vocabsvc.checks.records.keyword_terms import shown_term
from vocabsvc.checks.records.term_edits import cite
from vocabsvc.checks.records.view import Fault, Find, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.record import text_of

_NOT_LOADED: Message = {
    "en": "The vocabularies for this are not loaded: the keywords were not looked up.",
    "fr": "Les vocabulaires nécessaires ne sont pas chargés : les mots-clés n’ont pas été recherchés.",
}
_PROJECTS = "EDMERP"


def lacking(kind: str, *vocabularies: str) -> Find:
    """Return the check that a dataset has a keyword of a kind; all of the vocabularies are needed to tell."""

    def find(view: RecordView) -> Iterator[Fault | Gap]:
        elements = view.facts.elements
        for resource in _datasets(view):
            if kind in _kinds(view, resource):
                continue
            if set(vocabularies) <= _loaded(view):
                yield Fault(element=elements[resource])
            else:
                yield Gap(elements[resource], _NOT_LOADED)

    return find


def uncited_project(view: RecordView) -> Iterator[Fault | Gap]:
    """Find keywords of the type project that cite none, though EDMERP has projects of that name."""
    for group in view.facts.nodes("IsoKeywordGroup"):
        if view.facts.text(group, "keywordType").lower() != "project":
            continue
        for node in view.facts.texts(group, "keyword"):
            if view.facts.texts(node, "uri") or view.facts.texts(node, "code") or view.facts.texts(node, "concept"):
                continue
            for label in view.facts.facts(node, "label"):
                if _PROJECTS not in _loaded(view):
                    yield Gap(label.element, _NOT_LOADED)
                    continue
                found = view.facts.texts(node, "namedProject")
                edits = cite(view, label.element, found[0], text_of(label.object)) if len(found) == 1 else ()
                shown = tuple(shown_term(view, uri) for uri in found)
                if found:
                    yield Fault(element=label.element, value=text_of(label.object), expected=shown, edits=edits)


def _datasets(view: RecordView) -> Iterator[str]:
    for kind in ("Dataset", "Series", "EmlDataset"):
        yield from view.facts.nodes(kind)


def _kinds(view: RecordView, resource: str) -> set[str]:
    groups = view.facts.texts(resource, "keywordGroup")
    nodes = (node for group in groups for node in view.facts.texts(group, "keyword"))
    return {kind for node in nodes for kind in view.facts.texts(node, "termKind")}


def _loaded(view: RecordView) -> set[str]:
    return {name for node in view.facts.nodes("Record") for name in view.facts.texts(node, "loaded")}
