"""What is known of the units in a record: those of measures, of the attributes of EML, and of sample dimensions."""

from collections.abc import Iterable, Iterator

from vocabsvc.formats.cited_unit import read_eml_unit, read_uom
from vocabsvc.formats.unit import parse_unit
from vocabsvc.formats.unit_kind import same_kind
from vocabsvc.model.concept import Concept
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
                    cited = [index.text(one, "valueUri") for one in index.texts(node, "annotation")]
                    yield from self._known(node, fact, spelling)
                    yield from self._fitting(node, fact, cited, [spelling], name)
        for node in index.nodes("SampleDimension"):
            for fact in index.facts(node, "boundUnit"):
                given = index.texts(node, "unitSpelling")
                readings = [reading for one in given for reading in self._readings(one)]
                yield from self._fitting(node, fact, index.texts(node, "parameterUri"), readings, *given[:1])

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

    def _readings(self, written: str) -> list[str]:
        """Return a unit as it can be computed with: one of P06 by its names."""
        unit = self._terms.cited(written)
        return [read_uom(written)] if unit is None or unit.vocabulary != UNITS else _names(unit)

    def _fitting(
        self, node: str, fact: Fact, cited: Iterable[str], spellings: Iterable[str], given: str = ""
    ) -> Iterator[Fact]:
        """Say where none of the parameters of P01 that are cited is measured in units of this kind.

        A unit may be written in several ways: what is understood of them counts.
        """
        written = [one for one in spellings if parse_unit(one) is not None]
        parameters = [one for uri in cited if (one := self._terms.cited(uri)) is not None and one.units]
        units = [
            unit
            for parameter in parameters
            if parameter.vocabulary == PARAMETERS
            for uri in parameter.units
            if (unit := self._terms.concept(uri)) is not None
        ]
        names = [name for unit in units for name in _names(unit)]
        if written and names and not any(same_kind(one, name) for one in written for name in names):
            yield said(node, "unitFits", flag(value=False), fact, given)
            for unit in units:
                yield from describe(node, "expectedUnit", unit, fact, "")


def _names(unit: Concept) -> list[str]:
    return [label.text for label in (*unit.alt_labels, *unit.pref_labels)]


def _parents(index: FactIndex) -> dict[str, str]:
    """Return the SI units of those that a document defines itself, by their codes."""
    nodes = index.nodes("UnitDefinition")
    return {index.text(node, "code"): index.text(node, "parentUnit") for node in nodes}
