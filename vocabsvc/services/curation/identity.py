"""Who decides: a name, and over HTTP the token that proves it."""

import hmac
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from vocabsvc.errors import InvalidRequest

_NAME = re.compile(r"[^\W_][\w.@+/-]{0,99}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_EXAMPLE = "an entry is name:SHA-256 of the token in hexadecimal"


def check_identity(name: str) -> None:
    """Refuse what cannot be an identity.

    Raises:
        InvalidRequest: not 1 to 100 letters, digits and ``. _ - + @ /``, a letter or digit first.
    """
    if not _NAME.fullmatch(name):
        raise InvalidRequest(f"not an identity: {name[:100]!r} (letters, digits, . _ - + @ /)")


class Curators:
    """Those who may decide over HTTP; the tokens themselves are not known."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        self._digests = dict(digests)

    @classmethod
    def read(cls, said: str) -> "Curators":
        """Read entries ``name:digest`` between white space or commas, or the file of this name that holds them.

        In a file, what follows ``#`` in a line is a remark.

        Raises:
            InvalidRequest: what is neither, or says a name twice; it is not repeated, since it may be a secret.
        """
        text = said.strip()
        if text and not _is_entry(text.replace(",", " ").split()[0]):
            try:
                text = "\n".join(line.partition("#")[0] for line in Path(text).read_text("utf-8").splitlines())
            except (OSError, ValueError) as error:
                raise InvalidRequest(f"VOCABSVC_CURATOR_TOKENS: no file that can be read, and {_EXAMPLE}") from error
        digests: dict[str, str] = {}
        for number, entry in enumerate(text.replace(",", " ").split(), start=1):
            name, _, digest = entry.partition(":")
            if not _is_entry(entry) or name in digests:
                raise InvalidRequest(f"VOCABSVC_CURATOR_TOKENS, entry {number}: {_EXAMPLE}, each name once")
            digests[name] = digest.lower()
        return cls(digests)

    @property
    def any(self) -> bool:
        """Whether there is somebody."""
        return bool(self._digests)

    def identify(self, token: str) -> str:
        """Return whose token it is, ``""`` for nobody's; how long that takes tells nothing."""
        digest = sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
        found = ""
        for name, known in self._digests.items():
            if hmac.compare_digest(digest, known):
                found = name
        return found


def _is_entry(text: str) -> bool:
    name, _, digest = text.partition(":")
    return bool(_NAME.fullmatch(name) and _DIGEST.fullmatch(digest.lower()))
