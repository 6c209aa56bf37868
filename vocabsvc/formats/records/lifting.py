"""What the three lifters share: walking a tree by names and writing down facts with their places.

Names are matched without namespace: ISO 19139 and 19115-3 use the same local names over three generations of
namespaces, and profiles (SeaDataNet, MCP, ...) put their own elements in place of the standard ones.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from vocabsvc.formats.dates import likely_date, parse_date, parse_date_of_any_era
from vocabsvc.formats.element import (
    HREF,
    Element,
    attributes,
    content,
    href,
    is_nil,
    local_name,
    split_name,
    written_name,
)
from vocabsvc.formats.xml import XmlDocument
from vocabsvc.model.record import CodeValue, Fact, RecordGraph
from vocabsvc.model.report import RecordSummary
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF, XSD

_TYPE = f"{RDF}type"
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")  # XSD 1.1 part 2, 3.3.3
_REAL = re.compile(rf"(?:{_DECIMAL.pattern})[Ee][+-]?[0-9]{{1,3}}")
_LARGEST_REAL = 1e15
_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`]+""")
_CODE_ADDRESS = re.compile(r"https?://[^#\s]*#[A-Za-z]+_[A-Za-z]*Code_(\w+)")  # a code given by its address
_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_EDITOR_NAMESPACE = "http://www.fao.org/geonetwork"  # form hints that GeoNetwork leaves among the content


class Lifting:
    """The facts of one record while they are being gathered.

    A path such as ``citation/*/title`` names children step by step; ``*`` is any child, which is how the
    object element between two ISO properties is passed, whatever a profile calls it.
    """

    def __init__(self, document: XmlDocument, root: Element, data: bytes) -> None:
        self.root = root
        self.locales: dict[str, str] = {}
        self.code_values: list[CodeValue] = []
        self._document = document
        self._record = f"urn:x-vocabsvc:record:{hashlib.sha256(data).hexdigest()[:16]}#"
        self._facts: dict[tuple[str, str, str | Literal], Fact] = {}
        self._nodes: dict[Element, str] = {}
        self._children: dict[Element, dict[str, list[Element]]] = {}
        self._seen: set[Element] = {root}
        self._taken_whole: set[Element] = set()
        self._by_id: dict[str, Element] | None = None

    # --- walking -------------------------------------------------------------------------------

    def every(self, parent: Element, path: str) -> Sequence[Element]:
        """Return the elements at ``path`` below ``parent``, in document order."""
        found: Sequence[Element] = (parent,)
        for step in path.split("/"):
            if step == ".":
                pass
            elif len(found) == 1:
                names = self._children.get(found[0]) or self._named(found[0])
                found = names.get(step, ())
            else:
                found = [child for element in found for child in self._named(element).get(step, ())]
            if not found:
                break
            self._seen.update(found)
        return found

    def first(self, parent: Element, path: str) -> Element | None:
        """Return the first element at ``path``, or ``None``."""
        return next(iter(self.every(parent, path)), None)

    def within(self) -> Iterator[Element]:
        """Yield every element of the record, in document order."""
        return self.root.iter(etree.Element)

    def referenced(self, identifier: str) -> Element | None:
        """Return the element with that ``id``, ``gml:id`` or ``uuid``, or ``None``."""
        if self._by_id is None:
            self._by_id = {}
            for element in self.within():
                for name, value in attributes(element):
                    if name in {"id", "uuid"}:
                        self._by_id.setdefault(value, element)
        return self._by_id.get(identifier)

    def number(self, element: Element) -> int:
        """Return the number of an element in the source map."""
        return self._document.numbers[element]

    @property
    def encoding(self) -> str:
        """The character encoding of the document."""
        return self._document.encoding

    # --- writing -------------------------------------------------------------------------------

    def node(self, element: Element, *classes: str) -> str:
        """Return the IRI of an element, and say that it is of ``classes``."""
        iri = self._nodes.get(element)
        if iri is None:
            number = self._document.numbers[element]
            iri = self._nodes[element] = self._record + self._document.source_map.pointer(number)
        for name in classes:
            self.say(iri, _TYPE, f"{DEF}{name}", element)
        self._seen.add(element)
        return iri

    def say(
        self, subject: str, predicate: str, value: str | Literal, element: Element, given: str = "", attribute: str = ""
    ) -> None:
        """Write one fact down; ``predicate`` is a local name of the profile or a full IRI.

        ``given`` is the text that the value was derived from, ``attribute`` the name of the attribute that says it,
        as ``element.get`` takes it; see ``Fact``.
        """
        full = predicate if ":" in predicate else f"{DEF}{predicate}"
        key = (subject, full, value)
        if key not in self._facts:
            written = written_name(element, attribute) if attribute else ""
            self._facts[key] = Fact(subject, full, value, self._document.numbers[element], given, written)

    def objects(
        self, subject: str, predicate: str, parent: Element, path: str, *classes: str
    ) -> Iterator[tuple[str, Element]]:
        """Link to the object elements of the ISO properties at ``path`` and yield each with its node.

        A property by reference (``xlink:href``) is followed inside the document; where that fails it is
        linked as a ``Reference``, which nobody looked into, and not yielded.
        """
        for prop in self.every(parent, path):
            pointer = href(prop)
            targets = self.every(prop, "*")
            if not targets and pointer.startswith("#") and (target := self.referenced(pointer[1:])) is not None:
                targets = [target]
            for target in targets:
                node = self.node(target, *classes)
                self.say(subject, predicate, node, target)
                yield node, target
            if not targets and pointer:
                self.say(subject, predicate, self.reference(prop, pointer), prop)

    def take(self, element: Element) -> None:
        """Count an element, with all inside, as looked at."""
        self._taken_whole.add(element)
        self._seen.add(element)

    def describe(self, element: Element, name: str) -> str:
        """Return the node of an element of which only attributes are looked at, of class ``name``."""
        seen = element in self._seen
        node = self.node(element, name)
        if not seen:
            self._seen.discard(element)
        return node

    def reference(self, element: Element, target: str) -> str:
        """Return a node for an element that only refers to something which is not here."""
        node = self.node(element, "Reference")
        self.say(node, "href", Literal(target), element)
        return node

    def texts(self, subject: str, predicate: str, parent: Element, path: str, *, translated: str = "") -> None:
        """Say the texts at ``path``: free text, anchor, number, date, or plain leaf.

        An element with a nil reason says nothing; an empty one says ``""``. ``translated`` is the property
        for the other languages of an ISO free text.
        """
        for prop in self.every(parent, path):
            found = self._text(prop)
            if found is not None:
                self.say(subject, predicate, Literal(found[0]), found[1])
            for localised in self.every(prop, "PT_FreeText/*/*") if translated else ():
                lang = self.locales.get(localised.get("locale", "").removeprefix("#"), "")
                datatype = f"{RDF}langString" if lang else f"{XSD}string"
                self.say(subject, translated, Literal(content(localised), datatype, lang), localised)

    def contents(self, subject: str, predicate: str, parent: Element, path: str) -> None:
        """Say all text inside each element at ``path``, paragraphs and all, with single spaces (EML)."""
        for element in self.every(parent, path):
            self._taken_whole.add(element)
            self.say(subject, predicate, Literal(" ".join(content(element).split())), element)

    def codes(self, subject: str, predicate: str, parent: Element, path: str) -> None:
        """Say the code list values at ``path``, or the texts where an element has no such attribute.

        Of a code that is given by its address in the list the value is the code itself.
        """
        for prop in self.every(parent, path):
            code = next((child for child in prop if child.get("codeListValue") is not None), None)
            if code is None:
                self.texts(subject, predicate, prop, ".")
            else:
                self._taken_whole.add(prop)
                given = code.get("codeListValue", "").strip()
                address = _CODE_ADDRESS.fullmatch(given)
                value = Literal(address[1] if address else given)
                self.say(subject, predicate, value, code, given if address else "", attribute="codeListValue")

    def decimals(self, subject: str, predicate: str, parent: Element, path: str) -> list[tuple[str, Element]]:
        """Say the decimals at ``path`` and return them with their elements; what is none stays a string.

        A number with an exponent, as ``gco:Real`` may have it, is written out.
        """
        found = list(self._texts(parent, path))
        for text, element in found:
            if _DECIMAL.fullmatch(text):
                self.say(subject, predicate, Literal(text, f"{XSD}decimal"), element)
            elif _REAL.fullmatch(text) and abs(float(text)) < _LARGEST_REAL:
                self.say(subject, predicate, Literal(f"{float(text):f}", f"{XSD}decimal"), element, text)
            else:
                self.say(subject, predicate, Literal(text), element)
        return found

    def dates(self, subject: str, predicate: str, parent: Element, path: str) -> None:
        """Say the dates at ``path`` and their bounds; what is no date stays a string without bounds.

        Of such a string the property with ``Suggestion`` says which date it can only mean.
        """
        for text, element in self._texts(parent, path):
            date, meant = parse_date(text), ""
            if date is None and not (meant := likely_date(text)):  # 20190517 may be a year, and is not
                date = parse_date_of_any_era(text)
            if date is None:
                self.say(subject, predicate, Literal(text), element)
                if meant:
                    self.say(subject, f"{predicate}Suggestion", Literal(meant), element, text)
                continue
            self.say(subject, predicate, date.value, element)
            self.say(subject, f"{predicate}Earliest", date.earliest, element, text)
            self.say(subject, f"{predicate}Latest", date.latest, element, text)

    def iris(self, subject: str, predicate: str, element: Element) -> None:
        """Say the ``xlink:href`` of an element or of its first child; as a string if it is no IRI."""
        for carrier in (element, *self.every(element, "*")[:1]):
            pointer = href(carrier)
            if pointer:
                value = pointer if _IRI.fullmatch(pointer) else Literal(pointer)
                self.say(subject, predicate, value, carrier, attribute=HREF)
                return

    def nils(self, subject: str, predicate: str, parent: Element, path: str) -> None:
        """Say the reasons for having no value of the elements at ``path``."""
        for prop in self.every(parent, path):
            for carrier in (prop, *self.every(prop, "*")[:1]):
                for name, text in carrier.items():
                    if str(name).rpartition("}")[2] == "nilReason":
                        self.say(subject, predicate, Literal(str(text).strip()), carrier, attribute=str(name))

    def values(self, subject: str, predicate: str) -> list[str]:
        """Return what was said so far, literals by their text."""
        said = (subject, f"{DEF}{predicate}")
        return [
            value.lexical if isinstance(value, Literal) else value
            for of, what, value in self._facts
            if (of, what) == said
        ]

    def graph(self, encoding: str, record: str) -> RecordGraph:
        """Return what was gathered; ``record`` is the node of the record itself."""
        identifier = next(iter(self.values(record, "metadataId")), "")
        resource = next(iter(self.values(record, "describes")), "")
        title = next(iter(self.values(resource, "title")), "")
        return RecordGraph(
            RecordSummary(identifier, title, encoding),
            tuple(self._facts.values()),
            self._document.source_map,
            tuple(self._unlifted()),
            self._record,
            tuple(self.code_values),
        )

    # --- inside --------------------------------------------------------------------------------

    def _named(self, element: Element) -> Mapping[str, Sequence[Element]]:
        """Return the children of an element by name; ``*`` are all."""
        names = self._children.get(element)
        if names is None:
            children: list[Element] = []
            names = self._children[element] = {"*": children}
            for child in element:
                iri, local = split_name(child.tag)
                if iri != _EDITOR_NAMESPACE:
                    children.append(child)
                    if local in names:
                        names[local].append(child)
                    else:
                        names[local] = [child]
        return names

    def _texts(self, parent: Element, path: str) -> Iterator[tuple[str, Element]]:
        for prop in self.every(parent, path):
            found = self._text(prop)
            if found is not None:
                yield found

    def _text(self, prop: Element) -> tuple[str, Element] | None:
        self._taken_whole.add(prop)
        carrier = next((child for child in prop if local_name(child) != "PT_FreeText"), prop)
        text = content(carrier) if carrier is not prop or not len(prop) else ""
        if not text:
            for localised in self.every(prop, "PT_FreeText/*/*"):
                if content(localised):
                    return content(localised), localised
            if is_nil(prop) or is_nil(carrier):
                return None
        return text, carrier

    def _unlifted(self) -> Iterator[int]:
        for element in self.within():
            parent = element.getparent()
            if element is self.root or parent not in self._seen:
                continue
            if parent in self._taken_whole:
                self._seen.add(element)
                self._taken_whole.add(element)
            elif element not in self._seen:
                yield self._document.numbers[element]


def language_tag(code: str) -> str:
    """Return a code as a language tag, ``""`` where it cannot be one."""
    return code.lower() if _LANG.fullmatch(code) else ""
