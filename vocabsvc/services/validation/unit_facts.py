"""What is known of the units in a record: those of measures, and of the attributes of EML."""

from collections.abc import Iterable, Iterator

from vocabsvc.formats.cited_unit import read_eml_unit, read_uom
from vocabsvc.formats.unit import parse_unit
from vocabsvc.formats.unit_kind import same_kind
from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.term_facts import describe, flag, said

UNITS = "P06"
PARAMETERS = "P01"


class UnitFacts:
    """A ``FactSource`` about units; what neither P06 has nor can be read from its parts is unknown."""

    def __init__(self, terms: LoadedTerms) -> None:
        self._terms = terms

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return whether each unit is known, and whether it may measure what its attribute is annotated with."""
        for node in index.nodes("Measure"):
            for fact in index.facts(node, "uom"):
                yield from self._known(node, fact, read_uom(text_of(fact.object)))
        parents = _parents(index)
        for node in index.nodes("Attribute"):
            for fact in index.facts(node, "unit"):
                name = text_of(fact.object)
                spelling = read_eml_unit(parents.get(name) or name)
                if name:
                    yield from self._known(node, fact, spelling)
                    yield from self._fitting(index, node, fact, spelling)

    def _known(self, node: str, fact: Fact, spelling: str) -> Iterator[Fact]:
        known = self.is_known(spelling)
        if known or self._terms.vocabulary(UNITS) is not None:
            yield said(node, "unitKnown", flag(value=known), fact, text_of(fact.object))

    def is_known(self, spelling: str) -> bool:
        """Tell whether a spelling is a unit that can be computed with, or one of P06 by address, name or symbol."""
        if parse_unit(spelling) is not None:
            return True
        cited = self._terms.cited(spelling)
        return cited is not None or bool(self._terms.labelled(spelling, UNITS))

    def _fitting(self, index: FactIndex, node: str, fact: Fact, spelling: str) -> Iterator[Fact]:
        """Say where a parameter of P01 is measured in units of another kind."""
        for annotation in index.texts(node, "annotation"):
            concept = self._terms.cited(index.text(annotation, "valueUri"))
            if concept is None or concept.vocabulary != PARAMETERS:
                continue
            units = [unit for uri in concept.units if (unit := self._terms.concept(uri)) is not None]
            names = [label.text for unit in units for label in (*unit.alt_labels, *unit.pref_labels)]
            if names and not any(same_kind(spelling, name) for name in names):
                yield said(node, "unitFits", flag(value=False), fact, text_of(fact.object))
                for unit in units:
                    yield from describe(node, "expectedUnit", unit, fact, "")


def _parents(index: FactIndex) -> dict[str, str]:
    """Return the SI units of those that a document defines itself, by their codes."""
    nodes = index.nodes("UnitDefinition")
    return {index.text(node, "code"): index.text(node, "parentUnit") for node in nodes}
