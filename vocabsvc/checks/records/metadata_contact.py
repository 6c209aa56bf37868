"""The contact for the metadata, in its role."""

from collections.abc import Iterator

from vocabsvc.checks.records.edits import replacement
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import text_of

_ROLE = "pointOfContact"


def without_point_of_contact(view: RecordView) -> Iterator[Fault]:
    """Find records whose contacts for the metadata all have another role; the fault is the first one's."""
    for record in view.facts.nodes("IsoRecord"):
        contacts = view.facts.texts(record, "metadataContact")
        roles = [(contact, role) for contact in contacts for role in view.facts.facts(contact, "role")]
        said = [(contact, role) for contact, role in roles if text_of(role.object)]
        if said and not any(text_of(role.object) == _ROLE for _, role in said):
            contact, role = said[0]
            yield Fault(
                element=role.element,
                value=role.given or text_of(role.object),
                expected=(_ROLE,),
                edits=(replacement(view, role, _ROLE),),
                safe=len(contacts) == 1,
                focus=view.facts.elements[contact],
            )
