"""Short answers to public queries, kept for whoever asks the same again: a portal asks for its facets at each visit."""

from collections import OrderedDict

from vocabsvc.formats.sparql import is_repeatable
from vocabsvc.store.base import Answer, SparqlQuery

_OWN_BYTES = 500  # of a query and an answer, besides their texts


class KeptAnswers:
    """Whole answers over data that does not change; those asked longest ago are dropped from ``most_bytes`` on.

    Kept are answers that come in one piece, to queries that ask for neither chance nor the time of day.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = self._room = most_bytes
        self._kept: OrderedDict[SparqlQuery, Answer] = OrderedDict()

    @property
    def takes_any(self) -> bool:
        """Whether there is room at all."""
        return self._most_bytes > 0

    def get(self, query: SparqlQuery) -> Answer | None:
        """Return the answer to exactly this query, if it is kept."""
        answer = self._kept.get(query)
        if answer is not None:
            self._kept.move_to_end(query)
        return answer

    def add(self, query: SparqlQuery, answer: Answer) -> None:
        """Keep an answer, if it may be kept and there is room at all."""
        size = _size(query, answer)
        if answer.rest is not None or size > self._most_bytes or query in self._kept or not is_repeatable(query.text):
            return
        self._kept[query] = answer
        self._room -= size
        while self._room < 0:
            self._room += _size(*self._kept.popitem(last=False))


def _size(query: SparqlQuery, answer: Answer) -> int:
    return _OWN_BYTES + 2 * len(query.text) + len(answer.head)
