"""Every vocabulary as files, edition by edition."""

from base64 import b64encode
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, RedirectResponse, Response

from vocabsvc.api.address import AddressDep
from vocabsvc.api.linked_data.deps import DumpsDep
from vocabsvc.model.dump import Dump, DumpFile
from vocabsvc.schemas.dumps import DumpedVocabulariesOut, DumpOut, DumpsOut
from vocabsvc.services.catalogue import dump_address
from vocabsvc.services.dumps import Dumps

_LATEST = "latest"
_MEDIA_TYPES = {
    "ttl.gz": "application/gzip",
    "nt.gz": "application/gzip",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8; header=present",
}
_CONTENT: dict[str, object] = {media_type.partition(";")[0]: {} for media_type in _MEDIA_TYPES.values()}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": _CONTENT},
    206: {"description": "The part that Range asks for", "content": _CONTENT},
    307: {"description": "The edition that is served"},
}

router = APIRouter(prefix="/dumps")


@router.get("/")
async def list_dumped_vocabularies(dumps: DumpsDep, address: AddressDep) -> DumpedVocabulariesOut:
    """List the vocabularies that can be taken away, each with the edition that is served."""
    return DumpedVocabulariesOut.of(dumps.all(), address)


@router.get("/{vocabulary_id}/")
async def list_dumps(vocabulary_id: str, dumps: DumpsDep, address: AddressDep) -> DumpsOut:
    """List the editions of a vocabulary with their files, the one that is served first."""
    return DumpsOut.of(dumps.of(vocabulary_id), address)


@router.get("/{vocabulary_id}/{name}", response_model=DumpOut, responses=_RESPONSES)
def get_dump(
    vocabulary_id: str, name: str, request: Request, dumps: DumpsDep, address: AddressDep
) -> DumpOut | Response:
    """Return a file such as ``127.ttl.gz``, or the description of an edition; ``latest`` leads to the one served."""
    editions = dumps.of(vocabulary_id)
    if name in {_LATEST, *(f"{_LATEST}.{ending}" for ending in _MEDIA_TYPES)}:
        return RedirectResponse(f"{dump_address(address, editions[-1])}{name.removeprefix(_LATEST)}", 307)
    if any(name == dump.name for dump in editions):
        return DumpOut.of(dumps.named(vocabulary_id, name), address)
    dump, file = dumps.file(vocabulary_id, name)
    return _file(dump, file, dumps, whole="range" not in request.headers)


def _file(dump: Dump, file: DumpFile, dumps: Dumps, *, whole: bool) -> Response:
    digest = f"sha-256=:{b64encode(bytes.fromhex(file.checksum)).decode()}:"  # RFC 9530
    headers = {"ETag": f'"{file.checksum}"', "Repr-Digest": digest}
    if whole:
        headers["Content-Digest"] = digest
    name = f"{dump.vocabulary}-{dump.name}.{file.ending}"
    media_type = _MEDIA_TYPES[file.ending]
    return FileResponse(dumps.path(dump, file), headers=headers, media_type=media_type, filename=name)
