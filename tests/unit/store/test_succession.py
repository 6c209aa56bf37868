from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS
from vocabsvc.store.terms.succession import former_labels

EXACT = f"{SKOS}exactMatch"
OLD = LangString("Caméras sous-marines", "fr")


def old(
    *, replaced_by: tuple[str, ...] = (), links: tuple[Link, ...] = (), status: Status = Status.DEPRECATED
) -> Concept:
    return Concept("http://v/1/", "V", pref_labels=(OLD,), status=status, replaced_by=replaced_by, links=links)


def test_a_successor_inherits() -> None:
    assert former_labels([old(replaced_by=("http://v/2/",))]) == {"http://v/2/": (OLD,)}


def test_an_equal_of_the_same_vocabulary_inherits() -> None:
    links = (Link(EXACT, "http://v/3/"), Link(EXACT, "http://elsewhere/3/"), Link(f"{SKOS}closeMatch", "http://v/4/"))
    assert former_labels([old(links=links)]) == {"http://v/3/": (OLD,)}


def test_nothing_is_inherited_from_a_current_concept() -> None:
    assert former_labels([old(replaced_by=("http://v/2/",), status=Status.CURRENT)]) == {}
