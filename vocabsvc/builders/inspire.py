"""INSPIRE: the 34 themes, and code lists of its metadata; the EU's categories of high-value datasets."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import local_name
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

THEMES = Container("http://inspire.ec.europa.eu/theme", "INSPIRE themes", "Thèmes INSPIRE", "ConceptScheme")
METADATA = Container(
    "http://inspire.ec.europa.eu/metadata-codelist",
    "INSPIRE metadata code lists",
    "Listes de codes des métadonnées INSPIRE",
)
HVD = Container(
    "http://data.europa.eu/bna/asd487ae75",
    "Categories of high-value datasets",
    "Catégories d’ensembles de données de forte valeur",
    "ConceptScheme",
)
REGISTERED, NAMED = "other-ttl/theme.en.ttl", "sextant-ttl/inspirethemes.ttl"
SPATIAL_SCOPE = "other-ttl/SpatialScope.ttl"
"""The registry's themes with their codes, in English; GEMET's with their numbers, in 22 languages."""

_GEMET = "http://www.eionet.europa.eu/gemet/inspire-theme/"
_COMBINED = "ac-mf"


def fill_themes(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the themes under the registry's IRIs, with the names of GEMET; the English name tells which is which."""
    named = {
        concept.uri: concept.pref_labels
        for concept in read_skos(sources.triples(NAMED), "inspire").concepts
        if len(concept.pref_labels) > 1
    }
    by_name = {label.text.lower(): uri for uri, labels in named.items() for label in labels if label.lang == "en"}
    for theme in read_skos(sources.triples(REGISTERED), "inspire").concepts:
        code = local_name(theme.uri)
        if code == _COMBINED or not theme.uri.startswith(THEMES.uri):
            continue
        numbered = by_name[theme.pref_labels[0].text.lower()]
        graph.add_concept(theme.uri, THEMES.uri, named[numbered], [code])
        for other in (numbered, f"{_GEMET}{code}"):
            graph.add_link(theme.uri, f"{SKOS}exactMatch", other)
            graph.add_address(theme.uri, other)
    return Edition(
        missing=(
            "Names are in 22 languages of the EU; Croatian and Irish are absent.",
            "The registry’s entry ac-mf, which is two themes at once, is left out.",
        )
    )


def fill_metadata(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the code lists that the technical guidance names."""
    for row in own_list("inspire_metadata"):
        labels = LangString(row["en"], "en"), LangString(row["fr"], "fr")
        holding = f"{METADATA.uri}/{row['list']}"
        if row["code"]:
            graph.add_concept(f"{holding}/{row['code']}", holding, labels, [row["code"]])
        else:
            graph.add_container(holding, "Collection", labels, within=METADATA.uri)
    return Edition(
        missing=(
            "Labels are ours, as those of the registry are sentences.",
            "The lists of priority datasets, protocols and quality of service are absent.",
        )
    )


def fill_hvd(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the six categories of Implementing Regulation (EU) 2023/138."""
    for row in own_list("hvd_categories"):
        names = LangString(row["en"], "en"), LangString(row["fr"], "fr")
        graph.add_concept(f"http://data.europa.eu/bna/{row['code']}", HVD.uri, names, [row["code"]])
    return Edition(missing=("The datasets below each category are absent.",))
