from collections.abc import Sequence
from typing import cast

import pytest

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Hit, Match, MatchKind
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.label_words import LabelWords
from vocabsvc.store.base import Store, TermIndex

LABEL = LangString("Température de l’eau", "fr")


class FakeIndex:
    def similar(self, _words: Sequence[str], _vocabularies: Sequence[str], _limit: int) -> tuple[Hit, ...]:
        match = Match("pref_label", LABEL.text, "fr", MatchKind.WORDS, 1.0)
        return (Hit(ConceptRef("http://t/A", "T", "A", (LABEL,)), match),)

    def rarity(self, _word: str) -> float:
        return 1.0


class FakeStore:
    def __init__(self, unit: str) -> None:
        self._concepts = {
            "http://t/A": Concept("http://t/A", "T", units=("http://t/U",)),
            "http://t/U": Concept("http://t/U", "T", alt_labels=(LangString(unit),)),
        }

    def concept(self, uri: str) -> Concept | None:
        return self._concepts.get(uri)


def explanation(unit: str, unit_of_concept: str) -> str:
    evidence = LabelWords(cast("TermIndex", FakeIndex()), cast("Store", FakeStore(unit_of_concept)), Glossary(()))
    (proposal,) = evidence.proposals(LocalTerm("T", "Température", unit), ["T"])
    return proposal.explanation


@pytest.mark.parametrize(
    ("unit", "other"), [("°C", "degC"), ("milligram/m3", "ug/l"), ("TBD", "tbd"), ("unité inconnue", "Unite Inconnue")]
)
def test_a_concept_in_the_unit_of_the_term_is_said_to_be(unit: str, other: str) -> None:
    assert f"it is measured in {unit}" in explanation(unit, other)


@pytest.mark.parametrize(("unit", "other"), [("°C", "K"), ("mS/cm", "ms/cm"), ("umol/l", "umol/kg"), ("TBD", "m")])
def test_a_concept_in_another_unit_is_not(unit: str, other: str) -> None:
    assert "measured" not in explanation(unit, other)
