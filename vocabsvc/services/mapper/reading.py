"""What a local term says: canonical words by where they come from, numbers, and the basis of its unit."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold
from vocabsvc.services.mapper.unit_relation import basis_of
from vocabsvc.services.mapper.wording import Wording, read_pairs

_SEPARATOR = re.compile(r"[^\w]+|_+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_TOKENS = re.compile(r"[\s,()/\[\]]+")
_BASE = re.compile(r"^([^\W\d_]+)0*(\d*)([^\W\d_]?)$")
_HEAD_ENDS = re.compile(r" - |\. |; |: (?=[A-Z])|, (?:which|measured|as)\b|\. ?$| is (?:a|the|an|generally|defined)\b")
_NUMBER = re.compile(r"(?<![\w.])\d{3,4}(?![\w.])|(?<=[a-zA-Z_])\d{3}(?!\d)|(?<![\w.,])\d+\.\d+(?![\w.])")
_TIME_UNIT = re.compile(r"^\w+ since \d", re.IGNORECASE)
_COUNTS = re.compile(r"^(?:raw )?(?:counts?|cnts?|digital (?:numbers?|counts?)|dn)$", re.IGNORECASE)
_VOLTS = re.compile(r"^(?:m|milli)?v(?:olts?)?$", re.IGNORECASE)
_SCALE = re.compile(r"\b(i?p?ts)[ -]?(90|68)\b", re.IGNORECASE)
_AMOUNTS = (
    (re.compile(r"mol|einstein|quanta", re.IGNORECASE), ("mole", "photon")),
    (re.compile(r"^(?:m|milli)l(?:it(?:er|re))?s?(?: |/| per )", re.IGNORECASE), ("volume", "fraction")),
    (re.compile(r"^(?:[munpkµμ]|milli|micro|nano|pico|kilo)?g(?:rams?)?(?: |/| per |\.)", re.IGNORECASE), ("mass",)),
)
"""What an amount is of: moles (of photons too), a volume, a mass."""
_PRACTICAL = re.compile(r"\bpss\b|\bpsu\b|pss-?78", re.IGNORECASE)
_SAYS_UNIT = re.compile(r"^(?:psu|pss-?78|ntu|none|counts?|its-?90|deg\.? ?c)$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{1,24})[)\]]\s*$")
_TO, _MICROMETRES = r"[\W_]*(?:to|-|–|_|à)[\W_]*", r"[\W_]*(?:[uµμ]m\b|micron|microm)"
_SIZES = (
    (re.compile(rf"(?:gf/?f|0[.,]\d+{_MICROMETRES}?){_TO}[23]{_MICROMETRES}", re.IGNORECASE), "picophytoplankton"),
    (re.compile(rf"(?<![\d.,])[23](?:{_MICROMETRES})?{_TO}20{_MICROMETRES}", re.IGNORECASE), "nanophytoplankton"),
    (
        re.compile(rf"(?:>\s*20|(?<![\d.,])20(?:{_MICROMETRES})?{_TO}200){_MICROMETRES}", re.IGNORECASE),
        "microphytoplankton",
    ),
)
"""Size classes of phytoplankton, of whose pigments a fraction tells (Sieburth et al. 1978)."""
_PIGMENTS = ("chlorophyl", "phaeopigment", "pheopigment")
_WATER_NAMES = frozenset({
    "psal", "sal", "salinity", "doxy", "oxygen", "cndc", "conductivity", "cond", "chla", "chl", "fluo", "pres", "deph",
    "turb", "prdm", "ctdsal", "salnty", "depsm",
})  # fmt: skip
_WEATHER_NAMES = frozenset({
    "wspd", "wdir", "airt", "atmp", "caph", "relh", "rh", "windspeed", "winddir", "humidity", "airtemp", "baro", "rain",
    "atms",
})  # fmt: skip
_TAIL = 0.4
_BY_INSTRUMENT = 0.4
_SECOND_READING = 0.5
_LONGEST_TEXT = 600

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """``head`` is the long name up to its first remark, ``tail`` the rest; ``spelled`` the local name spelled out.

    ``namesakes`` are the words of concepts that are called alike elsewhere, ``means`` those of method and instrument.
    Bags give each word a weight.
    """

    head: Bag
    tail: Bag
    spelled: Bag
    namesakes: Bag
    numbers: frozenset[str]
    basis: str
    means: Bag
    name_key: str
    base_key: str
    unit: str
    name: str
    text: str


class Reader:
    """Reads terms; ``namesakes`` gives the labels of what is called by a code, ``known`` tells words of labels."""

    def __init__(
        self,
        wording: Wording,
        known: Callable[[str], bool],
        namesakes: Callable[[str, AbstractSet[str]], Iterable[str]] = lambda _key, _excluded: (),
        translations: Callable[[str], Iterable[str]] = lambda _: (),
        resembling: Callable[[str], Iterable[tuple[str, float]]] = lambda _: (),
        abbreviations: Mapping[str, str] | None = None,
    ) -> None:
        self._wording = wording
        self._known = known
        self._namesakes = namesakes
        self._translations = translations
        self._resembling = resembling
        pairs = read_pairs("abbreviations.tsv") if abbreviations is None else abbreviations.items()
        self._codes = {form: [wording.words(text) for text in meaning.split("|")] for form, meaning in pairs}

    def read(self, term: LocalTerm, excluded: AbstractSet[str] = frozenset()) -> Reading:
        """Return what the term says; ``excluded`` origins tell nothing of namesakes."""
        local_name, unit = _without_unit(_without_prefix(term.local_name.strip()), term.unit.strip())
        long_name, unit = _without_unit(term.long_name.strip()[:_LONGEST_TEXT], unit)
        if long_name and not any(map(str.isspace, long_name)):  # a long name that is a name once more
            long_name = " ".join(_pieces(long_name))
        cut = _HEAD_ENDS.search(long_name)
        head_text, tail_text = (long_name[: cut.start()], long_name[cut.end() :]) if cut else (long_name, "")
        # A method that is named says as much as one in the long name.
        head = self._text_bag(" ".join((head_text, term.standard_name.replace("_", " "), term.method)).strip())
        aside = f"{tail_text} {term.instrument} {_surroundings(term.siblings)}"
        tail = {word: _TAIL for word in self._wording.words(aside) if word not in head}
        name = local_name
        spelled = self._name_bag(name)
        keys = dict.fromkeys((_key(name), base_of(name))) if name else ()
        labels = (label for key in keys for label in self._namesakes(key, excluded))
        namesakes = {word: 1.0 for label in labels for word in self._wording.words(label)}
        if _TIME_UNIT.match(unit):  # whatever it is the time of
            head = {word: _TAIL * weight for word, weight in head.items()} | {"time": 1.0}
            spelled = {word: _TAIL * weight for word, weight in spelled.items()}
        for word in _unit_words(unit):
            if word not in head:
                tail.setdefault(word, 0.8)
        basis = basis_of(unit)
        if basis and ("fluorescence" in head or "fluorescence" in spelled):
            for word in ("chlorophyll", "chlorophyll_a", "fluorometer"):
                tail.setdefault(word, 0.8)
        text = f"{name} {long_name}"
        if any(word.startswith(_PIGMENTS) for word in (*head, *spelled)):
            head |= {plankton: 1.0 for size, plankton in _SIZES if size.search(text)}
        means = dict.fromkeys(self._wording.words(term.instrument), _BY_INSTRUMENT)
        means |= dict.fromkeys(self._wording.words(term.method), 1.0)
        return Reading(
            head=head,
            tail=tail,
            spelled=spelled,
            namesakes=namesakes,
            numbers=frozenset(_NUMBER.findall(text)),
            basis=basis,
            name_key=_key(name),
            base_key=base_of(name),
            means=means,
            unit=unit,
            name=name,
            text=head_text,
        )

    def _text_bag(self, text: str) -> dict[str, float]:
        words = self._wording.words(text)
        bag = dict.fromkeys(words, 1.0)
        for translation in self._translations(text):
            for word in self._wording.words(translation):
                bag.setdefault(word, 0.9)
        for word in words:
            if not self._known(word) and word not in self._codes:
                for other, likeness in self._resembling(word):
                    bag.setdefault(other, likeness)
        tokens = _TOKENS.split(text)
        meanings = [self._meaning(token) for token in tokens]
        for token, meaning in zip(tokens, meanings, strict=True):
            bare = _bare(token)
            if meaning and bare in bag and bare not in meaning:
                bag[bare] = 0.3
        if any(meanings):  # together they may be a phrase: wind dir
            spelled = " ".join(" ".join(meaning) or token for token, meaning in zip(tokens, meanings, strict=True))
            for word in (*chain.from_iterable(meanings), *self._wording.words(spelled)):
                bag.setdefault(word, 0.9)
        return bag

    def _meaning(self, token: str) -> Sequence[str]:
        """Return the words that an abbreviation in a text stands for, none for what is a word itself."""
        bare = _bare(token)
        if bare in self._codes:
            return self._codes[bare][0] if _is_written_as_code(token) or self._is_strange(token) else ()
        found = _BASE.match(bare)
        if found is None or not found[2] or len(found[1]) == 1 or not self._is_strange(token):
            return ()
        base = found[1]  # what is left is the number of a sensor
        words = self._codes[base][0] if base in self._codes else self._wording.words(base)
        return words if all(map(self._known, words)) else ()

    def _is_strange(self, token: str) -> bool:
        """Tell whether a token of a text is a word that carries meaning, but stands in no label."""
        words = self._wording.words(token)
        return bool(words) and not all(map(self._known, words))

    def _name_bag(self, name: str) -> dict[str, float]:
        bag: dict[str, float] = {}
        if " " in name:
            bag.update(dict.fromkeys(self._wording.words(name), 1.0))
        whole = _key(name)
        if whole in self._codes:
            self._add(bag, whole, 1.0)
            return bag
        folded = [fold(piece) for piece in _pieces(name)]
        at = 0
        while at < len(folded):
            pair = "".join(folded[at : at + 2])
            if len(folded) > at + 1 and pair in self._codes and len(pair) > 3:
                self._add(bag, pair, 1.0)
                at += 2
                continue
            self._add_piece(bag, folded[at], alone=len(folded) == 1)
            at += 1
        for word in self._wording.canonical([word for word in folded if self._known(word)]):
            bag.setdefault(word, 1.0)
        return bag

    def _add_piece(self, bag: dict[str, float], piece: str, *, alone: bool) -> None:
        if piece in self._codes and (len(piece) > 1 or alone or piece in "uvw"):
            self._add(bag, piece, 1.0)
        elif len(piece) == 1 and piece in self._codes:
            self._add(bag, piece, 0.5)
        elif self._known(piece):
            for word in self._wording.words(piece):
                bag[word] = 1.0
            return
        elif found := _BASE.match(piece):
            base, number, _ = found.groups()
            if base in self._codes and (len(base) > 1 or alone):
                self._add(bag, base, 0.9)
            elif self._known(base) and len(base) > 2:
                for word in self._wording.words(base):
                    bag.setdefault(word, 0.9)
            else:
                self._add_segments(bag, base)
            if len(number) > 2:
                bag[number] = 1.0
        bag.setdefault(piece, 0.5)

    def _add(self, bag: dict[str, float], code: str, weight: float) -> None:
        for place, words in enumerate(self._codes[code]):
            for word in words:
                bag[word] = max(bag.get(word, 0.0), weight * (_SECOND_READING if place else 1.0))

    def _add_segments(self, bag: dict[str, float], text: str) -> None:
        """Take apart what is written together (``watertemp``), if every part is known."""
        if not 5 <= len(text) <= 40:
            return
        best: list[Sequence[str] | None] = [()] + [None] * len(text)
        for end in range(2, len(text) + 1):
            for start in range(max(0, end - 18), end - 1):
                before = best[start]
                if before is None:
                    continue
                piece = text[start:end]
                fits = (len(piece) > 2 and piece in self._codes) or (len(piece) > 3 and self._known(piece))
                shown = best[end]
                if fits and (shown is None or len(before) + 1 < len(shown)):
                    best[end] = (*before, piece)
        for piece in best[-1] or ():
            if piece in self._codes:
                self._add(bag, piece, 0.8)
            else:
                for word in self._wording.words(piece):
                    bag.setdefault(word, 0.8)


def _pieces(name: str) -> list[str]:
    """Return the words that a name is written together of: by signs, or by capitals."""
    return [piece for part in _SEPARATOR.split(name) for piece in _CAMEL.split(part) if piece]


def _bare(token: str) -> str:
    return fold(token).replace("-", "").replace("_", "")


def _is_written_as_code(token: str) -> bool:
    capitals = sum(map(str.isupper, token))
    return capitals > 1 or any(map(str.isdigit, token)) or (len(token) == 1 and capitals == 1)


def _without_prefix(name: str) -> str:
    """Return a name without the namespace of a URN or the group of a path (``SDN:P09::TEMP``)."""
    return name.rpartition("::")[2] if "::" in name else name


def _surroundings(siblings: Iterable[str]) -> str:
    """Return whether the other columns are of the water or of the weather, where they agree."""
    keys = {base_of(name) for name in siblings}
    water, weather = len(keys & _WATER_NAMES), len(keys & _WEATHER_NAMES)
    if water > 1 and not weather:
        return "water"
    return "air" if weather > 1 and not water else ""


def _without_unit(name: str, unit: str) -> tuple[str, str]:
    """Return a name without the unit in brackets at its end, and the unit that is given or else that one."""
    found = _BRACKETED.search(name)
    if found is None or not found.start() or (parse_unit(found[1]) is None and not _SAYS_UNIT.match(found[1])):
        return name, unit
    return name[: found.start()], unit or found[1]


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def base_of(name: str) -> str:
    """Return a name without case, signs and a number of the sensor at its end."""
    return re.sub(r"\d{1,2}$", "", _key(name)) or _key(name)


def _unit_words(unit: str) -> Iterable[str]:
    """Return the words that a unit alone tells."""
    bare = unit.strip()
    if _TIME_UNIT.match(bare):
        return ("time",)
    if _COUNTS.match(bare):
        return ("raw", "signal", "count")
    if _VOLTS.match(bare):
        return ("voltage",)
    if scale := _SCALE.search(bare):
        return (scale[1].lower(), scale[2])
    if _PRACTICAL.search(bare):
        return ("practical",)
    return next((words for pattern, words in _AMOUNTS if pattern.search(bare)), ())
