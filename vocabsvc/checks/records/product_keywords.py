"""Has a Copernicus Marine product the groups of keywords by which its catalogue is searched?"""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, Find, RecordView


def lacking_group(*names: str) -> Find:
    """Return the check that some group has one of ``names`` as its type, or in its thesaurus, in small letters only."""

    def find(view: RecordView) -> Iterator[Fault]:
        elements = view.facts.elements
        for resource in (*view.facts.nodes("Dataset"), *view.facts.nodes("Series")):
            said = (one for group in view.facts.texts(resource, "keywordGroup") for one in _names(view, group))
            if not any(name in folded for folded in said for name in names):
                yield Fault(element=elements[resource])

    return find


def _names(view: RecordView, group: str) -> Iterator[str]:
    if not view.facts.texts(group, "keyword"):
        return
    texts = [*view.facts.texts(group, "keywordType"), *view.facts.texts(group, "thesaurusTitle")]
    for citation in view.facts.texts(group, "thesaurus"):
        texts += [*view.facts.texts(citation, "uri"), *view.facts.texts(citation, "identifier")]
    for text in texts:
        yield re.sub(r"[^a-z]", "", text.lower())
