"""sh:minCount, sh:maxCount: https://www.w3.org/TR/shacl/#core-components-count."""

from collections.abc import Iterator

from vocabsvc.shacl.declaration import Declaration
from vocabsvc.shacl.shape import Constraint


def min_count_constraints(said: Declaration) -> Iterator[Constraint]:
    """At least so many values."""
    least = said.count()
    if least > 0:
        yield said.per_focus("MinCount", lambda _, __, values: (None,) if len(values) < least else (), said.values[0])


def max_count_constraints(said: Declaration) -> Iterator[Constraint]:
    """At most so many values."""
    most = said.count()
    yield said.per_focus("MaxCount", lambda _, __, values: (None,) if len(values) > most else (), said.values[0])
