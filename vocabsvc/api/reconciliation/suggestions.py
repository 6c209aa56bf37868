"""Suggestions while a person types, with flyouts that tell more."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from starlette.responses import Response

from vocabsvc.api.jsonp import json_answer
from vocabsvc.api.reconciliation.asked import Asked
from vocabsvc.api.reconciliation.pages import Pages, told
from vocabsvc.errors import UnknownName
from vocabsvc.model.reconciliation import EntityType
from vocabsvc.schemas.reconciliation.results import EntitiesOut, FlyoutOut, SuggestedOut
from vocabsvc.schemas.reconciliation.types import PropertiesOut, PropertyOut, TypeOut, TypesOut

_MOST = 10
ItemT = TypeVar("ItemT")
Endpoint = Callable[[Asked], Response]


def entities(asked: Asked) -> Response:
    """Suggest concepts; ``cursor`` is how many were suggested before."""
    found = asked.reconciliation.suggested(
        asked.space.vocabulary, asked.text("prefix"), asked.number("cursor"), _MOST
    )  # fmt: skip
    answer = EntitiesOut(result=[SuggestedOut.of(hit, asked.wording) for hit in found.items])
    return json_answer(answer.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def types(asked: Asked) -> Response:
    """Suggest types: the vocabulary of the service, or any."""
    named = asked.reconciliation.types.named(asked.text("prefix"))
    found = _page(asked, [one for one in named if one in _types(asked)])
    answer = TypesOut(result=[TypeOut.of(one, asked.languages) for one in found])
    return json_answer(answer.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def properties(asked: Asked) -> Response:
    """Suggest properties of queries and of data extension."""
    found = _page(asked, asked.reconciliation.properties.named(asked.text("prefix")))
    answer = PropertiesOut(result=[PropertyOut.of(one, asked.languages) for one in found])
    return json_answer(answer.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def entity_flyout(pages: Pages) -> Endpoint:
    """Return what tells more of a concept."""

    def flyout(asked: Asked) -> Response:
        entity = asked.required("id")
        ref = asked.reconciliation.identifiers.concept(entity, asked.space)
        context = told(asked.services.concepts.detail(ref.uri))
        return _flyout(asked, entity, pages.render("flyout.html", asked.languages, context))

    return flyout


def type_flyout(pages: Pages) -> Endpoint:
    """Return what tells more of a type."""

    def flyout(asked: Asked) -> Response:
        sent = asked.required("id")
        found = next((one for one in asked.reconciliation.types.all() if one.id.lower() == sent.lower()), None)
        if found is None:
            raise UnknownName(f"unknown type {sent!r}")
        known = {one.id: one for one in asked.services.concepts.vocabularies()}
        context = {"entity_type": found, "vocabulary": known.get(found.id)}
        return _flyout(asked, sent, pages.render("type_flyout.html", asked.languages, context))

    return flyout


def property_flyout(pages: Pages) -> Endpoint:
    """Return what tells more of a property."""

    def flyout(asked: Asked) -> Response:
        sent = asked.required("id")
        found = asked.reconciliation.properties.find(sent)
        if found is None:
            raise UnknownName(f"unknown property {sent!r}")
        return _flyout(asked, sent, pages.render("property_flyout.html", asked.languages, {"property": found}))

    return flyout


def _types(asked: Asked) -> Sequence[EntityType]:
    known = asked.reconciliation.types
    return known.of(asked.space.vocabulary) if asked.space.vocabulary else known.all()


def _page(asked: Asked, items: Sequence[ItemT]) -> Sequence[ItemT]:
    return items[asked.number("cursor") :]


def _flyout(asked: Asked, entity: str, html: str) -> Response:
    answer = FlyoutOut(id=entity, html=html)
    return json_answer(answer.model_dump_json().encode(), asked.text("callback"))
