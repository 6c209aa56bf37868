"""What is known of the concepts that the annotations of an EML record cite."""

from collections.abc import Iterable

from vocabsvc.model.concept import Status
from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.services.validation.label_fit import Fit, fit_label
from vocabsvc.services.validation.loaded_terms import LoadedTerms, is_whole
from vocabsvc.services.validation.record_language import language_of
from vocabsvc.services.validation.term_facts import describe, said, successor_facts


class AnnotationFacts:
    """A ``FactSource`` about the values of annotations."""

    def __init__(self, terms: LoadedTerms) -> None:
        self._terms = terms

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return the concept of each value, its status and whether the label that is given is one of its."""
        language = language_of(index)
        for node in index.nodes("Annotation"):
            for fact in index.facts(node, "valueUri"):
                given = text_of(fact.object)
                concept = self._terms.cited(given)
                if concept is None:
                    home = self._terms.home(given)
                    unknown = home is not None and is_whole(home)
                    yield said(node, "termStatus", Literal("unknown" if unknown else "outside"), fact, given)
                    continue
                yield said(node, "termStatus", Literal(concept.status.value), fact, given)
                yield from describe(node, "concept", concept, fact, language)
                if concept.status is Status.DEPRECATED:
                    yield from successor_facts(self._terms, node, concept, fact, language)
                for label in index.facts(node, "valueLabel"):
                    found = fit_label(text_of(label.object), language or "en", concept)
                    yield said(node, "labelFit", Literal(found.fit.value), label, text_of(label.object))
                    if found.fit is not Fit.LABEL:
                        yield said(node, "expectedLabel", Literal(found.expected), label)
