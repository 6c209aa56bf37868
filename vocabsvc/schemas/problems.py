"""Problem documents (RFC 9457) as JSON."""

from pydantic import BaseModel


class ProblemOut(BaseModel):
    """Why a request was not answered.

    ``code``, ``line`` and ``column`` place what could not be read; ``id`` is how our own fault was logged.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str | None = None
    line: int | None = None
    column: int | None = None
    id: str | None = None
