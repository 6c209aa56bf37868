"""RDF statements as plain data, for those who publish them."""

from typing import NamedTuple

from vocabsvc.namespaces import XSD


class Literal(NamedTuple):
    """An RDF literal as written. Text with a language has the datatype rdf:langString, as in RDF 1.1."""

    lexical: str
    datatype: str = f"{XSD}string"
    lang: str = ""


class Statement(NamedTuple):
    """One triple; plain strings are IRIs, or blank nodes where they begin with ``_:``."""

    subject: str
    predicate: str
    object: str | Literal
