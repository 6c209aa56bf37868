"""The scheme or collection and how concepts stand in it: SKO-06, SKO-15."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.findings import Message
from vocabsvc.model.vocabulary import Vocabulary

IN_NO_SCHEME = {
    "en": "a concept is in no scheme or collection of its file",
    "fr": "un concept n’est dans aucun schéma ni aucune collection de son fichier",
}
TOP_WITH_BROADER = {
    "en": "a top concept has a broader concept in the same scheme",
    "fr": "un concept de tête a un concept plus général dans le même schéma",
}
NO_TOP_CONCEPT = {
    "en": "a scheme with a hierarchy names no top concept",
    "fr": "un schéma hiérarchique ne désigne aucun concept de tête",
}


@dataclass(frozen=True, slots=True)
class _Slot:
    """Something that a vocabulary says of itself, by ``vocabulary.toml`` or one of ``properties`` (local names)."""

    missing: Message
    described: Callable[[Vocabulary], object]
    properties: frozenset[str]


SLOTS = (
    _Slot(
        {"en": "the vocabulary has no title", "fr": "le vocabulaire n’a pas de titre"},
        lambda vocabulary: vocabulary.titles,
        frozenset(),
    ),
    _Slot(
        {"en": "the vocabulary names no creator", "fr": "le vocabulaire ne nomme pas son auteur"},
        lambda _: "",  # vocabulary.toml has no place for it
        frozenset({"creator"}),
    ),
    _Slot(
        {"en": "the vocabulary names no publisher", "fr": "le vocabulaire ne nomme pas son éditeur"},
        lambda vocabulary: vocabulary.publisher,
        frozenset({"publisher"}),
    ),
    _Slot(
        {"en": "the vocabulary has no date", "fr": "le vocabulaire n’est pas daté"},
        lambda vocabulary: vocabulary.date,
        frozenset({"created", "date", "issued", "modified"}),
    ),
    _Slot(
        {"en": "the vocabulary states no licence", "fr": "le vocabulaire n’indique pas de licence"},
        lambda vocabulary: vocabulary.licence,
        frozenset({"licence", "license", "rights"}),
    ),
    _Slot(
        {"en": "the vocabulary states no version", "fr": "le vocabulaire n’indique pas de version"},
        lambda vocabulary: vocabulary.edition,
        frozenset({"hasVersion", "version", "versionIRI", "versionInfo"}),
    ),
)


def inconsistent_scheme(view: VocabularyView) -> Iterator[Fault]:
    """A concept stands outside the scheme, or top concepts and hierarchy disagree.

    What it checks:
        In a file that declares schemes or collections, every concept is in one of them (skos:inScheme,
        skos:topConceptOf, skos:hasTopConcept or skos:member). A top concept has no broader one in its scheme,
        and a scheme whose concepts form a hierarchy names its top concepts.

    Why it matters:
        What stands outside is not found by those who walk the vocabulary from its scheme, and a tree is
        opened at its top concepts.

    Example:
        :ocean a skos:Concept ; skos:topConceptOf : ; skos:prefLabel "Ocean"@en .
        :sea a skos:Concept ; skos:topConceptOf : ; skos:prefLabel "Sea"@en ; skos:broader :ocean .

    References:
        SKOS Reference, §4.6.3: https://www.w3.org/TR/skos-reference/#schemes
        VocPub profile, 2.1.09
        qSKOS: omitted top concepts, top concepts having broader concepts
    """
    statements = view.statements
    declared = {*statements.schemes, *statements.collections}
    hierarchical: set[str] = set()
    for concept in view.concepts:
        containers = statements.containers_of(concept.uri) & declared
        if declared and not containers:
            yield Fault(IN_NO_SCHEME, concept.uri)
        for above in view.hierarchy.above(concept.uri):
            for scheme in sorted(containers & statements.containers_of(above)):
                hierarchical.add(scheme)
                if concept.uri in statements.top_concepts.get(scheme, ()):
                    yield Fault(TOP_WITH_BROADER, concept.uri, above)
    for scheme in statements.schemes:
        if scheme in hierarchical and scheme not in statements.top_concepts:
            yield Fault(NO_TOP_CONCEPT, value=scheme)


def undescribed_vocabulary(view: VocabularyView) -> Iterator[Fault]:
    """A vocabulary does not say what it is.

    What it checks:
        The vocabulary has a title, creator, publisher, date, licence and version, by ``vocabulary.toml`` or
        by statements about the scheme itself (Dublin Core, OWL and DCAT properties, told by their local
        names). One finding for each that is missing.

    Why it matters:
        Whoever reuses a term must be able to say where it comes from, which edition it is of, and whether
        they may.

    Example:
        : a skos:ConceptScheme ; dcterms:title "Test"@en ; dcterms:license "CC0-1.0" .
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en .

    References:
        VocPub profile, 2.1.04 to 2.1.06
    """
    said = view.statements.properties.get(view.vocabulary.uri, frozenset())
    names = {predicate.rpartition("#")[2].rpartition("/")[2] for predicate in said}
    for slot in SLOTS:
        if not slot.described(view.vocabulary) and slot.properties.isdisjoint(names):
            yield Fault(slot.missing)
