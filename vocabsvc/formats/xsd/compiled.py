"""Schema sets made ready for validation by libxml2, without the network and without entities.

libxml2 asks for every file it needs; it gets the bytes from here, with each reference turned into the path that
the set resolved it to. What the set does not have, it does not get.
"""

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lxml import etree

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.element import Element
from vocabsvc.formats.xsd.schema_file import REFERRING, XSD_NAMESPACE
from vocabsvc.formats.xsd.schema_set import XML_FILE, SchemaSet

_EXPECTED = re.compile(r"Expected is (?:one of )?\( (?P<names>.*) \)\.", re.DOTALL)
_DRIVER = "vocabsvc:driver.xsd"
_XSD = f"{{{XSD_NAMESPACE}}}"
_XML_SCHEMA = f"""
<xs:schema xmlns:xs="{XSD_NAMESPACE}" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang">
    <xs:simpleType>
      <xs:union memberTypes="xs:language">
        <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
      </xs:union>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="space">
    <xs:simpleType>
      <xs:restriction base="xs:NCName">
        <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
      </xs:restriction>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="id" type="xs:ID"/>
  <xs:attributeGroup name="specialAttrs">
    <xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/>
    <xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/>
  </xs:attributeGroup>
</xs:schema>
""".strip().encode()


@dataclass(frozen=True, slots=True)
class RaisedError:
    """An error as libxml2 gives it; ``path`` leads to the element, or is ``""`` where there is only its line."""

    kind: str
    path: str
    line: int
    message: str


def expected_tags(text: str) -> tuple[str, ...]:
    """Return the tags that libxml2 says it expects instead, at most ten; without those of wildcards."""
    found = _EXPECTED.search(text)
    names = found["names"].split(", ") if found else []
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip() and not name.startswith("#")))


class CompiledSchema:
    """Some namespaces of a set. Threads may share it; they take turns."""

    def __init__(self, schema: etree.XMLSchema) -> None:
        self._schema = schema
        self._turn = threading.Lock()
        self._declared: dict[str, bool] = {}

    def declares(self, tag: str) -> bool:
        """Tell whether there is a global declaration of an element, for which others may be substituted."""
        if tag not in self._declared:
            raised = self.errors(etree.Element(tag))
            self._declared[tag] = all(error.kind != "SCHEMAV_CVC_ELT_1" for error in raised)
        return self._declared[tag]

    def count_errors(self, root: Element) -> int:
        """Return how many there are, without asking where: identifiers given twice are not among them."""
        parser = etree.XMLParser(schema=self._schema, resolve_entities=False, no_network=True, load_dtd=False)
        content = etree.tostring(root)
        with self._turn:
            try:
                etree.fromstring(content, parser)
            except etree.XMLSyntaxError:
                return sum(1 for _ in cast("Iterable[Any]", parser.error_log))
        return 0

    def errors(self, root: Element) -> list[RaisedError]:
        """Validate the document of ``root``; it must not hold more than it (see ``RecordCopy``)."""
        with self._turn:
            if self._schema.validate(root):
                return []
            log = cast("Iterable[Any]", self._schema.error_log)  # lxml-stubs do not know that it can be iterated
            return [RaisedError(entry.type_name, entry.path or "", entry.line, entry.message.strip()) for entry in log]


def compile_set(schemas: SchemaSet, namespaces: Iterable[str]) -> CompiledSchema:
    """Compile the entries of those namespaces, in that order, with all that they import.

    Raises:
        UnreadableInput: the schemas are broken, or need what the set does not have; names the file.
    """
    parser = _parser()
    supply = _Supply(schemas)
    parser.resolvers.add(supply)
    try:
        driver = etree.fromstring(_driver(schemas, namespaces), parser, base_url=_DRIVER)
        return CompiledSchema(etree.XMLSchema(driver))
    except etree.XMLSchemaParseError as error:
        if supply.refusal is not None:
            raise supply.refusal from error
        raise UnreadableInput(*_place(error, schemas)) from error


def _driver(schemas: SchemaSet, namespaces: Iterable[str]) -> bytes:
    root = etree.Element(f"{_XSD}schema", {"targetNamespace": "urn:x-vocabsvc:driver"}, nsmap={"xs": XSD_NAMESPACE})
    for namespace in namespaces:
        location = {"schemaLocation": _address(schemas.entries[namespace])}
        etree.SubElement(root, f"{_XSD}import", {"namespace": namespace, **location} if namespace else location)
    return etree.tostring(root)


def _address(path: str) -> str:
    return path if path == XML_FILE else Path(path).as_uri()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _place(error: etree.XMLSchemaParseError, schemas: SchemaSet) -> tuple[str, str, int | None, int | None]:
    # The last entries of the log only repeat that it failed.
    log = cast("Iterable[Any]", error.error_log)
    first = next((entry for entry in log if entry.level_name != "WARNING"), None)
    if first is None:
        return str(error), schemas.name, None, None
    source = str(first.filename or "").removeprefix("file://")
    source = schemas.name if source in {"", "<string>", _DRIVER} else source
    return str(first.message).strip(), source, first.line or None, None


class _Supply(etree.Resolver):
    """Gives libxml2 the files of a set, and nothing else."""

    def __init__(self, schemas: SchemaSet) -> None:
        self.refusal: UnreadableInput | None = None
        self._schemas = schemas
        self._paths = {_address(path): path for path in schemas.files}

    def resolve(  # type: ignore[override]  # lxml-stubs leave out the context
        self,
        system_url: str,
        public_id: str,  # noqa: ARG002 - lxml gives it
        context: object,
    ) -> object:
        """Return the content of a file; what is not of the set is refused."""
        path = self._paths.get(system_url)
        if path is not None:
            content = self._content(path)
        elif system_url == XML_FILE:
            content = _XML_SCHEMA
        else:
            content = self._refuse(UnreadableInput("is not in the schema set", system_url))
        return cast("Any", self).resolve_string(content, context, base_url=system_url)

    def _refuse(self, error: UnreadableInput) -> bytes:
        self.refusal = self.refusal or error
        return b"<refused/>"

    def _content(self, path: str) -> bytes:
        try:
            root = etree.fromstring(Path(path).read_bytes(), _parser())
        except etree.XMLSyntaxError as error:
            line, column = error.position
            return self._refuse(UnreadableInput(str(error).partition(", line ")[0], path, line or 1, column or 1))
        except OSError as error:
            return self._refuse(UnreadableInput(error.strerror or "cannot be read", path))
        self._point(root, path)
        return etree.tostring(root, encoding="utf-8")

    def _point(self, root: Element, path: str) -> None:
        """Turn the references of a file into the addresses of what they mean."""
        file = self._schemas.files[path]
        elements = [child for child in root if child.tag in _REFERRING]
        for element, reference in zip(elements, file.references, strict=False):
            target = self._schemas.target(file, reference)
            if target is not None:
                element.set("schemaLocation", _address(target))
            elif reference.other:
                element.attrib.pop("schemaLocation", "")
            else:
                root.remove(element)
        if path in self._schemas.wired:
            imported = {reference.namespace for reference in file.references if reference.other}
            for namespace in sorted(file.prefixes.keys() & self._schemas.entries.keys() - imported - {file.namespace}):
                location = _address(self._schemas.entries[namespace])
                added = {"namespace": namespace, "schemaLocation": location}
                root.insert(0, etree.Element(f"{_XSD}import", added))


_REFERRING = frozenset(f"{_XSD}{name}" for name in REFERRING)
