import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.xsd.schema_file import Reference, read_schema_file

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'


def test_the_head_is_read_and_nothing_behind_it() -> None:
    text = f"""<!DOCTYPE xs:schema PUBLIC "-//W3C//DTD XMLSCHEMA 200102//EN" "XMLSchema.dtd">
<xs:schema {XS} xmlns:a="urn:a" xmlns:b="urn:b" targetNamespace="urn:a">
  <xs:annotation><xs:documentation><xs:import namespace="urn:no"/></xs:documentation></xs:annotation>
  <xs:import namespace="urn:b" schemaLocation=" b.xsd "/>
  <xs:include schemaLocation="été.xsd"/>
  <xs:redefine schemaLocation="c.xsd"><xs:simpleType/></xs:redefine>
  <xs:import/>
  <xs:element name="x"/><broken"""
    file = read_schema_file(text.encode(), "/sets/a.xsd")
    assert (file.namespace, file.path) == ("urn:a", "/sets/a.xsd")
    assert file.references == (
        Reference(other=True, namespace="urn:b", location="b.xsd", line=4),
        Reference(other=False, namespace="urn:a", location="été.xsd", line=5),
        Reference(other=False, namespace="urn:a", location="c.xsd", line=6),
        Reference(other=True, namespace="", location="", line=7),
    )
    assert file.prefixes["urn:b"] == "b"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xs:schema/>'


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("<html/>", "the root element is html, not xs:schema", 1),
        (f"<xs:element {XS}/>", "the root element is element, not xs:schema", 1),
        ("", "no element found", 1),
        (f"<xs:schema {XS}>\n<xs:import", "unclosed token", 2),
        (BOMB, "declares the entity a", 1),
        ('<!DOCTYPE x [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><x/>', "declares the entity x", 2),
        ('<?xml version="1.0" encoding="klingon"?><x/>', "unknown encoding", None),
    ],
)
def test_what_is_no_schema(text: str, reason: str, line: int | None) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_schema_file(text.encode(), "a.xsd")
    assert refused.value.reason.startswith(reason)
    if line:
        assert refused.value.line == line
