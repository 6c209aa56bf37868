"""What the sources say of a local parameter.

Confidence is ours: 0.95 for a link that NVS or another publisher states, the likeness of names and units
for an equal code (``likeness``), and the product along a chain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vocabsvc.builders.claim import (
    BROAD,
    CHAINED,
    EXACT,
    LEXICAL,
    NARROW,
    RELATED,
    RESTATED,
    Claim,
    LocalParameter,
    is_foremost,
)
from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.likeness import likeness
from vocabsvc.builders.nvs import code_of, collection, vocabulary_of
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.formats.unit_kind import same_kind
from vocabsvc.model.concept import Concept, Status

_PUBLISHED = 0.95
_REPLACED, _DEPRECATED, _OTHER_KIND = 0.9, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where claims come from: the shipped concepts, and Copernicus Marine's list and its address.

    ``equal`` are the current concepts of a vocabulary that NVS equals with a target, by vocabulary and target.
    """

    shipped: ShippedConcepts
    variables: dict[str, InSituVariable]
    list_address: str
    standard_names: dict[str, str]
    equal: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def published(self, concept: Concept) -> Iterator[Claim]:
        """Yield what NVS links a P09 or R03 concept to in P01, P02 and P07."""
        yield from self.linked(concept, "P01")
        yield from self.linked(concept, "P02")
        for target in self.shipped.linked(concept, BROAD, "P07"):
            why = f"Its prescribed standard_name is {self.shipped.label(target)}."
            yield Claim(target, BROAD, RESTATED, _PUBLISHED, collection(concept.vocabulary), why)

    def linked(self, concept: Concept, vocabulary: str) -> Iterator[Claim]:
        """Yield what NVS links a concept to in another vocabulary, the surest kind of link first."""
        for predicate, said, targets in (
            (EXACT, "owl:sameAs", self.shipped.same(concept, vocabulary)),
            (BROAD, "skos:broader", self.shipped.above(concept, vocabulary)),
            (NARROW, "skos:narrower", self.shipped.below(concept, vocabulary)),
            (RELATED, "skos:related", self.shipped.beside(concept, vocabulary)),
        ):
            for target in targets:
                claim = self._link(concept, predicate, said, target)
                yield claim if predicate != EXACT or self._is_foremost(concept, target) else claim.broadened()

    def equal_code(self, parameter: LocalParameter, vocabulary: str) -> Iterator[Claim]:
        """Yield the concept of P09 or R03 with the same code, and what NVS links that one to."""
        concept = self.shipped.of(vocabulary, parameter.code)
        if concept is None:
            return
        unit = self.shipped.unit(concept.uri)
        sure = likeness(parameter.name, parameter.unit, self.shipped.label(concept.uri), unit)
        if sure is None:
            return
        why = f"{_curie(concept.uri)} has the same code, a like name and a like unit ({sure:.3g})."
        yield self._current(Claim(concept.uri, EXACT, LEXICAL, sure, "", why))
        for claim in self.published(concept):
            yield claim.after(sure, why)

    def listed(self, parameter: LocalParameter) -> Iterator[Claim]:
        """Yield the P01 and P07 concepts that Copernicus Marine's list gives for a variable of this name."""
        variable = self.variables.get(parameter.code)
        if variable is None:
            return
        sure = likeness(parameter.name, parameter.unit, variable.long_name, variable.unit)
        if sure is None:
            return
        why = f"The Copernicus Marine in situ list has the same code, a like name and a like unit ({sure:.3g})."
        confidence = sure * _PUBLISHED
        if variable.p01 in self.shipped.concepts:
            said = f"{why} It gives {_curie(variable.p01)}."
            claim = Claim(variable.p01, EXACT, CHAINED, confidence, self.list_address, said)
            yield self._current(self._doubted(claim, parameter.unit, self.shipped.unit(variable.p01)))
        if name := self.standard_names.get(variable.standard_name):
            said = f"{why} It gives standard_name {variable.standard_name}."
            yield Claim(name, BROAD, CHAINED, confidence, self.list_address, said)

    def stated(self, variable: InSituVariable) -> Iterator[Claim]:
        """Yield what Copernicus Marine's list gives for one of its own variables in P01, P06 and P07."""
        for target, predicate in ((variable.p01, EXACT), (variable.p06, RELATED)):
            if target in self.shipped.concepts:
                why = f"The list gives {_curie(target)}."
                claim = Claim(target, predicate, RESTATED, _PUBLISHED, self.list_address, why)
                yield self._current(self._doubted(claim, variable.unit, self._unit_of(target)))
        if name := self.standard_names.get(variable.standard_name):
            why = f"The list gives standard_name {variable.standard_name}."
            claim = Claim(name, BROAD, RESTATED, _PUBLISHED, self.list_address, why)
            yield self._doubted(claim, variable.unit, self.shipped.unit(name))

    def parents(self, claim: Claim) -> Iterator[Claim]:
        """Yield the P02 concepts above the P01 concept that a parameter equals."""
        for target in self.shipped.above(self.shipped.concepts[claim.target], "P02"):
            why = f"{claim.why} P01 puts it under {_curie(target)}."
            confidence = claim.confidence * _PUBLISHED
            yield self._current(Claim(target, BROAD, CHAINED, confidence, collection("P01"), why))

    def _is_foremost(self, concept: Concept, target: str) -> bool:
        names = [(self.shipped.label(uri), code_of(uri)) for uri in self.equal.get((concept.vocabulary, target), ())]
        return len(names) < 2 or is_foremost((self.shipped.label(concept.uri), code_of(concept.uri)), names)

    def _link(self, concept: Concept, predicate: str, said: str, target: str) -> Claim:
        why = f"NVS: {_curie(concept.uri)} {said} {_curie(target)}."
        claim = Claim(target, predicate, RESTATED, _PUBLISHED, collection(concept.vocabulary), why)
        return self._current(self._doubted(claim, self.shipped.unit(concept.uri), self.shipped.unit(target)))

    def _unit_of(self, uri: str) -> str:
        """Return the unit of a parameter, or what a P06 concept itself is written as."""
        concept = self.shipped.concepts[uri]
        return (
            concept.alt_labels[0].text if concept.vocabulary == "P06" and concept.alt_labels else self.shipped.unit(uri)
        )

    def _doubted(self, claim: Claim, unit: str, other: str) -> Claim:
        """Doubt a claim whose ends have units that cannot belong to one concept."""
        if not unit or not other or same_kind(unit, other):
            return claim
        why = f"{claim.why} Their units differ in kind: {unit} and {other}."
        return replace(claim, confidence=claim.confidence * _OTHER_KIND, why=why)

    def _current(self, claim: Claim) -> Claim:
        """Lead a claim on to the concept that stands for a deprecated one, or doubt it."""
        current = self.shipped.current(claim.target)
        if current != claim.target:
            why = f"{claim.why} That one is deprecated; {_curie(current)} stands for it."
            return replace(
                claim,
                target=current,
                justification=CHAINED,
                confidence=claim.confidence * _REPLACED,
                why=why,
            )
        if self.shipped.concepts[claim.target].status is Status.DEPRECATED:
            why = f"{claim.why} That one is deprecated, and no successor is known."
            return replace(claim, confidence=claim.confidence * _DEPRECATED, why=why)
        return claim


def _curie(uri: str) -> str:
    return f"{vocabulary_of(uri)}:{code_of(uri)}"
