"""Parties of an ISO record: persons, organisations and positions in their roles."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from vocabsvc.formats.element import Element, content, href, kind, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

LiftParty: TypeAlias = Callable[[Lifting, str, Element], None]
"""Says what is known of a party; its node and the responsibility element are given."""

_CONTACT = "contactInfo/*"
_EMAIL = f"{_CONTACT}/address/*/electronicMailAddress"
_LOGOS = ("logo/*/fileName", "logo/*/linkage/*/linkage")
_PHONES = ("voice", "facsimile", "number")
_ABOUT = (  # what a website says of whose it is, where it is a register of persons or organisations
    ("individualId", re.compile(r"https?://(?:www\.)?orcid\.org/", re.IGNORECASE)),
    ("organisationId", re.compile(r"https?://(?:www\.)?(?:ror\.org|edmo\.seadatanet\.org|isni\.org)/", re.IGNORECASE)),
)
_EDMO = re.compile(r"(?:\bedmo\b\S*?/(?:report/|\S*n_code=)|v_edmo/\S*n_code=|SDN:EDMO:\w*:)(\d+)", re.IGNORECASE)


def lift_contacts(
    lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *, party: LiftParty
) -> None:
    """Lift the parties at ``path``; the predicate, capitalised, is their class."""
    name = predicate[0].upper() + predicate[1:]
    for node, element in lifting.objects(subject, predicate, parent, path, "Party", "IsoParty", name):
        party(lifting, node, element)


def lift_responsible_party(lifting: Lifting, node: str, element: Element) -> None:
    """Lift a gmd:CI_ResponsibleParty (ISO 19139)."""
    _lift_name(lifting, node, "individual", element, "individualName")
    _lift_name(lifting, node, "organisation", element, "organisationName")
    lifting.texts(node, "positionName", element, "positionName")
    _lift_contact(lifting, node, element)
    lifting.codes(node, "role", element, "role")


def lift_responsibility(lifting: Lifting, node: str, element: Element) -> None:
    """Lift a cit:CI_Responsibility (ISO 19115-3)."""
    lifting.codes(node, "role", element, "role")
    individuals: list[Element] = []
    organisations: list[Element] = []
    for party in lifting.every(element, "party/*"):
        if kind(party) == "CI_Individual":
            individuals.append(party)
        else:
            organisations.append(party)
            individuals.extend(lifting.every(party, "individual/*"))
    for organisation in organisations:
        _lift_name(lifting, node, "organisation", organisation, "name")
        _lift_logo(lifting, node, organisation)
        _lift_identifiers(lifting, node, "organisationId", organisation)
        _lift_contact(lifting, node, organisation)
    for individual in individuals:
        _lift_individual(lifting, node, individual)
    if len(individuals) + len(organisations) > 1:
        _lift_members(lifting, individuals, organisations)


def edmo_code(text: str) -> str:
    """Return the number of an EDMO entry from any of the forms of its address or URN, ``""`` for none."""
    found = _EDMO.search(text)
    return found[1].lstrip("0") if found else ""


def _lift_members(lifting: Lifting, individuals: Iterable[Element], organisations: Iterable[Element]) -> None:
    """Lift who each one is of several that share a responsibility, which the party as a whole does not tell."""
    for element in individuals:
        node = lifting.node(element, "Individual")
        for path in ("name", "positionName"):
            lifting.texts(node, "partyName", element, path)
    for element in organisations:
        node = lifting.node(element, "Organisation")
        lifting.texts(node, "partyName", element, "name")
        _lift_logo(lifting, node, element)


def _lift_logo(lifting: Lifting, node: str, element: Element) -> None:
    for path in _LOGOS:
        lifting.texts(node, "logo", element, path)


def _lift_individual(lifting: Lifting, node: str, element: Element) -> None:
    _lift_name(lifting, node, "individual", element, "name")
    lifting.texts(node, "positionName", element, "positionName")
    _lift_identifiers(lifting, node, "individualId", element)
    _lift_contact(lifting, node, element)


def _lift_name(lifting: Lifting, node: str, who: str, element: Element, path: str) -> None:
    """Lift a name, and the identifier in its place: the link of an anchor or a SeaDataNet code."""
    lifting.texts(node, f"{who}Name", element, path)
    for prop in lifting.every(element, path):
        lifting.iris(node, f"{who}Id", prop)
        for child in prop:
            code = child.get("codeListValue", "").strip()
            if code.isdigit() and "EDMO" in local_name(child):
                lifting.say(node, "edmoCode", Literal(code.lstrip("0")), child, attribute="codeListValue")
            elif found := edmo_code(href(child)):
                lifting.say(node, "edmoCode", Literal(found), child, href(child))


def _lift_identifiers(lifting: Lifting, node: str, predicate: str, element: Element) -> None:
    lifting.texts(node, predicate, element, "partyIdentifier/*/code")
    for prop in lifting.every(element, "partyIdentifier/*/code/*"):
        if predicate == "organisationId" and (found := edmo_code(content(prop))):
            lifting.say(node, "edmoCode", Literal(found), prop, content(prop))


def _lift_contact(lifting: Lifting, node: str, element: Element) -> None:
    lifting.texts(node, "email", element, _EMAIL)
    for name in _PHONES:
        lifting.texts(node, "telephone", element, f"{_CONTACT}/phone/*/{name}")
    for prop in lifting.every(element, f"{_CONTACT}/address/*/country"):
        coded = any(child.get("codeListValue", "").strip() for child in prop)
        if coded:
            lifting.codes(node, "countryCode", prop, ".")
        else:
            lifting.texts(node, "country", prop, ".")
    for site in lifting.every(element, f"{_CONTACT}/onlineResource/*/linkage"):
        lifting.texts(node, "website", site, ".")
        address = content(site)
        for predicate, register in _ABOUT:
            carrier = next(iter(site), site)
            if register.match(address):
                lifting.say(node, predicate, Literal(address), carrier)
        if found := edmo_code(address):
            lifting.say(node, "edmoCode", Literal(found), next(iter(site), site), address)
