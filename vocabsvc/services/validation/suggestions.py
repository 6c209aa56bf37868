"""What a keyword that cites nothing may mean."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.label import LangString
from vocabsvc.model.match import MatchKind
from vocabsvc.services.validation.label_fit import likeness
from vocabsvc.services.validation.loaded_terms import LoadedTerms, labels_of
from vocabsvc.services.validation.term_facts import MOST_CANDIDATES
from vocabsvc.services.validation.term_kinds import KINDS
from vocabsvc.store.base import Filters, SearchRequest, TermIndex

_KEPT = 8192
_ORDER = ("P02", "OD1", "P07", "P01", "F02", "L05", "L06", "L22", "C19")
"""Shared lists that keywords are taken from, the one to use first; others have codes or units of data files."""

_BY_PREFERRED = frozenset({"P01", "P07"})
"""Lists whose other labels are too short or too general to tell a concept."""

_SPELT_SO = frozenset({"L22"})
"""Lists of names that mean something else in small letters (VEGETATION)."""

_SAYS_NOTHING = frozenset({"unknown", "none", "other", "not applicable", "inconnu", "autre"})
_SHORTEST = 3
_SHORTEST_FUZZY = 8
_LONGEST = 100
_FUZZY = 0.88
"""How alike by letters a label must be to be suggested for another text."""


class KeywordSuggestions:
    """Finds concepts of the shared lists by label; answers are kept. May be shared by threads."""

    def __init__(self, terms: LoadedTerms, index: TermIndex) -> None:
        self._terms = terms
        self._index = index
        self._loaded = tuple(one.id for name in _ORDER if (one := terms.vocabulary(name)) is not None)
        self._kept_whole = lru_cache(_KEPT)(self._whole)
        self._kept_near = lru_cache(_KEPT)(self._alike)

    def of(self, label: str, kind: str, language: str, *, thorough: bool = True) -> tuple[Sequence[Concept], str]:
        """Return the concepts that a text may mean, the likeliest first, and how they were found.

        ``exact`` is by a preferred label, ``alternative`` by another one, ``fuzzy`` by one that is spelt alike.
        ``kind`` narrows to lists of that kind where the type of the keyword tells it. In a language other than English
        only labels in that language and those without one count. Labels that are spelt alike are looked for if
        ``thorough``, which takes some milliseconds.
        """
        text = " ".join(label.split())
        if not _SHORTEST <= len(text) <= _LONGEST or fold(text) in _SAYS_NOTHING:
            return (), ""
        lists = tuple(name for name in self._loaded if not kind or name in KINDS.get(kind, ()))
        found = self._kept_whole(text, lists, language)
        if found:
            words = fold_words(text)
            preferred = [one for one in found if _has(one.pref_labels, words)]
            return (preferred or found)[:MOST_CANDIDATES], "exact" if preferred else "alternative"
        spelt = tuple(name for name in lists if name not in _SPELT_SO)
        near = self._kept_near(text, spelt) if thorough else ()
        return near, "fuzzy" if near else ""

    def near(self, label: str, vocabulary: str) -> Sequence[Concept]:
        """Return the current concepts of one vocabulary, by its id, with a preferred label that is spelt alike."""
        text = " ".join(label.split())
        return self._kept_near(text, (vocabulary,)) if len(text) <= _LONGEST else ()

    def _whole(self, text: str, lists: Sequence[str], language: str) -> list[Concept]:
        refs = [ref for ref in self._terms.labelled(text) if ref.vocabulary in lists and not ref.deprecated]
        concepts = [one for ref in refs if (one := self._terms.concept(ref.uri)) is not None]
        return sorted(
            (one for one in concepts if _speaks(one, fold_words(text), language) and _is_spelt_so(one, text)),
            key=lambda one: lists.index(one.vocabulary),
        )

    def _alike(self, text: str, lists: Sequence[str]) -> tuple[Concept, ...]:
        if len(text) < _SHORTEST_FUZZY or not lists or not any(map(str.isalpha, text)):
            return ()
        request = SearchRequest(text, Filters(tuple(lists), status=Status.CURRENT), limit=3, partial=False)
        hits = [hit for hit in self._index.search(request).items if hit.match.kind is not MatchKind.NOTATION]
        near = [hit for hit in hits if hit.match.field == "pref_label" and likeness(text, hit.match.text) >= _FUZZY]
        return tuple(one for hit in near if (one := self._terms.concept(hit.concept.uri)) is not None)


def _has(labels: Iterable[LangString], words: tuple[str, ...]) -> bool:
    return any(fold_words(label.text) == words for label in labels)


def _speaks(concept: Concept, words: tuple[str, ...], language: str) -> bool:
    """Tell whether the label may be meant: short ones of another language are often words of this one."""
    said = concept.pref_labels if concept.vocabulary in _BY_PREFERRED else (*concept.pref_labels, *concept.alt_labels)
    labels = [label for label in said if fold_words(label.text) == words]
    return any(not label.lang or label.lang.startswith((language or "en", "en")) for label in labels)


def _is_spelt_so(concept: Concept, text: str) -> bool:
    return concept.vocabulary not in _SPELT_SO or any(label.text == text for label in labels_of(concept))
