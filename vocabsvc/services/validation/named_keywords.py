"""Keywords that are a text alone: terms of the thesaurus that their group cites, or free."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from vocabsvc.formats.packed_keyword import possible_parts
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.cited_keywords import CitedKeywords
from vocabsvc.services.validation.keyword_groups import KeywordGroup
from vocabsvc.services.validation.label_fit import Fit, fit_label
from vocabsvc.services.validation.loaded_terms import LoadedTerms, is_whole
from vocabsvc.services.validation.record_language import tag_of
from vocabsvc.services.validation.term_facts import (
    MOST_CANDIDATES,
    describe,
    relation_facts,
    said,
    successor_facts,
)
from vocabsvc.services.validation.term_kinds import kind_of


class Suggestions(Protocol):
    """Finds what a keyword that cites nothing may mean."""

    def of(self, label: str, kind: str, language: str, *, thorough: bool = True) -> tuple[Iterable[Concept], str]:
        """Return candidates, the likeliest first, and how they were found: exact, alternative or fuzzy."""

    def near(self, label: str, vocabulary: str) -> Iterable[Concept]:
        """Return the concepts of one vocabulary with a label that is spelt alike."""


class NamedKeywords:
    """Says what is known of a keyword by its text."""

    def __init__(self, terms: LoadedTerms, suggestions: Suggestions, cited: CitedKeywords) -> None:
        self._terms = terms
        self._suggestions = suggestions
        self._cited = cited

    def facts(self, group: KeywordGroup, node: str, label: Fact, *, thorough: bool) -> Iterator[Fact]:
        """Return facts about the keyword ``node``, whose text stands in the fact ``label``.

        ``thorough`` is to look for what is spelt alike and for parts, too, which takes some milliseconds.
        """
        text = text_of(label.object)
        home = group.thesaurus.vocabulary if group.thesaurus else None
        if home is not None:
            yield from self._listed(group, home, node, label, thorough=thorough)
            return
        if group.cites:
            yield said(node, "termStatus", Literal("outside"), label, text)
            return
        yield said(node, "termStatus", Literal("free"), label, text)
        if group.kind == "project":
            yield from self._project_facts(group, node, label)
            return
        found, how = self._suggestions.of(text, group.kind, group.language, thorough=thorough)
        if thorough and not found:
            yield from self._part_facts(node, label)
        for concept in found:
            yield said(node, "matchKind", Literal(how), label, text)
            yield from describe(node, "suggestion", concept, label, group.language)

    def _project_facts(self, group: KeywordGroup, node: str, label: Fact) -> Iterator[Fact]:
        text = text_of(label.object)
        for ref in self._terms.labelled(text, "EDMERP")[:MOST_CANDIDATES]:
            concept = self._terms.concept(ref.uri)
            if concept is not None and (text.isupper() or fit_label(text, "", concept).preferred):
                yield from describe(node, "namedProject", concept, label, group.language)

    def _part_facts(self, node: str, label: Fact) -> Iterator[Fact]:
        for part in possible_parts(text_of(label.object)):
            if any(self._is_shared(ref.vocabulary) for ref in self._terms.labelled(part)):
                yield said(node, "knownPart", Literal(part), label)

    def _is_shared(self, name: str) -> bool:
        vocabulary = self._terms.vocabulary(name)
        return vocabulary is not None and not vocabulary.auxiliary

    def _listed(
        self, group: KeywordGroup, home: Vocabulary, node: str, label: Fact, *, thorough: bool
    ) -> Iterator[Fact]:
        """Say which term of the cited thesaurus a keyword is by its label."""
        text = text_of(label.object)
        found = [concept for ref in self._terms.labelled(text, home.id) if (concept := self._terms.concept(ref.uri))]
        current = [concept for concept in found if concept.status is Status.CURRENT] or found
        kind = kind_of(home.id)
        if len(current) == 1:
            (concept,) = current
            if kind:
                yield said(node, "termKind", Literal(kind), label, text)
            yield said(node, "termStatus", Literal(concept.status.value), label, text)
            yield from describe(node, "concept", concept, label, group.language)
            if fit_label(text, group.language, concept).fit is Fit.FOREIGN:
                yield from self._cited.label_facts(group, node, concept, label)
            yield from relation_facts(self._terms, concept, label, group.language)
            if concept.status is Status.DEPRECATED:
                yield from successor_facts(self._terms, node, concept, label, group.language)
            return
        spoken = {tag_of(one) for one in home.languages}
        near = current or (self._suggestions.near(text, home.id) if thorough else ())
        if thorough and not current:
            yield from self._part_facts(node, label)
        tells = is_whole(home) and (group.language in spoken or bool(near))
        status = "ambiguous" if current else "unlisted" if tells else "untold"
        yield said(node, "termStatus", Literal(status), label, text)
        for concept in near:
            yield from describe(node, "suggestion", concept, label, group.language)
