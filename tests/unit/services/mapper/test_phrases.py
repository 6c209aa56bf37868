import string
from dataclasses import fields

import pytest

from vocabsvc.model.candidate import Candidate, Evidence, LocalTerm, TermCandidates
from vocabsvc.model.label import LangString
from vocabsvc.services.mapper.phrases import ENGLISH, FRENCH, Phrases


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", [one.name for one in fields(Phrases) if one.name != "clashing"])
def test_both_languages_have_the_same_places(name: str) -> None:
    english, french = getattr(ENGLISH, name), getattr(FRENCH, name)
    assert places(english) == places(french)
    assert english != french


def test_both_languages_name_the_same_clashes() -> None:
    assert ENGLISH.clashing.keys() == FRENCH.clashing.keys()


def candidate(*evidence: Evidence) -> Candidate:
    return Candidate("http://c/1", "C1", LangString("Salinité"), 0.5, "p", "j", "said before", evidence)


def test_an_answer_is_spoken_in_french_as_far_as_it_can_be() -> None:
    told = candidate(Evidence("unit", "no unit", 0.25, "aucune unité"), Evidence("code", "spelled", -1.0, "s’écrit"))
    silent = candidate(Evidence("unit", "no unit", 0.25))
    answer = TermCandidates(LocalTerm("sal"), (told, silent))
    french, english = answer.spoken("fr-CA").candidates
    assert french.explanation == "aucune unité (+0.2); s’écrit (-1.0)"
    assert [one.text for one in french.evidence] == ["aucune unité", "s’écrit"]
    assert english == silent
    assert answer.spoken("en") == answer.spoken("de") == answer
