"""What a look-up is asked for: the parameters of an address."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field

from vocabsvc.model.concept import Status
from vocabsvc.services.paging import DEEPEST_OFFSET, MOST_ITEMS
from vocabsvc.services.search import LONGEST_TEXT
from vocabsvc.store.base import Filters, SearchRequest

_Names = Annotated[str, Field(max_length=1000)]
_Iri = Annotated[str, Field(max_length=2000)]
_TEXT_ALONE = {"q"}
_Limit = Annotated[int, Field(ge=1, le=MOST_ITEMS)]


class LookupIn(BaseModel):
    """A text, and what its hits must be."""

    q: str = Field(max_length=LONGEST_TEXT, description="Words, the last may be unfinished; or a code")
    vocabulary: _Names = Field("", description="Vocabulary ids, with commas")
    status: Status | None = Field(None, description="Only concepts of this status")
    label_language: str = Field("", max_length=35, description="Only concepts with a label in it")
    collection: _Iri = Field("", description="Only members of this skos:Collection (IRI)")
    below: _Iri = Field("", description="Only concepts below this one, at any distance")
    unit: _Iri = Field("", description="Only concepts with this unit (IRI)")

    def filters(self) -> Filters:
        """Return the model's form of what the hits must be."""
        return Filters(
            _names(self.vocabulary),
            collection=self.collection,
            status=self.status,
            language=self.label_language,
            below=self.below,
            unit=self.unit,
        )

    def request(self) -> SearchRequest:
        """Return the model's form."""
        return SearchRequest(self.q, self.filters())


class SuggestIn(LookupIn):
    """A look-up whose hits are shown, in the language ``lang`` where they have a label in it."""

    prefer: _Names = Field("", description="Vocabulary ids, with commas: first among equals; else those of the filter")
    lang: str = Field("", max_length=35)
    limit: _Limit = 10

    def request(self) -> SearchRequest:
        """Return the model's form."""
        return SearchRequest(self.q, self.filters(), self.limit, preferred=_names(self.prefer))

    @classmethod
    def read(cls, fields: Mapping[str, str]) -> tuple[SearchRequest, str]:
        """Return the request and ``lang`` of parameters.

        Raises:
            ValidationError: one is missing, or has an impossible value.
        """
        if fields.keys() == _TEXT_ALONE and len(fields["q"]) <= LONGEST_TEXT:  # as a field for completion asks
            return SearchRequest(fields["q"], limit=cls.model_fields["limit"].default), ""
        asked = cls.model_validate(fields)
        return asked.request(), asked.lang


class SearchIn(SuggestIn):
    """The same, page by page."""

    limit: _Limit = 20
    offset: int = Field(0, ge=0, le=DEEPEST_OFFSET)

    def request(self) -> SearchRequest:
        """Return the model's form."""
        return SearchRequest(self.q, self.filters(), self.limit, self.offset, preferred=_names(self.prefer))


def _names(listed: str) -> tuple[str, ...]:
    return tuple([name.strip() for name in listed.split(",") if name.strip()]) if listed else ()
