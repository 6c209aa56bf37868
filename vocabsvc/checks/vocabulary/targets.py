"""What links of concepts lead to: SKO-12, SKO-14."""

from collections.abc import Iterator

from vocabsvc.checks.check import Gap
from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.concept import Status
from vocabsvc.namespaces import DCTERMS

UNEXPLAINED = {
    "en": "a deprecated concept has neither a successor nor a note",
    "fr": "un concept obsolète n’a ni successeur ni note",
}
LEADS_TO_DEPRECATED = {
    "en": "a current concept has a link to a deprecated one",
    "fr": "un concept en vigueur a un lien vers un concept obsolète",
}
LEADS_NOWHERE = {
    "en": "a link leads to a concept that does not exist",
    "fr": "un lien mène à un concept qui n’existe pas",
}


def unexplained_deprecation(view: VocabularyView) -> Iterator[Fault | Gap]:
    """A deprecated concept leaves its users alone, or is still linked from a current one.

    What it checks:
        A deprecated concept has a successor (dcterms:isReplacedBy) or a note, and no current concept of the
        vocabulary has a link to a deprecated one, here or in another loaded vocabulary, other than
        dcterms:replaces.

    Why it matters:
        Records that use the concept have to be corrected, and their editors must know to what.

    Example:
        :heat a skos:Concept ; skos:inScheme : ; skos:prefLabel "Heat"@en ; owl:deprecated true .

    References:
        OWL 2, deprecation: https://www.w3.org/TR/owl2-syntax/#Annotation_Properties
    """
    for concept in view.concepts:
        explained = concept.replaced_by or concept.uri in view.statements.noted
        if concept.status is Status.DEPRECATED and not explained:
            yield Fault(UNEXPLAINED, concept.uri)
    for concept, link in view.links:
        by_right = concept.status is Status.DEPRECATED or link.predicate == f"{DCTERMS}replaces"
        if not by_right and view.status(link.target) is Status.DEPRECATED:
            yield Fault(LEADS_TO_DEPRECATED, concept.uri, link.target)
    yield from _unjudged(view)


def unknown_target(view: VocabularyView) -> Iterator[Fault | Gap]:
    """A link leads to a concept that does not exist.

    What it checks:
        Where a link leads into the namespace of a loaded vocabulary, that vocabulary has the concept. Links
        to vocabularies that are not loaded are counted as not assessed; rdfs:seeAlso may lead anywhere.

    Why it matters:
        The link is shown and cannot be followed. Often the code is misspelt, or one of the two vocabularies
        is an older edition.

    Example:
        :sea a skos:Concept ; skos:inScheme : ; skos:prefLabel "Sea"@en ; skos:broader :oceann .

    References:
        VocPub profile, broader and narrower must be concepts
    """
    for concept, link in view.links:
        if view.status(link.target) is None and view.may_judge(link.target):
            yield Fault(LEADS_NOWHERE, concept.uri, link.target)
    yield from _unjudged(view)


def _unjudged(view: VocabularyView) -> Iterator[Gap]:
    if view.unjudged_links:
        yield Gap(
            {
                "en": f"links to concepts of vocabularies that are not loaded: {view.unjudged_links}",
                "fr": f"liens vers des concepts de vocabulaires qui ne sont pas chargés : {view.unjudged_links}",
            }
        )
