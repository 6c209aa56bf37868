"""XML elements, looked at without their namespaces."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives the type no public name

HREF = "{http://www.w3.org/1999/xlink}href"
"""The attribute by which ISO records refer to something, as ``element.get`` takes it."""


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return split_name(element.tag)[1]


def namespace(element: Element) -> str:
    """Return an element's namespace, ``""`` for none."""
    return split_name(element.tag)[0]


def is_primitive(namespace: str) -> bool:
    """Tell whether a namespace has the primitive types of ISO 19103, in whatever edition (``gco``)."""
    return "/gco" in namespace


@lru_cache(maxsize=10_000)
def split_name(tag: object) -> tuple[str, str]:
    """Return the namespace of a tag, ``""`` for none, and the name in it; records have the same few hundred tags."""
    iri, _, local = str(tag).rpartition("}")
    return iri.removeprefix("{"), local


def written_name(element: Element, name: str) -> str:
    """Return the name of an attribute as the document writes it, with the prefix in use there."""
    if not name.startswith("{"):
        return name
    iri, _, local = name[1:].partition("}")
    if iri == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{local}"
    prefix = next((prefix for prefix, bound in element.nsmap.items() if bound == iri and prefix), "")
    return f"{prefix}:{local}" if prefix else local


def attributes(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes by name without namespace, values stripped."""
    for name, value in element.items():
        yield str(name).rpartition("}")[2], str(value).strip()


def href(element: Element) -> str:
    """Return the ``xlink:href``, ``""`` for none."""
    return element.get(HREF, "").strip()


def content(element: Element) -> str:
    """Return all text inside, stripped."""
    if not len(element):
        return (element.text or "").strip()
    return "".join(map(str, element.itertext())).strip()


def kind(element: Element) -> str:
    """Return the ISO name of an object element: its ``gco:isoType`` if a profile gives one, else its own."""
    for name, value in attributes(element):
        if name == "isoType":
            return value.rpartition(":")[2].removesuffix("_Type")  # some name the XSD type
    return local_name(element)


def is_nil(element: Element) -> bool:
    """Tell whether an element gives a reason for having no value."""
    return any(name == "nilReason" for name, _ in attributes(element))
