"""The routes put together."""

from fastapi import APIRouter

from vocabsvc.api.linked_data import catalogue, dumps, resources


def linked_data_router(base_path: str) -> APIRouter:
    """Return the routes; ``base_path`` is the path of ``base_uri``, below which our own IRIs answer.

    Below ``/`` that is every address, so then the router comes after all others.
    """
    below = base_path or "/"  # of http://hub.example#
    router = APIRouter(tags=["linked data"])
    for part in (catalogue.router, dumps.router, resources.describe_router, resources.resource_router(below)):
        router.include_router(part)
    return router
