"""Look-up by label and code."""

from collections.abc import Sequence

from vocabsvc.errors import InputTooLarge, UnknownName
from vocabsvc.model.match import Hit, Page
from vocabsvc.services.paging import check_page
from vocabsvc.store.base import SearchRequest, TermIndex

LONGEST_TEXT = 1000


class Search:
    """Answers from the term index; ``vocabularies`` are the ids that are loaded."""

    def __init__(self, index: TermIndex, vocabularies: Sequence[str]) -> None:
        self._index = index
        self._vocabularies = {name.lower() for name in vocabularies}

    def search(self, request: SearchRequest) -> Page[Hit]:
        """Return the concepts that a text finds, best first, each with the reason.

        Raises:
            UnknownName: a vocabulary that is not loaded.
            InputTooLarge: a text over ``LONGEST_TEXT`` characters, or too large a page.
            InvalidRequest: an impossible page.
        """
        check_page(request.offset, request.limit)
        if len(request.text) > LONGEST_TEXT:
            raise InputTooLarge(f"a search text goes up to {LONGEST_TEXT} characters")
        for name in request.vocabularies:
            if name.lower() not in self._vocabularies:
                raise UnknownName(f"unknown vocabulary {name!r}")
        return self._index.search(request)
