"""FAIR indicators that are counted, and one that cannot be judged without the network."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.constraint import Message
from vocabsvc.model.fair import KeywordShare
from vocabsvc.model.record import FactIndex, text_of

_ENOUGH = 0.5
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_TRIED: Message = {
    "en": "This check did not try whether the identifiers and addresses answer.",
    "fr": "Ce contrôle n’a pas vérifié si les identifiants et adresses répondent.",
}
_NOT_LOOKED_UP: Message = {
    "en": "{value} of the keywords have an address or code; the others were not looked up, no vocabulary is loaded.",
    "fr": "{value} des mots-clés ont une adresse ou un code\u00a0; les autres n’ont pas été cherchés.",
}


def keyword_share(facts: FactIndex) -> KeywordShare:
    """Return how many keywords lead to a term: by an address, by a code, or as something that was found."""
    keywords = list(dict.fromkeys(facts.nodes("Keyword")))
    return KeywordShare(sum(map(bool, (_leads(facts, node) for node in keywords))), len(keywords))


def few_linked_keywords(view: RecordView) -> Iterator[Fault | Gap]:
    """Find resources of which less than half of the keywords lead to a term.

    Keywords that only cite a thesaurus lead to one where it is loaded; where none is, nobody knows.
    """
    share = keyword_share(view.facts)
    if not share.total or share.linked >= _ENOUGH * share.total:
        return
    elements = view.facts.elements
    looked_up = any(view.facts.texts(node, "loaded") for node in view.facts.nodes("Record"))
    by_name = any(view.facts.texts(group, "thesaurusTitle") for group in view.facts.nodes("KeywordGroup"))
    shown = f"{share.linked} / {share.total}"
    for resource in view.facts.nodes("Resource")[:1]:
        if by_name and not looked_up:
            yield Gap(elements[resource], _NOT_LOOKED_UP, shown)
        else:
            yield Fault(element=elements[resource], value=shown)


def untried_addresses(view: RecordView) -> Iterator[Gap]:
    """Yield one gap for a record with addresses, at the first of them."""
    for kind, name in (("Resource", "persistentId"), ("Resource", "resourceId"), ("OnlineResource", "linkage")):
        for node in view.facts.nodes(kind):
            for fact in view.facts.facts(node, name):
                if _WEB.match(text_of(fact.object)):
                    yield Gap(fact.element, _NOT_TRIED)
                    return


def _leads(facts: FactIndex, keyword: str) -> list[str]:
    return [text for name in ("uri", "code", "concept") for text in facts.texts(keyword, name)]
