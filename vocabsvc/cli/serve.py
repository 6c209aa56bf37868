"""``vocabsvc serve``."""

import os
from typing import Annotated

import typer

from vocabsvc.bootstrap import check_snapshot
from vocabsvc.cli.options import DataOption, settings_with


def serve(
    data: DataOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1, max=64)] = 1,
) -> None:
    """Serve the current snapshot over HTTP.

    Example: vocabsvc serve --port 8123
    """
    import uvicorn  # noqa: PLC0415 - no other command needs a web server

    settings = settings_with(data)
    check_snapshot(settings)  # here, so that a missing snapshot or a broken shapes graph is one line and exit 2
    os.environ["VOCABSVC_DATA"] = str(settings.data)  # workers are new processes: the factory reads it there
    typer.echo(f"serving on http://{host}:{port}", err=True)
    # The level hides the lines of the access log already; without it they are not even made.
    uvicorn.run(
        "vocabsvc.asgi:app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        access_log=False,
    )
