"""SKO-05."""

from collections.abc import Iterator

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView

NO_DEFINITION = {
    "en": "a concept has no definition",
    "fr": "un concept n’a pas de définition",
}
NO_DEFINITIONS = {
    "en": "no concept has a definition",
    "fr": "aucun concept n’a de définition",
}


def missing_definition(view: VocabularyView) -> Iterator[Fault]:
    """A concept has no definition.

    What it checks:
        Every concept has a skos:definition. A vocabulary that defines nothing gets one finding, not one for
        each concept.

    Why it matters:
        A label is a name. Whether a temperature is in situ or potential, and in which scale, is what a
        definition says.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en .

    References:
        VocPub profile, 2.2.01
        qSKOS: undocumented concepts
    """
    if view.concepts and not any(concept.definitions for concept in view.concepts):
        yield Fault(NO_DEFINITIONS)
        return
    for concept in view.concepts:
        if not concept.definitions:
            yield Fault(NO_DEFINITION, concept.uri)
