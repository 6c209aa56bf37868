"""The many ways in which a concept is cited: URNs, addresses old and new, names, codes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.errors import InvalidRequest
from vocabsvc.formats.list_addresses import CATALOGUES, read_list_address
from vocabsvc.formats.rdf import encode_iri
from vocabsvc.namespaces import NVS

_URNURL = re.compile(r"https?://(?:www\.)?seadatanet\.org/urnurl/(?P<urn>SDN:.+)", re.IGNORECASE)
_URN = re.compile(r"(?:urn:)?SDN:(?P<list>[A-Z0-9]{3,6}):[0-9]*:(?P<code>[^:\s/]+)", re.IGNORECASE)
_NVS = re.compile(
    r"(?:https?://)?vocab\.nerc\.ac\.uk/collection/(?P<list>[^/]+)/[^/]+/(?P<code>[^/]+)(?:/[0-9]+)?/?", re.IGNORECASE
)
_NDG = re.compile(
    r"(?:https?://)?vocab\.ndg\.nerc\.ac\.uk/(?:term|collection)/(?P<list>[^/]+)/[^/]+/(?P<code>[^/]+)/?", re.IGNORECASE
)
_CF_NAME = re.compile(
    r"https?://(?:vocab\.nerc\.ac\.uk/standard_name|mmisw\.org/ont/cf/parameter)/(?P<name>[A-Za-z0-9_]+)/?"
)
_IN_VOCABULARY = re.compile(r"(?P<list>[A-Za-z][\w-]*)::?(?P<code>[^:/\s][^:\s]*)")
_ANY_IRI = re.compile(r"[a-z][a-z0-9+.-]*://.+", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s]", re.IGNORECASE)
_OLD_LIST = re.compile(r"[A-Z][0-9]{2}1")
"""NDG's list codes had a fourth place, always 1 in use: P011 became P01, L061 became L06."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a cited identifier may mean; whichever fields are empty are not meant.

    ``uris`` are addresses to try in order. ``code`` is a notation or code, in ``vocabulary`` where one is
    named. ``cf_name`` is a CF standard name.
    """

    uris: tuple[str, ...] = ()
    vocabulary: str = ""
    code: str = ""
    cf_name: str = ""


def read_citation(text: str) -> Citation:
    """Read an identifier in any of the forms in use; what is none of them is taken for a code or a CF name.

    Forms: ``SDN:P01::TEMPPR01`` with or without version, the list codes of before 2010 (``SDN:P021:35:TEMP``),
    addresses of NVS with http or https, a final slash or a concept version, of ``vocab.ndg.nerc.ac.uk``, of
    SeaDataNet's ``urnurl``, what ``list_addresses`` knows, ``P02:TEMP`` or ``P02::TEMP``, any other IRI, a bare code, a
    CF standard name.
    """
    cited = text.strip().strip("<>")
    if urnurl := _URNURL.fullmatch(cited):
        cited = urnurl["urn"]
    for form in (_URN, _NVS, _NDG):
        if found := form.fullmatch(cited):
            return _of_nvs(found["list"].upper(), found["code"])
    if found := _CF_NAME.fullmatch(cited):
        return Citation(cf_name=found["name"])
    if listed := read_list_address(cited):
        given = iri_spellings(encode_iri(cited)) if _ANY_IRI.fullmatch(cited) else ()
        return Citation(tuple(dict.fromkeys((encode_iri(listed.iri), *given))), listed.vocabulary, listed.code)
    if _ANY_IRI.fullmatch(cited):
        return Citation(uris=iri_spellings(encode_iri(cited)))
    if found := _IN_VOCABULARY.fullmatch(cited):
        return Citation(vocabulary=found["list"], code=found["code"])
    return Citation(code=cited, cf_name=cited)


def read_iri(text: str) -> str:
    """Return an absolute IRI, with what no IRI may hold percent-encoded, as a load does it.

    Raises:
        InvalidRequest: it has no scheme, or control characters.
    """
    iri = text.strip()
    if not _ABSOLUTE.match(iri) or not iri.isprintable():
        raise InvalidRequest(f"not an absolute IRI: {iri[:200]!r}")
    return encode_iri(iri)


def iri_spellings(iri: str) -> tuple[str, ...]:
    """Return an IRI as given, then with the other final slash and with the other of http and https."""

    def spelled() -> Iterator[str]:
        bare = iri.removesuffix("/")
        yield from (iri, f"{bare}/", bare)
        scheme, _, rest = bare.partition("://")
        other = {"http": "https", "https": "http"}.get(scheme.lower())
        if other:
            yield from (f"{other}://{rest}/", f"{other}://{rest}")

    return tuple(dict.fromkeys(spelled()))


def _of_nvs(collection: str, code: str) -> Citation:
    name = collection[:3] if _OLD_LIST.fullmatch(collection) else collection
    if name in CATALOGUES:
        return Citation((CATALOGUES[name] + code,), vocabulary=name, code=code)
    uris = (f"{NVS}{name}/current/{code}/", f"{NVS}{name}/current/{code.upper()}/")
    return Citation(tuple(dict.fromkeys(uris)), vocabulary=name, code=code)
