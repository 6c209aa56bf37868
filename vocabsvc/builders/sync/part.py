"""What was received of one address so far: a ``.part`` file, and what the server said of its bytes."""

import gzip
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from vocabsvc.errors import UnreadableInput

_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_STRONG_ETAG = re.compile(r'"[\x21\x23-\x7e]*"')


@dataclass(frozen=True, slots=True)
class Representation:
    """The bytes behind an address as the server described them, ``""`` where it did not.

    ``length`` counts the bytes as sent, that is encoded in ``encoding`` (gzip or nothing); ``None`` is not
    known. ``next`` is the address of the page after this one.
    """

    address: str
    etag: str = ""
    last_modified: str = ""
    length: int | None = None
    media_type: str = ""
    encoding: str = ""
    next: str = ""

    @property
    def conditions(self) -> Mapping[str, str]:
        """The request headers to which a server answers 304 if it still has these bytes."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in found.items() if value and value.isascii() and value.isprintable()}


class Part:
    """A ``.part`` file of one address; of another address or without a strong ETag it counts as empty.

    Only a strong ETag says that bytes still to come belong to those that are there (RFC 9110 §13.1.5).
    """

    def __init__(self, path: Path, address: str) -> None:
        self._path = path
        self._said = path.with_suffix(".json")
        self.representation = self._read(address)

    @property
    def size(self) -> int:
        """How many bytes can be kept."""
        kept = _STRONG_ETAG.fullmatch(self.representation.etag) and self._path.is_file()
        return self._path.stat().st_size if kept else 0

    @property
    def complete(self) -> bool:
        """Whether all bytes are there."""
        return self.size > 0 and self.size == self.representation.length

    @property
    def conditions(self) -> Mapping[str, str]:
        """The request headers that ask for what is missing only."""
        if self.complete:
            return {"If-None-Match": self.representation.etag}
        return {"Range": f"bytes={self.size}-", "If-Range": self.representation.etag} if self.size else {}

    def begin(self, representation: Representation) -> None:
        """Forget what is there and expect a representation from its first byte."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(b"")
        self._say(representation)

    def continues(self, representation: Representation, content_range: str) -> bool:
        """Tell whether a partial answer goes on where this part ends, with bytes of the same version."""
        mine, place = self.representation, _CONTENT_RANGE.fullmatch(content_range)
        if place is None or int(place[1]) != self.size or representation.encoding != mine.encoding:
            return False
        same_length = mine.length is None or place[2] in {"*", str(mine.length)}
        return same_length and representation.etag == mine.etag

    def open(self) -> BinaryIO:
        """Open the file for adding bytes."""
        return self._path.open("ab")

    def finish(self) -> int:
        """Note that the server sent all it had, and return how many bytes there are."""
        size = self._path.stat().st_size
        if self.representation.length is None:
            self._say(replace(self.representation, length=size))
        return size

    def content(self, most_bytes: int) -> bytes:
        """Return the bytes, decoded.

        Raises:
            UnreadableInput: broken gzip, an encoding that was not asked for, or more than ``most_bytes``.
        """
        said = self.representation
        if said.encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise UnreadableInput(f"sent encoded as {said.encoding!r}, which was not asked for", said.address)
        try:
            with gzip.open(self._path) if said.encoding.endswith("gzip") else self._path.open("rb") as file:
                content = file.read(most_bytes + 1)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise UnreadableInput(f"broken gzip: {error}", said.address) from error
        if len(content) > most_bytes:
            raise UnreadableInput(f"more than {most_bytes:,} bytes", said.address)
        return content

    def discard(self) -> None:
        """Remove what was received."""
        self._path.unlink(missing_ok=True)
        self._said.unlink(missing_ok=True)
        self.representation = Representation(self.representation.address)

    def _say(self, representation: Representation) -> None:
        self.representation = representation
        waiting = self._said.with_suffix(".new")
        waiting.write_text(json.dumps(asdict(representation)), "utf-8")
        waiting.replace(self._said)

    def _read(self, address: str) -> Representation:
        try:
            said = Representation(**json.loads(self._said.read_bytes()))
        except (OSError, ValueError, TypeError):
            return Representation(address)
        return said if said.address == address else Representation(address)
