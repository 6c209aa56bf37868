"""sh:minCount, sh:maxCount: https://www.w3.org/TR/shacl/#core-components-count."""

from collections.abc import Iterator

from vocabsvc.shacl.declaration import Declaration
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.shape import Constraint, Results
from vocabsvc.shacl.terms import Term


def min_count_constraints(said: Declaration) -> Iterator[Constraint]:
    """At least so many values."""
    least = said.count()
    if least > 0:
        result = said.result_maker("MinCount", said.values[0])

        def report(_: Graph, focus: Term, values: Values, results: Results) -> None:
            if len(values) < least:
                results.append(result(focus))

        yield Constraint(lambda _, __, values: len(values) >= least, report)


def max_count_constraints(said: Declaration) -> Iterator[Constraint]:
    """At most so many values."""
    most = said.count()
    result = said.result_maker("MaxCount", said.values[0])

    def report(_: Graph, focus: Term, values: Values, results: Results) -> None:
        if len(values) > most:
            results.append(result(focus))

    yield Constraint(lambda _, __, values: len(values) <= most, report, per_value=most >= 0)
