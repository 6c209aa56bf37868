"""P01 concepts that say what a CF standard name says: a rule over names, units and P02 groups.

NVS links a dozen standard names to P01. The rule proposes more: the words of both names are the same once
each is in one spelling, the units convert, and no P02 group speaks against it. P01 concepts that name a
method, a size of particles or an organism are no candidates, as a standard name tells none of these.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from vocabsvc.builders.nvs import code_of
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.folding import fold_words

_AGREED, _GROUP_UNKNOWN, _OF_SEVERAL = 0.6, 0.5, 0.75

_NAMES: Final = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"^(?:mole|mass)_concentration_of_(.*)_in_sea_water$", r"concentration_of_\1_per_unit_volume_of_sea_water"),
        (r"^moles_of_(.*)_per_unit_mass_in_sea_water$", r"concentration_of_\1_per_unit_mass_of_sea_water"),
        (r"^(eastward|northward|upward)_sea_water_velocity$", r"\1_velocity_of_current_in_sea_water"),
        (r"^sea_water_speed$", "speed_of_current_in_sea_water"),
        (r"^(eastward|northward)_wind$", r"\1_velocity_of_wind_in_air"),
        (r"^upward_air_velocity$", "upward_velocity_of_airflow_in_air"),
        (r"^wind_(speed|from_direction)$", r"\1_of_wind_in_air"),
        (r"^direction_of_sea_water_velocity$", "to_direction_of_current_in_sea_water"),
        (r"^wind_speed_of_gust$", "speed_of_wind_gust_in_air"),
        (r"^wind_gust_from_direction$", "from_direction_of_wind_gust_in_air"),
        (r"^((?:dew_point|wet_bulb)_temperature|(?:relative|specific)_humidity)$", r"\1_of_air"),
        (r"^air_pressure$", "pressure_measured_variable_exerted_by_air"),
        (r"^sea_surface_wave_significant_height$", "significant_wave_height_of_waves_on_sea_water"),
        (
            r"^sea_surface_wave_mean_height_of_highest_tenth$",
            "wave_height_mean_of_waves_highest_one_tenth_on_sea_water",
        ),
        (r"^sea_surface_wave_mean_period$", "period_mean_of_waves_on_sea_water"),
        (r"^sea_surface_wave_(from_direction|directional_spread)$", r"\1_of_waves_on_sea_water"),
        (r"^sea_surface_wave_", "wave_of_waves_on_sea_water_"),
        (r"^sea_surface_swell_wave_", "waves_swell_on_sea_water_"),
        (r"particulate_organic_matter_expressed_as_(\w+?)(?=_per)", r"particulate_organic_\1"),
        (r"_reported_on|fractional_", "_"),
        (r"mole_equivalent|expressed_as", ""),
        (r"sea_water", "waterbody"),
        (r"(?:^|(?<=_))air(?=_|$)", "atmosphere"),
    )
)
_LABELS: Final = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"\{[^{}]*\}|\[[^\[\]]*\]", " "),
        (r"\((?:Eulerian measurement|gust)\)", lambda found: "gust" if "gust" in found[0] else ""),
        (r"relative to True North", ""),
        (r"water current", "current"),
        (r"spreading", "spread"),
        (r"water body", "waterbody"),
    )
)
_EMPTY_WORDS = frozenset({"of", "in", "the", "at", "on", "per", "unit", "by", "for", "as", "and", "with"})
_ONE_WORD = {"waves": "wave", "to": "towards"}

_PHASE = re.compile(r"\[([^\[\]]*phase)\]")
_ACRONYM = re.compile(r"\{([DPT])[OI][CNP]\}")
_GENERAL_PHASES = ("unknown phase", "dissolved plus reactive particulate phase",
                   "dissolved plus reactive particulate <unknown phase", "particulate >unknown phase")  # fmt: skip
_PHASES = {"dissolved": "D", "particulate": "P"}
"""Word of a standard name -> first letter of the acronyms that P01 gives such concepts (DOC, PON)."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A P01 concept, the confidence, and a sentence that says what agrees."""

    target: str
    confidence: float
    why: str


class StandardNames:
    """Finds P01 concepts for standard names; made once, as all labels of P01 are read."""

    def __init__(self, shipped: ShippedConcepts) -> None:
        self._shipped = shipped
        self._by_words: dict[frozenset[str], list[Concept]] = {}
        for concept in shipped.concepts.values():
            label = shipped.label(concept.uri)
            if concept.vocabulary == "P01" and concept.status is Status.CURRENT and _is_general(label):
                self._by_words.setdefault(_words(label, _LABELS), []).append(concept)

    def proposals(self, name: Concept) -> Iterator[Proposal]:
        """Yield the P01 concepts of the quantity that a P07 concept names, in order of their codes."""
        label = self._shipped.label(name.uri)
        phases = {letter for word, letter in _PHASES.items() if f"_{word}_" in label}
        words = _words(label, _NAMES).difference(_PHASES)
        found = [one for one in self._by_words.get(words, ()) if self._fits(name, one) and self._is_of(one, phases)]
        groups = set(self._shipped.above(name, "P02"))
        confidence = (_AGREED if groups else _GROUP_UNKNOWN) * (_OF_SEVERAL if len(found) > 1 else 1)
        for concept in sorted(found, key=lambda one: one.uri):
            units = f"{self._shipped.unit(name.uri)} and {self._shipped.unit(concept.uri)}"
            also = f", and both are in {_codes(groups.intersection(concept.broader))}" if groups else ""
            why = f"Not published: the names have the same words, the units convert ({units}){also}."
            yield Proposal(concept.uri, confidence, why)

    def _fits(self, name: Concept, concept: Concept) -> bool:
        unit, other = parse_unit(self._shipped.unit(name.uri)), parse_unit(self._shipped.unit(concept.uri))
        groups = self._shipped.above(name, "P02")
        agree = not groups or bool(set(groups).intersection(concept.broader))
        return unit is not None and other is not None and unit.converts_to(other) and agree

    def _is_of(self, concept: Concept, phases: set[str]) -> bool:
        """Tell whether a concept is of the phase that the standard name asks for, or of none where it asks for none."""
        acronyms = set(_ACRONYM.findall(self._shipped.label(concept.uri)))
        return acronyms <= phases if not phases else acronyms == phases


def _is_general(label: str) -> bool:
    """Tell whether a P01 label names neither a method nor an organism nor a size of particles."""
    plain = re.sub(r"exerted by", "exerted", label)
    phases = _PHASE.findall(label)
    return " by " not in plain and "biota" not in plain and all(phase in _GENERAL_PHASES for phase in phases)


def _words(text: str, spellings: Iterable[tuple[re.Pattern[str], object]]) -> frozenset[str]:
    for pattern, spelling in spellings:
        text = pattern.sub(spelling, text)  # type: ignore[call-overload]
    words = (_ONE_WORD.get(word, word) for word in fold_words(text.replace("_", " ")))
    return frozenset(word for word in words if word not in _EMPTY_WORDS)


def _codes(uris: Iterable[str]) -> str:
    return ", ".join(f"P02:{code}" for code in sorted(map(code_of, uris)))
