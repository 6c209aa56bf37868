from dataclasses import replace

import pytest

from vocabsvc.builders.claim import BROAD, CHAINED, EXACT, LEXICAL, NARROW, RELATED, RESTATED, Claim, LocalParameter
from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.evidence import Evidence
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


def test_what_several_parameters_equal_is_broader_than_each(evidence: Evidence) -> None:
    other = replace(evidence.shipped.concepts[PSAL], uri=concept_uri("P09", "PSA2"), broader=(), narrower=())
    evidence.shipped.concepts[other.uri] = other
    both = replace(evidence, equal=evidence.shipped.equals())
    assert [claim.predicate for claim in both.linked(other, "P01")] == [BROAD]
    assert [claim.predicate for claim in both.linked(evidence.shipped.concepts[PSAL], "P01")] == [EXACT, NARROW]


def test_related_concepts_are_no_more_than_related(evidence: Evidence) -> None:
    changed = replace(evidence.shipped.concepts[PSAL], links=(), related=(SALTX, GKG), narrower=())
    (claim,) = evidence.linked(changed, "P01")
    assert (claim.predicate, claim.why) == (RELATED, "NVS: P09:PSAL skos:related P01:SALTX.")


def test_the_list_is_restated_for_its_own_variables(evidence: Evidence) -> None:
    variable = replace(evidence.variables["PSAL"], p01=SALTX, p06=DEGC)
    parameter, unit, name = evidence.stated(variable)
    assert (parameter.predicate, parameter.target, parameter.confidence) == (EXACT, SALTX, 0.95)
    assert (unit.predicate, unit.target, unit.confidence) == (RELATED, DEGC, 0.95 * 0.5)
    assert "Their units differ in kind: 1e-3 and degC." in unit.why
    assert (name.predicate, name.target, name.justification) == (BROAD, P07, RESTATED)


def test_the_list_is_doubted_where_units_differ_in_kind(evidence: Evidence) -> None:
    listed = replace(evidence.variables["PSAL"], p01=SALTX, unit="degC")
    other = replace(evidence, variables={"PSAL": listed}, standard_names={})
    (claim,) = other.listed(local(unit="degC"))
    assert claim.confidence == pytest.approx(0.95 * 0.95 * 0.5)
