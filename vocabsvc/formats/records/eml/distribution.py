"""Where EML data and what goes with them are found: on the network, on a medium or in the document."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_CLASSES = ("OnlineResource", "EmlOnlineResource")


def lift_distributions(lifting: Lifting, record: str, subject: str, parent: Element) -> None:
    """Lift the distributions of a resource or of a file, of which the record tells the online resources."""
    for _, element in objects(lifting, subject, "distribution", parent, "distribution", "Distribution"):
        for online in lifting.every(element, "online"):
            if _has_place(lifting, online):
                lifting.say(record, "onlineResource", lifting.node(online, *_CLASSES), online)
        for kind in ("offline", "inline"):
            for found in lifting.every(element, kind):
                lifting.take(found)


def lift_online_resources(lifting: Lifting) -> None:
    """Lift every online resource of the document, those of protocols and sources, too."""
    for element in lifting.root.iter("{*}online"):
        if _has_place(lifting, element):
            node = lifting.node(element, *_CLASSES)
            lift_texts(lifting, node, "linkage", element, "url")
            lift_texts(lifting, node, "description", element, "onlineDescription")
            for url in lifting.every(element, "url"):
                written = "function" if url.get("function") is not None else ""
                # the schema's default is download
                value = Literal(url.get("function", "download").strip())
                lifting.say(node, "function", value, url, attribute=written)


def _has_place(lifting: Lifting, online: Element) -> bool:
    """Tell an address, or the lack of one, from a connection by parameters."""
    return not lifting.every(online, "connection") and not lifting.every(online, "connectionDefinition")
