from dataclasses import replace

import pytest

from vocabsvc.builders.claims import (
    BROAD,
    CHAINED,
    CLOSE,
    EXACT,
    LEXICAL,
    NARROW,
    RESTATED,
    Claim,
    Evidence,
    LocalParameter,
    settled,
)
from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import OWL, SKOS

SAME = f"{OWL}sameAs"
GKG, MOL, DEGC = (concept_uri("P06", code) for code in ("UGKG", "MOLL", "UPAA"))
SALTX, SALTY, OLDX, ROCKX = (concept_uri("P01", code) for code in ("SALTX", "SALTY", "OLDX", "ROCKX"))
P02 = concept_uri("P02", "SALT")
P07 = concept_uri("P07", "CF1")
PSAL = concept_uri("P09", "PSAL")


def concept(uri: str, label: str, unit: str = "", alt: str = "") -> Concept:
    return Concept(
        uri=uri,
        vocabulary=uri.split("/")[-4],
        pref_labels=(LangString(label, "en"),),
        alt_labels=(LangString(alt),) if alt else (),
        units=(unit,) if unit else (),
    )


@pytest.fixture
def evidence() -> Evidence:
    known = [
        concept(GKG, "Grams per kilogram", alt="g/kg"),
        concept(DEGC, "Degrees Celsius", alt="degC"),
        replace(concept(SALTX, "Salinity of the basin", GKG), broader=(P02,)),
        concept(SALTY, "Salinity of the basin by taste", GKG),
        replace(concept(OLDX, "Saltiness", GKG), status=Status.DEPRECATED, links=(Link(f"{SKOS}exactMatch", SALTX),)),
        replace(concept(ROCKX, "Temperature of salt", DEGC), status=Status.DEPRECATED),
        concept(P02, "Salt in basins"),
        concept(P07, "basin_salinity"),
        replace(concept(PSAL, "SALINITY", GKG), links=(Link(SAME, SALTX),), broader=(P02,), narrower=(SALTY,)),
    ]
    listed = InSituVariable("PSAL", "Salinity", "basin_salinity", "1e-3", OLDX)
    return Evidence(
        ShippedConcepts({one.uri: one for one in known}),
        {"PSAL": listed},
        "https://x.example/list",
        {"basin_salinity": P07},
    )


def local(code: str = "PSAL", name: str = "Salinity", unit: str = "g/kg") -> LocalParameter:
    return LocalParameter("https://hub.example/id/coriolis/30", code, name, unit)


def test_what_nvs_publishes_is_restated(evidence: Evidence) -> None:
    claims = list(evidence.published(evidence.shipped.concepts[PSAL]))
    assert [(claim.predicate, claim.target) for claim in claims] == [(EXACT, SALTX), (NARROW, SALTY), (BROAD, P02)]
    assert {(claim.justification, claim.confidence) for claim in claims} == {(RESTATED, 0.95)}
    assert claims[0].source == "http://vocab.nerc.ac.uk/collection/P09/current/"
    assert claims[0].why == "NVS: P09:PSAL owl:sameAs P01:SALTX."


def test_an_equal_code_is_lexical_and_what_follows_is_a_chain(evidence: Evidence) -> None:
    own, *chained = evidence.equal_code(local(), "P09")
    assert (own.predicate, own.target, own.justification) == (EXACT, PSAL, LEXICAL)
    assert own.confidence == pytest.approx(0.95)
    assert {claim.justification for claim in chained} == {CHAINED}
    assert chained[0].confidence == pytest.approx(0.95 * 0.95)
    assert chained[0].why == (
        "P09:PSAL has the same code, a like name and a like unit (0.95). NVS: P09:PSAL owl:sameAs P01:SALTX."
    )


@pytest.mark.parametrize("parameter", [local(unit="umol/l"), local(name="Pepper"), local(code="PEPR")])
def test_equal_spelling_alone_is_not_believed(evidence: Evidence, parameter: LocalParameter) -> None:
    assert list(evidence.equal_code(parameter, "P09")) == []


def test_the_list_gives_p01_and_p07_and_leads_on_from_deprecated(evidence: Evidence) -> None:
    parameter, standard_name = evidence.listed(local())
    assert (parameter.target, parameter.predicate) == (SALTX, EXACT)
    assert parameter.confidence == pytest.approx(0.95 * 0.95 * 0.9)
    assert "P01:OLDX. That one is deprecated; P01:SALTX stands for it." in parameter.why
    assert (standard_name.target, standard_name.predicate, standard_name.justification) == (P07, BROAD, CHAINED)


def test_a_deprecated_target_without_successor_is_doubted(evidence: Evidence) -> None:
    changed = replace(evidence.shipped.concepts[PSAL], links=(Link(SAME, ROCKX),), broader=(), narrower=())
    (claim,) = evidence.published(changed)
    assert claim.target == ROCKX
    assert claim.confidence == pytest.approx(0.95 * 0.5 * 0.7)
    assert "Their units differ in kind: g/kg and degC." in claim.why
    assert "no successor is known" in claim.why


def test_parents_of_what_a_parameter_equals(evidence: Evidence) -> None:
    equal = Claim(SALTX, EXACT, CHAINED, 0.8, "", "Because.")
    (parent,) = evidence.parents(equal)
    assert (parent.target, parent.predicate) == (P02, BROAD)
    assert parent.confidence == pytest.approx(0.8 * 0.95)
    assert parent.why == "Because. P01 puts it under P02:SALT."


def test_settled_keeps_the_surest_claim_of_a_target_and_one_exact_in_a_vocabulary() -> None:
    def claim(target: str, confidence: float, predicate: str = EXACT) -> Claim:
        return Claim(target, predicate, CHAINED, confidence, "", "Because.")

    found = settled([claim(SALTX, 0.7), claim(SALTY, 0.9), claim(P02, 0.9, BROAD), claim(SALTX, 0.8)])
    assert [(one.target, one.predicate, round(one.confidence, 2)) for one in found] == [
        (SALTX, EXACT, 0.8),
        (SALTY, CLOSE, 0.72),
        (P02, BROAD, 0.9),
    ]
