"""The code lists of ISO metadata, by the catalogue that records cite: values, not definitions."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list, texts_of
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

_ISO = "http://standards.iso.org/iso/"
_GMX, _GMI, _CAT, _DQ = "gmx", "gmi", "cat", "dq"
_CATALOGUES = {
    _GMX: Container(
        f"{_ISO}19139/resources/gmxCodelists.xml",
        "ISO 19139 code lists (ISO 19115:2003)",
        "Listes de codes ISO 19139 (ISO 19115:2003)",
    ),
    _GMI: Container(
        f"{_ISO}19139/resources/gmiCodelists.xml",
        "ISO 19139-2 code lists (ISO 19115-2:2009)",
        "Listes de codes ISO 19139-2 (ISO 19115-2:2009)",
    ),
    _CAT: Container(
        f"{_ISO}19115/resources/Codelists/cat/codelists.xml",
        "ISO 19115-3 code lists (ISO 19115-1:2014)",
        "Listes de codes ISO 19115-3 (ISO 19115-1:2014)",
    ),
    _DQ: Container(
        f"{_ISO}19157/resources/Codelists/cat/codelists.xml",
        "ISO 19157-2 code lists (ISO 19157:2013)",
        "Listes de codes ISO 19157-2 (ISO 19157:2013)",
    ),
}
"""How our table names a catalogue -> its address, of which each list and value is a fragment."""

ISO_19139, ISO_19115_3 = _CATALOGUES[_GMX], _CATALOGUES[_CAT]
SOURCES = (
    f"{_ISO}19139/resources/gmxCodelists.xml",
    f"{_ISO}19139/resources/gmiCodelists.xml",
    f"{_ISO}19115/resources/Codelists/cat/codelists.xml",
    f"{_ISO}19157/resources/Codelists/cat/codelists.xml",
)

_TABLE = "code_lists"
_MISSING = (
    "English labels spell the codes out, and French labels are ours. Definitions are left out.",
    "Code lists that profiles add are absent.",
)


def fill_iso_19139(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the lists of ISO 19139 and 19139-2; each value is matched with its successor in ISO 19115-3."""
    _fill(graph, (_GMX, _GMI))
    _match_successors(graph)
    return Edition(
        missing=(
            *_MISSING,
            "The lists of service metadata are those of the schemas, as the catalogue has none of them.",
        )
    )


def fill_iso_19115_3(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the lists of ISO 19115-3 and 19157-2."""
    _fill(graph, (_CAT, _DQ))
    return Edition(
        number="1.1",
        date="2017-09-10",
        missing=(
            *_MISSING,
            "Telephone types have facsimile besides, as the standard itself spells what the catalogue calls fax.",
            "Character sets, languages and countries are not in the catalogue: it refers to those of IANA and ISO.",
        ),
    )


def _fill(graph: VocabularyGraph, catalogues: tuple[str, ...]) -> None:
    first = _CATALOGUES[catalogues[0]].uri
    for name in catalogues[1:]:
        added = _CATALOGUES[name]
        graph.add_container(added.uri, added.kind, added.titles, within=first)
    for row in own_list(_TABLE):
        for name in catalogues:
            if name in row["catalogues"].split():
                _add(graph, name, row)


def _add(graph: VocabularyGraph, catalogue: str, row: dict[str, str]) -> None:
    """Add a list, whose row has no code, or one of its values."""
    labels = LangString(row["en"], "en"), LangString(row["fr"], "fr")
    holding = _uri(catalogue, row["list"])
    if not row["code"]:
        graph.add_container(holding, "Collection", labels, within=_CATALOGUES[catalogue].uri)
        return
    uri = _uri(catalogue, row["list"], row["code"])
    graph.add_concept(uri, holding, labels, [row["code"]])
    for text in texts_of(row["also"]):
        if all(text != label.text for label in labels):
            graph.add_label(uri, "hiddenLabel", LangString(text))


def _match_successors(graph: VocabularyGraph) -> None:
    rows = [row for row in own_list(_TABLE) if row["code"]]
    later = {
        (row["list"], row["code"]): _uri(name, row["list"], row["code"])
        for row in rows
        for name in (_CAT, _DQ)
        if name in row["catalogues"].split()
    }
    for row in rows:
        if _GMX in row["catalogues"].split():
            spellings = (row["code"], *texts_of(row["also"]))
            successor = next((found for code in spellings if (found := later.get((row["list"], code)))), "")
            if successor:
                graph.add_link(_uri(_GMX, row["list"], row["code"]), f"{SKOS}exactMatch", successor)


def _uri(catalogue: str, name: str, code: str = "") -> str:
    """Return the IRI of a list, or of a value, which the catalogues spell without the slash that one code has."""
    return f"{_CATALOGUES[catalogue].uri}#{name}" + (f"_{code.replace('/', '')}" if code else "")
