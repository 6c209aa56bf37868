"""What an EML resource says about rights, in the words that ISO constraints are told in."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_rights(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift ``intellectualRights`` (a text) and ``licensed`` (EML 2.2: name, URL and SPDX identifier)."""
    for rights in lifting.every(element, "intellectualRights"):
        node = lifting.node(rights, "Constraints")
        lifting.say(resource, "constraints", node, rights)
        lift_texts(lifting, node, "useLimitation", rights, ".")
        for link in rights.iter("ulink"):
            lifting.say(node, "useLimitationUri", Literal(link.get("url", "").strip()), rights)
    for licensed in lifting.every(element, "licensed"):
        node = lifting.node(licensed, "Constraints", "Licensed")
        lifting.say(resource, "constraints", node, licensed)
        lift_texts(lifting, node, "licenceName", licensed, "licenseName")
        lift_texts(lifting, node, "licenceUri", licensed, "url")
        lift_texts(lifting, node, "licenceId", licensed, "identifier")
