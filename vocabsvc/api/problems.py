"""The one table from errors to HTTP, answered as ``application/problem+json`` (RFC 9457)."""

import logging
import uuid
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from vocabsvc import errors
from vocabsvc.schemas.problems import ProblemOut

_STATUS: Mapping[type[errors.VocabsvcError], int] = {
    errors.UnreadableInput: 422,
    errors.InvalidRequest: 400,
    errors.InputTooLarge: 413,
    errors.UnknownName: 404,
    errors.DecisionRefused: 422,
    errors.DecisionConflict: 409,
    errors.UpdateRefused: 403,
    errors.QueryInterrupted: 503,
    errors.QueryRefused: 400,
    errors.Overloaded: 503,
    errors.StoreUnreachable: 503,
    errors.ServiceFault: 500,
    errors.VocabsvcError: 500,
}
"""The nearest class of an error's ancestry counts."""

_BEYOND_LIMITS = {"less_than_equal", "string_too_long", "too_long"}
"""pydantic's names for what would be right if there were less of it."""

_RETRY_AFTER_SECONDS = "10"
_log = logging.getLogger("vocabsvc")


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = "application/problem+json"


PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    kind: {"description": text, "content": {"application/problem+json": {"schema": ProblemOut.model_json_schema()}}}
    for kind, text in (("4XX", "The request cannot be answered."), ("5XX", "A limit was hit, or it is our fault."))
}
"""What every route may answer besides, for OpenAPI."""


def install_problem_handlers(app: FastAPI) -> None:
    """Make every error leave the app as a problem document."""
    app.add_exception_handler(errors.VocabsvcError, _vocabsvc_error)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _fault)


def problem(status: int, title: str, detail: str, **more: object) -> ProblemResponse:
    """Return a problem document; ``more`` are extension members, left out where ``None``."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    body |= {name: value for name, value in more.items() if value is not None}
    headers = {"Retry-After": _RETRY_AFTER_SECONDS} if status == 503 else None
    return ProblemResponse(body, status_code=status, headers=headers)


async def _vocabsvc_error(request: Request, error: Exception) -> ProblemResponse:
    status = next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
    if status == 500:
        return await _fault(request, error)
    if isinstance(error, errors.UnreadableInput):
        return problem(
            status,
            "Unreadable input",
            error.reason,
            code=getattr(error, "code", None),
            line=error.line,
            column=error.column,
        )
    answer = problem(status, _title(error), str(error))
    if isinstance(error, errors.Overloaded):
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


async def _invalid_request(_request: Request, error: Exception) -> ProblemResponse:
    # FastAPI answers 422 here; 422 is kept for records that cannot be read.
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
    faults = error.errors()
    places = (f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in faults)
    if all(item["type"] in _BEYOND_LIMITS for item in faults):
        return problem(413, "Input too large", "; ".join(places))
    return problem(400, "Invalid request", "; ".join(places))


async def _http_error(_request: Request, error: Exception) -> ProblemResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    answer = problem(error.status_code, "Request refused", str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


async def _fault(request: Request, error: Exception) -> ProblemResponse:
    reference = uuid.uuid4().hex
    _log.error("fault %s at %s %s", reference, request.method, request.url.path, exc_info=error)
    return problem(500, "Fault of the service", f"Our fault, logged as {reference}.", id=reference)


def _title(error: Exception) -> str:
    words = "".join(f" {char}" if char.isupper() else char for char in type(error).__name__).strip()
    return words.capitalize()
