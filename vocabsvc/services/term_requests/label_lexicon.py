"""The wordings of P01's labels, part by part, with how they go together."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple, TypeVar

from vocabsvc.model.folding import fold
from vocabsvc.services.mapper.entries import ParameterEntry
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.term_requests.label_pattern import LabelPattern, label_pattern

Words = frozenset[str]
_Value = TypeVar("_Value")

_CODES = re.compile(r"\((?:ITIS|WoRMS|APHIA)[^()]*\)", re.IGNORECASE)
_ASIDE = re.compile(r"\{([^{}]*)\}")
_QUALIFIED = re.compile(r" \(| as | per | relative | due | from ")
_CAS = re.compile(r"\bCAS [\d-]+")


class Part(Enum):
    """The parts of a label that are looked up by their words."""

    PROPERTY = "property"
    OBJECT = "object"
    PLACE = "place"
    METHOD = "method"


class Use(NamedTuple):
    """A label's parts beside the one that is looked at; ``unit`` is the first spelling of its unit."""

    property: str
    statistic: str
    object: str
    place: str
    basis: str
    phase: str
    unit: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PartUse:
    """A wording: ``words`` are the ways to say it as canonical words, ``uses`` count the labels that have it."""

    text: str
    words: tuple[Words, ...]
    uses: Counter[Use] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How many labels have it."""
        return self.uses.total()

    def share(self, is_so: Callable[[Use], bool]) -> float:
        """Return the share of the labels with this wording of which something is so, from 0 to 1."""
        return sum(count for use, count in self.uses.items() if is_so(use)) / (self.count or 1)

    def tally(self, of: Callable[[Use], _Value]) -> Counter[_Value]:
        """Return what the labels have in another part, by how many of them."""
        counted: Counter[_Value] = Counter()
        for use, count in self.uses.items():
            counted[of(use)] += count
        return counted


class LabelLexicon:
    """Immutable once made. Deprecated concepts are left out."""

    def __init__(self, entries: Iterable[ParameterEntry], wording: Wording) -> None:
        self._wording = wording
        self._parts: dict[Part, dict[str, PartUse]] = {part: {} for part in Part}
        self._uris: dict[str, str] = {}
        for entry in entries:
            if not entry.ref.deprecated and entry.labels:
                self._uris.setdefault(fold(entry.labels[0]), entry.ref.uri)
                self._add(label_pattern(entry.labels[0]), entry.units[:1])
        self._by_word = {part: _by_rarest_word(uses) for part, uses in self._parts.items()}

    @cached_property
    def property_heads(self) -> Words:
        """The last words of properties, such as *rate* and *biomass*, by which others are told."""
        cut = (_QUALIFIED.split(text)[0] for text in self._parts[Part.PROPERTY])
        return frozenset(words[-1] for text in cut if (words := self._wording.words(text)))

    def labelled(self, label: str) -> str:
        """Return the IRI of the concept with this label, ``""`` where there is none."""
        return self._uris.get(fold(label), "")

    def part(self, part: Part, text: str) -> PartUse | None:
        """Return a wording by its text."""
        return self._parts[part].get(text)

    def uses(self, part: Part) -> Iterable[PartUse]:
        """Return all wordings of a part."""
        return self._parts[part].values()

    def among(self, part: Part, words: Iterable[str]) -> Iterator[PartUse]:
        """Yield the wordings all of whose words are among those given, at least in one way to say it."""
        known = self._by_word[part]
        given = frozenset(words)
        for word in given:
            for use in known.get(word, ()):
                if any(way <= given for way in use.words):
                    yield use

    def _add(self, pattern: LabelPattern, unit: tuple[str, ...]) -> None:
        use = Use(
            pattern.property, pattern.statistic, pattern.object, pattern.place, pattern.basis, pattern.phase, unit
        )
        said = (
            (Part.PROPERTY, pattern.property, pattern.property),
            (Part.OBJECT, pattern.object, pattern.object),
            (Part.PLACE, pattern.place, pattern.matrix),
            (Part.METHOD, pattern.method, pattern.method),
        )
        for part, text, named in said:
            if text:
                known = self._parts[part].get(text)
                if known is None:
                    known = self._parts[part][text] = PartUse(text, self._ways(named))
                known.uses[use] += 1

    def _ways(self, text: str) -> tuple[Words, ...]:
        plain = _CODES.sub("", _ASIDE.sub("", text))
        asides = (_CAS.sub("", aside) for aside in _ASIDE.findall(text))
        ways = dict.fromkeys(frozenset(self._wording.words(one)) for one in (plain, *asides))
        return tuple(way for way in ways if len("".join(way)) > 1)


def _by_rarest_word(uses: Mapping[str, PartUse]) -> Mapping[str, list[PartUse]]:
    """Return the wordings by the word of each way to say them that fewest others have."""
    common = Counter(word for use in uses.values() for way in use.words for word in way)
    found: dict[str, list[PartUse]] = defaultdict(list)
    for use in uses.values():
        for word in {min(way, key=lambda one: (common[one], one)) for way in use.words}:
            found[word].append(use)
    return found
