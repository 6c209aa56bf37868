"""A vocabulary of any size in the manner of P01, made of our own words: the same for the same number and seed.

Every concept has a label of 5 to 20 words in English and in French, an alternative label, a notation and, below the
top, a broader concept that states the same from its side. Leaves have a unit. One in fifty is deprecated, and names
its successor. The hierarchy is four deep, and a few of its groups hold most of what there is.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import Final, TypeVar

from vocabsvc.namespaces import DCTERMS, NVS, OWL, RDF, SKOS, XSD

URI: Final = "http://synthetic.example/collection/SYN/current/"
ID: Final = "SYN"

Pair = tuple[str, str]
"""The same in English and in French."""

_TOPS: Final = 8
_GROUPS_EACH: Final = 12
_LEAVES_A_SET: Final = 150
_DEPRECATED_EVERY: Final = 50
_NAMES: Final = 30_000
_UNITS: Final = tuple(f"{NVS}P06/current/SYN{number:02}/" for number in range(40))

_QUANTITIES: Final[tuple[Pair, ...]] = (
    ("Concentration", "Concentration"),
    ("Abundance", "Abondance"),
    ("Biomass as carbon", "Biomasse en carbone"),
    ("Flux", "Flux"),
    ("Temperature", "Température"),
    ("Vertical velocity", "Vitesse verticale"),
    ("Uptake rate", "Taux d’absorption"),
    ("Activity", "Activité"),
    ("Length", "Longueur"),
    ("Saturation", "Saturation"),
    ("Isotope ratio", "Rapport isotopique"),
    ("Attenuation", "Atténuation"),
    ("Standard deviation of the concentration", "Écart-type de la concentration"),
    ("Quality flag for the temperature", "Indicateur de qualité de la température"),
)
_MATRICES: Final[tuple[Pair, ...]] = (
    ("the water column", "la colonne d’eau"),
    ("the sediment", "le sédiment"),
    ("the pore water of the sediment", "l’eau interstitielle du sédiment"),
    ("biota", "le biote"),
    ("sea ice", "la glace de mer"),
    ("the atmosphere above the sea", "l’atmosphère au-dessus de la mer"),
    ("suspended matter in an estuary", "les matières en suspension d’un estuaire"),
    ("the surface microlayer", "la microcouche de surface"),
    ("river water", "l’eau de rivière"),
    ("settling particles", "les particules qui sédimentent"),
)
_PHASES: Final[tuple[Pair, ...]] = (
    ("dissolved phase", "phase dissoute"),
    ("particulate phase above 0.7 um", "phase particulaire au-dessus de 0,7 um"),
    ("dissolved plus particulate phase", "phases dissoute et particulaire"),
    ("unfiltered", "non filtré"),
    ("size class below 63 um", "classe de taille en dessous de 63 um"),
)
_METHODS: Final[tuple[Pair, ...]] = (
    ("filtration and high performance liquid chromatography", "filtration et chromatographie en phase liquide"),
    ("optical microscopy", "microscopie optique"),
    ("flow cytometry", "cytométrie en flux"),
    ("colorimetric analysis", "dosage colorimétrique"),
    ("mass spectrometry after acid digestion", "spectrométrie de masse après attaque acide"),
    ("an in-situ fluorometer", "un fluorimètre in situ"),
    ("a thermistor on a mooring line", "une thermistance sur une ligne de mouillage"),
    ("an acoustic profiler", "un profileur acoustique"),
    ("a trawl and counting", "un chalut et comptage"),
    ("computation from other parameters", "calcul à partir d’autres paramètres"),
)
_SYLLABLES: Final = (
    "ba",
    "chlo",
    "ne",
    "ri",
    "tha",
    "mo",
    "lu",
    "phy",
    "ca",
    "do",
    "sti",
    "pe",
    "xo",
    "gra",
    "ni",
    "zo",
)
_ENDINGS: Final = ("ine", "us", "ate", "ella", "ane", "ia", "ol", "ensis")

ChoiceT = TypeVar("ChoiceT")


@dataclass(frozen=True, slots=True)
class _Node:
    number: int
    label: Pair
    parent: "_Node | None" = None

    @property
    def uri(self) -> str:
        return f"{URI}{self.code}/"

    @property
    def code(self) -> str:
        return f"S{self.number:07}"


def write_synthetic(path: Path, concepts: int, seed: int = 1) -> None:
    """Write a vocabulary of exactly ``concepts`` concepts as N-Triples."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in synthetic_triples(concepts, seed))


def uris_above_leaves(concepts: int) -> list[str]:
    """Return the IRIs of all that may have something narrower in a vocabulary of this size."""
    above = _TOPS + _TOPS * _GROUPS_EACH + concepts // _LEAVES_A_SET
    return [_Node(number, ("", "")).uri for number in range(min(concepts, above))]


def synthetic_triples(concepts: int, seed: int = 1) -> Iterator[str]:
    """Yield the statements, one a line."""
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    yield _triple(URI, f"{RDF}type", f"<{SKOS}Collection>")
    yield _triple(URI, f"{DCTERMS}title", '"Synthetic parameters"@en')
    yield _triple(URI, f"{DCTERMS}title", '"Paramètres synthétiques"@fr')
    before: _Node | None = None
    for node in _nodes(draw, concepts):
        yield from _statements(draw, node, before)
        before = node


def _nodes(draw: random.Random, concepts: int) -> Iterator[_Node]:
    """Yield tops, groups, sets and leaves, each after its parent."""
    numbers = iter(range(concepts))
    names = _names(draw)
    tops = [_Node(number, pair) for pair, number in zip(_headings(_TOPS), numbers, strict=False)]
    yield from tops
    groups = list(_below(draw, numbers, _TOPS * _GROUPS_EACH, tops, names))
    yield from groups
    sets = list(_below(draw, numbers, concepts // _LEAVES_A_SET, groups, names))
    yield from sets
    yield from _below(draw, numbers, concepts, sets or groups or tops, names)


def _below(
    draw: random.Random, numbers: Iterator[int], most: int, parents: Sequence[_Node], names: Sequence[str]
) -> Iterator[_Node]:
    for _, number in zip(range(most), numbers, strict=False):
        yield _Node(number, _label(draw, number, names), _frequent(draw, parents))


def _headings(most: int) -> Iterator[Pair]:
    for where, what in islice(product(_MATRICES, _QUANTITIES), most):
        yield f"{what[0]} in {where[0]}", f"{what[1]} dans {where[1]}"


def _label(draw: random.Random, number: int, names: Sequence[str]) -> Pair:
    """Return a label that no other number has: it names its number, as P01 names registers."""
    what, where, phase, method = (_frequent(draw, choices) for choices in (_QUANTITIES, _MATRICES, _PHASES, _METHODS))
    name = " ".join(_frequent(draw, names) for _ in range(draw.randint(1, 2)))
    english = f"{what[0]} of {name} {{REG {number}}} in {where[0]}"
    french = f"{what[1]} de {name} {{REG {number}}} dans {where[1]}"
    if draw.random() < 0.7:
        english, french = f"{english} [{phase[0]}]", f"{french} [{phase[1]}]"
    if draw.random() < 0.7:
        english, french = f"{english} by {method[0]}", f"{french} par {method[1]}"
    return english, french


def _names(draw: random.Random) -> list[str]:
    """Return names as of substances and species, all different."""
    names: dict[str, None] = {}
    while len(names) < _NAMES:
        syllables = draw.choices(_SYLLABLES, k=draw.randint(2, 4))
        names["".join(syllables) + draw.choice(_ENDINGS)] = None
    return list(names)


def _frequent(draw: random.Random, choices: Sequence[ChoiceT]) -> ChoiceT:
    """Return one of the choices; the second comes half as often as the first, the third a third as often (Zipf)."""
    return choices[int((len(choices) + 1) ** draw.random()) - 1]


def _statements(draw: random.Random, node: _Node, before: _Node | None) -> Iterator[str]:
    uri, (english, french) = node.uri, node.label
    yield _triple(URI, f"{SKOS}member", f"<{uri}>")
    yield _triple(uri, f"{RDF}type", f"<{SKOS}Concept>")
    yield _triple(uri, f"{SKOS}notation", f'"SDN:{ID}::{node.code}"')
    yield _triple(uri, f"{SKOS}prefLabel", f'"{english}"@en')
    yield _triple(uri, f"{SKOS}prefLabel", f'"{french}"@fr')
    yield _triple(uri, f"{SKOS}altLabel", f'"{english[:4]}_{node.number}"')
    if node.parent is not None:
        yield _triple(uri, f"{SKOS}broader", f"<{node.parent.uri}>")
        yield _triple(node.parent.uri, f"{SKOS}narrower", f"<{uri}>")
        yield _triple(uri, f"{SKOS}related", f"<{_frequent(draw, _UNITS)}>")
    if before is not None and node.number % _DEPRECATED_EVERY == _DEPRECATED_EVERY - 1:
        yield _triple(uri, f"{OWL}deprecated", f'"true"^^<{XSD}boolean>')
        yield _triple(uri, f"{DCTERMS}isReplacedBy", f"<{before.uri}>")


def _triple(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{predicate}> {value} ."
