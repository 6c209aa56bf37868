import pytest

from vocabsvc.model.mapping import NO_TERM, Mapping

CONCEPT, NAME = "http://concept.example/1", "http://centre.example/température"
NOT = (("predicate_modifier", "Not"),)


@pytest.mark.parametrize(
    ("subject", "object_id", "other", "expected"),
    [
        (NAME, CONCEPT, (), (True, True)),
        ("", CONCEPT, (("subject_type", "rdfs literal"),), (True, False)),
        (NAME, CONCEPT, NOT, (False, False)),
        ("", CONCEPT, NOT, (False, False)),
        (NAME, NO_TERM, (), (False, False)),
        (NO_TERM, CONCEPT, (), (False, False)),
        (NAME, "", (), (False, False)),
    ],
)
def test_a_name_may_lead_to_a_concept_without_having_an_iri(
    subject: str, object_id: str, other: tuple[tuple[str, str], ...], expected: tuple[bool, bool]
) -> None:
    mapping = Mapping(subject, "skos:exactMatch", object_id, "semapv:ManualMappingCuration", other=other)
    assert (mapping.leads, mapping.asserts) == expected
