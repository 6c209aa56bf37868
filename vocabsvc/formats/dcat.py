"""Values in the form that DCAT and VoID ask for."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from vocabsvc.formats.rdf import encode_iri
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

_IANA = "https://www.iana.org/assignments/media-types/"
_ISO_639 = "http://id.loc.gov/vocabulary/iso639-"
_SPDX_LICENCES = "https://spdx.org/licenses/"
_SPDX_ID = re.compile(r"[A-Za-z0-9.+-]+")
_ABSOLUTE = re.compile(r"https?://\S+")
_DATES = {
    re.compile(r"[0-9]{4}"): "gYear",
    re.compile(r"[0-9]{4}-[0-9]{2}"): "gYearMonth",
    re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"): "date",
    re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})?"): "dateTime",
}

Pair = tuple[str, str | Literal]


def about(subject: str, *pairs: Pair) -> Iterator[Statement]:
    """Yield a statement per pair of predicate and object; an empty IRI or text stands for what is not known."""
    return (Statement(subject, predicate, target) for predicate, target in pairs if target and target != Literal(""))


def licence_iri(licence: str) -> str:
    """Return the IRI of a licence that is stated as an SPDX id or an IRI, ``""`` if it is neither."""
    if _ABSOLUTE.fullmatch(licence):
        return encode_iri(licence)
    return f"{_SPDX_LICENCES}{licence}" if _SPDX_ID.fullmatch(licence) else ""


def language_iri(tag: str) -> str:
    """Return the IRI of a language at the Library of Congress, given its BCP 47 tag."""
    primary = tag.partition("-")[0]
    return f"{_ISO_639}{1 if len(primary) == 2 else 2}/{quote(primary, safe='')}"


def media_type_iri(media_type: str) -> str:
    """Return the IRI of a media type at IANA."""
    return f"{_IANA}{media_type}"


def text(words: str, lang: str) -> Literal:
    """Return a text, in a language where one is given."""
    return Literal(words, f"{RDF}langString", lang) if lang else Literal(words)


def number(value: int, datatype: str) -> Literal:
    """Return a number; ``datatype`` is a name in XML Schema."""
    return Literal(str(value), f"{XSD}{datatype}")


def date(words: str) -> Literal:
    """Return a year, month, day or time with its datatype, and any other text as it is."""
    kind = next((name for form, name in _DATES.items() if form.fullmatch(words)), "string")
    return Literal(words, f"{XSD}{kind}")
