"""The yardstick for requests a second: a bare FastAPI route, served as ``vocabsvc serve`` serves.

``python -m benchmarks.bare --data FOLDER --port N`` runs that very command with another application in it, so both
have the same server, worker count and options.
"""

from unittest.mock import patch

import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

from vocabsvc.cli.app import main

BODY_BYTES = 1024
_EMPTY = len(JSONResponse({"text": ""}).body)


def app() -> FastAPI:
    """Return an application with one route, ``/``, that answers 1 KB of JSON."""
    app = FastAPI()

    @app.get("/")
    async def answer() -> JSONResponse:
        return JSONResponse({"text": "x" * (BODY_BYTES - _EMPTY)})

    return app


if __name__ == "__main__":
    import sys

    serve = uvicorn.run
    sys.argv[1:1] = ["serve"]
    with patch.object(uvicorn, "run", lambda _app, **options: serve("benchmarks.bare:app", **options)):
        main()
