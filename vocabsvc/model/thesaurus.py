"""A vocabulary as catalogue software imports it: only what may still be used, closed in itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """A vocabulary without its deprecated concepts.

    Dates are written ``yyyy-mm-dd``; ``created`` is empty where the vocabulary does not say. ``top_concepts``
    have nothing broader in the thesaurus. ``concepts`` is read once, in label order; their ``broader``,
    ``narrower`` and ``related`` stay inside the thesaurus and are stated from both ends.
    """

    vocabulary: Vocabulary
    descriptions: tuple[LangString, ...]
    created: str
    issued: str
    modified: str
    top_concepts: tuple[str, ...]
    concepts: Iterator[Concept]
