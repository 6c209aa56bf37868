"""The terms of the centres' own lists, as their files name them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import choose_label
from vocabsvc.model.statement import Literal
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DEF, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.store.base import Store


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term of a list, as its mapping set would name it by ``uri``."""

    uri: str
    term: LocalTerm


class LocalLists:
    """The lists of one snapshot; each is read once."""

    def __init__(self, vocabularies: Sequence[Vocabulary], concepts: Concepts, store: Store) -> None:
        self._ids = [one.id for one in vocabularies if one.local]
        self._concepts = concepts
        self._store = store
        self._read: tuple[ListedTerm, ...] | None = None

    def terms(self) -> tuple[ListedTerm, ...]:
        """Return the terms of all lists, list by list."""
        if self._read is None:
            self._read = tuple(one for name in self._ids for one in self._terms(name))
        return self._read

    def _terms(self, vocabulary: str) -> Iterator[ListedTerm]:
        codes = self._texts(vocabulary, f"{SKOS}notation")
        units = self._texts(vocabulary, f"{DEF}unit")
        for ref in self._concepts.every_member(vocabulary):
            if not ref.deprecated:
                term = LocalTerm(
                    local_name=_code(codes.get(ref.uri, ())),
                    long_name=_name(ref),
                    unit=next(iter(units.get(ref.uri, ())), ""),
                    centre=vocabulary,
                )
                if term.local_name or term.long_name:
                    yield ListedTerm(ref.uri, term)

    def _texts(self, vocabulary: str, predicate: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for statement in self._store.stated(vocabulary, predicate):
            if isinstance(statement.object, Literal):
                found[statement.subject].append(statement.object.lexical)
        return found


def _code(notations: Sequence[str]) -> str:
    """Return what stands in files: not a number, where there is something else."""
    return min(notations, key=lambda text: (text.isdigit(), text), default="")


def _name(ref: ConceptRef) -> str:
    label = choose_label(ref.pref_labels, ())
    return label.text if label else ""
