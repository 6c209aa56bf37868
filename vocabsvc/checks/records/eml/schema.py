"""What only the schemas of EML and of the GBIF profile say whole; what can be told without them is told here."""

from collections.abc import Iterator

from vocabsvc.checks.records.eml.document import children, references, targets
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.element import Element, local_name
from vocabsvc.model.constraint import Message

_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_WITH_ROLE = frozenset({"associatedParty", "personnel"})
_GBIF = "eml-gbif-profile"  # in the address of its schema, and the name of a set that has it
_GBIF_NEEDS = ("title", "creator", "pubDate", "abstract", "contact")
_GBIF_HAS = """
    alternateIdentifier shortName title creator metadataProvider associatedParty pubDate language abstract keywordSet
    additionalInfo intellectualRights licensed distribution coverage purpose introduction gettingStarted
    acknowledgements maintenance contact publisher methods project literatureCited
"""
_DEREFERENCED: Message = {
    "en": "Whether the document stays valid with its references followed was not assessed.",
    "fr": "La validité du document une fois les renvois suivis n’a pas été évaluée.",
}
_PROFILE: Message = {
    "en": "Only the elements of the dataset were held against the GBIF profile; its schema was not assessed.",
    "fr": "Seuls les éléments du jeu de données ont été comparés au profil GBIF ; son schéma n’a pas été évalué.",
}


def validity_without_references(view: RecordView) -> Iterator[Fault | Gap]:
    """EML-12: a party with a role put where there is none, or the reverse; of the rest nothing is known here."""
    known = targets(view)
    found = list(references(view))
    for pointer in found:
        place, target = pointer.element.getparent(), known.get(pointer.target)
        if place is not None and target is not None and _role_differs(place, target):
            yield Fault(element=view.document.numbers[pointer.element], value=pointer.target)
    if found:
        yield Gap(view.document.numbers[view.root], _DEREFERENCED)


def gbif_profile(view: RecordView) -> Iterator[Fault | Gap]:
    """EML-33: what the dataset lacks, and what the profile has no place for, where the record declares it."""
    if _GBIF not in view.root.get(_SCHEMA_LOCATION, ""):
        return
    has = frozenset(_GBIF_HAS.split())
    for dataset in children(view.root, "dataset"):
        for name in _GBIF_NEEDS:
            if not children(dataset, name):
                yield Fault(element=view.document.numbers[dataset], value=name)
        for child in dataset:
            if local_name(child) not in has:
                yield Fault(element=view.document.numbers[child], value=local_name(child))
    if _GBIF not in view.xsd.schema_set:
        yield Gap(view.document.numbers[view.root], _PROFILE)


def _role_differs(place: Element, target: Element) -> bool:
    has_role = bool(children(place, "role"))
    takes_role = local_name(place) in _WITH_ROLE
    brings_role = local_name(target) in _WITH_ROLE
    return not takes_role if brings_role else takes_role and not has_role
