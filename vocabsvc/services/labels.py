"""Whole labels by pattern and in alphabetical order, as a thesaurus browser asks for them."""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.services.groups import Groups
from vocabsvc.services.hierarchy import Hierarchy
from vocabsvc.services.schemes import SKOS_CONCEPT, Schemes
from vocabsvc.store.labels.base import ALTERNATIVE, FIELDS, PREFERRED, Label, LabelIndex, LabelledConcept, LabelMatch
from vocabsvc.store.labels.wildcard import Wildcard, label_key

OTHER_SIGNS, DIGITS, EVERYTHING = "!*", "0-9", "*"
"""What an alphabetical index has beside letters; the last is never listed, but may be asked for."""


_INDEXED = (PREFERRED, ALTERNATIVE)


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A pattern (see ``Wildcard``) and what the concepts must be; an empty field, or pattern, asks nothing.

    ``vocabularies`` are ids as loaded; none means all but the glossary, whose entries are found only when asked
    for. ``language`` is that of the labels which are searched. ``parent`` is broader at any distance, ``group``
    holds the concept itself, ``schemes`` and ``types`` (full IRIs) ask for one of them. ``unique`` gives each
    concept once, by its best label, where a label in ``shown`` is better than another of its kind. ``limit`` 0
    means no limit.
    """

    text: str
    vocabularies: tuple[str, ...] = ()
    language: str = ""
    shown: str = ""
    parent: str = ""
    group: str = ""
    schemes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    unique: bool = False
    offset: int = 0
    limit: int = 0


Condition = Callable[[LabelMatch], bool]


class Labels:
    """Answers from the alphabetical lists; ``vocabularies`` are the ids that are loaded."""

    def __init__(
        self, index: LabelIndex, hierarchy: Hierarchy, groups: Groups, schemes: Schemes, vocabularies: Sequence[str]
    ) -> None:
        self._index = index
        self._hierarchy = hierarchy
        self._groups = groups
        self._schemes = schemes
        self._vocabularies = tuple(name for name in vocabularies if name.lower() != GLOSSARY)

    def search(self, request: LabelRequest) -> Iterator[LabelMatch]:
        """Yield what a pattern finds, by lower-case label, then language; they are found while they are asked for."""
        wildcard = Wildcard.of(request.text if label_key(request.text) else EVERYTHING)
        vocabularies = request.vocabularies or self._vocabularies
        fields: tuple[str, ...] = FIELDS
        if wildcard.takes_all:  # then it is a list of concepts, each by the label that is shown
            fields, request = (PREFERRED,), replace(request, language=request.shown)
        found = self._index.matching(wildcard, vocabularies, fields, request.language)
        for condition in self._conditions(request, vocabularies):
            found = filter(condition, found)
        if request.unique:
            found = (match for match in found if match.label == _best(match.concept, wildcard, fields, request))
        return islice(found, request.offset, request.offset + request.limit if request.limit else None)

    def named(self, label: str, vocabulary: str, language: str) -> Iterator[LabelMatch]:
        """Yield the concepts of a vocabulary with this whole label, whatever its case; asterisks are asterisks."""
        return self._index.matching(Wildcard((label_key(label),)), (vocabulary,), FIELDS, language)

    def letters(self, vocabulary: str, language: str) -> tuple[str, ...]:
        """Return what an alphabetical index offers: capital letters, then ``!*`` and ``0-9`` where there are any."""
        first = self._index.letters(vocabulary, {PREFERRED}, language)
        letters = dict.fromkeys(_capital(char) for char in first if char.isalpha())
        others = {OTHER_SIGNS: not all(char.isalnum() for char in first), DIGITS: any(map(_is_digit, first))}
        return (*letters, *(name for name, there in others.items() if there))

    def listed(self, vocabulary: str, letter: str, language: str, offset: int, limit: int) -> Iterator[LabelMatch]:
        """Yield the preferred and alternative labels that begin with ``letter``, in order; ``limit`` 0 means no limit.

        ``letter`` may be several, or one of ``!*``, ``0-9``, ``*``.
        """
        classes: Mapping[str, Callable[[str], bool]] = {
            DIGITS: _is_digit,
            OTHER_SIGNS: lambda char: not char.isalnum(),
            EVERYTHING: lambda _: True,
        }
        firsts = [letter] if letter not in classes else self._firsts(vocabulary, language, classes[letter])
        found = (
            match
            for first in firsts
            if label_key(first)
            for match in self._index.matching(Wildcard((label_key(first), b"")), (vocabulary,), _INDEXED, language)
        )
        return islice(found, offset, offset + limit if limit else None)

    def counts(self, vocabulary: str) -> Mapping[tuple[str, str], int]:
        """Return how many labels there are by language and field, of deprecated concepts too."""
        return self._index.counts(vocabulary)

    def _firsts(self, vocabulary: str, language: str, wanted: Callable[[str], bool]) -> list[str]:
        return [char for char in self._index.letters(vocabulary, _INDEXED, language) if wanted(char)]

    def _conditions(self, request: LabelRequest, vocabularies: Sequence[str]) -> Iterator[Condition]:
        if request.parent:
            yield _among(self._hierarchy.below(request.parent, vocabularies))
        if request.group:
            yield _among(self._groups.holding(request.group))
        if request.schemes:
            whole, uris = self._schemes.concepts_in(request.schemes, vocabularies)
            yield lambda match: match.concept.vocabulary in whole or match.concept.uri in uris
        if request.types and SKOS_CONCEPT not in request.types:
            yield _among(self._schemes.typed(request.types, vocabularies))


def _among(uris: Collection[str]) -> Condition:
    return lambda match: match.concept.uri in uris


def _best(concept: LabelledConcept, wildcard: Wildcard, fields: Sequence[str], request: LabelRequest) -> Label:
    def worth(label: Label) -> tuple[int, str, str]:
        elsewhere = not (request.shown and speaks(label.lang, request.shown))
        return 2 * FIELDS.index(label.field) + elsewhere, label.lang, label.text

    met = (
        label
        for label in concept.labels
        if label.field in fields
        and (not request.language or not label.lang or speaks(label.lang, request.language))
        and (wildcard.takes_all or wildcard.describes(label_key(label.text)))
    )
    return min(met, key=worth)


def speaks(tag: str, language: str) -> bool:
    """Tell whether a language tag is a language or narrower (RFC 4647 §3.3.1): ``fr-ca`` is ``fr``."""
    return tag == language or tag.startswith(f"{language}-")


def _is_digit(char: str) -> bool:
    return unicodedata.category(char) == "Nd"


def _capital(char: str) -> str:
    return char.upper() if len(char.upper()) == 1 else char  # no label begins with the SS of ß
