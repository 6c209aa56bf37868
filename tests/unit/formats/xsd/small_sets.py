"""Small schema sets of our own: a record with places in one of two versions, and a profile of it."""

from pathlib import Path

from vocabsvc.formats.xml import XmlDocument, parse_xml
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.xsd import XsdError, XsdVerdict

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'
CORE, PROFILE, ISO_TYPE = "urn:core", "urn:profile", "urn:gco"
GEO = "urn:geo/{version}"

CORE_XSD = f"""
<xs:schema {XS} targetNamespace="{CORE}" xmlns:c="{CORE}" xmlns:g="urn:geo/VERSION">
  <xs:include schemaLocation="parts/items.xsd"/>
  <xs:import namespace="urn:geo/VERSION" schemaLocation="geo.xsd"/>
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
  <xs:element name="record">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="title" type="xs:string"/>
        <xs:element name="date" type="c:Date_Type"/>
        <xs:element name="theme" type="c:Theme" minOccurs="0"/>
        <xs:element name="count" type="xs:integer" minOccurs="0"/>
        <xs:element name="code" minOccurs="0" type="c:Code"/>
        <xs:element name="note" minOccurs="0" type="c:Note"/>
        <xs:element ref="c:AbstractItem" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="place" minOccurs="0">
          <xs:complexType><xs:sequence><xs:element ref="g:Point"/></xs:sequence></xs:complexType>
        </xs:element>
        <xs:element name="more" minOccurs="0">
          <xs:complexType>
            <xs:sequence><xs:any processContents="lax" namespace="##other" maxOccurs="unbounded"/></xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="version" type="xs:positiveInteger"/>
      <xs:attribute ref="xml:lang"/>
    </xs:complexType>
    <xs:key name="keys"><xs:selector xpath="c:Item"/><xs:field xpath="@key"/></xs:key>
    <xs:keyref name="links" refer="c:keys"><xs:selector xpath="c:Item"/><xs:field xpath="@link"/></xs:keyref>
  </xs:element>
  <xs:simpleType name="Date_Type"><xs:union memberTypes="xs:date xs:gYear"/></xs:simpleType>
  <xs:simpleType name="Theme">
    <xs:restriction base="xs:string">
      <xs:enumeration value="oceans"/><xs:enumeration value="climat côtier"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Code">
    <xs:restriction base="xs:string"><xs:minLength value="2"/><xs:pattern value="[A-Z]+"/></xs:restriction>
  </xs:simpleType>
  <xs:complexType name="Note"><xs:sequence><xs:element name="text" type="xs:string"/></xs:sequence></xs:complexType>
</xs:schema>
"""
ITEMS_XSD = f"""
<xs:schema {XS} targetNamespace="{CORE}" xmlns:c="{CORE}">
  <xs:include schemaLocation="../core.xsd"/>
  <xs:element name="AbstractItem" abstract="true" type="c:ItemType"/>
  <xs:element name="Item" type="c:ItemType" substitutionGroup="c:AbstractItem"/>
  <xs:complexType name="ItemType">
    <xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence>
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="key"/>
    <xs:attribute name="link"/>
  </xs:complexType>
</xs:schema>
"""
GEO_XSD = f"""
<xs:schema {XS} targetNamespace="urn:geo/VERSION">
  <xs:element name="Point">
    <xs:complexType>
      <xs:sequence><xs:element name="lat" type="xs:decimal"/></xs:sequence>
      <xs:attribute name="unit" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
PROFILE_XSD = f"""
<xs:schema {XS} targetNamespace="{PROFILE}" xmlns:c="{CORE}" xmlns:p="{PROFILE}">
  <xs:import namespace="{CORE}" schemaLocation="http://schemas.example/core/core.xsd"/>
  <xs:element name="Item" substitutionGroup="c:AbstractItem">
    <xs:complexType>
      <xs:complexContent>
        <xs:extension base="c:ItemType">
          <xs:sequence><xs:element name="depth" type="xs:decimal"/></xs:sequence>
          <xs:anyAttribute processContents="lax"/>
        </xs:extension>
      </xs:complexContent>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""


def write(folder: Path, **files: str) -> Path:
    """Write files; ``__`` in a name stands for a slash."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.xsd"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.strip(), "utf-8")
    return folder


def core_set(folder: Path, version: str = "1") -> Path:
    """The record over one version of the places."""
    geo, core = GEO_XSD.replace("VERSION", version), CORE_XSD.replace("VERSION", version)
    return write(folder, core=core, parts__items=ITEMS_XSD, geo=geo)


def profile_set(folder: Path) -> Path:
    """A profile whose import leads to the web."""
    return write(folder, profile=PROFILE_XSD)


def record(inside: str, attributes: str = "", version: str = "1") -> XmlDocument:
    """A record, its content on one line each."""
    spaces = f'xmlns:c="{CORE}" xmlns:g="urn:geo/{version}" xmlns:p="{PROFILE}" xmlns:gco="{ISO_TYPE}"'
    return parse_xml(f"<c:record {spaces} {attributes}>\n{inside}\n</c:record>".encode(), "record.xml", max_bytes=10**7)


def judged(sets: SchemaSets, document: XmlDocument) -> XsdVerdict:
    return sets.validate(document, document.root)


def the_error(verdict: XsdVerdict) -> XsdError:
    (error,) = verdict.errors
    return error
