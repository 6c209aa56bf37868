"""Small vocabularies in Turtle, and what the checks find in them."""

from typing import NamedTuple

from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.page import EXAMPLE_PREFIXES
from vocabsvc.checks.vocabulary.view import CheckedVocabulary, KnownConcepts
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.vocabulary import Vocabulary

TEST = "http://example.org/test/"
MANY = 1000

CLEAN = """
: dcterms:title "Water bodies"@en , "Étendues d’eau"@fr ; dcterms:creator "us" ; dcterms:publisher "us" ;
    dcterms:modified "2024-05-02" ; dcterms:license "CC0-1.0" ; owl:versionInfo "2" ; skos:hasTopConcept :water .
:water a skos:Concept ; skos:inScheme : ; skos:notation "W" ; skos:definition "Water that can be mapped."@en ;
    skos:prefLabel "Water body"@en , "Étendue d’eau"@fr .
:sea a skos:Concept ; skos:inScheme : ; skos:notation "S" ; skos:definition "Salt water, not an ocean."@en ;
    skos:prefLabel "Sea"@en , "Mer"@fr ; skos:altLabel "Mer côtière"@fr ; skos:hiddenLabel "mers"@fr ;
    skos:broader :water ; skos:related :shore ; skos:closeMatch <http://other.example/sea> .
:shore a skos:Concept ; skos:inScheme : ; skos:notation "B" ; skos:definition "Where water ends."@en ;
    skos:prefLabel "Shore"@en , "Rivage"@fr .
:main a skos:Concept ; skos:inScheme : ; skos:definition "An old word for the sea."@en ; owl:deprecated true ;
    skos:prefLabel "Main"@en , "Le large"@fr ; dcterms:isReplacedBy :sea .
"""
"""Nothing is wrong here. It can be added to, as Turtle allows to say more about the same subjects."""


class Found(NamedTuple):
    """A finding without what its code implies; ``concept`` is relative to the test namespace."""

    message: str
    concept: str
    value: str


def checked(turtle: str, vocabulary: Vocabulary | None = None) -> CheckedVocabulary:
    """A vocabulary out of Turtle without prefixes; the scheme is there already."""
    document = parse_rdf((EXAMPLE_PREFIXES + turtle).encode(), "test.ttl", "http://h/")
    skos = read_skos(document.triples, "TEST")
    return CheckedVocabulary(vocabulary or Vocabulary("TEST", skos.uri, skos.titles), skos.concepts, document)


def found(code: str, turtle: str, known: KnownConcepts | None = None, previous_count: int | None = None) -> list[Found]:
    """The findings of one check, in the order in which they are made."""
    report = check_vocabulary(checked(turtle), known, previous_count, MANY)
    return [
        Found(one.message["en"], one.concept.removeprefix(TEST), one.value.replace(TEST, ""))
        for group in report.groups
        for one in group.examples
        if one.code == code
    ]


def not_assessed(
    code: str, turtle: str, known: KnownConcepts | None = None, previous_count: int | None = None
) -> list[str]:
    """What one check could not judge."""
    report = check_vocabulary(checked(turtle), known, previous_count)
    return [gap.message["en"] for gap in report.not_assessed if gap.code == code]


def concept(name: str, more: str = "") -> str:
    """A concept in the scheme with a preferred label of its own; ``more`` ends without a full stop."""
    return f':{name} a skos:Concept ; skos:inScheme : ; skos:prefLabel "{name}"@en {more and f"; {more}"} .\n'
