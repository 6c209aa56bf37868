"""The web application: settings to services to routes."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.types import Scope

from vocabsvc import __version__
from vocabsvc.api.conditional import ConditionalRequests
from vocabsvc.api.linked_data.router import linked_data_router
from vocabsvc.api.methods import Methods
from vocabsvc.api.nvs.router import nvs_routes
from vocabsvc.api.problems import PROBLEM_RESPONSES, install_problem_handlers
from vocabsvc.api.root import RootByAccept
from vocabsvc.api.router import api_router
from vocabsvc.api.routers.curation import PREFIXES as CURATED
from vocabsvc.api.routers.missing_terms import PATH as MISSING_TERMS
from vocabsvc.api.routers.search import answer_lookups_directly, search_routes
from vocabsvc.api.skosmos.router import answer_skosmos_search_directly, skosmos_search_routes
from vocabsvc.api.sparql.direct import answer_sparql_directly
from vocabsvc.api.sparql.router import SPARQL_PATHS, SparqlRoute, asks_chance_or_time, described_sparql
from vocabsvc.bootstrap.services import build_curators, serve_snapshot
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.garbage import leave_out_what_is_loaded
from vocabsvc.services.services import Services
from vocabsvc.serving.direct import DirectAnswers
from vocabsvc.serving.pinned import PinnedServices
from vocabsvc.serving.sources import FixedSource, SnapshotSource
from vocabsvc.serving.swap import Serving
from vocabsvc.settings import Settings
from vocabsvc.web.pages import install_pages


def app() -> FastAPI:
    """Return the application with settings from the environment: the factory for uvicorn."""
    settings = Settings()
    build_curators(settings)  # what cannot be used is said before anything is served
    source = SnapshotSource(snapshot_folder(settings), lambda snapshot: serve_snapshot(settings, snapshot))
    return _application(Serving(source, leave_out_what_is_loaded), urlsplit(settings.base_uri).path)


def create_app(open_services: Callable[[], Services], base_path: str = "/id/") -> FastAPI:
    """Return the application over services that never change.

    ``open_services`` is called once, when it starts; ``base_path`` is the path of the namespace that we publish in.
    """
    return _application(Serving(FixedSource(open_services)), base_path)


def _application(serving: Serving, base_path: str) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[Mapping[str, DirectAnswers]]:
        await serving.start()
        app.state.serving = serving
        lookups = {**answer_lookups_directly(), **answer_skosmos_search_directly()}
        direct = {**lookups, **dict.fromkeys(SPARQL_PATHS, answer_sparql_directly)}
        yield DirectAnswers(serving, direct).state()
        await serving.close()

    app = FastAPI(
        title="vocabsvc",
        version=__version__,
        summary="Controlled vocabularies, mappings and metadata validation for ocean data hubs",
        lifespan=lifespan,
        docs_url=None,  # FastAPI's pages load their scripts from elsewhere
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # to look for it takes each request 5 µs
    )
    install_problem_handlers(app)
    app.router.routes[:0] = [*search_routes(), SparqlRoute(), *nvs_routes(), *skosmos_search_routes()]
    app.include_router(api_router())
    install_pages(app)
    app.include_router(described_sparql())
    # Last, since a namespace at the root takes every path that nothing else does.
    app.include_router(linked_data_router(base_path), responses=PROBLEM_RESPONSES)
    app.add_middleware(RootByAccept)  # the last that is added is the outermost
    app.add_middleware(ConditionalRequests, depends_on_more=_depends_on_more)
    app.add_middleware(Methods)
    app.add_middleware(PinnedServices, serving=serving)
    return app


def _depends_on_more(scope: Scope) -> bool:
    curated = scope["path"].startswith((*CURATED, MISSING_TERMS))
    return scope["path"] == "/health" or curated or asks_chance_or_time(scope)
