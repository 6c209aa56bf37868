"""Keywords that cite a concept by address or code."""

from collections.abc import Iterator

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.record import Fact, FactIndex, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.keyword_groups import KeywordGroup
from vocabsvc.services.validation.known_thesauri import nvs_vocabulary
from vocabsvc.services.validation.label_fit import Fit, fit_label
from vocabsvc.services.validation.loaded_terms import LoadedTerms, is_whole
from vocabsvc.services.validation.record_language import tag_of
from vocabsvc.services.validation.term_facts import describe, flag, relation_facts, said, successor_facts
from vocabsvc.services.validation.term_kinds import kind_of

_NAMESAKES = 3
_WITH_LABELS = frozenset({"inspire-themes", "EDMERP", "C16"})
"""Lists apart from the shared ones whose labels are the publisher's."""


class CitedKeywords:
    """Says what is known of the concept that a keyword cites."""

    def __init__(self, terms: LoadedTerms) -> None:
        self._terms = terms

    def facts(self, index: FactIndex, group: KeywordGroup, node: str, where: Fact, citation: str) -> Iterator[Fact]:
        """Return facts about the keyword ``node``, which cites ``citation`` in the fact ``where``."""
        given = text_of(where.object)
        concept = self._terms.cited(citation)
        labels = index.facts(node, "label")[:1]
        kind = kind_of(concept.vocabulary if concept else nvs_vocabulary(citation))
        if kind:
            yield said(node, "termKind", Literal(kind), where, given)
        if concept is None:
            yield from self._unknown(group, node, where, citation, labels)
            return
        yield said(node, "termStatus", Literal(concept.status.value), where, given)
        yield from describe(node, "concept", concept, where, group.language)
        yield from relation_facts(self._terms, concept, where, group.language)
        if concept.status is Status.DEPRECATED:
            yield from successor_facts(self._terms, node, concept, where, group.language)
        if group.thesaurus is not None and group.thesaurus.vocabulary is not None:
            yield said(node, "inThesaurus", flag(value=_is_in(concept, group.thesaurus.vocabulary)), where, given)
        for label in (*labels, *index.facts(node, "labelTranslation")) if self._has_its_labels(concept) else ():
            yield from self.label_facts(group, node, concept, label)

    def label_facts(self, group: KeywordGroup, node: str, concept: Concept, label: Fact) -> Iterator[Fact]:
        """Say whether a text of the keyword is a label of the concept, and which one should stand there instead."""
        text = text_of(label.object)
        lang = label.object.lang if isinstance(label.object, Literal) and label.object.lang else group.language
        found = fit_label(text, tag_of(lang), concept)
        if found.fit is Fit.MEANT and group.cites and group.thesaurus is None:
            return  # another thesaurus may have names of its own for the concepts of this one
        fit = Fit.LABEL if found.fit is Fit.UNKNOWN and self._is_translation(text, concept) else found.fit
        if text:
            yield said(node, "labelFit", Literal(fit.value), label, text)
        if text and fit is not Fit.LABEL:
            yield said(node, "expectedLabel", Literal(found.expected), label, text)

    def _is_translation(self, text: str, concept: Concept) -> bool:
        """Tell whether the text is a label of a concept of another vocabulary that is the same or near."""
        others = (self._terms.concept(ref.uri) for ref in self._terms.labelled(text))
        return any(link.target == concept.uri for one in others if one is not None for link in one.links)

    def _has_its_labels(self, concept: Concept) -> bool:
        """Tell whether a concept comes with the labels of its publisher: those of some lists are ours."""
        vocabulary = self._terms.vocabulary(concept.vocabulary)
        return vocabulary is None or not vocabulary.auxiliary or vocabulary.id in _WITH_LABELS

    def _unknown(
        self, group: KeywordGroup, node: str, where: Fact, citation: str, labels: list[Fact]
    ) -> Iterator[Fact]:
        """Say whether a vocabulary is loaded that should have the term, and which of its terms have the label."""
        home = self._terms.home(citation)
        known = home is not None and is_whole(home)
        yield said(node, "termStatus", Literal("unknown" if known else "outside"), where, text_of(where.object))
        if home is None or not known:
            return
        yield said(node, "editionDate", Literal(home.date), where)
        for label in labels:
            for ref in self._terms.labelled(text_of(label.object), home.id)[:_NAMESAKES]:
                concept = self._terms.concept(ref.uri)
                if concept is not None:
                    yield from describe(node, "suggestion", concept, where, group.language)


def _is_in(concept: Concept, thesaurus: Vocabulary) -> bool:
    return concept.vocabulary == thesaurus.id or thesaurus.uri in concept.collections
