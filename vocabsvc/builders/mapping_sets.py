"""The mapping sets that ship: Coriolis and SISMER to P01, P02 and P07 (``docs/mapping-sets.md``)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vocabsvc.builders import copernicus, coriolis
from vocabsvc.builders.claims import EXACT, Claim, Evidence, LocalParameter, settled
from vocabsvc.builders.graph import HUB
from vocabsvc.builders.nvs import code_of, collection, vocabulary_of
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.curie import Prefixes
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.namespaces import DEF

_NVS = ("P01", "P02", "P06", "P07", "P09", "R03")
_CURIE_MAP = {
    **{vocabulary: collection(vocabulary) for vocabulary in _NVS},
    "coriolis": "coriolis/",
    "emso": "https://github.com/emso-eric/emso-metadata-specifications/",
    "v": DEF,
}
_EXTENSIONS = [
    {"slot_name": "ext_name", "property": "v:localName", "type_hint": "xsd:string"},
    {"slot_name": "ext_unit", "property": "v:unit", "type_hint": "xsd:string"},
]
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_SETS = "https://w3id.org/vocabsvc/mappings/"
_TITLES = {
    "coriolis": "Coriolis parameter codes to NVS P01, P02, P07, P09 and R03",
    "sismer": "MEDATLAS parameter codes of SISMER (NVS P09) to NVS P01, P02 and P07",
}

MAPPING_SETS = tuple(_TITLES)
"""Ids of the mapping sets."""


def build_mapping_sets(names: Iterable[str], sources: SourceFolder, vocabularies: Path) -> Iterator[MappingSet]:
    """Make mapping sets from the vocabularies as they ship; the same at every run."""
    shipped = ShippedConcepts.read(vocabularies, _NVS)
    standard_names = {
        shipped.label(uri): uri for uri, concept in shipped.concepts.items() if concept.vocabulary == "P07"
    }
    address = sources.addresses([copernicus.VARIABLES])[0]
    evidence = Evidence(shipped, copernicus.variables(sources), address, standard_names)
    makers: Mapping[str, Callable[[], Iterator[SssomMapping]]] = {
        "coriolis": lambda: _coriolis(sources, evidence),
        "sismer": lambda: _sismer(evidence),
    }
    for name in names:
        yield _mapping_set(name, sorted(makers[name](), key=lambda one: (one.subject_id, one.object_id)))


def _mapping_set(name: str, mappings: Sequence[SssomMapping]) -> MappingSet:
    return MappingSet(
        id=name,
        mapping_set_id=f"{_SETS}{name}",
        license=_LICENCE,
        mappings=tuple(mappings),
        curie_map=tuple(_used_prefixes(mappings).items()),
        metadata=(
            ("mapping_set_title", _TITLES[name]),
            ("mapping_tool", "vocabsvc build"),
            ("extension_definitions", json.dumps(_EXTENSIONS)),
        ),
    )


def _coriolis(sources: SourceFolder, evidence: Evidence) -> Iterator[SssomMapping]:
    for found in coriolis.parameters(sources):
        parameter = LocalParameter(found.uri, found.name, found.label, found.unit)
        claims = [*evidence.equal_code(parameter, "P09"), *evidence.listed(parameter)]
        claims += evidence.equal_code(parameter, "R03")
        yield from _mappings(parameter, claims, evidence)


def _sismer(evidence: Evidence) -> Iterator[SssomMapping]:
    shipped = evidence.shipped
    for concept in [*shipped.concepts.values()]:
        if concept.vocabulary == "P09":
            code = code_of(concept.uri)
            parameter = LocalParameter(concept.uri, code, shipped.label(concept.uri), shipped.unit(concept.uri))
            yield from _mappings(parameter, [*evidence.published(concept), *evidence.listed(parameter)], evidence)


def _mappings(parameter: LocalParameter, claims: Iterable[Claim], evidence: Evidence) -> Iterator[SssomMapping]:
    found = settled(claims)
    if not any(vocabulary_of(claim.target) == "P02" for claim in found):
        equal = [claim for claim in found if claim.predicate == EXACT and vocabulary_of(claim.target) == "P01"]
        found += [parent for claim in equal for parent in evidence.parents(claim)]
    local = (("ext_name", parameter.name), ("ext_unit", parameter.unit))
    for claim in found:
        yield SssomMapping(
            subject_id=parameter.uri,
            predicate_id=claim.predicate,
            object_id=claim.target,
            mapping_justification=claim.justification,
            subject_label=parameter.code,
            object_label=evidence.shipped.label(claim.target),
            confidence=round(claim.confidence, 3),
            mapping_source=claim.source,
            comment=claim.why,
            other=tuple((slot, text) for slot, text in local if text),
        )


def _used_prefixes(mappings: Iterable[SssomMapping]) -> dict[str, str]:
    prefixes = Prefixes(_CURIE_MAP, HUB)
    iris = {iri for one in mappings for iri in (one.subject_id, one.object_id, one.mapping_source) if iri}
    used = {prefixes.contract(iri).partition(":")[0] for iri in iris} | {"v"}
    return {prefix: namespace for prefix, namespace in _CURIE_MAP.items() if prefix in used}
