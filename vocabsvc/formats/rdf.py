"""RDF syntaxes: which one a file is in, bytes to triples and back."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.parsers import expat

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from vocabsvc.errors import UnreadableInput

SYNTAXES: Mapping[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}
"""File name endings that are RDF; each may be followed by ``.gz``."""

# RFC 3987 §2.2: unreserved, reserved but for brackets, and ucschar, plane by plane.
_UCSCHAR = r"\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14)
)
_ILLEGAL_IN_IRI = re.compile(rf"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%{_UCSCHAR}-]|%(?![0-9A-Fa-f]{{2}})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UTF8_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RdfDocument:
    """The triples of one file. ``repaired_iris`` are those that were not IRIs, as written in the file."""

    triples: tuple[Triple, ...]
    repaired_iris: tuple[str, ...] = ()


def syntax_of(name: str) -> RdfFormat | None:
    """Return the syntax that a file name claims (``P01.nt.gz`` is N-Triples), or ``None``."""
    plain = name.removesuffix(".gz")
    return next((syntax for ending, syntax in SYNTAXES.items() if plain.endswith(ending)), None)


def stem_of(name: str) -> str:
    """Return a file name without its RDF ending and ``.gz`` (``P01.nt.gz`` gives ``P01``)."""
    plain = name.removesuffix(".gz")
    return next((plain.removesuffix(ending) for ending in SYNTAXES if plain.endswith(ending)), plain)


def parse_rdf(data: bytes, name: str, base_uri: str) -> RdfDocument:
    """Parse a whole file; named graphs are merged, as their names say nothing about vocabularies.

    Relative IRIs are resolved against ``base_uri``. An IRI with characters that no IRI may hold (spaces in
    Sextant's exports, a second ``#``) is percent-encoded and reported in ``repaired_iris``. The network is
    never touched: a remote JSON-LD context is an error.

    Raises:
        UnreadableInput: unknown ending, broken compression or syntax; nothing of the file is used.
    """
    syntax = syntax_of(name)
    if syntax is None:
        raise UnreadableInput(f"not an RDF file; expected one of {' '.join(SYNTAXES)} (or .gz)", name)
    data = (decompress(data, name) if name.endswith(".gz") else data).removeprefix(_UTF8_BOM)
    try:
        return RdfDocument(tuple(_triples(data, syntax, base_uri, lenient=False)))
    except SyntaxError as error:
        if "IRI" not in str(error):
            raise _unreadable(error, data, syntax, name) from error
    try:
        return _repair(_triples(data, syntax, base_uri, lenient=True))
    except (SyntaxError, ValueError) as error:
        raise _unreadable(error, data, syntax, name) from error


def serialise_rdf(
    triples: Iterable[Triple], syntax: RdfFormat, prefixes: Mapping[str, str], relative_to: str = ""
) -> bytes:
    """Serialise in the order given: the same triples in the same order give the same bytes.

    In Turtle, IRIs below ``relative_to`` are written relative, without saying to what: whoever reads the
    file chooses. Its scheme must be used by nothing else, or other IRIs would come out relative too.
    """
    base = {"base_iri": relative_to} if relative_to and syntax == RdfFormat.TURTLE else {}
    written = serialize(triples, format=syntax, prefixes=dict(prefixes), **base)
    if written is None:  # pragma: no cover - only when an output is passed
        raise TypeError("serialize returned nothing")
    return written.removeprefix(f"@base <{relative_to}> .\n".encode())


def decompress(data: bytes, name: str) -> bytes:
    """Return the content of a gzip file.

    Raises:
        UnreadableInput: not gzip, truncated, or with a wrong checksum.
    """
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInput(f"broken gzip: {error}", name) from error


def _triples(data: bytes, syntax: RdfFormat, base_uri: str, *, lenient: bool) -> Iterator[Triple]:
    quads = parse(data, format=syntax, base_iri=base_uri, lenient=lenient, rename_blank_nodes=True)
    for quad in quads:
        yield quad.triple if isinstance(quad, Quad) else quad


def _repair(triples: Iterable[Triple]) -> RdfDocument:
    repaired: dict[str, NamedNode] = {}

    def node(term: NamedNode) -> NamedNode:
        iri = term.value
        if iri in repaired:
            return repaired[iri]
        if not _SCHEME.match(iri):
            raise ValueError(f"not an absolute IRI: {iri!r}")
        encoded = encode_iri(iri)
        if encoded == iri:
            return term
        return repaired.setdefault(iri, NamedNode(encoded))

    def fix(triple: Triple) -> Triple:
        subject, predicate, target = triple.subject, node(triple.predicate), triple.object
        return Triple(
            node(subject) if isinstance(subject, NamedNode) else subject,
            predicate,
            node(target) if isinstance(target, NamedNode) else target,
        )

    fixed = tuple(fix(triple) for triple in triples)
    return RdfDocument(fixed, tuple(repaired))


def encode_iri(iri: str) -> str:
    """Percent-encode what RFC 3987 §2.2 allows nowhere in a path, and every ``#`` but the first."""
    encoded = _ILLEGAL_IN_IRI.sub(lambda match: quote(match.group()), iri)
    before, hash_sign, fragment = encoded.partition("#")
    return before + hash_sign + fragment.replace("#", "%23")


def _unreadable(error: Exception, data: bytes, syntax: RdfFormat, name: str) -> UnreadableInput:
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    if line is None and syntax == RdfFormat.RDF_XML:
        line, column = _xml_error_position(data)
    reason = re.sub(r"^Parser error at line [^:]*: | \(line \d+\)$", "", str(error).strip())
    return UnreadableInput(reason, name, line, column)


def _xml_error_position(data: bytes) -> tuple[int | None, int | None]:
    # The RDF/XML parser knows no positions; expat does where the file is not even XML.
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        return error.lineno, error.offset + 1
    return None, None
