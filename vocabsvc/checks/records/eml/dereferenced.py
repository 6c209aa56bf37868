"""Whether EML stays valid when what is referred to is put in the place of the references."""

from collections.abc import Iterator, Mapping

from vocabsvc.checks.records.eml.document import Pointer, children, is_foreign, references, targets
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.element import Element, content, local_name
from vocabsvc.formats.records.eml.references import kind_of
from vocabsvc.model.constraint import Message

_WITH_ROLE = frozenset({"associatedParty", "personnel"})
_WITH_FILES = frozenset({"physical", "implementation"})
_NOT_OF_FILES = ("connectionDefinition",)
_NOT_OF_RESOURCES = ("inline", "access")
_NOT_ASSESSED: Message = {
    "en": "Whether the document stays valid with its references followed was not assessed, since its schema was not.",
    "fr": "La validité du document une fois les renvois suivis n’a pas été évaluée, faute de schéma.",
}
_OUTSIDE: Message = {
    "en": "What “{value}” stands for is in foreign metadata, which no schema of EML describes.",
    "fr": "Ce que « {value} » désigne est dans des métadonnées étrangères, qu’aucun schéma EML ne décrit.",
}
_INVALID: Message = {
    "en": "With “{value}” in the place of the reference, the document is not valid: ",
    "fr": "Une fois « {value} » mis à la place du renvoi, le document n’est pas valide : ",
}
_KIND: Message = {
    "en": "a {target} cannot stand for a {place}.",
    "fr": "un {target} ne peut tenir lieu de {place}.",
}
_PART: Message = {
    "en": "{target} has no place in this {place}.",
    "fr": "{target} n’a pas sa place dans ce {place}.",
}
_ROLE_TOO_MANY: Message = {
    "en": "the party brings its role along, and {place} has none.",
    "fr": "l’intervenant apporte son rôle, et {place} n’en a pas.",
}
_ROLE_MISSING: Message = {
    "en": "{place} must have a role, and the party brings none.",
    "fr": "{place} doit avoir un rôle, et l’intervenant n’en apporte pas.",
}


def validity_without_references(view: RecordView) -> Iterator[Fault | Gap]:
    """EML-12: references to what is not valid in their place.

    What a reference names is valid where it stands, if the document is (STR-05). So it is in another place of the
    same type, but for the role that some parties have, and what distributions of files and of resources differ in.
    """
    known = targets(view)
    found = list(references(view))
    for pointer in found:
        place = pointer.element.getparent()
        target = known.get(pointer.target)
        if place is None or target is None:
            continue
        if is_foreign(target):
            yield Gap(view.document.numbers[pointer.element], _said(_OUTSIDE, pointer), pointer.target)
        elif difference := _difference(place, target, known):
            said = _said(_INVALID, pointer, difference[0], place=local_name(place), target=difference[1])
            yield Fault(element=view.document.numbers[pointer.element], value=pointer.target, message=said)
    if found and not view.xsd.schema_set:
        yield Gap(view.document.numbers[view.root], _NOT_ASSESSED)


def _difference(place: Element, target: Element, known: Mapping[str, Element]) -> tuple[Message, str] | None:
    """Return why what ends up in ``place`` is not valid there, and the element that is not; ``None`` where it is."""
    if kind_of(place) != kind_of(target):
        return _KIND, local_name(target)
    followed = _followed(target, known)
    if kind_of(place) == "distribution":
        excluded = _NOT_OF_FILES if _is_of_file(place) else _NOT_OF_RESOURCES
        parts = (local_name(part) for one in followed for part in one.iter(*(f"{{*}}{name}" for name in excluded)))
        return next(((_PART, part) for part in parts), None)
    if kind_of(place) != "party":
        return None
    brings_role = any(children(one, "role") for one in followed)
    if local_name(place) not in _WITH_ROLE:
        return (_ROLE_TOO_MANY, "role") if brings_role else None
    # The role that the place has itself comes first.
    return None if brings_role or children(place, "role") else (_ROLE_MISSING, "role")


def _followed(target: Element, known: Mapping[str, Element]) -> list[Element]:
    """Return an element, the one that it refers to in its turn, and so on."""
    found = [target]
    while True:
        following = (known.get(content(one)) for one in children(found[-1], "references"))
        further = next((one for one in following if one is not None and one not in found), None)
        if further is None:
            return found
        found.append(further)


def _is_of_file(distribution: Element) -> bool:
    above = distribution.getparent()
    return above is not None and local_name(above) in _WITH_FILES


def _said(message: Message, pointer: Pointer, reason: Message | None = None, **names: str) -> Message:
    whole = {lang: text + (reason[lang] if reason else "") for lang, text in message.items()}
    return {lang: text.format(value=pointer.target, **names) for lang, text in whole.items()}
