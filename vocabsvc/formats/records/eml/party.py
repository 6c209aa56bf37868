"""Parties of an EML document: persons, organisations and positions."""

import re

from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_attribute, lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.party import edmo_code
from vocabsvc.model.statement import Literal

_REGISTERS = (  # by their directory: what they identify, the address of an entry, and an entry without it
    (r"orcid", "individualId", "https://orcid.org/", r"[0-9]{4}(?:-?[0-9]{4}){2}-?[0-9]{3}[0-9Xx]"),
    (r"(?:^|[/.])ror(?:$|[/.])", "organisationId", "https://ror.org/", r"0[a-z0-9]{6}[0-9]{2}"),
    (r"isni", "organisationId", "https://isni.org/isni/", r"[0-9 ]{15,18}[0-9Xx]"),
    (r"edmo", "organisationId", "https://edmo.seadatanet.org/report/", r"[0-9]+"),
)


def lift_parties(lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *classes: str) -> None:
    """Lift the parties at ``path``; the names of creators are told from those of others."""
    name_class = "CreatorName" if predicate == "creator" else "PersonName"
    for node, party in objects(lifting, subject, predicate, parent, path, "Party", "EmlParty", *classes):
        for individual in lifting.every(party, "individualName"):
            person = lifting.node(individual, name_class)
            lifting.say(node, "individual", person, individual)
            for part in ("givenName", "surName"):
                lift_texts(lifting, person, part, individual, part)
            for salutation in lifting.every(individual, "salutation"):
                lifting.take(salutation)
        lift_texts(lifting, node, "organisationName", party, "organizationName")
        lift_texts(lifting, node, "positionName", party, "positionName")
        lift_texts(lifting, node, "email", party, "electronicMailAddress")
        lift_texts(lifting, node, "telephone", party, "phone")
        lift_texts(lifting, node, "website", party, "onlineUrl")
        lift_texts(lifting, node, "role", party, "role")
        for address in lifting.every(party, "address"):
            lifting.take(address)
            lift_texts(lifting, node, "country", address, "country")
        for user in lifting.every(party, "userId"):
            _lift_user(lifting, node, user)


def _lift_user(lifting: Lifting, party: str, user: Element) -> None:
    node = lifting.node(user, "UserId")
    lifting.say(party, "userId", node, user)
    lift_texts(lifting, node, "value", user, ".")
    lift_attribute(lifting, node, "directory", user, "directory")
    written = content(user)
    for register, predicate, address, entry in _REGISTERS:
        told = re.search(register, f"{user.get('directory', '')} {written}", re.IGNORECASE)
        if told and (whole := written if "/" in written else _entry(address, entry, written)):
            lifting.say(party, predicate, Literal(whole), user, written)
            if code := edmo_code(whole):
                lifting.say(party, "edmoCode", Literal(code), user, written)
            return


def _entry(address: str, entry: str, written: str) -> str:
    bare = written.rpartition(":")[2].strip()
    return f"{address}{bare}" if re.fullmatch(entry, bare) else ""
