"""The mapping sets that are made from links that others published (``docs/mapping-sets.md``)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from vocabsvc.builders import copernicus, coriolis
from vocabsvc.builders.claim import BROAD, CLOSE, EXACT, Claim, LocalParameter, settled, untangled
from vocabsvc.builders.evidence import Evidence
from vocabsvc.builders.graph import HUB
from vocabsvc.builders.nvs import code_of, collection, vocabulary_of
from vocabsvc.builders.shared_sets import SharedSets
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.curie import Prefixes
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.namespaces import DEF, MAPPINGS

LINKED_VOCABULARIES = ("P01", "P02", "P03", "P06", "P07", "P09", "R03", "OD1")
_CURIE_MAP = {
    **{vocabulary: collection(vocabulary) for vocabulary in LINKED_VOCABULARIES},
    "copernicus": "copernicus/",
    "coriolis": "coriolis/",
    "emso": "https://github.com/emso-eric/emso-metadata-specifications/",
    "v": DEF,
}
_EXTENSIONS = {"ext_name": "localName", "ext_name_fr": "localNameFr", "ext_status": "status", "ext_unit": "unit"}
"""Extension slot -> our own term for it."""

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_RULES, _MADE = "2", "2026-11-21"
"""The edition of the rules by which sets are made, and its date: changed together, where a rule changes."""

_TITLES = {
    "coriolis": "Coriolis parameter codes to NVS P01, P02, P07, P09 and R03",
    "sismer": "MEDATLAS parameter codes of SISMER (NVS P09) to NVS P01, P02 and P07",
    "p09-p01": "MEDATLAS parameter codes (NVS P09) to NVS P01",
    "r03-p01": "Argo parameter codes (NVS R03) to NVS P01",
    "p07-p02": "CF standard names (NVS P07) to NVS P02",
    "p07-p01": "CF standard names (NVS P07) to NVS P01",
    "od1-p02-p03": "ODATIS aggregation parameters (NVS OD1) to NVS P02 and P03",
    "copernicus": "In situ variables of Copernicus Marine to NVS P01, P06 and P07",
}

MAPPING_SETS = tuple(_TITLES)
"""Ids of the mapping sets: those of centres first, then those that are shared."""

Found = Iterable[tuple[LocalParameter, Sequence[Claim]]]


def build_mapping_sets(names: Iterable[str], sources: SourceFolder, shipped: ShippedConcepts) -> Iterator[MappingSet]:
    """Make mapping sets from the concepts of ``LINKED_VOCABULARIES`` as they ship; the same at every run."""
    standard_names = {
        shipped.label(uri): uri for uri, concept in shipped.concepts.items() if concept.vocabulary == "P07"
    }
    address = sources.addresses([copernicus.VARIABLES])[0]
    evidence = Evidence(shipped, copernicus.variables(sources), address, standard_names, shipped.equals())
    shared = SharedSets(evidence)
    makers: Mapping[str, Callable[[], Found]] = {
        "coriolis": lambda: _coriolis(sources, evidence),
        "sismer": lambda: _sismer(evidence),
        "p09-p01": shared.p09_p01,
        "r03-p01": shared.r03_p01,
        "p07-p02": shared.p07_p02,
        "p07-p01": shared.p07_p01,
        "od1-p02-p03": shared.od1_p02_p03,
        "copernicus": shared.copernicus,
    }
    for name in names:
        yield _mapping_set(name, makers[name](), shipped)


def _mapping_set(name: str, found: Found, shipped: ShippedConcepts) -> MappingSet:
    rows = (row for parameter, claims in untangled(found) for row in _mappings(parameter, claims, shipped))
    mappings = sorted(rows, key=lambda one: (one.subject_id, one.object_id))
    used = {slot for one in mappings for slot, _ in one.other}
    extensions = [
        {"slot_name": slot, "property": f"v:{term}", "type_hint": "xsd:string"}
        for slot, term in _EXTENSIONS.items()
        if slot in used
    ]
    return MappingSet(
        id=name,
        mapping_set_id=f"{MAPPINGS}{name}",
        license=_LICENCE,
        mappings=tuple(mappings),
        curie_map=tuple(_used_prefixes(mappings).items()),
        metadata=(
            ("mapping_set_title", _TITLES[name]),
            ("mapping_tool", "vocabsvc build"),
            ("mapping_tool_version", _RULES),
            ("mapping_date", _MADE),
            ("extension_definitions", json.dumps(extensions)),
        ),
    )


def _coriolis(sources: SourceFolder, evidence: Evidence) -> Found:
    for found in coriolis.parameters(sources):
        parameter = LocalParameter(found.uri, found.name, found.label, found.unit)
        claims = [*evidence.equal_code(parameter, "P09"), *evidence.listed(parameter)]
        claims += _apart(list(evidence.equal_code(parameter, "R03")), claims)
        yield parameter, _with_parents(claims, evidence)


def _apart(argo: list[Claim], others: Iterable[Claim]) -> list[Claim]:
    """Doubt that a parameter equals the one of Argo, where that one equals another P01 concept than it does."""
    equal = {one.target for one in others if one.predicate == EXACT and vocabulary_of(one.target) == "P01"}
    theirs = {one.target for one in argo if one.predicate == EXACT and vocabulary_of(one.target) == "P01"}
    if not equal or theirs <= equal:
        return argo
    return [
        one.doubted(CLOSE, "It equals another concept of P01.") if vocabulary_of(one.target) == "R03" else one
        for one in argo
    ]


def _sismer(evidence: Evidence) -> Found:
    shipped = evidence.shipped
    for concept in [*shipped.concepts.values()]:
        if concept.vocabulary == "P09":
            code = code_of(concept.uri)
            parameter = LocalParameter(concept.uri, code, shipped.label(concept.uri), shipped.unit(concept.uri))
            claims = [*evidence.published(concept), *evidence.listed(parameter)]
            yield parameter, _with_parents(claims, evidence)


def _with_parents(claims: Iterable[Claim], evidence: Evidence) -> list[Claim]:
    """Add the P02 groups of the P01 concept that a parameter equals or is under, where no source gives it one."""
    found = settled(claims)
    if any(vocabulary_of(claim.target) == "P02" for claim in found):
        return found
    above = [one for one in found if one.predicate in {EXACT, BROAD} and vocabulary_of(one.target) == "P01"]
    return [*found, *(parent for claim in above for parent in evidence.parents(claim))]


def _mappings(parameter: LocalParameter, claims: Iterable[Claim], shipped: ShippedConcepts) -> Iterator[SssomMapping]:
    local = {"ext_name": parameter.name, "ext_name_fr": parameter.french_name, "ext_unit": parameter.unit}
    for claim in claims:
        slots = {**local, "ext_status": "proposed" if claim.proposed else ""}
        yield SssomMapping(
            subject_id=parameter.uri,
            predicate_id=claim.predicate,
            object_id=claim.target,
            mapping_justification=claim.justification,
            subject_label=parameter.code,
            object_label=shipped.label(claim.target),
            confidence=round(claim.confidence, 3),
            mapping_source=claim.source,
            comment=claim.why,
            other=tuple((slot, text) for slot, text in sorted(slots.items()) if text),
        )


def _used_prefixes(mappings: Iterable[SssomMapping]) -> dict[str, str]:
    prefixes = Prefixes(_CURIE_MAP, HUB)
    iris = {iri for one in mappings for iri in (one.subject_id, one.object_id, one.mapping_source) if iri}
    used = {prefixes.contract(iri).partition(":")[0] for iri in iris} | {"v"}
    return {prefix: namespace for prefix, namespace in _CURIE_MAP.items() if prefix in used}
