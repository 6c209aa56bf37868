"""What the code lists know of the codes in a record; nothing is said of a code that is as it should be."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vocabsvc.model.record import CodeValue, Fact, FactIndex, RecordGraph
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF, XSD
from vocabsvc.services.validation.code_lists import LANGUAGES, CodeList

_CATALOGUES = {"iso19139": ("iso-19139", "iso-19115-3"), "iso19115-3": ("iso-19115-3", "iso-19139")}
_LANGUAGE_LIST = re.compile(r"https?://(?:www\.)?(?:loc\.gov/standards/iso639-2|id\.loc\.gov/vocabulary/iso639-2)\b")
_ISO_CATALOGUE = re.compile(
    r"https?://(?:www\.|schemas\.)?(?:isotc211|tc211)\.org/|https?://standards\.iso\.org/", re.IGNORECASE
)
_CATALOGUE_FILE = re.compile(r"(?:^|/)(?:ML_)?(?:gm[xi])? ?Code-?lists?\.xml$", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*://[^/]+/.", re.IGNORECASE)
_FIRST_PART = re.compile(r"[^\W\d_]+")
_LOC = "http://www.loc.gov/standards/iso639-2/"
_NAMES = {"MI_PolarisationOrientationCode": "MI_PolarizationOrientationCode"}  # the schema and its catalogue differ
_CHARACTER_SETS = "MD_CharacterSetCode"  # by its IANA name in ISO 19115-1
_SEADATANET = "SDN_"  # lists of NVS, which have checks of their own


class _Said(NamedTuple):
    """A fact about a code before it has a subject."""

    predicate: str
    value: str
    attribute: str


class CodeFacts:
    """A ``FactSource`` over code lists by the name of their element."""

    def __init__(self, lists: Mapping[str, CodeList]) -> None:
        self._lists = lists

    def of(self, index: FactIndex, graph: RecordGraph) -> Iterable[Fact]:
        """Return the faults of the codes, and on the record how many were compared; nothing without code lists."""
        if not self._lists:
            return
        judged = 0
        for code in graph.code_values:
            name = _NAMES.get(code.name, code.name)
            known = self._lists.get(name)
            judged += known is not None
            said = list(self._judge(name, code, known, graph.summary.encoding))
            if said:
                node = graph.iri + graph.source_map.pointer(code.element)
                yield Fact(node, f"{RDF}type", f"{DEF}Element", code.element)
                for predicate, value, attribute in said:
                    yield Fact(node, f"{DEF}{predicate}", Literal(value), code.element, attribute=attribute)
        for record in index.nodes("IsoRecord")[:1]:
            element = index.facts(record, "encoding")[0].element
            yield Fact(record, f"{DEF}judgedCodes", Literal(str(judged), f"{XSD}integer"), element)

    def _judge(self, name: str, code: CodeValue, known: CodeList | None, encoding: str) -> Iterator[_Said]:
        if known is None:
            if code.value and not name.startswith(_SEADATANET):
                yield _Said("unjudgedCode", f"{code.value} ({name})", code.attribute)
            return
        fits, own = self._cited(name, code.code_list)
        if name == LANGUAGES:
            if code.attribute and not _LANGUAGE_LIST.match(code.code_list):
                yield from _address(code, "" if fits else _LOC, other=fits)
            yield from _language(code, known)
            return
        if not fits and known.addresses:
            address = next(known.addresses[one] for one in _CATALOGUES[encoding] if one in known.addresses)
            yield from _address(code, address)
        if not (name == _CHARACTER_SETS and encoding == "iso19115-3" and _is_registered(code.value)):
            yield from _value(name, code, known, own=own)

    def _cited(self, name: str, address: str) -> tuple[bool, bool]:
        """Tell whether an address can be that of the list, and whether of the ISO list rather than somebody's own."""
        base, _, fragment = (
            address.replace("?", "#", 1).rpartition("#") if "#" in address or "?" in address else (address, "", "")
        )
        listed = fragment.strip().rpartition(":")[2].rpartition(".")[2]
        if listed != name and listed in self._lists:
            return False, True
        if _ABSOLUTE.match(base) or _CATALOGUE_FILE.search(base):
            return True, bool(_ISO_CATALOGUE.match(base)) or not _ABSOLUTE.match(base)
        return False, True


def _is_registered(name: str) -> bool:
    """Tell whether Python knows a character set, which is by all the names that IANA registers for it."""
    try:
        return bool(codecs.lookup(name).name)
    except LookupError:
        return False


def _address(code: CodeValue, expected: str, *, other: bool = False) -> Iterator[_Said]:
    yield _Said("otherLanguageList" if other else "questionableCodeList", code.code_list, "codeList")
    if expected:
        yield _Said("expectedCodeList", expected, "")


def _value(name: str, code: CodeValue, known: CodeList, *, own: bool) -> Iterator[_Said]:
    if not code.value:
        return
    if code.value in known.codes:
        other = known.meant(code.text) if code.text and known.addresses else ""
        if other and other not in known.alike(code.value):  # license and licence are both right
            yield _Said("contradictingText", code.text, "")
            yield _Said("expectedCode", code.value, "")
        return
    # Some write the whole address of the value, or the name of the list before it.
    bare = code.value.rpartition("#")[2].removeprefix(f"{name}_")
    if meant := (bare if bare in known.codes else known.meant(bare)):
        yield _Said("misspeltCode", code.value, code.attribute)
        yield _Said("expectedCode", meant, "")
    elif not own:
        yield _Said("unjudgedCode", f"{code.value} ({name})", code.attribute)
    else:
        yield _Said("unknownCode", code.value, code.attribute)
        said = known.meant(re.split(r"[;,/]", code.text)[0])
        for likely in (said,) if said else known.alike(bare):
            yield _Said("expectedCode", likely, "")


def _language(code: CodeValue, known: CodeList) -> Iterator[_Said]:
    if not code.value or code.value in known.codes:
        return
    bare = code.value.rpartition("#")[2].removeprefix(f"{LANGUAGES}_")
    first = _FIRST_PART.search(bare)  # of "eng; USA", "en-GB" or "fr_FR"
    meant = known.meant(bare) or (known.meant(first.group()) if first else "")
    if meant:
        yield _Said("misspeltLanguage", code.value, code.attribute)
        yield _Said("expectedCode", meant, "")
    else:
        yield _Said("unknownLanguage", code.value, code.attribute)
