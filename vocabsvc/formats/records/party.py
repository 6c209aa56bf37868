"""Parties of an ISO record: persons, organisations and positions in their roles."""

from collections.abc import Callable
from typing import TypeAlias

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.records.lifting import Lifting

LiftParty: TypeAlias = Callable[[Lifting, str, Element], None]
"""Says what is known of a party; its node and the responsibility element are given."""

_EMAIL = "contactInfo/*/address/*/electronicMailAddress"


def lift_contacts(
    lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *, party: LiftParty
) -> None:
    """Lift the parties at ``path``; the predicate, capitalised, is their class."""
    name = predicate[0].upper() + predicate[1:]
    for node, element in lifting.objects(subject, predicate, parent, path, "Party", "IsoParty", name):
        party(lifting, node, element)


def lift_responsible_party(lifting: Lifting, node: str, element: Element) -> None:
    """Lift a gmd:CI_ResponsibleParty (ISO 19139)."""
    lifting.texts(node, "individualName", element, "individualName")
    lifting.texts(node, "organisationName", element, "organisationName")
    lifting.texts(node, "positionName", element, "positionName")
    lifting.texts(node, "email", element, _EMAIL)
    lifting.codes(node, "role", element, "role")


def lift_responsibility(lifting: Lifting, node: str, element: Element) -> None:
    """Lift a cit:CI_Responsibility (ISO 19115-3)."""
    lifting.codes(node, "role", element, "role")
    for party in lifting.every(element, "party/*"):
        if kind(party) == "CI_Individual":
            _lift_individual(lifting, node, party)
        else:
            lifting.texts(node, "organisationName", party, "name")
            lifting.texts(node, "email", party, _EMAIL)
            for individual in lifting.every(party, "individual/*"):
                _lift_individual(lifting, node, individual)


def _lift_individual(lifting: Lifting, node: str, element: Element) -> None:
    lifting.texts(node, "individualName", element, "name")
    lifting.texts(node, "positionName", element, "positionName")
    lifting.texts(node, "email", element, _EMAIL)
