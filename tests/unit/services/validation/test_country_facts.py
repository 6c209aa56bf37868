import pytest

from tests.cases import clean
from tests.code_lists import code_lists
from tests.lifted import read_record
from vocabsvc.model.record import FactIndex, text_of
from vocabsvc.services.validation.code_lists import CodeList
from vocabsvc.services.validation.country_facts import CountryFacts

RECORD = clean("iso19139").decode()


def said(country: str, lists: dict[str, CodeList] | None = None) -> list[str]:
    record = RECORD.replace("<gco:CharacterString>France<", f"<gco:CharacterString>{country}<")
    graph = read_record(record.encode(), max_bytes=1_000_000)
    facts = CountryFacts(code_lists() if lists is None else lists).of(FactIndex(graph.facts), graph)
    return [text_of(fact.object) for fact in facts]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("FR", ["known"]),
        ("FRA", ["known"]),
        ("France", ["unknown", "FR"]),
        ("Allemagne", ["unknown", "DE"]),
        ("UK", ["unknown", "GB"]),
        ("XQ", ["unknown"]),
    ],
)
def test_countries(country: str, expected: list[str]) -> None:
    assert said(country) == expected


def test_nothing_is_known_without_the_list() -> None:
    assert said("FR", {}) == []
