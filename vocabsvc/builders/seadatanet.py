"""SeaDataNet's catalogues of organisations (EDMO) and projects (EDMERP)."""

import html
import re
from collections.abc import Iterator, Mapping

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.languages import COUNTRIES
from vocabsvc.builders.own_lists import own_list, texts_of
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DCTERMS, DEF

EDMO = Container(
    "https://edmo.seadatanet.org/report/",
    "European Directory of Marine Organisations (EDMO)",
    "Répertoire européen des organismes marins (EDMO)",
    "ConceptScheme",
)
EDMERP = Container(
    "https://edmerp.seadatanet.org/report/",
    "European Directory of Marine Environmental Research Projects (EDMERP)",
    "Répertoire européen des projets de recherche marine et environnementale (EDMERP)",
    "ConceptScheme",
)
NAMES, DETAILS = "emso-nvs/edmo/EDMO.csv", "seadatanet-octopus/edmo.xml"
"""Today's names of all organisations; country, status and other names of those of 2018."""
PROJECTS = "seadatanet-octopus/Edmerp.xml"

COUNTRY = f"{DEF}country"
_MARKUP = re.compile(r"</?[a-z]+>")


def fill_edmo(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the organisations. One that does not exist any more is deprecated; what it became replaces it."""
    names = {row["code"]: _plain(row["name"]) for row in sources.rows(NAMES)}
    details = {said["n_code"]: said for said in _records(sources, DETAILS)}
    countries = _countries()
    for code in (*names, *(code for code in details if code not in names)):
        said = details.get(code, {})
        uri = EDMO.uri + code
        name = names.get(code) or _plain(said["name"])
        gone = said.get("organisation_exists") == "False"
        graph.add_concept(uri, EDMO.uri, [LangString(name, "en")], [f"SDN:EDMO::{code}"], deprecated=gone)
        known = {name}
        for field, kind in (("native_name", "altLabel"), ("abbreviated_name", "altLabel"), ("name", "hiddenLabel")):
            other = _plain(said.get(field, ""))
            if other not in known:
                graph.add_label(uri, kind, LangString(other))
                known.add(other)
        _add_country(graph, uri, said.get("c_country", ""), countries)
    for code, said in details.items():
        if said["organisation_exists"] == "False":
            for successor in said["organisation_changed_into"].split(","):
                if EDMO.uri + successor in graph.concepts:
                    graph.add_link(EDMO.uri + code, f"{DCTERMS}isReplacedBy", EDMO.uri + successor)
    later = len(names.keys() - details.keys())
    return Edition(
        date="2026-05",
        missing=(
            f"Names are of May 2026; country, status and other names are of 2018, and {later} later entries have none.",
            "Names as of 2018 that have changed since are hidden labels. Addresses are left out.",
        ),
    )


def fill_edmerp(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the projects with their acronyms."""
    countries = _countries()
    for said in _records(sources, PROJECTS):
        uri = EDMERP.uri + said["Id"]
        title, acronym = _plain(said["Title"]), _plain(said["Acronym"])
        graph.add_concept(uri, EDMERP.uri, [LangString(title, "en")], [f"SDN:EDMERP::{said['Id']}"])
        if acronym != title:
            graph.add_label(uri, "altLabel", LangString(acronym))
        _add_country(graph, uri, said["Country"], countries)
    return Edition(date="2025-04", missing=("Coordinators and dates are left out. Ended projects are not marked.",))


def _records(sources: SourceFolder, name: str) -> Iterator[Mapping[str, str]]:
    for record in sources.xml(name):
        yield {str(field.tag): (field.text or "").strip() for field in record}


def _countries() -> Mapping[str, str]:
    """Return the IRI of each country by its English names."""
    found: dict[str, str] = {}
    for row in own_list("countries"):
        for name in (row["en"], *texts_of(row["also_en"])):
            found[name] = f"{COUNTRIES.uri}/{row['three_letter']}"
    return found


def _add_country(graph: VocabularyGraph, uri: str, name: str, countries: Mapping[str, str]) -> None:
    country = countries.get(name)
    if country:
        graph.add_link(uri, COUNTRY, country)


def _plain(text: str) -> str:
    """Return a name on one line, without markup, and with its characters instead of their entities."""
    return " ".join(_MARKUP.sub("", html.unescape(text)).split())
