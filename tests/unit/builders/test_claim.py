from vocabsvc.builders.claim import (
    BROAD,
    CHAINED,
    CLOSE,
    EXACT,
    RESTATED,
    Claim,
    LocalParameter,
    is_foremost,
    settled,
    untangled,
)
from vocabsvc.builders.nvs import concept_uri

SALTX, SALTY = (concept_uri("P01", code) for code in ("SALTX", "SALTY"))
P02 = concept_uri("P02", "SALT")


def test_settled_keeps_the_surest_claim_of_a_target_and_one_exact_in_a_vocabulary() -> None:
    def claim(target: str, confidence: float, predicate: str = EXACT) -> Claim:
        return Claim(target, predicate, CHAINED, confidence, "", "Because.")

    found = settled([claim(SALTX, 0.7), claim(SALTY, 0.9), claim(P02, 0.9, BROAD), claim(SALTX, 0.8)])
    assert [(one.target, one.predicate, round(one.confidence, 2)) for one in found] == [
        (SALTX, EXACT, 0.8),
        (SALTY, CLOSE, 0.72),
        (P02, BROAD, 0.9),
    ]


def test_what_nvs_publishes_of_a_target_is_not_displaced_by_a_surer_chain() -> None:
    published = Claim(SALTX, BROAD, RESTATED, 0.4, "", "NVS.")
    assert settled([published, Claim(SALTX, EXACT, CHAINED, 0.9, "", "List.")]) == [published]


def test_no_two_parameters_equal_one_concept() -> None:
    salt = Claim(SALTX, EXACT, CHAINED, 0.9, "", "Because.")
    parameters = [LocalParameter(f"https://x.example/{code}", code, "SEL", "") for code in ("SEL", "SEL2", "SEL3")]
    found = {one.code: claims for one, claims in untangled((parameter, [salt]) for parameter in parameters)}
    assert found["SEL"] == [salt]
    assert [(claim.predicate, claim.confidence) for claim in found["SEL2"]] == [(BROAD, 0.9)]
    assert found["SEL3"][0].why == "Because. Other parameters equal it too: it is broader than each."


def test_the_general_one_of_several_names() -> None:
    chlorophyll = [("CHLOROPHYLL-A TOTAL", "CPHL"), ("CHLOROPHYLL-A TOTAL", "CPH1")]
    assert [is_foremost(one, chlorophyll) for one in chlorophyll] == [True, False]
    rain = [("PRECIPITATION RATE", "PRRT"), ("PRECIPITATION RATE", "PRRD")]
    assert [is_foremost(one, rain) for one in rain] == [False, False]
    iron = [("Iron", "IROW"), ("Concentration of iron", "IRON")]
    assert [is_foremost(one, iron) for one in iron] == [True, False]
