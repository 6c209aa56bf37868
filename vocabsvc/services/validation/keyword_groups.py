"""Groups of keywords: which thesaurus they cite, and whether their type is that of its terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vocabsvc.model.record import Fact, FactIndex, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.services.validation.known_thesauri import KnownThesauri, Thesaurus
from vocabsvc.services.validation.term_facts import flag, said
from vocabsvc.services.validation.term_kinds import fits_type, kind_of, kind_of_type, type_for

_NO_THESAURUS = frozenset(
    {"", "none", "n/a", "na", "default", "keywords", "free", "mots clés", "mots-clés", "...", "-"}
)
"""Titles, in small letters, that say that there is no thesaurus."""


@dataclass(frozen=True, slots=True)
class KeywordGroup:
    """A group of keywords: its thesaurus, whether one is cited at all and by address, the kind that its type tells.

    ``language`` is that of the record, as ISO 639-1 or ``""``.
    """

    node: str
    thesaurus: Thesaurus | None
    cites: bool
    addressed: bool
    kind: str
    language: str


def read_group(index: FactIndex, node: str, language: str, thesauri: KnownThesauri) -> KeywordGroup:
    """Return what a group says of itself."""
    citations = index.texts(node, "thesaurus")
    titles = [*index.texts(node, "thesaurusTitle")]
    titles += (title for citation in citations for title in index.texts(citation, "citedAlternateTitle"))
    addresses = [
        text
        for citation in citations
        for name in ("thesaurusUri", "thesaurusIdentifier")
        for text in index.texts(citation, name)
    ]
    cites = bool(addresses) or any(title.strip().lower() not in _NO_THESAURUS for title in titles)
    types = index.texts(node, "keywordType")
    return KeywordGroup(
        node,
        thesauri.recognised(addresses, titles),
        cites,
        thesauri.recognised(addresses, ()) is not None,
        next(filter(None, map(kind_of_type, types)), ""),
        language,
    )


def thesaurus_facts(index: FactIndex, group: KeywordGroup, thesauri: KnownThesauri) -> Iterator[Fact]:
    """Say how a thesaurus is known, and which it is."""
    titles = index.facts(group.node, "thesaurusTitle")
    thesaurus = group.thesaurus
    for title in titles[:1]:
        given = text_of(title.object)
        if thesaurus is None:
            if group.cites:
                yield said(group.node, "recognised", Literal("no"), title, given)
            continue
        yield said(group.node, "recognised", Literal("address" if group.addressed else "title"), title, given)
        yield said(group.node, "scheme", Literal(thesaurus.id), title, given)
        if thesaurus.vocabulary is not None:
            yield said(group.node, "schemeUri", thesaurus.vocabulary.uri, title, given)
        named = thesauri.by_title(given)
        if named is not None and named.id != thesaurus.id:
            yield said(group.node, "titleScheme", Literal(named.id), title, given)


def type_facts(index: FactIndex, group: KeywordGroup, kinds: Iterable[str]) -> Iterator[Fact]:
    """Say whether the type of a group fits its thesaurus, or else the terms that it cites where they are of a kind."""
    if group.thesaurus is not None:
        kinds = (kind_of(group.thesaurus.id),)
    found = set(kinds)
    kind = found.pop() if len(found) == 1 and (group.thesaurus or not group.cites) else ""
    for fact in index.facts(group.node, "keywordType")[:1]:
        given = text_of(fact.object)
        if kind and not fits_type(kind, given):
            yield said(group.node, "typeFits", flag(value=False), fact, given)
            yield said(group.node, "expectedType", Literal(type_for(kind)), fact, given)
