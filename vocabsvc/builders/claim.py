"""What is claimed of a local parameter: a target, how it relates, why, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vocabsvc.builders.nvs import vocabulary_of
from vocabsvc.model.folding import fold_words
from vocabsvc.namespaces import SEMAPV, SKOS

EXACT, CLOSE, BROAD, NARROW, RELATED = (
    f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")
)
LEXICAL, CHAINED = f"{SEMAPV}LexicalMatching", f"{SEMAPV}MappingChaining"
RESTATED = f"{SEMAPV}UnspecifiedMatching"
"""The justification of a link that NVS publishes without saying how it was found."""

_DISPUTED = 0.8


@dataclass(frozen=True, slots=True)
class LocalParameter:
    """A parameter as its centre names it; there are few French names."""

    uri: str
    code: str
    name: str
    unit: str
    french_name: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One mapping in the making; ``why`` is a sentence that tells the chain, ``proposed`` what nobody published."""

    target: str
    predicate: str
    justification: str
    confidence: float
    source: str
    why: str
    proposed: bool = False

    def after(self, confidence: float, why: str) -> "Claim":
        """Return the claim for what is linked to this one's subject with some confidence."""
        return replace(self, justification=CHAINED, confidence=self.confidence * confidence, why=f"{why} {self.why}")

    def broadened(self) -> "Claim":
        """Return the claim that the target is broader, as it is to several parameters that are said to equal it."""
        why = f"{self.why} Other parameters equal it too: it is broader than each."
        return replace(self, predicate=BROAD, why=why)

    def doubted(self, predicate: str, why: str) -> "Claim":
        """Return a weaker claim for a target that another one fits better."""
        return replace(self, predicate=predicate, confidence=self.confidence * _DISPUTED, why=f"{self.why} {why}")


def settled(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for each target: what NVS publishes of it, else the surest.

    A parameter equals one concept of a vocabulary only: of several, the one given first stays exact and the
    others become close matches.
    """
    best: dict[str, Claim] = {}
    for claim in claims:
        other = best.get(claim.target)
        if other is None or (other.justification != RESTATED and claim.confidence > other.confidence):
            best[claim.target] = claim
    exact: set[str] = set()
    result: list[Claim] = []
    for claim in best.values():
        vocabulary = vocabulary_of(claim.target)
        if claim.predicate == EXACT and vocabulary in exact:
            result.append(claim.doubted(CLOSE, f"{vocabulary} has a concept that fits better."))
            continue
        if claim.predicate == EXACT:
            exact.add(vocabulary)
        result.append(claim)
    return result


def untangled(found: Iterable[tuple[LocalParameter, Sequence[Claim]]]) -> list[tuple[LocalParameter, list[Claim]]]:
    """Return the parameters of one centre so that no two of them equal one concept, and thereby each other.

    Of several, the general one stays exact, if there is one; to the others the concept is broader.
    """
    settled_ones = [(parameter, settled(claims)) for parameter, claims in found]
    equal: dict[str, list[LocalParameter]] = {}
    for parameter, claims in settled_ones:
        for claim in claims:
            if claim.predicate == EXACT:
                equal.setdefault(claim.target, []).append(parameter)
    return [
        (parameter, [_broadened(parameter, claim, equal.get(claim.target, ())) for claim in claims])
        for parameter, claims in settled_ones
    ]


def _broadened(parameter: LocalParameter, claim: Claim, equal: Sequence[LocalParameter]) -> Claim:
    if claim.predicate != EXACT or is_foremost((parameter.name, parameter.code), [(p.name, p.code) for p in equal]):
        return claim
    return claim.broadened()


def is_foremost(name: tuple[str, str], names: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a parameter, given as name and code, is the general one of several that are said to be equal.

    That is the one with the fewest words in its name and, among these, without a digit in its code (FLUO, not
    FLU3); there need be none.
    """
    ranks = [_generality(*other) for other in names]
    rank = _generality(*name)
    return rank == min(ranks) and ranks.count(rank) == 1


def _generality(name: str, code: str) -> tuple[int, bool]:
    return len(fold_words(name or code)), any(char.isdigit() for char in code)
