"""JSON for pages of old browsers: a script that calls a function of the page with it."""

import re

from starlette.responses import Response

from vocabsvc.errors import InvalidRequest

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*", re.ASCII)
_LONGEST = 200


def names_function(callback: str) -> bool:
    """Tell whether a callback is the name of a function of JavaScript, and nothing else that would run."""
    return _IDENTIFIER.fullmatch(callback) is not None


def json_answer(body: bytes, callback: str = "") -> Response:
    """Return JSON, or the script where a ``callback`` is named.

    Raises:
        InvalidRequest: what is named is no function of JavaScript.
    """
    if not callback:
        return Response(body, media_type="application/json")
    if len(callback) > _LONGEST or not names_function(callback):
        raise InvalidRequest("callback is not the name of a function")
    headers = {"X-Content-Type-Options": "nosniff"}
    return Response(callback.encode() + b"(" + body + b");", headers=headers, media_type="application/javascript")
