"""What hits must be, as clauses of a query."""

from collections.abc import Callable, Sequence

from tantivy import Occur, Query

from vocabsvc.store.base import Filters
from vocabsvc.store.terms.schema import TOP

Clause = tuple[Occur, Query]
Having = Callable[[str, str], Query]
"""The query for a whole value of a field."""


def filter_clauses(filters: Filters, having: Having) -> list[Clause]:
    """Return the clauses that leave out what does not pass; they add nothing to a score."""
    wanted = {
        "status": filters.status or "",
        "collection": filters.collection,
        "language": filters.language.lower(),
        "broader": filters.broader,
        "ancestor": filters.below,
        "unit": filters.unit,
        "top": TOP if filters.top else "",
    }
    clauses = [(Occur.Must, _unscored(having(field, value))) for field, value in wanted.items() if value]
    if filters.vocabularies:
        clauses.append((Occur.Must, _unscored(_any_vocabulary(filters.vocabularies, having))))
    if filters.without:
        clauses.append((Occur.MustNot, _any_vocabulary(filters.without, having)))
    return clauses


def _any_vocabulary(names: Sequence[str], having: Having) -> Query:
    # Not a term set: on a field with values by document, that walks all documents.
    wanted = [having("vocabulary", name.lower()) for name in names]
    return wanted[0] if len(wanted) == 1 else Query.boolean_query([(Occur.Should, one) for one in wanted])


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
