"""Facts as the sources of vocabulary facts write them."""

from collections.abc import Iterator

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import choose_label
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, XSD
from vocabsvc.services.validation.loaded_terms import LoadedTerms

MOST_CANDIDATES = 5


def said(node: str, predicate: str, value: str | Literal, where: Fact, given: str = "") -> Fact:
    """Return a fact that stands where another does; ``given`` is the text there that it comes from."""
    return Fact(node, f"{DEF}{predicate}", value, where.element, given, where.attribute)


def flag(*, value: bool) -> Literal:
    """Return a boolean as a literal."""
    return Literal("true" if value else "false", f"{XSD}boolean")


def describe(node: str, predicate: str, concept: Concept, where: Fact, language: str) -> Iterator[Fact]:
    """Say that a node has to do with a concept, its preferred label in a language or in English, and its vocabulary."""
    yield said(node, predicate, concept.uri, where)
    label = choose_label(concept.pref_labels, (language,) if language else ())
    if label is not None:
        yield said(concept.uri, "prefLabel", Literal(label.text), where)
    yield said(concept.uri, "scheme", Literal(concept.vocabulary), where)


def successor_facts(terms: LoadedTerms, node: str, concept: Concept, where: Fact, language: str) -> Iterator[Fact]:
    """Say what is to be used in the place of a deprecated concept, or, where that is not stated, what is the same."""
    stated = terms.successors(concept)
    for one in stated[:MOST_CANDIDATES]:
        yield from describe(node, "successor", one, where, language)
    for one in terms.equivalents(concept)[:MOST_CANDIDATES] if not stated else ():
        yield from describe(node, "equivalent", one, where, language)


def relation_facts(terms: LoadedTerms, concept: Concept, where: Fact, language: str) -> Iterator[Fact]:
    """Say the box of a place, and the groups of P02 that a parameter of P01 belongs to."""
    if concept.box is not None:
        for side in ("west", "east", "south", "north"):
            degrees = Literal(f"{getattr(concept.box, side):f}", f"{XSD}decimal")
            yield said(concept.uri, side, degrees, where)
    for uri in concept.broader if concept.vocabulary == "P01" else ():
        group = terms.concept(uri)
        if group is not None and group.vocabulary == "P02":
            yield from describe(concept.uri, "discovery", group, where, language)
