"""The citation of a resource in an ISO record: title, identifiers, dates, parties."""

from vocabsvc.formats.dates import parse_date
from vocabsvc.formats.element import HREF, Element, content, href
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.party import LiftParty, lift_contacts
from vocabsvc.formats.records.persistent_identifier import lift_persistent_identifier
from vocabsvc.model.statement import Literal

_SEQUENCE = {"creation": "creation", "publication": "publication", "released": "publication", "revision": "revision"}


def lift_citation(lifting: Lifting, resource: str, element: Element, party: LiftParty) -> None:
    """Lift the citation inside an identification section."""
    lifting.texts(resource, "title", element, "citation/*/title", translated="titleTranslation")
    lifting.texts(resource, "alternateTitle", element, "citation/*/alternateTitle")
    lifting.texts(resource, "edition", element, "citation/*/edition")
    lifting.texts(resource, "dateOfEdition", element, "citation/*/editionDate")
    for identifier in lifting.every(element, "citation/*/identifier/*"):
        _lift_identifier(lifting, resource, identifier)
    for node, date in lifting.objects(resource, "date", element, "citation/*/date", "CitationDate", "TypedDate"):
        lifting.dates(node, "value", date, "date")
        lifting.codes(node, "dateType", date, "dateType")
    _lift_sequence(lifting, resource, element)
    lift_contacts(lifting, resource, "citedParty", element, "citation/*/citedResponsibleParty", party=party)


def _lift_identifier(lifting: Lifting, resource: str, identifier: Element) -> None:
    for code in lifting.every(identifier, "code"):
        carriers = (code, *lifting.every(code, "*")[:1])
        linked = next((carrier for carrier in carriers if href(carrier)), None)
        if linked is None or content(code):
            lifting.texts(resource, "resourceId", code, ".")
        else:  # an Anchor need not repeat its address as text
            lifting.take(code)
            lifting.say(resource, "resourceId", Literal(href(linked)), linked, attribute=HREF)
        for carrier in carriers:
            lift_persistent_identifier(lifting, resource, carrier, href(carrier), content(carrier))


def _lift_sequence(lifting: Lifting, resource: str, element: Element) -> None:
    """Say when the resource was made, published and revised: the first and the last of such dates."""
    bounds: dict[str, list[tuple[Literal, Literal, str, Element]]] = {}
    for date in lifting.every(element, "citation/*/date/*"):
        code = lifting.first(date, "dateType/*")
        kind = _SEQUENCE.get("" if code is None else code.get("codeListValue", "").strip())
        written = lifting.first(date, "date/*")
        if kind is None or written is None or (read := parse_date(content(written))) is None:
            continue
        bounds.setdefault(kind, []).append((read.earliest, read.latest, content(written), written))
    for kind, found in bounds.items():
        if kind != "revision":
            earliest, _, given, written = min(found, key=lambda one: one[0].lexical)
            lifting.say(resource, f"{kind}Earliest", earliest, written, given)
        if kind != "creation":
            _, latest, given, written = max(found, key=lambda one: one[1].lexical)
            lifting.say(resource, f"{kind}Latest", latest, written, given)
