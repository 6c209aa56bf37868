"""Look-up by label and code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from vocabsvc.errors import InputTooLarge, UnknownName
from vocabsvc.formats.identifier import read_citation
from vocabsvc.model.match import Facets, Hit, MatchKind, Page
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.paging import check_page
from vocabsvc.store.base import Filters, Reading, SearchRequest, TermIndex

LONGEST_TEXT = 1000
_ENTRIES = 3
_AROUND_CODES = " \t\n\"'()[]{}<>.,;“”«»"
_BEHIND_VOCABULARY = re.compile(r"(?P<list>[A-Za-z][\w-]*)(?:::?|/|\s+)(?P<code>[^\s:/]+)")


class Search:
    """Answers from the term index; ``vocabularies`` are the ids that are loaded."""

    def __init__(self, index: TermIndex, glossary: Glossary, vocabularies: Sequence[str]) -> None:
        self._index = index
        self._glossary = glossary
        self._vocabularies = {name.lower() for name in vocabularies}

    def search(self, request: SearchRequest) -> Page[Hit]:
        """Return the concepts that a text finds, best first, each with the reason.

        Raises:
            UnknownName: a vocabulary that is not loaded.
            InputTooLarge: a text over ``LONGEST_TEXT`` characters, or too large a page.
            InvalidRequest: an impossible page.
        """
        return self._index.search(self.prepared(request))

    def rendered(self, request: SearchRequest, languages: Sequence[str]) -> bytes:
        """Return what ``search`` does as JSON, labels in the first of ``languages`` that has one; raises as it does."""
        return self._index.rendered(self.prepared(request), languages)

    def facets(self, request: SearchRequest) -> Facets:
        """Return exact counts over all hits of a request; raises as ``search`` does."""
        return self._index.facets(self.prepared(request))

    def prepared(self, request: SearchRequest) -> SearchRequest:
        """Check a request and read its text through the glossary, whose own entries are found only when asked for.

        That is how the index is asked; raises as ``search`` does.
        """
        check_page(request.offset, request.limit)
        if len(request.text) > LONGEST_TEXT:
            raise InputTooLarge(f"a search text goes up to {LONGEST_TEXT} characters")
        filters = request.filters
        preferred = request.preferred or (filters.vocabularies if len(filters.vocabularies) > 1 else ())
        for name in (*filters.vocabularies, *preferred):
            if name.lower() not in self._vocabularies:
                raise UnknownName(f"unknown vocabulary {name!r}")
        readings = self._glossary.readings(request.text)
        if not readings and not self._glossary.knows(request.text):  # a word may be alike in both languages
            readings = self._glossary.readings_begun(request.text)
        return SearchRequest(
            text=self._as_code(request.text),
            filters=filters if filters.vocabularies else _without_glossary(filters),
            limit=request.limit,
            offset=request.offset,
            readings=readings,
            partial=request.partial,
            preferred=preferred,
            fallbacks=partial(self._nearby, request.text),
        )

    def _as_code(self, text: str) -> str:
        """Return the notation of a concept cited in another way, any other text as it is.

        Ways: an address, an old URN, a code behind the id of its vocabulary (``P01:``, ``P01/``, ``P01 ``) or
        between signs.
        """
        bare = text.strip(_AROUND_CODES)
        if ":" in bare or "/" in bare:
            cited = read_citation(bare)
            if cited.uris and cited.code:
                listed = self._index.coded(cited.code, cited.vocabulary)
                return listed[0].notation or listed[0].uri if listed else f"SDN:{cited.vocabulary}::{cited.code}"
        behind = _BEHIND_VOCABULARY.fullmatch(bare)
        if behind and behind["list"].lower() in self._vocabularies:
            return next((ref.notation or ref.uri for ref in self._index.coded(behind["code"], behind["list"])), text)
        if bare != text and not any(map(str.isspace, bare)) and self._index.coded(bare, ""):
            return bare
        return text

    def _nearby(self, text: str) -> Iterator[tuple[Reading, ...]]:
        if not self._glossary.readings(text) and not self._glossary.knows(text):
            yield self._resembling(text)
        yield self._glossary.broader_readings(text)
        yield self._glossary.narrower_readings(text)

    def _resembling(self, text: str) -> tuple[Reading, ...]:
        """Return the wordings of entries in which the text begins a word, or that it misspells."""
        near = SearchRequest(text, Filters((GLOSSARY,)), limit=_ENTRIES, partial=False)
        found = [hit for hit in self._index.search(near).items if hit.match.kind is not MatchKind.WORDS]
        return self._glossary.readings_through((hit.concept.uri for hit in found), text)


@lru_cache(maxsize=64)  # nearly all requests filter by the same
def _without_glossary(filters: Filters) -> Filters:
    return replace(filters, without=(*filters.without, GLOSSARY))
