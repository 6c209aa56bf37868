"""Checks on the thesauri that groups of keywords cite."""

from collections.abc import Iterator

from vocabsvc.checks.records.term_edits import cite
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.folding import fold_words
from vocabsvc.model.record import text_of

_NOT_KNOWN: Message = {
    "en": "The cited thesaurus is not one that is known here: its terms were not looked up.",
    "fr": "Le thésaurus cité n’est pas de ceux qui sont connus ici : ses termes n’ont pas été recherchés.",
}

_BY_TITLE = "inspire-themes"


def cited_by_title(view: RecordView) -> Iterator[Fault | Gap]:
    """Find known thesauri that are cited without address, and cited ones that are not known.

    How the INSPIRE themes are cited is prescribed: by title and date.
    """
    groups = {*view.facts.nodes("IsoKeywordGroup")}
    for node in view.facts.nodes("KeywordGroup"):
        for fact in view.facts.facts(node, "recognised"):
            if text_of(fact.object) == "no":
                yield Gap(fact.element, _NOT_KNOWN)
            uri = "" if view.facts.text(node, "scheme") == _BY_TITLE else view.facts.text(node, "schemeUri")
            linked = any(view.facts.texts(citation, "thesaurusUri") for citation in view.facts.texts(node, "thesaurus"))
            if text_of(fact.object) == "title" and uri and node in groups and not linked:
                edits = cite(view, fact.element, uri, fact.given)
                yield Fault(element=fact.element, value=fact.given, expected=(uri,), edits=edits, safe=bool(edits))


def title_of_another(view: RecordView) -> Iterator[Fault | Gap]:
    """Find citations whose title means another vocabulary than their address."""
    for node in view.facts.nodes("KeywordGroup"):
        for fact in view.facts.facts(node, "titleScheme"):
            yield Fault(element=fact.element, value=text_of(fact.object), expected=(view.facts.text(node, "scheme"),))


def split_group(view: RecordView) -> Iterator[Fault | Gap]:
    """Find a second group of the same type that cites the same thesaurus of the same date."""
    elements = view.facts.elements
    for resource in view.facts.nodes("IsoResource"):
        seen: set[tuple[str, ...]] = set()
        for group in dict.fromkeys(view.facts.texts(resource, "keywordGroup")):
            titles = view.facts.texts(group, "thesaurusTitle")
            for citation in view.facts.texts(group, "thesaurus")[:1] if titles and titles[0] else ():
                dates = (
                    text
                    for date in view.facts.texts(citation, "thesaurusDate")
                    for text in view.facts.texts(date, "issued")
                )
                key = (" ".join(fold_words(titles[0])), view.facts.text(group, "keywordType"), *sorted(dates))
                if key in seen:
                    yield Fault(element=elements[group], value=titles[0])
                seen.add(key)
