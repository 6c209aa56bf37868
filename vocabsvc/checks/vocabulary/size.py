"""How many concepts there are: SKO-18."""

from collections.abc import Iterator

from vocabsvc.checks.check import Gap
from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView

EMPTY = {
    "en": "the vocabulary holds no concept",
    "fr": "le vocabulaire ne contient aucun concept",
}
SHRUNK = {
    "en": "the vocabulary has lost more than a tenth of its concepts",
    "fr": "le vocabulaire a perdu plus d’un dixième de ses concepts",
}
NO_EARLIER_EDITION = {
    "en": "whether the vocabulary has shrunk, as no earlier count is known",
    "fr": "si le vocabulaire a rétréci, car aucun décompte antérieur n’est connu",
}

_KEPT = 0.9


def shrunken_vocabulary(view: VocabularyView) -> Iterator[Fault | Gap]:
    """The vocabulary is empty, or much smaller than it was.

    What it checks:
        There is at least one concept, and at least nine tenths of as many as before: in the edition that was
        loaded, or in the count that ``vocabulary.toml`` states.

    Why it matters:
        Publishers deprecate concepts and hardly ever remove them. A vocabulary that shrinks was most likely
        not downloaded to its end.

    Example:
        : a skos:ConceptScheme ; dcterms:title "Test"@en .

    References:
        Our own
    """
    count, before = len(view.concepts), view.previous_count
    if not count:
        yield Fault(EMPTY)
    elif before is None:
        yield Gap(NO_EARLIER_EDITION)
    elif count < before * _KEPT:
        yield Fault(SHRUNK, value=f"{before} → {count}")
