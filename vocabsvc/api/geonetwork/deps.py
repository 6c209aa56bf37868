"""What the routes of this façade share."""

import re
from collections.abc import Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import StreamingResponse

from vocabsvc.api.address import server_address
from vocabsvc.errors import UnknownName
from vocabsvc.model.sink import ByteSink
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.store.streaming import stream_answer

_LANGUAGE = re.compile(r"[a-z]{2}")


async def _thesauri(request: Request) -> Thesauri:
    thesauri: Thesauri = request.state.services.thesauri
    return thesauri


async def _base(request: Request) -> str:
    """Return the address of this server as the client sees it, without a final slash."""
    return server_address(request).rstrip("/")


async def _two_letters(language: str) -> str:
    if not _LANGUAGE.fullmatch(language):
        raise UnknownName(f"a language is two letters, not {language!r}")
    return language


ThesauriDep = Annotated[Thesauri, Depends(_thesauri)]
Base = Annotated[str, Depends(_base)]
TwoLetters = Annotated[str, Depends(_two_letters)]
"""The language in the path; another spelling is an address that is not there."""


async def stream_file(write: Callable[[ByteSink], None], media_type: str, name: str) -> StreamingResponse:
    """Answer with a file of this name."""
    plain = quote(name, safe="")
    parameter = f'filename="{name}"' if plain == name else f"filename*=utf-8''{plain}"
    headers = {"Content-Disposition": f"inline; {parameter}"}
    return StreamingResponse(await stream_answer(write), media_type=media_type, headers=headers)
