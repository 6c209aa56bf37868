"""A name cut into what it says, piece by piece, in the order in which it says it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold, is_empty
from vocabsvc.services.mapper.reading import Reader, Reading
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.term_requests.label_lexicon import Words

_TOKEN = re.compile(r"[^\s,;:/()\[\]{}_’']+|[,;:()\[\]{}]")
_IN_SITU = re.compile(r"\bin[ -]situ\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = frozenset(",;:()[]{}")
_JOINING = frozenset({
    "by", "par", "using", "at", "as", "a", "an", "is", "are", "via", "avec", "from", "per", "and", "or", "ou", "vers",
    "into", "towards", "between", "entre", "depuis", "its", "which", "that", "not", "than",
})  # fmt: skip
_FRENCH = frozenset({
    "de", "des", "du", "dans", "le", "la", "les", "en", "et", "par", "sur", "un", "une", "d", "l", "au", "aux",
})  # fmt: skip
_WHERE = frozenset({"in", "dans", "on", "sur"})
_WHITHER = frozenset({"to", "into", "towards", "from", "between", "vers", "depuis", "entre"})
_ARTICLES = frozenset({"the", "a", "la", "le", "les", "l", "un", "une"})
_LONGEST = 4
_MOST_TOKENS = 40
_SURE = 0.85
_NO_WORDS: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Segment:
    """A word, or words that mean something only together; ``ways`` are readings of it as canonical words.

    A segment without a way carries no meaning; it ``parts`` what stands before and behind it. A ``code`` is a piece of
    a local name that nothing spells out.
    """

    text: str
    ways: tuple[Words, ...]
    code: bool = False

    @property
    def parts(self) -> bool:
        """Whether it is a mark or a word such as *of*."""
        return not self.ways


@dataclass(frozen=True, slots=True)
class Segments:
    """The pieces of one name; ``french`` tells that its modifiers follow what they modify."""

    pieces: tuple[Segment, ...]
    french: bool = False

    def words(self) -> Words:
        """Return all words in any reading."""
        return frozenset(word for piece in self.pieces for way in piece.ways for word in way)

    def saying(self, words: Words, free: Iterable[int]) -> frozenset[int]:
        """Return the places among ``free`` ones that together say these words and nothing else, or none."""
        found = {at: way for at in free for way in self.pieces[at].ways if way <= words}
        said = {word for way in found.values() for word in way}
        return frozenset(found) if said >= words else frozenset()

    def led_in(self) -> frozenset[int]:
        """Return the places of what follows *in* or *on*, up to the next such word: it tells where, not what."""
        return self._led_by(_WHERE)

    def led_past(self) -> frozenset[int]:
        """Return the places of what follows *to*, *from* or *between*: it tells neither where nor what."""
        return self._led_by(_WHITHER)

    def _led_by(self, words: frozenset[str]) -> frozenset[int]:
        found: set[int] = set()
        inside = False
        for at, piece in enumerate(self.pieces):
            word = fold(piece.text)
            if piece.parts:
                inside = word in words or (inside and word in _ARTICLES)
            elif inside:
                found.add(at)
        return frozenset(found)

    def text(self, places: Iterable[int]) -> str:
        """Return the words at these places as they were written."""
        return " ".join(self.pieces[at].text for at in sorted(places))


class Segmenter:
    """Cuts names; ``known`` tells the words of P01's labels, ``called`` the phrases that the glossary has whole."""

    def __init__(
        self, reader: Reader, wording: Wording, known: Callable[[str], bool], called: Callable[[str], bool]
    ) -> None:
        self.reader = reader
        self._wording = wording
        self._known = known
        self._called = called

    def segments(self, term: LocalTerm, reading: Reading) -> Segments:
        """Cut the long name up to its first remark, else the standard name, else the local name spelled out."""
        text = reading.text if term.long_name.strip() else term.standard_name
        tokens = _TOKEN.findall(_IN_SITU.sub("in-situ", text.replace("_", " ")))[:_MOST_TOKENS]
        if not tokens:
            return Segments(tuple(self._spelled(reading.name)))
        french = not text.isascii() or any(fold(token) in _FRENCH for token in tokens)
        return Segments(tuple(self._cut(tokens)), french)

    def _cut(self, tokens: Sequence[str]) -> Iterator[Segment]:
        at = 0
        while at < len(tokens):
            end = self._end(tokens, at)
            if tokens[end : end + 1] == ["A"] and not _is_mark(tokens[at]):  # bisphenol A: no article
                end += 1
            text = " ".join(tokens[at:end])
            own, other = (_NO_WORDS, _NO_WORDS) if end == at + 1 and _is_mark(text) else self._ways(text)
            # A word of P01's labels is that word, and not what the glossary might put for it.
            ways = (own,) if own and all(map(self._known, own)) else (own, other)
            if not (own or other or _is_mark(text)):
                ways = (frozenset({fold(text)}),)
            yield Segment(text, tuple(dict.fromkeys(way for way in ways if way)))
            at = end

    def _end(self, tokens: Sequence[str], at: int) -> int:
        """Return where a piece ends: before the first word without which what stands before means the same."""
        if _is_mark(tokens[at]):
            return at + 1
        last = next((end for end in range(at, len(tokens)) if tokens[end] in _MARKS), len(tokens))
        for end in range(min(last, at + _LONGEST), at + 1, -1):
            if not _is_mark(tokens[end - 1]) and self._is_idiom(tokens[at:end]):
                return end
        whole = self._wording.words(" ".join(tokens[at:last]))
        for end in range(at + 1, last):
            if self._wording.words(" ".join(tokens[at:end])) + self._wording.words(" ".join(tokens[end:last])) == whole:
                return end
        return max(last, at + 1)

    def _is_idiom(self, tokens: Sequence[str]) -> bool:
        """Tell whether the glossary has foreign words together, and puts for them what it puts for none alone."""
        if not self._called(" ".join(tokens)):
            return False
        if not all(map(self._is_understood, tokens)):
            return True
        own, other = self._ways(" ".join(tokens))
        apart = frozenset(word for token in tokens if not _is_mark(token) for word in self._ways(token)[1])
        return not all(map(self._known, own)) and not other <= apart

    def _is_understood(self, token: str) -> bool:
        own, other = self._ways(token)
        return _is_mark(token) or bool(other) or any(map(self._known, own))

    def _ways(self, text: str) -> tuple[Words, Words]:
        """Return the canonical words of a text, and those of its translation or of what it abbreviates."""
        head = self.reader.read(LocalTerm(long_name=text)).head
        own = frozenset(word for word, weight in head.items() if weight == 1)
        return own, frozenset(word for word, weight in head.items() if _SURE < weight < 1)

    def _spelled(self, name: str) -> Iterator[Segment]:
        whole = self.reader.read(LocalTerm(local_name=name)).spelled if name else {}
        pieces = [piece for part in _SEPARATOR.split(name) for piece in _CAMEL.split(part) if piece]
        for piece in pieces:
            bag = self.reader.read(LocalTerm(local_name=piece)).spelled if len(pieces) > 1 else whole
            own, other = fold(piece), frozenset(word for word, weight in bag.items() if weight > _SURE)
            text = " ".join(sorted(other - {own})).replace("_", " ") or piece
            code = own.isdigit() or not (other or self._known(own))
            yield Segment(text, tuple(dict.fromkeys(way for way in (frozenset({own}), other) if way)), code)


def _is_mark(token: str) -> bool:
    folded = fold(token)
    return token in _MARKS or not any(map(str.isalnum, token)) or is_empty(folded) or folded in _JOINING
