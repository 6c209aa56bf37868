"""``vocabsvc serve``."""

import os
from typing import Annotated

import typer

from vocabsvc.bootstrap.services import build_curators
from vocabsvc.bootstrap.snapshots import check_snapshots
from vocabsvc.cli.options import DataOption, StoreOption, settings_with


def serve(
    data: DataOption = None,
    store: StoreOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1, max=64)] = 1,
) -> None:
    """Serve the current snapshot over HTTP, and every later one from the moment that it is loaded.

    Example: vocabsvc serve --port 8123
    """
    import uvicorn  # noqa: PLC0415 - no other command needs a web server

    settings = settings_with(data, store=store)
    build_curators(settings)
    check_snapshots(settings)  # here, so that one line and exit 2 say why nothing can be served
    # Workers are new processes: the factory reads it there.
    os.environ.update({"VOCABSVC_DATA": str(settings.data), "VOCABSVC_STORE": settings.store})
    typer.echo(f"serving on http://{host}:{port}", err=True)
    # The level hides the lines of the access log already; without it they are not even made.
    uvicorn.run(
        "vocabsvc.asgi:app",
        factory=True,
        http="vocabsvc.serving.direct:DirectProtocol",
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        access_log=False,
    )
