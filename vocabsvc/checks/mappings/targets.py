"""What mappings lead to: MAP-05, MAP-08, MAP-10, MAP-13."""

from collections import Counter
from collections.abc import Iterator

from vocabsvc.checks.check import Gap
from vocabsvc.checks.mappings.check import Fault
from vocabsvc.checks.mappings.view import MappingView
from vocabsvc.checks.vocabulary.view import namespace_of
from vocabsvc.formats.unit_kind import same_kind

UNKNOWN = {
    "en": "there is no such concept in its vocabulary",
    "fr": "ce concept n’existe pas dans son vocabulaire",
}
DEPRECATED = {
    "en": "the object is deprecated",
    "fr": "l’objet est obsolète",
}
OTHER_LABEL = {
    "en": "the label is none of the object’s",
    "fr": "ce libellé n’est pas de l’objet",
}
OTHER_KIND = {
    "en": "the units measure different quantities, and the mapping is not doubted",
    "fr": "les unités mesurent des grandeurs différentes, sans que la correspondance soit mise en doute",
}

DOUBTED = 0.5
"""A mapping with no more confidence than this is kept as a doubt."""


def unknown_concept(view: MappingView) -> Iterator[Fault | Gap]:
    """A subject or object does not exist in its vocabulary.

    Where the vocabulary is not loaded, the concept is unresolved: that is counted, not judged.
    """
    unresolved: Counter[str] = Counter()
    for mapping in view.mappings:
        for slot, uri in (("subject_id", mapping.subject_id), ("object_id", mapping.object_id)):
            if not uri or not mapping.asserts or view.concept(uri):
                continue
            if view.may_judge(uri):
                yield Fault(UNKNOWN, mapping, slot, view.short(uri))
            else:
                unresolved[namespace_of(view.short(uri))] += 1
    if unresolved:
        places = ", ".join(f"{name.rstrip(':')} {count}" for name, count in sorted(unresolved.items()))
        yield Gap(
            {
                "en": f"concepts of vocabularies that are not loaded: {places}",
                "fr": f"concepts de vocabulaires qui ne sont pas chargés : {places}",
            }
        )


def deprecated_object(view: MappingView) -> Iterator[Fault]:
    """An object is deprecated; what replaces it is named. A subject may be: old files still use it."""
    for mapping in view.mappings:
        if view.is_deprecated(mapping.object_id):
            successors = ", ".join(map(view.short, view.successors(mapping.object_id)))
            old = view.short(mapping.object_id)
            yield Fault(DEPRECATED, mapping, "object_id", f"{old} → {successors}" if successors else old)


def other_label(view: MappingView) -> Iterator[Fault]:
    """The label of an object is no label of that concept. A subject has the name that its centre gives it."""
    for mapping in view.mappings:
        concept = view.concept(mapping.object_id)
        if not concept or not mapping.object_label:
            continue
        labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
        if mapping.object_label not in {label.text for label in labels}:
            yield Fault(OTHER_LABEL, mapping, "object_label", mapping.object_label)


def other_kind_of_unit(view: MappingView) -> Iterator[Fault]:
    """The unit of the local parameter cannot belong to the object, and the confidence does not say so."""
    for mapping in view.mappings:
        unit, other = mapping.slot("ext_unit"), view.unit(mapping.object_id)
        doubted = mapping.confidence is not None and mapping.confidence <= DOUBTED
        if unit and other and not doubted and not same_kind(unit, other):
            yield Fault(OTHER_KIND, mapping, "ext_unit", f"{unit} ≠ {other}")
