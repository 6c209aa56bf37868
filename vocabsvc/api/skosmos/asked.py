"""The parameters of a request, read as leniently or strictly as Skosmos reads them, and whom to ask."""

import re
import sys
from functools import cached_property

from starlette.requests import Request

from vocabsvc.api.address import server_address
from vocabsvc.errors import UnknownName
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.browsing import Browsing
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.services import Services

_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_YES, _NO = {"1", "true", "on", "yes"}, {"0", "false", "off", "no", ""}


class Refusal(Exception):
    """A request that is answered with Skosmos's own words; ``reason`` need not be the one that HTTP has."""

    def __init__(self, status: int, reason: str, message: str) -> None:
        super().__init__(f"{status} {reason} : {message}")
        self.status = status


class Asked:
    """One request. Unknown parameters mean nothing, and an empty one is as good as none."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._query = request.query_params
        self.services: Services = request.state.services
        self.browsing: Browsing = request.state.services.browsing

    @property
    def dumps(self) -> Dumps:
        """The dumps of vocabularies."""
        return self.services.dumps

    @property
    def accept(self) -> str:
        """The Accept header."""
        return self._request.headers.get("accept", "")

    @property
    def query_string(self) -> str:
        """The query as it was sent, without the question mark."""
        return self._request.url.query

    def address(self, path: str) -> str:
        """Return the absolute address of something beside this API's own root, for ``@base``."""
        return f"{server_address(self._request)}rest/v1/{path}"

    def path(self, name: str) -> str:
        """Return a part of the path."""
        return str(self._request.path_params[name])

    def text(self, name: str) -> str:
        """Return a parameter, ``""`` where it is not given; of several the last."""
        return self._query.get(name, "")

    def words(self, name: str) -> tuple[str, ...]:
        """Return what a parameter names with spaces between; each once."""
        return tuple(dict.fromkeys(self.text(name).split()))

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a Boolean as PHP reads it: ``False`` is no, and what is neither yes nor no the default."""
        text = self._query.get(name, "" if not default else "1").strip().lower()
        return text in _YES or (default and text not in _NO)

    def number(self, name: str, *, least: float, otherwise: int) -> int:
        """Return a number; none, ``0`` or ``""`` is ``otherwise``.

        Raises:
            Refusal: not a number, or less than ``least``.
        """
        text = self.text(name)
        if text in {"", "0"}:
            return otherwise
        if not _NUMBER.fullmatch(text) or float(text) < least:
            raise Refusal(400, "Bad Request", f"{name} parameter is invalid")
        return int(min(float(text), sys.maxsize // 2))

    def lenient_number(self, name: str, otherwise: int) -> int:
        """Return a number from 0 on, ``otherwise`` where there is none."""
        try:
            return self.number(name, least=0, otherwise=otherwise)
        except Refusal:
            return otherwise

    @property
    def uri(self) -> str:
        """The concept or collection that is asked about, as it was written."""
        return self.text("uri")

    def required(self, name: str) -> str:
        """Return a parameter.

        Raises:
            Refusal: it is missing.
        """
        text = self.text(name)
        if not text:
            raise Refusal(400, "Bad Request", f"{name} parameter missing")
        return text

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the path names.

        Raises:
            Refusal: no such vocabulary is loaded.
        """
        return self.named_vocabulary(self.path("vocid"))

    def named_vocabulary(self, name: str) -> Vocabulary:
        """Return a vocabulary by its id in any case; raises as ``vocabulary`` does."""
        try:
            return self.services.concepts.vocabulary(name)
        except UnknownName:
            raise Refusal(404, "Not Found", f"Vocabulary id '{name}' not found.") from None

    @cached_property
    def language(self) -> str:
        """The language of labels: ``lang``, else the default of the vocabulary that the path names."""
        return self.text("lang") or default_language(self.vocabulary)

    @property
    def tag(self) -> str:
        """``language`` as labels carry it, in lower case."""
        return self.language.lower()

    @cached_property
    def concept(self) -> Concept:
        """The concept of the vocabulary that ``uri`` names.

        Raises:
            Refusal: the vocabulary has no such concept.
        """
        return self.found_in(self.vocabulary.id)

    def found_in(self, vocabulary: str) -> Concept:
        """Return the concept that ``uri`` names, of any vocabulary where ``""``; raises as ``concept`` does."""
        try:
            return self.browsing.hierarchy.find(vocabulary, self.uri)
        except UnknownName:
            raise Refusal(404, "Not Found", f"Could not find concept <{self.uri}>") from None


def default_language(vocabulary: Vocabulary) -> str:
    """Return English where a vocabulary has it or does not tell, else the first of its languages."""
    return "en" if "en" in vocabulary.languages or not vocabulary.languages else vocabulary.languages[0]
