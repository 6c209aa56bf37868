"""The code lists of ISO records as plain data, taken once from the vocabularies that have them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from vocabsvc.model.folding import fold
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import SKOS

LANGUAGES = "LanguageCode"
_COUNTRIES = ("Country", "CountryCode")
_ISO = ("iso-19139", "iso-19115-3")
VOCABULARIES = (*_ISO, "languages", "countries")
"""The ids of the vocabularies that code lists are read from."""
_MEMBER = f"{SKOS}member"
_NOTATION = f"{SKOS}notation"
_LABELS = (f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel")
_THREE_LETTERS = re.compile("[A-Z]{3}")
_MOST_ALIKE = 3
_MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class CodeList:
    """Values of one name, from every catalogue that has the list.

    ``addresses`` of the list are by the id of the vocabulary. ``spellings`` leads from a folded label, code or other
    spelling to the only code that it can stand for.
    """

    addresses: Mapping[str, str]
    codes: frozenset[str]
    spellings: Mapping[str, str]
    _kept_alike: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def meant(self, text: str) -> str:
        """Return the code that a text stands for in another spelling, ``""`` where that is not certain."""
        return self.spellings.get(fold_code(text), "")

    def alike(self, text: str) -> tuple[str, ...]:
        """Return codes that resemble a text, the likeliest first; answers are kept, since the same codes come again."""
        alike = self._kept_alike.get(text)
        if alike is None:
            found = get_close_matches(fold_code(text), self.spellings, n=_MOST_ALIKE, cutoff=0.8)
            alike = tuple(dict.fromkeys(self.spellings[one] for one in found))
            if len(self._kept_alike) < _MOST_KEPT:
                self._kept_alike[text] = alike
        return alike


@dataclass(slots=True)
class _Coded:
    """A concept with a code, its other names, and the collections that it is a member of."""

    code: str = ""
    texts: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)


class _Gathering:
    """A code list being put together."""

    def __init__(self) -> None:
        self.addresses: dict[str, str] = {}
        self.codes: dict[str, set[str]] = {}

    def add(self, code: str, texts: Iterable[str]) -> None:
        self.codes.setdefault(code, set()).update(fold_code(text) for text in (code, *texts))

    def list(self) -> CodeList:
        meant: dict[str, set[str]] = {}
        for code, spellings in self.codes.items():
            for spelling in spellings:
                meant.setdefault(spelling, set()).add(code)
        own = {fold_code(code): code for code in self.codes}  # a code is itself, whatever else is called so
        sure = {spelling: next(iter(codes)) for spelling, codes in meant.items() if len(codes) == 1 and spelling}
        return CodeList(self.addresses, frozenset(self.codes), sure | own)


def read_code_lists(statements: Mapping[str, Iterable[Statement]]) -> Mapping[str, CodeList]:
    """Return the code lists by the name of their element.

    ``statements`` are what the ``VOCABULARIES`` say; those that are not loaded may be absent.
    """
    gathered: dict[str, _Gathering] = {}
    for vocabulary in _ISO:
        for concept in _concepts(statements.get(vocabulary, ())):
            for address in concept.collections:
                found = gathered.setdefault(address.rpartition("#")[2], _Gathering())
                found.addresses[vocabulary] = address
                found.add(concept.code, concept.texts)
    for vocabulary, names in (("languages", (LANGUAGES,)), ("countries", _COUNTRIES)):
        concepts = _concepts(statements.get(vocabulary, ()))
        for name in names if concepts else ():
            found = gathered[name] = _Gathering()
            for concept in concepts:
                found.add(concept.code, concept.texts)
                for other in filter(_THREE_LETTERS.fullmatch, concept.texts if name != LANGUAGES else ()):
                    found.add(other, ())  # ISO 3166 has two codes for a country
    return {name: one.list() for name, one in gathered.items()}


def fold_code(text: str) -> str:
    """Return a code or label without capitals, accents, spaces and punctuation."""
    return "".join(character for character in fold(text) if character.isalnum())


def _concepts(statements: Iterable[Statement]) -> list[_Coded]:
    found: dict[str, _Coded] = {}
    for subject, predicate, target in statements:
        if predicate == _MEMBER and isinstance(target, str):
            found.setdefault(target, _Coded()).collections.append(subject)
        elif predicate == _NOTATION and isinstance(target, Literal):
            found.setdefault(subject, _Coded()).code = target.lexical
        elif predicate in _LABELS and isinstance(target, Literal):
            found.setdefault(subject, _Coded()).texts.append(target.lexical)
    return [concept for concept in found.values() if concept.code]
