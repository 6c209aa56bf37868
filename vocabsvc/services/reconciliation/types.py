"""The types of entities: every one is a concept, and is of its vocabulary."""

from collections.abc import Sequence

from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString
from vocabsvc.model.reconciliation import EntityType, TypeStrict
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import SKOS

UNITS = "P06"
CONCEPT = EntityType("skos:Concept", (LangString("Concept", "en"), LangString("Concept", "fr")))
_SPELLINGS = {"skos:concept", f"{SKOS}Concept".lower(), "concept"}


class EntityTypes:
    """Reads types as clients write them: an id in any case, or the IRI of a vocabulary."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self._types = {one.id: EntityType(one.id, one.titles, (CONCEPT,)) for one in vocabularies}
        self._ids = {spelling.lower(): one.id for one in vocabularies for spelling in (one.id, one.uri)}

    def of(self, vocabulary: str) -> tuple[EntityType, ...]:
        """Return the types of the entities of a vocabulary, or of all, the nearest first."""
        found = self._types.get(self._ids.get(vocabulary.lower(), ""))
        return (found, CONCEPT) if found else (CONCEPT,)

    def all(self) -> tuple[EntityType, ...]:
        """Return every type, that of all entities first."""
        return (CONCEPT, *self._types.values())

    def allowed(self, types: Sequence[str], strict: TypeStrict) -> frozenset[str] | None:
        """Return the ids of the vocabularies whose concepts have the types, ``None`` for all."""
        named = [self._vocabularies(text) for text in types if text.strip()]
        if not named or (None in named and strict is not TypeStrict.ALL):
            return None
        bound = [one for one in named if one is not None]
        if not bound:
            return None
        return frozenset.intersection(*bound) if strict is TypeStrict.ALL else frozenset[str]().union(*bound)

    def _vocabularies(self, text: str) -> frozenset[str] | None:
        name = text.strip().lower()
        if name in _SPELLINGS:
            return None
        return frozenset({self._ids[name]}) if name in self._ids else frozenset()

    def named(self, prefix: str) -> tuple[EntityType, ...]:
        """Return the types whose id or name has a word that begins with the text, all of them for ``""``."""
        begun = fold(prefix)
        return tuple(one for one in self.all() if begins(begun, (one.id, *(name.text for name in one.names))))


def begins(begun: str, texts: Sequence[str]) -> bool:
    """Tell whether one of the texts, or a word of it, begins with folded text."""
    return any(f" {begun}" in f" {fold(text)}" for text in texts)
