"""pyrudof, as a second opinion on SHACL.

It keeps data in an Oxigraph store, which rewrites literals, and panics where a literal is a focus node with a path.
"""

from collections import Counter
from collections.abc import Iterable

from pyrudof import RDFFormat, ResultShaclValidationFormat, Rudof, RudofConfig, ShaclFormat

from tests.shacl_reports import Found, found_in
from tests.shacl_terms import triples_of
from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.model.statement import Statement
from vocabsvc.shacl.terms import Term, Triple, is_blank


class RudofShapes:
    """Shapes that pyrudof has read."""

    def __init__(self, shapes: Iterable[Triple]) -> None:
        self._rudof = Rudof(RudofConfig())
        self._rudof.read_shacl(n_triples(shapes), ShaclFormat.NTriples)

    def read(self, data: Iterable[Triple]) -> None:
        self._rudof.read_data(n_triples(data), RDFFormat.NTriples, merge=False)

    def validate(self) -> None:
        self._rudof.validate_shacl()

    def found(self, data: Iterable[Triple]) -> Counter[Found]:
        """The results, with blank nodes that all have one name."""
        self.read(data)
        self.validate()
        written = self._rudof.serialize_shacl_validation_results(ResultShaclValidationFormat.NTriples)
        return nameless(found_in(triples_of(written.encode(), "http://example.org/")))


def nameless(found: Counter[Found]) -> Counter[Found]:
    counted: Counter[Found] = Counter()
    for (focus, path, value, severity, component, shape), times in found.items():
        counted[_one_name(focus), path, _one_name(value), severity, component, _one_name(shape)] += times
    return counted


def _one_name(term: Term | None) -> Term | None:
    return "_:" if term is not None and is_blank(term) else term


def n_triples(triples: Iterable[Triple]) -> str:
    statements = [Statement(*triple) for triple in triples]  # type: ignore[arg-type]  # literals but for the name
    return rdf_bytes(sorted(statements, key=str), "application/n-triples", {}).decode()
