"""Checks on keywords against the vocabularies that are loaded: known, current, cited by address, of their thesaurus."""

from collections.abc import Iterator

from vocabsvc.checks.records.term_edits import cite
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.folding import fold_words
from vocabsvc.model.record import Fact, text_of

_NOT_LOADED: Message = {
    "en": "The cited vocabulary is not loaded, or not wholly: the term was not looked up.",
    "fr": "Le vocabulaire cité n’est pas chargé, ou pas en entier : le terme n’a pas été recherché.",
}
_DATES = {"Record": ("metadataDateLatest", "metadataOtherDateLatest"), "Resource": ("publicationLatest",)}


def unknown_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find addresses of no concept, in an edition that is not older than the record; or what nobody can look up."""
    newest = _record_date(view)
    for node, status, found in _keywords(view):
        if status is None:
            for cited in (*view.facts.facts(node, "uri"), *view.facts.facts(node, "code"))[:1]:
                yield Gap(cited.element, _NOT_LOADED)
        elif found == "outside" and status.attribute:
            yield Gap(status.element, _NOT_LOADED)
        elif found == "unknown" and newest <= view.facts.text(node, "editionDate"):
            yield _at(view, status, view.facts.texts(node, "suggestion"))


def unknown_newer_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find addresses of no concept in an edition that is older than the record, or has no date."""
    newest = _record_date(view)
    for node, status, found in _keywords(view):
        if status is not None and found == "unknown" and newest > view.facts.text(node, "editionDate"):
            yield _at(view, status, view.facts.texts(node, "suggestion"))


def deprecated_term(view: RecordView) -> Iterator[Fault | Gap]:
    """Find deprecated concepts, and say what stands in for them; that is sure where one is stated."""
    for node, status, found in _keywords(view):
        if status is not None and found == "deprecated":
            stated = view.facts.texts(node, "successor")
            yield _at(view, status, stated or view.facts.texts(node, "equivalent"), safe=len(stated) == 1)


def not_in_thesaurus(view: RecordView) -> Iterator[Fault | Gap]:
    """Find concepts of another vocabulary than the one that the group cites."""
    for node in view.facts.nodes("Keyword"):
        for fact in view.facts.facts(node, "inThesaurus"):
            if text_of(fact.object) == "false":
                concept = view.facts.text(node, "concept")
                yield Fault(element=fact.element, value=fact.given, expected=(view.facts.text(concept, "scheme"),))


def not_listed(view: RecordView) -> Iterator[Fault | Gap]:
    """Find keywords without address that are no label in the thesaurus that their group cites."""
    for node, status, found in _keywords(view):
        if status is not None and found == "unlisted":
            yield _at(view, status, view.facts.texts(node, "suggestion"))
        elif status is not None and not status.attribute and found in {"untold", "outside"}:
            yield Gap(status.element, _NOT_LOADED)


def without_address(view: RecordView) -> Iterator[Fault | Gap]:
    """Find keywords of an ISO record that are known by their label alone; that is sure for a preferred label."""
    written = {*view.facts.nodes("IsoKeyword")}
    for node, status, found in _keywords(view):
        if status is not None and found == "current" and not status.attribute and node in written:
            concept = view.facts.text(node, "concept")
            safe = fold_words(status.given) == fold_words(view.facts.text(concept, "prefLabel"))
            yield _at(view, status, [concept], safe=safe, as_written=True)


def shown_term(view: RecordView, uri: str) -> str:
    """Return a concept as results show it: label, vocabulary and address."""
    scheme = view.facts.text(uri, "scheme")
    return " ".join(filter(None, (view.facts.text(uri, "prefLabel"), f"({scheme})" if scheme else "", f"<{uri}>")))


def _keywords(view: RecordView) -> Iterator[tuple[str, Fact | None, str]]:
    for node in view.facts.nodes("Keyword"):
        status = next(iter(view.facts.facts(node, "termStatus")), None)
        yield node, status, text_of(status.object) if status else ""


def _at(
    view: RecordView, status: Fact, candidates: list[str], *, safe: bool = False, as_written: bool = False
) -> Fault:
    """Return a fault that offers concepts; where there is one, with the edits that cite it."""
    label = status.given if as_written else view.facts.text(candidates[0], "prefLabel") if candidates else ""
    edits = cite(view, status.element, candidates[0], label) if len(candidates) == 1 else ()
    shown = tuple(shown_term(view, uri) for uri in candidates)
    return Fault(element=status.element, value=status.given, expected=shown, edits=edits, safe=safe and bool(edits))


def _record_date(view: RecordView) -> str:
    """Return the newest date that a record gives of itself, ISO 8601, ``""`` for none."""
    nodes = ((node, name) for kind, names in _DATES.items() for node in view.facts.nodes(kind) for name in names)
    return max((text for node, name in nodes for text in view.facts.texts(node, name)), default="")
