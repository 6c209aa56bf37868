"""The hub's own glossary: other wordings of a text, in the other language or spelled out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, zip_longest

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words, is_empty
from vocabsvc.store.base import Reading

_LONGEST_PHRASE = 7
_MOST_WORDS = 24
_MOST_WORDINGS = 4
_KEPT = 16
_KEPT_WORDINGS = 1024
_MOST_READINGS = 3  # in each language
_MOST_NEAR = 12
_SHORTEST_BEGINNING = 3
_MOST_BEGUN = 3
_LAST = "\U0010ffff"

Phrase = tuple[str, ...]
Wordings = Mapping[str, Sequence[Phrase]]
"""Language -> the ways to say it, the likeliest first."""


@dataclass(frozen=True, slots=True)
class _Entry:
    uri: str
    wordings: Wordings
    broader: tuple[str, ...]


class Glossary:
    """Knows every label of every entry; abbreviations (hidden labels) are read but never proposed."""

    def __init__(self, entries: Iterable[Concept]) -> None:
        self._segments = lru_cache(_KEPT)(self._segmented)  # of one text, several things are asked in a row
        self._wordings = lru_cache(_KEPT_WORDINGS)(self._wordings_of)  # the same for many a beginning
        self._by_uri: dict[str, _Entry] = {}
        self._narrower: dict[str, list[str]] = {}
        self._as_written: dict[Phrase, list[_Entry]] = {}
        self._in_singular: dict[Phrase, list[_Entry]] = {}
        whole: set[tuple[str, str]] = set()
        for concept in entries:
            wordings: dict[str, list[Phrase]] = {}
            for label in (*concept.pref_labels, *concept.alt_labels):
                wordings.setdefault(label.lang, []).append(fold_words(label.text))
            entry = self._by_uri[concept.uri] = _Entry(concept.uri, wordings, concept.broader)
            for uri in concept.broader:
                self._narrower.setdefault(uri, []).append(concept.uri)
            labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
            for phrase in dict.fromkeys(fold_words(label.text) for label in labels):
                self._as_written.setdefault(phrase, []).append(entry)
                self._in_singular.setdefault(_singular(phrase), []).append(entry)
                whole.add((_joined([phrase]), concept.uri))
        self._ordered = sorted(whole)
        self._words = {_in_singular(word) for phrase in self._as_written for word in phrase}

    def readings(self, text: str) -> tuple[Reading, ...]:
        """Return other wordings of the whole text; none if the glossary knows no part of it.

        The longest phrases that the glossary knows are exchanged for one language at a time, the words
        between them stay.
        """
        words = fold_words(text)[:_MOST_WORDS]
        segments = self._segments(words)
        if not any(known for _, known in segments):
            return ()
        languages = dict.fromkeys(language for _, known in segments for one in known for language in one.wordings)
        asked = " ".join(content_words(words))
        read: dict[str, Reading] = {}
        for language in languages:
            options = [_options(phrase, known, language) for phrase, known in segments]
            for place, other in enumerate(islice(_others(options, asked), _MOST_READINGS)):
                _add(read, Reading(other, f"{text.strip()} = {other}", lang=language, place=place))
        return tuple(read.values())

    def knows(self, text: str) -> bool:
        """Tell whether the whole text is what an entry is called, in whatever number."""
        return bool(self._called(text))

    def readings_begun(self, text: str) -> tuple[Reading, ...]:
        """Return the wordings of the entries that the text may become, those first to which least is missing."""
        beginning = _joined([fold_words(text)[:_MOST_WORDS]])
        if len(beginning) < _SHORTEST_BEGINNING:
            return ()
        first, end = (bisect_left(self._ordered, (edge, "")) for edge in (beginning, beginning + _LAST))
        begun = sorted(self._ordered[first:end], key=lambda known: len(known[0]))
        return self.readings_through(list(dict.fromkeys(uri for _, uri in begun))[:_MOST_BEGUN], text)

    def readings_through(self, uris: Iterable[str], text: str) -> tuple[Reading, ...]:
        """Return the wordings of entries as readings of a text that only resembles them."""
        return self._unsure(uris, f"{text.strip()} ≈")

    def broader_readings(self, text: str) -> tuple[Reading, ...]:
        """Return the wordings of what is one or two steps broader than the whole text.

        Seagrass for Posidonia; hydrocarbons and contaminants for PAH.
        """
        near = self._above(self._uris(text))
        return self._unsure(dict.fromkeys((*near, *self._above(near))), f"{text.strip()} <")

    def narrower_readings(self, text: str) -> tuple[Reading, ...]:
        """Return wordings of what is directly narrower than the whole text (bathymetry for depth)."""
        below = (narrower for uri in self._uris(text) for narrower in self._narrower.get(uri, ()))
        return self._unsure(below, f"{text.strip()} >")

    def _uris(self, text: str) -> Sequence[str]:
        return [entry.uri for entry in self._called(text)]

    def _above(self, uris: Iterable[str]) -> Sequence[str]:
        known = (self._by_uri[uri] for uri in uris if uri in self._by_uri)
        return list(dict.fromkeys(broader for entry in known for broader in entry.broader))

    def _called(self, text: str) -> Sequence[_Entry]:
        segments = self._segments(fold_words(text)[:_MOST_WORDS])
        return segments[0][1] if len(segments) == 1 else ()

    def _unsure(self, uris: Iterable[str], via: str) -> tuple[Reading, ...]:
        """Return wordings of entries, the likeliest of every entry and language before others of any."""
        return tuple(
            [Reading(other, f"{via} {other}", sure=False, lang=lang) for other, lang in self._wordings(tuple(uris))]
        )

    def _wordings_of(self, uris: tuple[str, ...]) -> Sequence[tuple[str, str]]:
        known = [self._by_uri[uri] for uri in uris if uri in self._by_uri]
        ways = (
            [(language, phrase) for phrase in wordings]
            for entry in known
            for language, wordings in entry.wordings.items()
        )
        wordings: dict[str, str] = {}
        for language, phrase in filter(None, chain.from_iterable(zip_longest(*ways))):
            other = _joined([phrase])
            wordings[other] = "" if wordings.get(other, language) != language else language
            if len(wordings) == _MOST_NEAR:  # a general entry has hundreds below it
                break
        return tuple(wordings.items())

    def _segmented(self, words: Phrase) -> Sequence[tuple[Phrase, Sequence[_Entry]]]:
        """Cut words into the longest phrases that the glossary knows, and single words that it does not know."""
        segments: list[tuple[Phrase, Sequence[_Entry]]] = []
        position = 0
        while position < len(words):
            for end in range(self._end_of_known(words, position), position, -1):
                phrase = words[position:end]
                known = self._as_written.get(phrase) or self._in_singular.get(_singular(phrase))
                if known:
                    segments.append((phrase, known))
                    position = end
                    break
            else:
                segments.append((words[position : position + 1], ()))
                position += 1
        return segments

    def _end_of_known(self, words: Phrase, position: int) -> int:
        """Return where a phrase ends at most that begins at a position: before a word that is in none."""
        most = min(len(words), position + _LONGEST_PHRASE)
        for end in range(position, most):
            if _in_singular(words[end]) not in self._words and not is_empty(words[end]):
                return end
        return most


def _add(read: dict[str, Reading], reading: Reading) -> None:
    """Add a reading; a wording that two languages share is in neither alone."""
    known = read.setdefault(reading.text, reading)
    if known.lang != reading.lang:
        read[reading.text] = known._replace(lang="")


def _options(phrase: Phrase, known: Sequence[_Entry], language: str) -> Sequence[Phrase]:
    """Return the wordings of a phrase in a language, entry by entry; the phrase itself where there is none."""
    ranked = (
        wordings
        for rank in range(_MOST_WORDINGS)
        for one in known
        for wordings in one.wordings.get(language, ())[rank : rank + 1]
    )
    return list(dict.fromkeys(ranked))[:_MOST_WORDINGS] or [phrase]


def _others(options: Sequence[Sequence[Phrase]], asked: str) -> Iterator[str]:
    """Yield each combination once, but for what is asked itself."""
    seen = {asked}
    for choice in _combined(options):
        other = _joined(choice)
        if other not in seen:
            seen.add(other)
            yield other


def _combined(options: Sequence[Sequence[Phrase]]) -> Iterator[Sequence[Phrase]]:
    """Yield the likeliest wording of every phrase together, then what differs from that in one phrase."""
    likeliest = [wordings[0] for wordings in options]
    yield likeliest
    for rank in range(1, _MOST_WORDINGS):
        for place, wordings in enumerate(options):
            if rank < len(wordings):
                yield [*likeliest[:place], wordings[rank], *likeliest[place + 1 :]]


def _joined(phrases: Iterable[Phrase]) -> str:
    return " ".join(content_words([word for phrase in phrases for word in phrase]))


def _singular(phrase: Phrase) -> Phrase:
    """Return a phrase without its empty words and plural endings (hauteurs des vagues, hauteur de vague)."""
    return tuple([_in_singular(word) for word in content_words(phrase)])


def _in_singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
