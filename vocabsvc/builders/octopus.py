"""SeaDataNet's XML copies of NVS mappings and editions, as shipped with its Octopus tool."""

from collections.abc import Iterator

from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder

EDITIONS = "seadatanet-octopus/vocabularies.xml"


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


def _uri(urn: str) -> str:
    """Return the IRI for ``SDN:P09:77:PSAL``."""
    _, vocabulary, _, code = urn.split(":", 3)
    return concept_uri(vocabulary, code)
