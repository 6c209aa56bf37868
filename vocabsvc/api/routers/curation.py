"""Mappings as they stand, and decisions on them; they change between snapshots, so they state their own validators."""

from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Query, Request, Response

from vocabsvc.api.curators import NEEDS_TOKEN, CuratorDep, CuratorRoute
from vocabsvc.api.deps import Limit, Offset, ServicesDep
from vocabsvc.api.problems import problem
from vocabsvc.model.decision import Conflict, CuratedMapping, MappingStatus
from vocabsvc.schemas.curation.decisions import DecisionIn, HistoryOut, NewMappingIn
from vocabsvc.schemas.curation.mapping_sets import MappingSetsOut
from vocabsvc.schemas.curation.mappings import MappingOut, MappingsOut
from vocabsvc.services.curation.filters import MappingFilter

PREFIXES = ("/api/v1/mappings", "/api/v1/mapping-sets")
"""Where these routes are: what they answer depends on the log of decisions, too."""

router = APIRouter(prefix="/api/v1", tags=["curation"], route_class=CuratorRoute)

Asked = Annotated[str, Query(max_length=2000)]
IfMatch = Annotated[str, Header(description="The etag of the state that is decided on.")]
IfNoneMatch = Annotated[str, Header()]


@router.get("/mapping-sets")
def list_mapping_sets(services: ServicesDep) -> MappingSetsOut:
    """List the mapping sets with how much of each centre's list they lead to each target vocabulary."""
    return MappingSetsOut.of(services.curation.sets())


@router.get("/mappings")
def list_mappings(
    services: ServicesDep,
    set: Asked = "",  # noqa: A002 - the name of the parameter
    subject: Asked = "",
    object: Asked = "",  # noqa: A002 - the same
    status: MappingStatus | None = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> MappingsOut:
    """List mappings; subject and object are IRIs, identifiers as they are cited, codes or whole labels."""
    return MappingsOut.of(services.curation.mappings(MappingFilter(set, subject, object, status), offset, limit))


@router.get("/mappings/{identity}", response_model=MappingOut)
def show_mapping(identity: str, services: ServicesDep, if_none_match: IfNoneMatch = "") -> Response:
    """Show a mapping; its ETag is what ``If-Match`` of a decision names."""
    mapping = services.curation.mapping(identity)
    if mapping.etag in _tags(if_none_match):
        return Response(status_code=304, headers=_headers(mapping))
    return _answer(mapping, 200)


@router.get("/mappings/{identity}/history")
def show_history(identity: str, services: ServicesDep) -> HistoryOut:
    """Show what led to a mapping: who decided what and when, and changes of its file by other means."""
    return HistoryOut.of(services.curation.history(identity))


@router.post("/mappings", response_model=MappingOut, status_code=201, dependencies=NEEDS_TOKEN)
def propose_mapping(body: NewMappingIn, request: Request, services: ServicesDep, curator: CuratorDep) -> Response:
    """Propose a mapping that its set does not have."""
    outcome = services.curation.propose(body.to_model(), curator)
    if isinstance(outcome, Conflict):
        return _conflict(outcome)
    return _answer(outcome, 201, Location=f"{request.url.path}/{outcome.id}")


@router.post("/mappings/{identity}/decisions", response_model=MappingOut, dependencies=NEEDS_TOKEN)
def decide(
    identity: str, body: DecisionIn, services: ServicesDep, curator: CuratorDep, if_match: IfMatch = ""
) -> Response:
    """Decide on a mapping in the state that ``If-Match`` names."""
    current, tags = services.curation.mapping(identity), _tags(if_match)
    if not tags or "*" in tags:
        raise HTTPException(428, "If-Match must name the etag of the state that is decided on.")
    etag = current.etag if current.etag in tags else tags[0]
    outcome = services.curation.decide(identity, body.to_model(), curator, etag)
    return _conflict(outcome) if isinstance(outcome, Conflict) else _answer(outcome, 200)


def _answer(mapping: CuratedMapping, status: int, **headers: str) -> Response:
    content = MappingOut.of(mapping).model_dump_json()
    return Response(content, status, {**_headers(mapping), **headers}, "application/json")


def _headers(mapping: CuratedMapping) -> dict[str, str]:
    return {"ETag": f'"{mapping.etag}"', "Cache-Control": "no-cache"}


def _conflict(conflict: Conflict) -> Response:
    current, sent = (MappingOut.of(one).model_dump(mode="json") for one in (conflict.current, conflict.sent))
    del sent["etag"]  # there is no such state
    detail = f"The mapping is {conflict.current.status} meanwhile, or was changed; nothing was written."
    return problem(409, "Conflict", detail, current=current, sent=sent)


def _tags(header: str) -> list[str]:
    """Return the entity tags of a header without quotes; one that a proxy made weak still names the state."""
    tags = (tag.strip().removeprefix("W/").strip('"') for tag in header.split(","))
    return [tag for tag in tags if tag]
