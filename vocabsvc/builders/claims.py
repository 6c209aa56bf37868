"""What the sources say of a local parameter: a target, how it relates, why, and how sure that is.

Confidence is ours: 0.95 for a link that NVS or another publisher states, the likeness of names and units
for an equal code (``likeness``), and the product along a chain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.likeness import likeness, same_kind
from vocabsvc.builders.nvs import code_of, collection, vocabulary_of
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.model.concept import Concept, Status
from vocabsvc.namespaces import SEMAPV, SKOS

EXACT, CLOSE, BROAD, NARROW = (f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow"))
LEXICAL, CHAINED = f"{SEMAPV}LexicalMatching", f"{SEMAPV}MappingChaining"
RESTATED = f"{SEMAPV}UnspecifiedMatching"
"""The justification of a link that NVS publishes without saying how it was found."""

_PUBLISHED = 0.95
_REPLACED, _DEPRECATED, _OTHER_KIND, _DISPUTED = 0.9, 0.7, 0.5, 0.8


@dataclass(frozen=True, slots=True)
class LocalParameter:
    """A parameter as its centre names it."""

    uri: str
    code: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One mapping in the making; ``why`` is a sentence that tells the chain."""

    target: str
    predicate: str
    justification: str
    confidence: float
    source: str
    why: str

    def after(self, confidence: float, why: str) -> "Claim":
        """Return the claim for what is linked to this one's subject with some confidence."""
        return replace(self, justification=CHAINED, confidence=self.confidence * confidence, why=f"{why} {self.why}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where claims come from: the shipped concepts, and Copernicus Marine's list and its address."""

    shipped: ShippedConcepts
    variables: dict[str, InSituVariable]
    list_address: str
    standard_names: dict[str, str]

    def published(self, concept: Concept) -> Iterator[Claim]:
        """Yield what NVS links a P09 or R03 concept to in P01, P02 and P07."""
        for predicate, said, targets in (
            (EXACT, "owl:sameAs", self.shipped.same(concept, "P01")),
            (BROAD, "skos:broader", self.shipped.above(concept, "P01")),
            (NARROW, "skos:narrower", self.shipped.below(concept, "P01")),
            (BROAD, "skos:broader", self.shipped.above(concept, "P02")),
        ):
            for target in targets:
                yield self._link(concept, predicate, said, target)
        for target in self.shipped.linked(concept, BROAD, "P07"):
            why = f"Its prescribed standard_name is {self.shipped.label(target)}."
            yield Claim(target, BROAD, RESTATED, _PUBLISHED, collection(concept.vocabulary), why)

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
            yield self._current(Claim(variable.p01, EXACT, CHAINED, confidence, self.list_address, said))
        if name := self.standard_names.get(variable.standard_name):
            said = f"{why} It gives standard_name {variable.standard_name}."
            yield Claim(name, BROAD, CHAINED, confidence, self.list_address, said)

    def parents(self, claim: Claim) -> Iterator[Claim]:
        """Yield the P02 concepts above the P01 concept that a parameter equals."""
        for target in self.shipped.above(self.shipped.concepts[claim.target], "P02"):
            why = f"{claim.why} P01 puts it under {_curie(target)}."
            confidence = claim.confidence * _PUBLISHED
            yield self._current(Claim(target, BROAD, CHAINED, confidence, collection("P01"), why))

    def _link(self, concept: Concept, predicate: str, said: str, target: str) -> Claim:
        why = f"NVS: {_curie(concept.uri)} {said} {_curie(target)}."
        claim = Claim(target, predicate, RESTATED, _PUBLISHED, collection(concept.vocabulary), why)
        unit, other = self.shipped.unit(concept.uri), self.shipped.unit(target)
        if unit and other and not same_kind(unit, other):
            why = f"{why} Their units differ in kind: {unit} and {other}."
            claim = replace(claim, confidence=_PUBLISHED * _OTHER_KIND, why=why)
        return self._current(claim)

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


def settled(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for each target, the surest.

    A parameter equals one concept of a vocabulary only: of several, the one given first stays exact and the
    others become close matches.
    """
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.target not in best or claim.confidence > best[claim.target].confidence:
            best[claim.target] = claim
    exact: set[str] = set()
    result: list[Claim] = []
    for claim in best.values():
        vocabulary = vocabulary_of(claim.target)
        if claim.predicate == EXACT and vocabulary in exact:
            why = f"{claim.why} {vocabulary} has a concept that fits better."
            result.append(replace(claim, predicate=CLOSE, confidence=claim.confidence * _DISPUTED, why=why))
            continue
        if claim.predicate == EXACT:
            exact.add(vocabulary)
        result.append(claim)
    return result


def _curie(uri: str) -> str:
    return f"{vocabulary_of(uri)}:{code_of(uri)}"
