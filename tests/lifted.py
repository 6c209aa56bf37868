"""A lifted record, asked in short: what tests of lifters need."""

from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.record import RecordGraph
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF


def read_record(data: bytes, source: str = "", *, max_bytes: int) -> RecordGraph:
    """The graph of the only record."""
    (record,) = read_records(data, source, max_bytes=max_bytes).records
    return record.graph


class Lifted:
    def __init__(self, data: bytes) -> None:
        self.graph: RecordGraph = read_record(data, max_bytes=1_000_000)

    def said(self, predicate: str) -> list[str]:
        """The texts (or IRIs) of a property anywhere in the record."""
        return [
            fact.object.lexical if isinstance(fact.object, Literal) else fact.object
            for fact in self.graph.facts
            if fact.predicate == f"{DEF}{predicate}"
        ]

    def datatypes(self, predicate: str) -> list[str]:
        return [
            fact.object.datatype.rpartition("#")[2]
            for fact in self.graph.facts
            if fact.predicate == f"{DEF}{predicate}" and isinstance(fact.object, Literal)
        ]

    def instances(self, name: str) -> list[str]:
        """The paths of the elements of a class."""
        return [
            self.graph.source_map.xpath(fact.element)
            for fact in self.graph.facts
            if fact.predicate == f"{RDF}type" and fact.object == f"{DEF}{name}"
        ]

    def places(self, predicate: str) -> list[str]:
        """The paths of the elements that say a property."""
        return [
            self.graph.source_map.xpath(fact.element)
            for fact in self.graph.facts
            if fact.predicate == f"{DEF}{predicate}"
        ]

    def unlifted(self) -> list[str]:
        return [self.graph.source_map.xpath(element) for element in self.graph.unlifted]
