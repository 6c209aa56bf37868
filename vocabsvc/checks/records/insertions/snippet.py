"""Pieces of XML to put into a record, kept with the prefixes that everybody uses."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from vocabsvc.formats.element import Element, local_name, namespace

_ISO_19139 = {
    "gmd": "http://www.isotc211.org/2005/gmd",
    "gco": "http://www.isotc211.org/2005/gco",
    "gmx": "http://www.isotc211.org/2005/gmx",
    "srv": "http://www.isotc211.org/2005/srv",
    "gml": "http://www.opengis.net/gml/3.2",
    "xlink": "http://www.w3.org/1999/xlink",
}
_ISO_19115_3 = {
    **{
        prefix: f"http://standards.iso.org/iso/19115/-3/{prefix}/1.0"
        for prefix in ("cit", "gco", "gcx", "gex", "lan", "mcc", "mco", "mdb", "mmi", "mrc", "mrd", "mri", "mrl", "mrs")
    },
    "mdq": "http://standards.iso.org/iso/19157/-2/mdq/1.0",
    "gml": "http://www.opengis.net/gml/3.2",
    "xlink": "http://www.w3.org/1999/xlink",
}
_NAMESPACES: Mapping[str, Mapping[str, str]] = {"iso19139": _ISO_19139, "iso19115-3": _ISO_19115_3, "eml": {}}
_SECOND_EDITION = frozenset(
    f"http://standards.iso.org/iso/19115/-3/{prefix}/2.0" for prefix in ("cit", "mdb", "mrc", "mrl")
)
"""The modules used here that ISO 19115-3:2023 has in version 2.0; a record is of one edition."""

_VERSION = re.compile(r"(/[0-9.]+)?$")


@dataclass(frozen=True, slots=True)
class Snippet:
    """An element to put in, and the path from the element that lacks it to the one that should hold it."""

    into: str
    element: Element


@cache
def read_snippets() -> Mapping[str, Mapping[str, tuple[Snippet, ...]]]:
    """Return the snippets by the property of the record profile that they say, and by encoding.

    Of several the first counts whose ``into`` is there.
    """
    text = files("vocabsvc.checks.records.insertions").joinpath("snippets.toml").read_text("utf-8")
    return {
        name: {encoding: tuple(_snippet(encoding, one) for one in stated) for encoding, stated in encodings.items()}
        for name, encodings in tomllib.loads(text).items()
    }


def write_snippet(element: Element, parent: Element) -> str:
    """Return an element as XML, in the prefixes that are declared at ``parent``; others are declared in it.

    A namespace is taken for the record's own where it differs in its version only: GML 3.2.0 and 3.2.1, the
    modules of ISO 19115-3.
    """
    in_scope = {_unversioned(iri): prefix for prefix, iri in parent.nsmap.items() if prefix is not None}
    default = _unversioned(parent.nsmap.get(None, ""))
    declared: dict[str, str] = {}
    body = _written(element, in_scope, default, declared)
    name = re.match(r"<[^\s/>]+", body)
    assert name is not None  # noqa: S101 - it was just written
    second = any(iri in _SECOND_EDITION for iri in parent.nsmap.values())
    declarations = "".join(
        f" xmlns:{prefix}={quoteattr(_second_edition(iri) if second else iri)}"
        for prefix, iri in sorted(declared.items())
    )
    return f"{name[0]}{declarations}{body[name.end() :]}"


def _snippet(encoding: str, stated: Mapping[str, str]) -> Snippet:
    declarations = "".join(f' xmlns:{prefix}="{iri}"' for prefix, iri in _NAMESPACES[encoding].items())
    (element,) = etree.fromstring(f"<x{declarations}>{stated['xml']}</x>")
    return Snippet(stated.get("into", "."), element)


def _written(element: Element, in_scope: Mapping[str, str], default: str, declared: dict[str, str]) -> str:
    name = _name(local_name(element), namespace(element), element, in_scope, default, declared)
    attributes = "".join(
        f" {_name(etree.QName(key).localname, etree.QName(key).namespace or '', element, in_scope, '', declared)}"
        f"={quoteattr(str(value))}"
        for key, value in element.items()
    )
    inside = escape(element.text or "") + "".join(_written(child, in_scope, default, declared) for child in element)
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _name(
    local: str, iri: str, element: Element, in_scope: Mapping[str, str], default: str, declared: dict[str, str]
) -> str:
    wanted = _unversioned(iri)
    if not iri or wanted == default:
        return local
    if wanted in in_scope:
        return f"{in_scope[wanted]}:{local}"
    prefix = next(prefix for prefix, bound in element.nsmap.items() if bound == iri and prefix is not None)
    declared[prefix] = iri
    return f"{prefix}:{local}"


def _second_edition(iri: str) -> str:
    newer = f"{_unversioned(iri)}/2.0"
    return newer if newer in _SECOND_EDITION else iri


def _unversioned(iri: str) -> str:
    return _VERSION.sub("", iri)
