"""What the mappings of one or several sets say together: MAP-07, MAP-09, MAP-12."""

from collections import defaultdict
from collections.abc import Iterator

from vocabsvc.checks.mappings.check import Fault
from vocabsvc.checks.mappings.closure import EXACT
from vocabsvc.checks.mappings.view import MappingView
from vocabsvc.model.mapping import NO_TERM, Mapping
from vocabsvc.namespaces import SKOS

CLASH = {
    "en": "two concepts are an exact match and also broader, narrower or related",
    "fr": "deux concepts sont équivalents et aussi génériques, spécifiques ou associés",
}
EQUALS = {
    "en": "a chain of exact matches makes two concepts of one vocabulary equal",
    "fr": "une chaîne d’équivalences rend égaux deux concepts d’un même vocabulaire",
}
TWICE = {
    "en": "the mapping is stated twice",
    "fr": "la correspondance est énoncée deux fois",
}
INVERSE = {
    "en": "the mapping is stated in the other direction too",
    "fr": "la correspondance est aussi énoncée en sens inverse",
}
CARDINALITY = {
    "en": "the cardinality is not what is counted",
    "fr": "la cardinalité n’est pas celle que l’on compte",
}

_BROAD, _NARROW = f"{SKOS}broadMatch", f"{SKOS}narrowMatch"
_INVERSE = {_BROAD: _NARROW, _NARROW: _BROAD}
_CLASHING = {_BROAD, _NARROW, f"{SKOS}relatedMatch"}


def clashing_predicates(view: MappingView) -> Iterator[Fault]:
    """One pair of concepts has an exact match and another that excludes it, here or in a set checked along.

    Exact excludes broad, narrow and related; broad excludes narrow.
    """
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in view.sets:
        for mapping in one.mappings:
            if mapping.asserts:
                pair, predicate = _directed(mapping)
                said[pair].add(predicate)
    for mapping in view.mappings:
        if mapping.asserts:
            pair, predicate = _directed(mapping)
            others = said[pair] - {predicate}
            exact = predicate in EXACT and others & _CLASHING
            if exact or (predicate in _CLASHING and others & EXACT) or _INVERSE.get(predicate) in others:
                yield Fault(CLASH, mapping, "predicate_id", _pair(view, mapping))


def equal_concepts(view: MappingView) -> Iterator[Fault]:
    """A chain of exact matches, here or through the sets checked along, makes two current concepts equal.

    One finding for the concepts of one vocabulary, at the last row of this set that equals one of them.
    """
    classes = view.exact_matches()
    last: dict[tuple[str, ...], Mapping] = {}
    for mapping in view.mappings:
        if mapping.asserts and mapping.predicate_id in EXACT:
            members = classes.equal_to(mapping.subject_id)
            for uri in (mapping.subject_id, mapping.object_id):
                same = tuple(sorted(one for one in members if view.scheme(one) == view.scheme(uri)))
                if uri in members and len(same) > 1:
                    last[same] = mapping
    for same, mapping in last.items():
        yield Fault(EQUALS, mapping, "object_id", " = ".join(map(view.short, same)))


def repeated_mapping(view: MappingView) -> Iterator[Fault]:
    """A mapping is stated twice in one set, or in both directions."""
    seen: set[tuple[str, str, str]] = set()
    for mapping in view.mappings:
        if not mapping.asserts:
            continue
        row = (mapping.subject_id, mapping.predicate_id, mapping.object_id)
        back = _INVERSE.get(mapping.predicate_id, mapping.predicate_id)
        if row in seen:
            yield Fault(TWICE, mapping, "object_id", _pair(view, mapping))
        elif (mapping.object_id, back, mapping.subject_id) in seen:
            yield Fault(INVERSE, mapping, "object_id", _pair(view, mapping))
        seen.add(row)


def wrong_cardinality(view: MappingView) -> Iterator[Fault]:
    """The stated cardinality differs from the one counted in the set; a set with a scope is not counted."""
    scoped = view.mapping_set.header("cardinality_scope")
    objects: dict[str, set[str]] = defaultdict(set)
    subjects: dict[str, set[str]] = defaultdict(set)
    for mapping in view.mappings:
        objects[_subject(mapping)].add(_object(mapping))
        subjects[_object(mapping)].add(_subject(mapping))
    for mapping in view.mappings:
        stated = mapping.slot("mapping_cardinality")
        if not stated or scoped or mapping.slot("cardinality_scope"):
            continue
        many = len(subjects[_object(mapping)]) > 1, len(objects[_subject(mapping)]) > 1
        counted = f"{_side(_subject(mapping), many[0])}:{_side(_object(mapping), many[1])}"
        if stated != counted:
            yield Fault(CARDINALITY, mapping, "mapping_cardinality", f"{stated} ≠ {counted}")


def _side(entity: str, several: bool) -> str:  # noqa: FBT001 - beside what it is about
    if entity == NO_TERM:
        return "0"
    return "n" if several else "1"


def _subject(mapping: Mapping) -> str:
    return mapping.subject_id or mapping.subject_label


def _object(mapping: Mapping) -> str:
    return mapping.object_id or mapping.object_label


def _directed(mapping: Mapping) -> tuple[tuple[str, str], str]:
    """Return the pair in one order, and the predicate as it is in that direction."""
    first, second = mapping.subject_id, mapping.object_id
    if first <= second:
        return (first, second), mapping.predicate_id
    return (second, first), _INVERSE.get(mapping.predicate_id, mapping.predicate_id)


def _pair(view: MappingView, mapping: Mapping) -> str:
    return f"{view.short(mapping.subject_id)} {view.short(mapping.predicate_id)} {view.short(mapping.object_id)}"
