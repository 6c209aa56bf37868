"""A request to the façade: its parameters wherever they stand, the service that it is for, its languages."""

import re
from collections.abc import Mapping
from functools import cached_property

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Message

from vocabsvc.api.address import server_address
from vocabsvc.api.body import read_body
from vocabsvc.api.deps import asked_languages
from vocabsvc.errors import InvalidRequest
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.schemas.reconciliation.results import Wording
from vocabsvc.services.reconciliation.identifiers import EVERYTHING, IdentifierSpace
from vocabsvc.services.reconciliation.reconciliation import Reconciliation
from vocabsvc.services.services import Services

MOST_BYTES = 5_000_000
_MOST_FIELDS = 20
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Asked:
    """One request; ``form`` are the fields of its body, which stand before those of its address."""

    def __init__(self, request: Request, form: Mapping[str, str]) -> None:
        self._request = request
        self._form = form
        self.services: Services = request.state.services
        self.reconciliation: Reconciliation = self.services.reconciliation

    @classmethod
    async def read(cls, request: Request) -> "Asked":
        """Read the form of a request, up to ``MOST_BYTES``.

        Raises:
            InputTooLarge: it is longer.
        """
        return cls(request, await _form(request) if request.method == "POST" else {})

    def text(self, name: str) -> str:
        """Return a parameter, ``""`` where it is not given."""
        return self._form.get(name) or self._request.query_params.get(name, "")

    def required(self, name: str) -> str:
        """Return a parameter.

        Raises:
            InvalidRequest: it is missing.
        """
        text = self.text(name)
        if not text:
            raise InvalidRequest(f"{name} is missing")
        return text

    def number(self, name: str) -> int:
        """Return a whole number from 0 on, 0 where it is not given.

        Raises:
            InvalidRequest: it is something else.
        """
        text = self.text(name) or "0"
        if not (text.isascii() and text.isdigit()):
            raise InvalidRequest(f"{name} is not a whole number")
        return int(text[:10])

    @property
    def address(self) -> str:
        """The address of this server, without a final slash."""
        return server_address(self._request).removesuffix("/")

    @cached_property
    def space(self) -> IdentifierSpace:
        """The ids of the service that the path names.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        return self.reconciliation.identifiers.space(self._request.path_params.get("vocabulary", EVERYTHING))

    @property
    def vocabulary(self) -> Vocabulary | None:
        """What is reconciled against, ``None`` for all."""
        return self.services.concepts.vocabulary(self.space.vocabulary) if self.space.vocabulary else None

    @cached_property
    def _tags(self) -> tuple[str, ...]:
        tags = (tag.strip() for tag in (self.text("lang") or self.text("language")).split(","))
        return tuple(tag.lower() for tag in tags if _LANGUAGE.fullmatch(tag))

    @property
    def asked_language(self) -> str:
        """The first language that the address names, ``""`` where it names none."""
        return self._tags[0] if self._tags else ""

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of labels: ``lang`` or ``language``, then Accept-Language."""
        accepted = asked_languages("", self._request.headers.get("accept-language", ""))
        return (*(tag.partition("-")[0] for tag in self._tags), *accepted)

    @cached_property
    def wording(self) -> Wording:
        """How entities are written."""
        return Wording(self.space, self.reconciliation.types, self.languages)


async def _form(request: Request) -> Mapping[str, str]:
    body = await read_body(request, MOST_BYTES)

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    again = Request(request.scope, receive)
    async with again.form(max_files=0, max_fields=_MOST_FIELDS, max_part_size=MOST_BYTES) as form:
        return {name: value for name, value in form.items() if not isinstance(value, UploadFile)}
