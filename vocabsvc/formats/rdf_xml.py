"""RDF/XML with typed nodes, for readers that take it as XML: GeoNetwork, XSLT (RDF 1.1 XML Syntax)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import NamedTuple

from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, SKOS, XSD

_TYPE = f"{RDF}type"
_STRING = f"{XSD}string"

# Letters that every edition of XML 1.0 allows in a name: Xerces and expat know those of the first four only.
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0388-\u038a\u038e-\u03a1"
    "\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481\u05d0-\u05ea\u0621-\u063a\u0641-\u064a"
    "\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"
)
_NCNAME = re.compile(rf"[{_START}][{_START}.0-9-]*")
_LAST_NCNAME = re.compile(rf"{_NCNAME.pattern}\Z")

_NO_ELEMENT = frozenset(
    f"{RDF}{name}"
    for name in (
        *("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype"),
        *("aboutEach", "aboutEachPrefix", "bagID", "li", "Description"),
    )
)
"""What RDF/XML §6.2.5 and §6.2.6 allow neither for a node nor for a property, or reads as something else."""

_ESCAPED = re.compile('[\\x00-\\x08\\x0b-\\x1f&<>"\ufffe\uffff\ud800-\udfff]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_REPLACEMENT = "\ufffd"
_XML_NAMESPACES = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")

_BATCH = 500
"""So many statements of a subject are looked through for its type, and so many pieces are written at once."""


def write_rdf_xml(statements: Iterable[Statement], prefixes: Mapping[str, str], sink: ByteSink) -> None:
    """Write statements as they come, one element per subject; those of a subject must follow each other.

    The element is named by the subject's type: of those in a namespace of ``prefixes`` a SKOS class, else the
    first; the other types, and those stated after hundreds of statements, are properties. The prefix ``rdf``
    is always RDF's. A blank node that follows the statement which leads to it stands inside it.

    RDF/XML cannot say everything. A statement whose predicate is no XML name (``…#broader/``) is left out, and
    a comment in its place says so. U+FFFD stands for characters that XML 1.0 cannot hold.
    """
    names = _Names(prefixes)
    pieces = chain([names.root()], _elements(statements, names), ["</rdf:RDF>\n"])
    for batch in iter(lambda: "".join(islice(pieces, _BATCH)), ""):
        sink.write(batch.encode())
    sink.flush()


def escape_xml(text: str) -> str:
    """Return ``text`` for an element or an attribute in quotes; U+FFFD for what XML 1.0 cannot hold."""
    return _ESCAPED.sub(_escape, text) if _ESCAPED.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match.group(), _REPLACEMENT)


class _Names:
    """What things are called in one document: names for IRIs, identifiers for blank nodes in order of coming."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        usable = {prefix: iri for prefix, iri in prefixes.items() if _is_usable(prefix, iri)}
        self._prefixes = usable | {"rdf": RDF}
        self._free = next(name for name in map("ns{}".format, range(len(usable) + 1)) if name not in usable)
        self._tags: dict[str, _Tag | None] = {}
        self._blank_nodes: dict[str, str] = {}

    def root(self) -> str:
        declared = "".join(f'\n    xmlns:{prefix}="{escape_xml(iri)}"' for prefix, iri in self._prefixes.items())
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'

    def tag(self, iri: str) -> "_Tag | None":
        """Return the tag of an element for this IRI, ``None`` where XML has none."""
        try:
            return self._tags[iri]
        except KeyError:
            return self._tags.setdefault(iri, self._new_tag(iri))

    def type_tag(self, about: Iterable[Statement]) -> "tuple[str, _Tag] | None":
        """Return the class that names the element, and its tag; ``None`` where none has a declared prefix."""
        types = [one.object for one in about if one.predicate == _TYPE and isinstance(one.object, str)]
        tags = [(iri, tag) for iri in types if (tag := self.tag(iri)) and tag.begin == tag.name]
        return next((one for one in tags if one[0].startswith(SKOS)), tags[0] if tags else None)

    def reference(self, node: str, attribute: str) -> str:
        """Return the attribute that names a node: ``rdf:about`` or ``rdf:resource``, or ``rdf:nodeID``."""
        if node.startswith("_:"):
            return f'rdf:nodeID="{self._blank_nodes.setdefault(node, f"b{len(self._blank_nodes)}")}"'
        return f'rdf:{attribute}="{escape_xml(node)}"'

    def _new_tag(self, iri: str) -> "_Tag | None":
        if iri in _NO_ELEMENT:
            return None
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and _NCNAME.fullmatch(iri, len(namespace)):
                name = f"{prefix}:{iri[len(namespace) :]}"
                return _Tag(name, name)
        local = _LAST_NCNAME.search(iri)
        if local is None or iri[: local.start()] in _XML_NAMESPACES:
            return None
        name = f"{self._free}:{local.group()}"
        return _Tag(f'{name} xmlns:{self._free}="{escape_xml(iri[: local.start()])}"', name)


class _Tag(NamedTuple):
    """How an element begins (``p:name xmlns:p="…"``), and its name."""

    begin: str
    name: str


_DESCRIPTION = _Tag("rdf:Description", "rdf:Description")


def _is_usable(prefix: str, iri: str) -> bool:
    reserved = prefix.lower().startswith("xml") or iri in _XML_NAMESPACES or not iri
    return not reserved and _NCNAME.fullmatch(prefix) is not None


def _elements(statements: Iterable[Statement], names: _Names) -> Iterator[str]:
    """Yield the elements of a document in small pieces."""
    end = ""
    kept: Statement | None = None  # the last of the element that is open; its object may come next
    for subject, about in groupby(statements, attrgetter("subject")):
        if kept is not None and kept.object == subject:
            yield from _inside(kept, about, names)
            kept = None
            continue
        if kept is not None:
            yield _property(kept, names)
        yield end
        first = list(islice(about, _BATCH))
        start, end = _tags(subject, first, names)
        yield f"  {start}"
        if 0 < len(first) < _BATCH - 1 and _leads_to_blank_node(first[-1]) and names.tag(first[-1].predicate):
            kept = first.pop()
        else:
            kept = None
        yield from (_property(one, names) for one in chain(first, about))
    if kept is not None:
        yield _property(kept, names)
    yield end


def _inside(link: Statement, about: Iterable[Statement], names: _Names) -> Iterator[str]:
    """Yield a property with its object, a blank node, inside it."""
    outer = names.tag(link.predicate) or _DESCRIPTION
    yield f"    <{outer.begin}>\n"
    rest = iter(about)
    first = list(islice(rest, _BATCH))
    start, end = _tags(str(link.object), first, names)
    yield f"      {start}"
    yield from (f"    {_property(one, names)}" for one in chain(first, rest))
    yield f"    {end}"
    yield f"    </{outer.name}>\n"


def _tags(subject: str, about: list[Statement], names: _Names) -> tuple[str, str]:
    """Return how the element of a subject starts and ends; the type that names it is taken out of ``about``."""
    iri, tag = names.type_tag(about) or ("", _DESCRIPTION)
    if iri:
        about.remove(Statement(subject, _TYPE, iri))
    return f"<{tag.begin} {names.reference(subject, 'about')}>\n", f"  </{tag.name}>\n"


def _leads_to_blank_node(statement: Statement) -> bool:
    return isinstance(statement.object, str) and statement.object.startswith("_:")


def _property(statement: Statement, names: _Names) -> str:
    _, predicate, target = statement
    tag = names.tag(predicate)
    if tag is None:
        iri = escape_xml(predicate).replace("--", "-%2D")
        return f"    <!-- RDF/XML has no name for the property {iri} -->\n"
    begin, name = tag
    if isinstance(target, Literal):
        lexical, datatype, lang = target
        if lang:
            attribute = f' xml:lang="{escape_xml(lang)}"'
        else:
            attribute = "" if datatype == _STRING else f' rdf:datatype="{escape_xml(datatype)}"'
        return f"    <{begin}{attribute}>{escape_xml(lexical)}</{name}>\n"
    return f"    <{begin} {names.reference(target, 'resource')}/>\n"
