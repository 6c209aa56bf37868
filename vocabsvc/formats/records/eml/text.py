"""Texts of EML: paragraphs, sections and Markdown as one line, with the translations that stand inside them."""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from vocabsvc.formats.element import Element, content, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import RDF

_BLOCKS = frozenset({"section", "title", "para", "listitem", "markdown", "literalLayout"})
_WITH_LANGUAGE = etree.XPath("descendant-or-self::*[@xml:lang]")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def lift_texts(
    lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *, translated: str = ""
) -> None:
    """Say all text inside each element at ``path``, with single spaces.

    What stands in a ``value`` with a language is a translation (EML 2.1, i18n), said by the property ``translated``
    if there is one.
    """
    for element in lifting.every(parent, path):
        lifting.take(element)
        translations = [value for value in element.iter("value") if value.get(XML_LANG)] if len(element) else []
        text = "".join(_own_texts(element)) if len(element) else content(element)
        lifting.say(subject, predicate, Literal(" ".join(text.split())), element)
        for value in translations if translated else ():
            language = value.get(XML_LANG, "").strip().lower()
            lifting.say(subject, translated, Literal(content(value), f"{RDF}langString", language), value)


def lift_attribute(lifting: Lifting, subject: str, predicate: str, element: Element, name: str) -> None:
    """Say the value of an attribute, if the element has it."""
    value = element.get(name)
    if value is not None:
        lifting.say(subject, predicate, Literal(value.strip()), element, attribute=name)


def lift_languages(lifting: Lifting) -> None:
    """Say every ``xml:lang`` of the record."""
    for element in cast("list[Element]", _WITH_LANGUAGE(lifting.root)):
        lift_attribute(lifting, lifting.describe(element, "Element"), "textLanguage", element, XML_LANG)


def _own_texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in _BLOCKS:
            yield " "
        if name != "value":
            yield from _own_texts(child)
        yield child.tail or ""
