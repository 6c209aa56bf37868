"""Lists of a vocabulary: its alphabetical index, its groups, what is new and what changed."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from vocabsvc.api.skosmos.answers import Body, Listing
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.api.skosmos.contexts import BASE, DATES, ONKI, iri
from vocabsvc.api.skosmos.hits import preferred
from vocabsvc.api.skosmos.relations import shown_label
from vocabsvc.errors import UnknownName
from vocabsvc.model.concept import Collection, ConceptRef
from vocabsvc.model.label import choose_label
from vocabsvc.services.change_lists import DatedConcept
from vocabsvc.services.groups import Group
from vocabsvc.services.paging import DEEPEST_OFFSET, MOST_ITEMS
from vocabsvc.store.labels.base import ALTERNATIVE, LabelMatch

_CHANGES = 200


def index_letters(asked: Asked) -> Body:
    """List what the alphabetical index offers."""
    letters = {"@id": "skosmos:indexLetters", "@container": "@list", "@language": asked.language}
    return {
        "@context": {**BASE, "indexLetters": letters},
        "uri": "",
        "indexLetters": list(asked.browsing.labels.letters(asked.vocabulary.id, asked.tag)),
    }


def index_concepts(asked: Asked) -> Listing:
    """List the labels under a letter."""
    offset, limit = (asked.lenient_number(name, 0) for name in ("offset", "limit"))
    found = asked.browsing.labels.listed(asked.vocabulary.id, asked.path("letter"), asked.tag, offset, limit)
    concepts = {"@id": "skosmos:indexConcepts", "@container": "@list"}
    return Listing(
        {"@context": {**BASE, "indexConcepts": concepts}, "uri": ""},
        "indexConcepts",
        (_indexed(match, asked.tag) for match in found),
    )


def groups(asked: Asked) -> Body:
    """List the collections of a vocabulary."""
    found = asked.browsing.groups.groups(asked.vocabulary.id, asked.tag)
    return {
        "@context": {
            **BASE,
            "onki": ONKI,
            "prefLabel": "skos:prefLabel",
            "groups": "onki:hasGroup",
            "childGroups": iri("skos:member"),
            "hasMembers": "onki:hasMembers",
            "@language": asked.language,
        },
        "uri": "",
        "groups": [_group(one, asked.tag) for one in found],
    }


def group_members(asked: Asked) -> Body:
    """List what a collection holds: collections first, then concepts that are not deprecated."""
    try:
        found = asked.browsing.groups.members(asked.vocabulary.id, asked.uri, asked.tag)
    except UnknownName:
        found = None
    if found is None or not (found.groups or found.concepts):
        raise Refusal(404, "Not Found", f"Could not find group <{asked.uri}>")
    return {
        "@context": {
            **BASE,
            "prefLabel": "skos:prefLabel",
            "members": "skos:member",
            "@language": asked.language,
        },
        "uri": asked.uri,
        "members": [
            *(_inner_group(one, asked.tag) for one in found.groups),
            *(_member(one, asked.tag) for one in found.concepts),
        ],
    }


def new(asked: Asked) -> Body:
    """List concepts by their date of creation, newest first."""
    return _changes(asked, asked.browsing.change_lists.new)


def modified(asked: Asked) -> Body:
    """List concepts by their date of change, newest first."""
    return _changes(asked, asked.browsing.change_lists.modified)


def _changes(asked: Asked, find: Callable[[str, int, int], Sequence[DatedConcept]]) -> Body:
    offset = min(asked.lenient_number("offset", 0), DEEPEST_OFFSET)
    limit = min(asked.lenient_number("limit", _CHANGES), MOST_ITEMS)
    found = find(asked.vocabulary.id, offset, limit)
    return {
        "@context": {**BASE, "@language": asked.language, **DATES},
        "changeList": [_change(one, asked.tag) for one in found],
    }


def _change(one: DatedConcept, tag: str) -> Body:
    changed: dict[str, object] = {
        "uri": one.concept.uri,
        "prefLabel": shown_label(one.concept, tag),
        "date": _written(one.moment),
    }
    if one.replaced_by:
        changed["replacedBy"] = one.replaced_by.uri
        label = shown_label(one.replaced_by, tag)
        changed |= {"replacingLabel": label} if label else {}
    return changed


def _written(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}+0000"


def _indexed(match: LabelMatch, tag: str) -> Body:
    concept, met = match
    label = preferred(concept, (tag, met.lang))
    indexed: dict[str, object] = {
        "uri": concept.uri,
        "localname": concept.uri.rstrip("/#").replace("#", "/").rpartition("/")[2],
        "prefLabel": label.text if label else None,
        "lang": met.lang,
    }
    return {**indexed, "altLabel": met.text} if met.field == ALTERNATIVE else {**indexed, "prefLabel": met.text}


def _group(group: Group, tag: str) -> Body:
    one = group.collection
    return {
        "uri": one.uri,
        "prefLabel": _title(one, tag),
        **({"childGroups": list(group.children)} if group.children else {}),
        "hasMembers": bool(one.members),
        **({"notation": one.notation} if one.notation else {}),
    }


def _inner_group(one: Collection, tag: str) -> Body:
    return {
        "uri": one.uri,
        "isSuper": False,
        "hasMembers": bool(one.members),
        "type": ["skos:Collection"],
        "prefLabel": _title(one, tag),
        **({"notation": one.notation} if one.notation else {}),
    }


def _member(ref: ConceptRef, tag: str) -> Body:
    return {
        "uri": ref.uri,
        "isSuper": False,
        "hasMembers": False,
        "type": ["skos:Concept"],
        "prefLabel": shown_label(ref, tag),
        **({"notation": ref.notation} if ref.notation else {}),
    }


def _title(one: Collection, tag: str) -> str | None:
    label = choose_label(one.titles, (tag,))
    return label.text if label else None
