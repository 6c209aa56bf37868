"""Long lists as lines of JSON, sent while they are read."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.streaming import stream_answer

NDJSON = "application/x-ndjson"
NDJSON_RESPONSE: dict[int | str, dict[str, Any]] = {200: {"content": {NDJSON: {"schema": {"type": "string"}}}}}
"""For OpenAPI: what a list may also be answered as."""

_OFFERED = {"application/json": "json", NDJSON: "ndjson"}


async def _wants_lines(request: Request) -> bool:
    return choose_media_type(request.headers.get("accept", ""), _OFFERED) == NDJSON


WantsLines = Annotated[bool, Depends(_wants_lines)]
"""Whether the client would rather have the whole list as lines than one page of it."""


async def stream_lines(items: Iterable[BaseModel]) -> StreamingResponse:
    """Answer with an item a line."""

    def write(sink: ByteSink) -> None:
        for item in items:
            sink.write(item.model_dump_json().encode() + b"\n")

    return StreamingResponse(await stream_answer(write), media_type=NDJSON)
