"""How concepts are related: SKO-07 to SKO-11."""

from collections.abc import Iterator, Sequence

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.namespaces import OWL, SKOS

CYCLE = {
    "en": "a concept is broader than itself",
    "fr": "un concept est plus général que lui-même",
}
REDUNDANT_BROADER = {
    "en": "a broader concept is stated although it follows from another one",
    "fr": "un concept plus général est déclaré alors qu’il découle d’un autre",
}
RELATED_IN_HIERARCHY = {
    "en": "two concepts are related although one is broader than the other",
    "fr": "deux concepts sont associés alors que l’un est plus général que l’autre",
}
EXACT_AND_OTHER = {
    "en": "two concepts are said to be the same and to be different",
    "fr": "deux concepts sont déclarés à la fois équivalents et différents",
}
RELATION_OUTSIDE = {
    "en": "a broader, narrower or related concept is of another vocabulary",
    "fr": "un concept plus général, plus spécifique ou associé appartient à un autre vocabulaire",
}
MAPPING_INSIDE = {
    "en": "a mapping leads to a concept of the same scheme",
    "fr": "un alignement mène à un concept du même schéma",
}

_SHOWN_ON_CYCLE = 4
_RELATIONS = frozenset(f"{SKOS}{name}" for name in ("broader", "narrower", "related"))
_MAPPINGS = frozenset(f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow", "related"))
_SAME = frozenset({f"{SKOS}exactMatch", f"{OWL}sameAs"})
_DIFFERENT = _RELATIONS | {f"{SKOS}{name}Match" for name in ("broad", "narrow", "related")}


def hierarchy_cycle(view: VocabularyView) -> Iterator[Fault]:
    """A concept is, over some steps, broader than itself.

    What it checks:
        Going from concept to broader concept, stated from either side, never leads back.

    Why it matters:
        A tree that bites its tail cannot be drawn, and a search below one of the concepts finds the others
        as if they were narrower.

    Example:
        :sea a skos:Concept ; skos:inScheme : ; skos:prefLabel "Sea"@en ; skos:broader :ocean .
        :ocean a skos:Concept ; skos:inScheme : ; skos:prefLabel "Ocean"@en ; skos:broader :sea .

    References:
        SKOS Reference, §8.6.8: https://www.w3.org/TR/skos-reference/#L2484
        qSKOS: cyclic hierarchical relations
    """
    for cycle in view.hierarchy.cycles():
        yield Fault(CYCLE, cycle[0], _shown(cycle))


def redundant_broader(view: VocabularyView) -> Iterator[Fault]:
    """A concept states a broader concept that is above another of its broader ones anyway.

    What it checks:
        None of the concepts directly above a concept can be reached through another of them.

    Why it matters:
        The concept shows up twice in a tree, once where it belongs and once too high.

    Example:
        :ocean a skos:Concept ; skos:inScheme : ; skos:prefLabel "Ocean"@en .
        :sea a skos:Concept ; skos:inScheme : ; skos:prefLabel "Sea"@en ; skos:broader :ocean .
        :gulf a skos:Concept ; skos:inScheme : ; skos:prefLabel "Gulf"@en ; skos:broader :sea , :ocean .

    References:
        SKOS Reference, §8.6.9: https://www.w3.org/TR/skos-reference/#L2518
        qSKOS: hierarchical redundancy
    """
    hierarchy = view.hierarchy
    for uri, directly_above in hierarchy.broader.items():
        if len(directly_above) > 1:
            for above in directly_above:
                others = (other for other in directly_above if other not in {above, uri})
                if hierarchy.reaches(others, above, without=uri):
                    yield Fault(REDUNDANT_BROADER, uri, above)


def related_in_hierarchy(view: VocabularyView) -> Iterator[Fault]:
    """Two related concepts are also broader and narrower.

    What it checks:
        No concept is skos:related to one that is above or below it, at any distance. One finding for a pair.

    Why it matters:
        SKOS makes the two relations exclude each other: a reasoner calls the vocabulary inconsistent.

    Example:
        :ocean a skos:Concept ; skos:inScheme : ; skos:prefLabel "Ocean"@en .
        :sea a skos:Concept ; skos:inScheme : ; skos:prefLabel "Sea"@en ; skos:broader :ocean ; skos:related :ocean .

    References:
        SKOS Reference, S27: https://www.w3.org/TR/skos-reference/#S27
        qSKOS: relation clashes
    """
    hierarchy = view.hierarchy
    seen: set[frozenset[str]] = set()
    for concept in view.concepts:
        for related in concept.related:
            pair = frozenset({concept.uri, related})
            if pair in seen:
                continue
            seen.add(pair)
            if hierarchy.reaches([concept.uri], related) or hierarchy.reaches([related], concept.uri):
                yield Fault(RELATED_IN_HIERARCHY, concept.uri, related)


def mapping_clash(view: VocabularyView) -> Iterator[Fault]:
    """Two concepts are mapped as the same and as different.

    What it checks:
        No pair of concepts is linked by skos:exactMatch and, in either direction, by skos:broadMatch,
        skos:narrowMatch or skos:relatedMatch. As NVS writes owl:sameAs for the first and skos:broader,
        skos:narrower and skos:related for the others, those count alike. One finding for a pair.

    Why it matters:
        A value is translated along exact matches. If the concepts differ, the translation is wrong.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en ;
            skos:exactMatch <http://other.example/temp> ; skos:broadMatch <http://other.example/temp> .

    References:
        SKOS Reference, S46: https://www.w3.org/TR/skos-reference/#S46
        qSKOS: mapping clashes
    """
    same: dict[frozenset[str], tuple[str, str]] = {}
    different: set[frozenset[str]] = set()
    for concept, link in view.links:
        if link.predicate in _SAME:
            same.setdefault(frozenset({concept.uri, link.target}), (concept.uri, link.target))
        elif link.predicate in _DIFFERENT:
            different.add(frozenset({concept.uri, link.target}))
    for pair, (uri, target) in same.items():
        if pair in different:
            yield Fault(EXACT_AND_OTHER, uri, target)


def misplaced_relation(view: VocabularyView) -> Iterator[Fault]:
    """A relation leaves the vocabulary, or a mapping stays inside its scheme.

    What it checks:
        skos:broader, skos:narrower and skos:related lead to concepts of the same vocabulary, mapping
        properties (skos:exactMatch and the like) to concepts of another scheme. Units, which NVS states with
        skos:related, are left out.

    Why it matters:
        Hierarchy and mapping answer different questions. Where a publisher mixes them, as NVS does by design,
        a tree runs through several vocabularies and has to be cut.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en ;
            skos:broader <http://other.example/physics> .

    References:
        SKOS Reference, §10.1: https://www.w3.org/TR/skos-reference/#mapping
        qSKOS: misused mapping relations
    """
    for concept, link in view.links:
        inside = view.holds(link.target)
        if link.predicate in _RELATIONS and not inside and link.target not in concept.units:
            yield Fault(RELATION_OUTSIDE, concept.uri, link.target)
        elif link.predicate in _MAPPINGS and inside and view.share_container(concept.uri, link.target):
            yield Fault(MAPPING_INSIDE, concept.uri, link.target)


def _shown(cycle: Sequence[str]) -> str:
    steps = [*cycle[:_SHOWN_ON_CYCLE], *(["…"] if len(cycle) > _SHOWN_ON_CYCLE else []), cycle[0]]
    return " → ".join(steps)
