"""Manifest, queries and data extension."""

from pydantic import TypeAdapter
from starlette.responses import Response

from vocabsvc.api.jsonp import json_answer
from vocabsvc.api.reconciliation.asked import Asked
from vocabsvc.errors import InvalidRequest
from vocabsvc.model.reconciliation import ReconciledBatch
from vocabsvc.schemas.reconciliation.asked import read_extend, read_queries
from vocabsvc.schemas.reconciliation.extension import ExtendOut
from vocabsvc.schemas.reconciliation.manifest import ManifestOut
from vocabsvc.schemas.reconciliation.results import ResultOut
from vocabsvc.schemas.reconciliation.types import PropertyOut, ProposalOut

_RESULTS = TypeAdapter(dict[str, ResultOut])


def manifest(asked: Asked) -> Response:
    """Describe the service."""
    types = asked.reconciliation.types
    found = ManifestOut.of(
        asked.space, asked.vocabulary, types, asked.languages, asked.address, asked.asked_language
    )  # fmt: skip
    return json_answer(found.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def service(asked: Asked) -> Response:
    """Answer queries, or a data extension query; without either, describe the service."""
    queries, extend = asked.text("queries"), asked.text("extend")
    if queries and extend:
        raise InvalidRequest("send queries or extend, one at a time")
    if queries:
        return _reconciled(asked, queries)
    return _extended(asked, extend) if extend else manifest(asked)


def posted(asked: Asked) -> Response:
    """Answer a form, which must ask something."""
    if not (asked.text("queries") or asked.text("extend")):
        raise InvalidRequest("a form needs queries or extend")
    return service(asked)


def proposed_properties(asked: Asked) -> Response:
    """Propose the properties that cells can be filled with."""
    type_id, limit = asked.text("type"), asked.number("limit")
    vocabulary = asked.space.vocabulary or type_id
    found = asked.reconciliation.properties.proposed(vocabulary)[: limit or None]
    properties = [PropertyOut.of(one, asked.languages) for one in found]
    answer = ProposalOut(type=type_id, properties=properties, limit=limit or None)
    return json_answer(answer.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def _reconciled(asked: Asked, text: str) -> Response:
    queries = read_queries(text)
    models = [query.to_model() for query in queries.values()]
    batch = asked.reconciliation.reconciler.reconcile(models, asked.space.vocabulary)
    results = {name: ResultOut.of(found, asked.wording) for name, found in zip(queries, batch.results, strict=True)}
    answer = json_answer(_RESULTS.dump_json(results, exclude_none=True), asked.text("callback"))
    answer.headers["Server-Timing"] = _timing(batch)
    return answer


def _extended(asked: Asked, text: str) -> Response:
    sent = read_extend(text)
    properties = [one.to_model() for one in sent.properties]
    found = asked.reconciliation.extension.extend(asked.space.vocabulary, sent.ids, properties)
    answer = ExtendOut.of(found, asked.wording, f"{asked.address}/reconcile/")
    return json_answer(answer.model_dump_json(exclude_none=True).encode(), asked.text("callback"))


def _timing(batch: ReconciledBatch) -> str:
    """Say how long a batch took (https://www.w3.org/TR/server-timing/), in milliseconds."""
    queries = f"{len(batch.results)} queries, {batch.different} different"
    return f'batch;dur={1000 * batch.seconds:.1f};desc="{queries}"'
