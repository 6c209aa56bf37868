"""The mapping sets that belong to no centre: links between vocabularies, which the sets of centres lead on through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vocabsvc.builders.claim import CLOSE, EXACT, LEXICAL, NARROW, Claim, LocalParameter
from vocabsvc.builders.evidence import Evidence
from vocabsvc.builders.nvs import code_of
from vocabsvc.builders.standard_names import StandardNames
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import choose_label


@dataclass(frozen=True, slots=True)
class SharedSets:
    """Makers of the sets: each yields a parameter with what is claimed of it, the surest kind of link first."""

    evidence: Evidence

    def p09_p01(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """P09, the MEDATLAS codes, to P01."""
        return self._links("P09", "P01")

    def r03_p01(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """R03, the Argo codes, to P01."""
        return self._links("R03", "P01")

    def p07_p02(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """P07, the CF standard names, to P02, which itself equals two of them."""
        shipped = self.evidence.shipped
        equal: dict[str, list[Claim]] = {}
        for group in self._concepts("P02"):
            for claim in self.evidence.linked(group, "P07"):
                if claim.predicate == EXACT:
                    equal.setdefault(claim.target, []).append(replace(claim, target=group.uri))
        for concept in self._concepts("P07"):
            claims = [*equal.get(concept.uri, ()), *self.evidence.linked(concept, "P02")]
            yield self._parameter(concept, shipped.label(concept.uri)), claims

    def p07_p01(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """P07 to P01: what NVS links, and what ``StandardNames`` proposes."""
        shipped = self.evidence.shipped
        names = StandardNames(shipped)
        for concept in self._concepts("P07"):
            claims = list(self.evidence.linked(concept, "P01"))
            claims += [
                Claim(found.target, CLOSE, LEXICAL, found.confidence, "", found.why, proposed=True)
                for found in names.proposals(concept)
            ]
            yield self._parameter(concept, shipped.label(concept.uri)), claims

    def od1_p02_p03(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """OD1, the aggregation parameters of ODATIS, to P02 and P03."""
        for concept in self._concepts("OD1"):
            claims = [*_several(self.evidence.linked(concept, "P02")), *_several(self.evidence.linked(concept, "P03"))]
            yield self._parameter(concept, code_of(concept.uri)), claims

    def copernicus(self) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        """The in situ variables of Copernicus Marine to P01, P06 and P07."""
        for variable in self.evidence.variables.values():
            parameter = LocalParameter(variable.uri, variable.name, variable.long_name, variable.unit)
            yield parameter, list(self.evidence.stated(variable))

    def _links(self, vocabulary: str, target: str) -> Iterator[tuple[LocalParameter, list[Claim]]]:
        for concept in self._concepts(vocabulary):
            yield self._parameter(concept, code_of(concept.uri)), list(self.evidence.linked(concept, target))

    def _concepts(self, vocabulary: str) -> list[Concept]:
        return [one for one in self.evidence.shipped.concepts.values() if one.vocabulary == vocabulary]

    def _parameter(self, concept: Concept, name: str) -> LocalParameter:
        shipped = self.evidence.shipped
        french = choose_label([label for label in concept.pref_labels if label.lang == "fr"], ["fr"])
        label = shipped.label(concept.uri)
        return LocalParameter(
            uri=concept.uri,
            code=name,
            name=label if label != name else "",
            unit=shipped.unit(concept.uri),
            french_name=french.text if french else "",
        )


def _several(links: Iterable[Claim]) -> list[Claim]:
    """Return the links of a concept to one vocabulary; where it equals several concepts, it is broader than each."""
    claims = list(links)
    if sum(claim.predicate == EXACT for claim in claims) <= 1:
        return claims
    why = "It equals others too: it is broader than each."
    return [
        replace(claim, predicate=NARROW, why=f"{claim.why} {why}") if claim.predicate == EXACT else claim
        for claim in claims
    ]
