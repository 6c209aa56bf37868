"""The structure of an ISO record, element by element: what is empty, nil, out of place, or refers to nothing.

Nothing is said of an element that is as it should be, so that the graph stays small.
"""

from collections.abc import Iterable
from typing import NamedTuple

from vocabsvc.formats.element import Element, content, is_primitive, kind, local_name, split_name, written_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_locale_use
from vocabsvc.formats.records.namespaces import lift_namespaces
from vocabsvc.formats.records.suspect_text import lift_suspect_text
from vocabsvc.model.record import CodeValue
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_ISO = ("http://www.isotc211.org/", "http://standards.iso.org/iso/19", "https://schemas.isotc211.org/")
_GCO_OF_19139 = "http://www.isotc211.org/2005/gco"
_IDS = {"id", "{http://www.w3.org/XML/1998/namespace}id"}
_GML_ID = "{http://www.opengis.net/gml"
_TRUE = Literal("true", f"{XSD}boolean")

# ISO 19115 obliges these, and a record without them says nothing: (element two levels up, element).
_MANDATORY = {
    ("", "contact"),
    ("", "dateStamp"),
    ("", "dateInfo"),
    ("", "identificationInfo"),
    ("dateInfo", "date"),
    ("identificationInfo", "abstract"),
    ("identificationInfo", "citation"),
    ("identificationInfo/citation", "title"),
}


class _Name(NamedTuple):
    """What the tag of an element tells. ISO properties begin with a small letter, types with a capital."""

    local: str
    namespace: str
    iso: bool
    property: bool


class _Attributes(NamedTuple):
    """The attributes of one element that matter here, ``None`` where absent; names as ``element.get`` takes them."""

    nil: tuple[str, str] | None = None
    code: tuple[str, str] | None = None
    href: str | None = None
    uuidref: str | None = None
    others: int = 0


_NOTHING = _Attributes()


class _Structure:
    """One pass over the elements of a record."""

    def __init__(self, lifting: Lifting, record: str) -> None:
        self._lifting = lifting
        self._record = record
        self._names: dict[object, _Name] = {}
        self._ids: dict[str, Element] = {}
        self._targets: list[tuple[str, Element, str]] = []
        self._used: dict[str, Element] = {}
        self._namespaces: dict[str, Element] = {}

    def see(self, element: Element) -> None:
        name = self._names.get(element.tag) or self._name(element)
        items = element.items()
        attributes = self._attributes(element, items) if items else _NOTHING
        if name.local == "LocalisedCharacterString":
            self._used.setdefault(element.get("locale", "").strip().removeprefix("#"), element)
        if attributes.nil:
            self._nil(element, name, *attributes.nil)
        if attributes.code:
            self._code(element, attributes)
        elif not name.iso:
            return
        elif not len(element):
            self._content(element, name, attributes)
        elif name.local == "PT_FreeText":
            self._default_text(element)

    def finish(self) -> None:
        for pointer, element, attribute in self._targets:
            if pointer not in self._ids:
                self._say(element, "danglingReference", f"#{pointer}", attribute)
        lift_locale_use(self._lifting, self._record, self._used)
        lift_namespaces(self._lifting, self._namespaces)

    # --- inside --------------------------------------------------------------------------------

    def _name(self, element: Element) -> _Name:
        iri, local = split_name(element.tag)
        name = self._names[element.tag] = _Name(local, iri, iri.startswith(_ISO), local[:1].islower())
        self._namespaces.setdefault(iri, element)
        return name

    def _attributes(self, element: Element, items: Iterable[tuple[object, object]]) -> _Attributes:
        nil = code = None
        href = uuidref = None
        others = 0
        for key, value in items:
            full, text = str(key), str(value).strip()
            local = full.rpartition("}")[2]
            match local:
                case "nilReason":
                    nil = (full, text)
                case "codeListValue":
                    code = (full, text)
                case "href":
                    href = text
                    # A lone # is the document itself: a text may be linked so, but nothing can be taken from there.
                    if text.startswith("#") and (len(text) > 1 or not (element.text or "").strip()):
                        self._targets.append((text[1:], element, full))
                case "uuidref":
                    uuidref = text
                case "id" if full in _IDS or full.startswith(_GML_ID):
                    self._id(element, full, text)
                case _:
                    others += 1
        return _Attributes(nil, code, href, uuidref, others)

    def _id(self, element: Element, attribute: str, value: str) -> None:
        if value in self._ids:
            self._say(element, "duplicateId", value, attribute)
        else:
            self._ids[value] = element

    def _nil(self, element: Element, name: _Name, attribute: str, reason: str) -> None:
        node = self._lifting.describe(element, "Nil")
        self._lifting.say(node, "nilReason", Literal(reason), element, attribute=attribute)
        if name.property and (self._above(element), name.local) in _MANDATORY:
            self._lifting.say(node, "mandatory", _TRUE, element)

    def _above(self, element: Element) -> str:
        """Return the name of the property that the object of this property is in, ``""`` at the record itself."""
        parent = element.getparent()
        holder = None if parent is None or parent is self._lifting.root else parent.getparent()
        if holder is None:
            return ""
        local = local_name(holder)
        return f"{self._above(holder)}/{local}" if local == "citation" else local

    def _code(self, element: Element, attributes: _Attributes) -> None:
        if attributes.code is None or attributes.nil:
            return
        attribute, value = attributes.code
        if not value:
            self._say(element, "emptyCode", "", attribute)
        self._lifting.code_values.append(
            CodeValue(
                self._lifting.number(element),
                kind(element),
                value,
                element.get("codeList", "").strip(),
                " ".join(content(element).split()),
                written_name(element, attribute),
            )
        )

    def _content(self, element: Element, name: _Name, attributes: _Attributes) -> None:
        text = (element.text or "").strip()
        if text:
            lift_suspect_text(self._lifting, element, text)
            if name.property and not is_primitive(name.namespace):
                self._say(element, "bareText", text)
            elif name.local == "CharacterString":
                self._language(element)
        elif not attributes.nil and attributes.href is None and attributes.uuidref is None and not attributes.others:
            self._empty(element, name)

    def _empty(self, element: Element, name: _Name) -> None:
        parent = element.getparent()
        if name.property or parent is None:
            self._lifting.say(self._lifting.describe(element, "Element"), "empty", _TRUE, element)
        elif len(parent) == 1 and name.local != "LocalisedCharacterString":
            reasons = (str(key).rpartition("}")[2] for key in parent.attrib)
            if not {"nilReason", "href", "uuidref"} & set(reasons):
                node = self._lifting.describe(parent, "Element")
                self._lifting.say(node, "empty", _TRUE, parent)
                if name.namespace == _GCO_OF_19139 and name.local == "CharacterString":
                    self._lifting.say(node, "emptyText", _TRUE, parent)

    def _default_text(self, element: Element) -> None:
        prop = element.getparent()
        if prop is None or any(content(child) for child in prop if child is not element) or not content(element):
            return
        self._say(prop, "onlyTranslated", " ".join(content(element).split()))

    def _language(self, element: Element) -> None:
        # A language as plain text is a code all the same.
        parent = element.getparent()
        if parent is not None and local_name(parent) in {"language", "languageCode"}:
            number = self._lifting.number(element)
            self._lifting.code_values.append(CodeValue(number, "LanguageCode", content(element), "", "", ""))

    def _say(self, element: Element, predicate: str, value: str, attribute: str = "") -> None:
        node = self._lifting.describe(element, "Element")
        self._lifting.say(node, predicate, Literal(value), element, attribute=attribute)


def lift_structure(lifting: Lifting, record: str) -> None:
    """Lift what is said of elements whatever they are; the languages of the record must be known."""
    structure = _Structure(lifting, record)
    for element in lifting.within():
        structure.see(element)
    structure.finish()
