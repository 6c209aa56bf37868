import pytest

from tests.cases import clean
from tests.lifted import read_record
from tests.registers import Registers
from vocabsvc.model.record import FactIndex, text_of
from vocabsvc.services.validation.organisation_facts import OrganisationFacts

RECORD = clean("iso19139").decode()
NAME = '<gmx:Anchor xlink:href="https://ror.org/044jxhp58">Ifremer</gmx:Anchor>'


def facts(name: str, registers: Registers | None = None) -> dict[str, list[str]]:
    assert NAME in RECORD
    graph = read_record(RECORD.replace(NAME, name).encode(), max_bytes=1_000_000)
    said: dict[str, list[str]] = {}
    for fact in OrganisationFacts(registers or Registers()).of(FactIndex(graph.facts), graph):
        said.setdefault(fact.predicate.rpartition("#")[2], []).append(text_of(fact.object))
    return said


def anchored(address: str) -> str:
    return NAME.replace("https://ror.org/044jxhp58", address)


def test_entry_of_edmo() -> None:
    said = facts(anchored("https://edmo.seadatanet.org/report/486"))
    assert said == {"edmoStatus": ["active"], "edmoName": ["IFREMER / IDM/SISMER"]}


def test_entry_that_is_out_of_date() -> None:
    said = facts(anchored("https://edmo.seadatanet.org/report/1"))
    assert said["edmoStatus"] == ["deprecated"]
    assert said["edmoSuccessor"] == ["https://edmo.seadatanet.org/report/2458"]


def test_entry_that_does_not_exist() -> None:
    assert facts(anchored("https://edmo.seadatanet.org/report/999999")) == {"edmoStatus": ["unknown"]}


@pytest.mark.parametrize("name", ["shom", "SHOM (Brest)", "Service hydrographique et oceanographique de la marine"])
def test_name_in_another_spelling(name: str) -> None:
    said = facts(f"<gco:CharacterString>{name}</gco:CharacterString>")
    assert said == {"edmoMatch": ["https://edmo.seadatanet.org/report/540"]}


@pytest.mark.parametrize("name", ["Centre inconnu", "", "University of Birmingham, Department of Geological Sciences"])
def test_name_that_no_current_entry_has(name: str) -> None:
    assert facts(f"<gco:CharacterString>{name}</gco:CharacterString>") == {}


def test_nothing_is_known_without_edmo() -> None:
    assert facts(anchored("https://edmo.seadatanet.org/report/486"), Registers("L08")) == {}
