"""SeaDataNet's XML copies of NVS lists, mappings and editions, as shipped with its Octopus tool."""

from collections.abc import Iterator

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import code_of, collection, concept_uri
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

EDITIONS = "seadatanet-octopus/vocabularies.xml"
C16, L20 = "seadatanet-octopus/SDN.C16.9..xml", "seadatanet-octopus/SDN.L20.8..xml"


def fill_c16(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add C16."""
    return _fill_from_list(sources, graph, "C16", C16)


def fill_l20(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L20."""
    return _fill_from_list(sources, graph, "L20", L20)


def matches(sources: SourceFolder, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the statements of a mapping file: IRI of a concept, relation, IRI of another.

    The relation is ``exact``, ``broad``, ``narrow`` or ``related``. Within one collection, ``exact`` leads
    from a deprecated concept to a current one without saying that it replaces it.
    """
    for relation in sources.xml(name).iterfind("match/*[element]"):
        match = relation.getparent()
        subjects = () if match is None else match.iterfind("element")
        for subject in subjects:
            for target in relation.iterfind("element"):
                yield _uri(subject.get("key", "")), str(relation.tag), _uri(target.get("key", ""))


def edition(sources: SourceFolder, vocabulary: str) -> Edition:
    """Return version and date of a collection as SeaDataNet lists them."""
    listed = sources.xml(EDITIONS).iterfind("vocabulary")
    found = next(item for item in listed if item.get("list", "").startswith(f"SDN:{vocabulary}:"))
    return Edition(found.get("version", ""), found.get("date", "")[:10])


def _fill_from_list(sources: SourceFolder, graph: VocabularyGraph, vocabulary: str, file: str) -> Edition:
    listed = sources.xml(file)
    for element in listed.iterfind("element"):
        uri = _uri(element.get("key", ""))
        label, short = (LangString(element.get(name, ""), lang) for name, lang in (("label", "en"), ("shortLabel", "")))
        graph.add_concept(uri, collection(vocabulary), [label], [f"SDN:{vocabulary}::{code_of(uri)}"])
        graph.add_label(uri, "altLabel", short)
    return Edition(
        listed.get("version", ""),
        listed.get("date", "")[:10],
        ("Deprecated concepts and links are absent.",),
    )


def _uri(urn: str) -> str:
    """Return the IRI for ``SDN:P09:77:PSAL``."""
    _, vocabulary, _, code = urn.split(":", 3)
    return concept_uri(vocabulary, code)
