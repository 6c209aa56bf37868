"""Files that are sent: as the body itself, or as a part of a form (RFC 7578)."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import UploadFile
from starlette.types import Message

from vocabsvc.api.body import read_body
from vocabsvc.errors import InvalidRequest
from vocabsvc.formats.archive import MOST_FILES
from vocabsvc.formats.parameters.limits import MOST_BYTES

_FORM = "multipart/form-data"
_MOST_FIELDS = 20


@dataclass(frozen=True, slots=True)
class Upload:
    """A file and its name, which is ``""`` where the body is the file."""

    content: bytes
    name: str = ""


class LimitedRoute(APIRoute):
    """A route whose whole body is read first, up to ``MOST_BYTES``."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return FastAPI's handler behind the limit."""
        handle = super().get_route_handler()

        async def limited(request: Request) -> Response:
            return await handle(_again(request, await read_body(request, MOST_BYTES)))

        return limited


async def read_upload(request: Request, max_bytes: int, text_field: str = "") -> Upload:
    """Return the file that a request carries: the first one of a form, else the body.

    A form without a file may give its content as text in ``text_field``.

    Raises:
        InputTooLarge: the body is longer than ``max_bytes``.
        InvalidRequest: a form without a file.
    """
    body = await read_body(request, max_bytes)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return Upload(body)
    async with _again(request, body).form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=max_bytes) as form:
        file = next((part for part in form.values() if isinstance(part, UploadFile) and part.filename), None)
        text = form.get(text_field)
        if file is None and isinstance(text, str) and text.strip():
            return Upload(text.encode())
        if file is None:
            raise InvalidRequest("the form has no file")
        return Upload(await file.read(), file.filename or "")


async def read_uploads(request: Request, max_bytes: int) -> dict[str, bytes]:
    """Return the files of a form by name, or the body under ``""``; equal names are told apart by a number.

    Raises:
        InputTooLarge: the body is longer than ``max_bytes``, or holds more than ``MOST_FILES`` files.
        InvalidRequest: a form without a file, or that cannot be read.
    """
    body = await read_body(request, max_bytes)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return {"": body}
    files: dict[str, bytes] = {}
    async with _again(request, body).form(max_files=MOST_FILES, max_fields=_MOST_FIELDS) as form:
        for part in form.multi_items():
            if isinstance(part[1], UploadFile):
                name = part[1].filename or "record.xml"
                files[name if name not in files else f"{name} ({len(files) + 1})"] = await part[1].read()
    if not files:
        raise InvalidRequest("the form has no file")
    return files


def _again(request: Request, body: bytes) -> Request:
    """Return the request with a body that is read already."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(request.scope, receive)
