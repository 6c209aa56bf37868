"""Puts pages, templates and static files together."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.templating import Jinja2Templates
from starlette.staticfiles import StaticFiles

from vocabsvc.web.query_page import query_router
from vocabsvc.web.rendering import Pages
from vocabsvc.web.validation_page import validation_router
from vocabsvc.web.views import web_router


def install_pages(app: FastAPI) -> None:
    """Add the pages to an application."""
    folder = Path(__file__).parent
    pages = Pages(Jinja2Templates(directory=folder / "templates"))
    app.include_router(web_router(pages))
    app.include_router(query_router(pages))
    app.include_router(validation_router(pages))
    app.mount("/static", StaticFiles(directory=folder / "static"), name="static")
