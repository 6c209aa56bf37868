"""Metadata records of any encoding: bytes to facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vocabsvc.formats.element import Element, kind, local_name, namespace
from vocabsvc.formats.records import iso19115_3, iso19139
from vocabsvc.formats.records.eml import record as eml
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.xml import XmlDocument, parse_xml
from vocabsvc.model.record import RecordGraph

_LIFTERS: Mapping[str, Callable[[Lifting], RecordGraph]] = {
    iso19139.ENCODING: iso19139.lift_iso19139,
    iso19115_3.ENCODING: iso19115_3.lift_iso19115_3,
    eml.ENCODING: eml.lift_eml,
}

_ISO = (
    "http://www.isotc211.org/",
    "http://standards.iso.org/iso/19115/",
    "https://schemas.isotc211.org/19115/",
)
_ISO_19139 = ("/gmd", "/gmi")
_ISO_19115_3 = ("/mdb", "/mds", "/mmd")  # the last two are drafts of the first
_EML = ("eml://ecoinformatics.org/eml-", "https://eml.ecoinformatics.org/eml-")
_ENVELOPES = ("http://www.opengis.net/cat/csw/", "http://www.openarchives.org/OAI/", *_ISO)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A record and where it comes from: its element ``root`` in the whole ``document``."""

    document: XmlDocument
    root: Element
    graph: RecordGraph

    @property
    def namespaces(self) -> Mapping[str, str]:
        """The namespaces of its elements by prefix, ``""`` for the default one."""
        first = self.document.numbers[self.root]
        names = self.document.source_map.names[first:]
        used: dict[str, str] = {}
        for name in dict.fromkeys(names):
            used.setdefault(name.rpartition(":")[0], name)
        elements = self.document.elements[first:]
        return {prefix: namespace(elements[names.index(name)]) for prefix, name in used.items()}


@dataclass(frozen=True, slots=True)
class RecordDocument:
    """The records of one document; ``enveloped`` where they stand in somebody's answer or collection."""

    enveloped: bool
    records: tuple[SourceRecord, ...]


def read_records(data: bytes, source: str = "", *, max_bytes: int) -> RecordDocument:
    """Read the records of a document: one alone, or all in a CSW, OAI-PMH or ISO envelope, in document order.

    Raises:
        UnreadableRecord: not XML, not safe (see ``parse_xml``), or STR-04: no metadata record.
    """
    document = parse_xml(data, source, max_bytes=max_bytes)
    found = _records_of(document)
    records = tuple(
        SourceRecord(document, root, _LIFTERS[encoding](Lifting(document, root, data))) for root, encoding in found
    )
    return RecordDocument(found[0][0] is not document.root, records)


def encoding_of(element: Element) -> str | None:
    """Return the encoding of a record element, ``None`` if it is no record.

    A profile may have a root of its own in its own namespace; then its children tell.
    """
    if local_name(element) == "eml" and namespace(element).startswith(_EML):
        return eml.ENCODING
    if kind(element) not in {"MD_Metadata", "MI_Metadata"}:
        return None
    return _iso_encoding([namespace(child) for child in element] + [namespace(element)])


def _iso_encoding(namespaces: Iterable[str]) -> str | None:
    for iri in namespaces:
        if iri.startswith(_ISO):
            if any(part in iri for part in _ISO_19115_3):
                return iso19115_3.ENCODING
            if any(part in iri for part in _ISO_19139):
                return iso19139.ENCODING
    return None


def _records_of(document: XmlDocument) -> list[tuple[Element, str]]:
    root = document.root
    if (encoding := encoding_of(root)) is not None:
        return [(root, encoding)]
    if not namespace(root).startswith(_ENVELOPES):
        raise document.unreadable(f"the root element {root.tag} is not a metadata record")
    found = _records_in(document)
    if not found:
        raise document.unreadable(f"there is no metadata record inside {root.tag}")
    return found


def _records_in(document: XmlDocument) -> list[tuple[Element, str]]:
    found: list[tuple[Element, str]] = []
    inside: set[Element] = set()
    for element in document.elements:
        if element.getparent() in inside:  # a record within a record is part of it
            inside.add(element)
        elif (encoding := encoding_of(element)) is not None:
            found.append((element, encoding))
            inside.add(element)
    return found
