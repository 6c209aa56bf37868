"""The registry as a Re3gistry: ``/re3gistry`` is what GeoNetwork browses to import several languages."""

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from vocabsvc.api.deps import ServicesDep
from vocabsvc.api.geonetwork.deps import Base, ThesauriDep, TwoLetters, stream_file
from vocabsvc.errors import UnknownName
from vocabsvc.formats.re3gistry import REGISTER, re3gistry_items, re3gistry_registers, write_code_list

router = APIRouter(prefix="/re3gistry")


@router.get("/re3gistry.{language}.json")
async def list_registers(language: TwoLetters, base: Base) -> Response:
    """List the registers: there is one."""
    body = re3gistry_registers(f"{base}/re3gistry", language)
    return Response(body, media_type="application/json", headers={"Content-Language": language})


@router.get(f"/{REGISTER}/{REGISTER}.{{language}}.json")
async def list_items(language: TwoLetters, services: ServicesDep, base: Base) -> Response:
    """List the vocabularies."""
    body = re3gistry_items(services.concepts.vocabularies(), f"{base}/re3gistry", language)
    return Response(body, media_type="application/json", headers={"Content-Language": language})


@router.get(f"/{REGISTER}/{{vocabulary_id}}/{{name}}.{{language}}.xml")
async def get_code_list(
    vocabulary_id: str, name: str, language: TwoLetters, thesauri: ThesauriDep
) -> StreamingResponse:
    """Answer with a vocabulary in one language."""
    if name != vocabulary_id:
        raise UnknownName(f"{vocabulary_id} has no code list {name!r}")
    return await stream_file(
        lambda sink: write_code_list(thesauri.thesaurus(vocabulary_id), language, sink),
        "application/xml",
        f"{name}.{language}.xml",
    )
