"""The three lists that ODATIS keeps in the Sextant catalogue of Ifremer."""

from dataclasses import replace

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import BROADER, NARROWER
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos

_IFREMER = "https://vocab.ifremer.fr/collection/"

LISTS = {
    "sextant-geonetwork/odatis_variables.rdf": Container(
        f"{_IFREMER}odatis_variables", "ODATIS variables", "Variables ODATIS", "ConceptScheme"
    ),
    "sextant-geonetwork/odatis_thematiques.rdf": Container(
        f"{_IFREMER}odatis_thematiques", "ODATIS themes", "Thématiques ODATIS", "ConceptScheme"
    ),
    "sextant-geonetwork/odatis_centre_donnees.rdf": Container(
        f"{_IFREMER}odatis_centre_donnees",
        "ODATIS data centres",
        "Centres de données ODATIS",
        "ConceptScheme",
    ),
}
"""File -> the concept scheme in it; titles are ours, as Sextant has one in French only, misspelt."""


def fill_odatis(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the concepts of the three lists.

    Sextant writes the place of a concept in its label (``/Géologie/Bathymétrie``): the last step becomes
    the preferred label, the whole path a hidden label.
    """
    for name, scheme in LISTS.items():
        concepts = read_skos(sources.triples(name), "odatis").concepts
        for concept in concepts:
            labels = [replace(label, text=label.text.rpartition("/")[2]) for label in concept.pref_labels]
            graph.add_concept(concept.uri, scheme.uri, labels)
            for label in concept.pref_labels:
                if label.text.startswith("/"):
                    graph.add_label(concept.uri, "hiddenLabel", label)
        for concept in concepts:
            for target in concept.broader:
                graph.add_link(concept.uri, BROADER, target)
            for target in concept.narrower:
                graph.add_link(concept.uri, NARROWER, target)
    return Edition(missing=("Neither version nor date of the lists is known, nor their licence.",))
