"""Puts pages, templates and static files together."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.templating import Jinja2Templates
from starlette.staticfiles import StaticFiles

from vocabsvc.web.views import web_router


def install_pages(app: FastAPI) -> None:
    """Add the pages to an application."""
    folder = Path(__file__).parent
    app.include_router(web_router(Jinja2Templates(directory=folder / "templates")))
    app.mount("/static", StaticFiles(directory=folder / "static"), name="static")
