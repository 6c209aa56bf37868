from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.store.terms.merit import STANDING_LEVELS, Standing, by_merit


def called(*labels: str) -> Concept:
    first, *others = (LangString(label, "en") for label in labels)
    return Concept("http://c/1", "T01", pref_labels=(first,), alt_labels=tuple(others))


def test_each_doubling_of_links_and_every_two_words_less_are_a_step() -> None:
    assert Standing.of(called("Salinity"), 0).level == 5
    assert Standing.of(called("Salinity"), 4).level == 8
    assert Standing.of(called("Salinity of water in soil"), 0).level == 4
    assert Standing.of(called("Salinity"), 10**9).level == STANDING_LEVELS


def test_length_is_that_of_all_labels() -> None:
    assert Standing.of(called("Salinité de l'eau", "Salinity"), 0).length == 5


def test_the_much_linked_stand_first_then_the_brief_and_equals_as_they_were() -> None:
    standings = [Standing(3, 9), Standing(8, 9), Standing(3, 2), Standing(3, 9)]
    assert by_merit(standings) == [1, 2, 0, 3]
    assert by_merit([]) == []
