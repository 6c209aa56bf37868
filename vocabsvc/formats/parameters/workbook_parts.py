"""The parts of a workbook: XML in a ZIP (ECMA-376, part 2), unpacked and parsed piece by piece up to limits."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import count
from xml.parsers import expat

from vocabsvc.errors import InputTooLarge, UnreadableInput

_MOST_PARTS = 5_000
_LARGEST_PART = 32_000_000
_MOST_ELEMENTS = 2_000_000
_SMALL_PART = 1_000_000
_HIGHEST_RATIO = 250
"""XML of a sheet packs about 10 to 1, one of equal rows 100 to 1."""

_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE = 65_536

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class WorkbookParts:
    """The ZIP file ``content``; ``name`` is that of the file.

    Raises:
        UnreadableInput: not a ZIP file.
        InputTooLarge: more parts than a workbook has.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        if content.count(_ENTRY) > _MOST_PARTS:  # before zipfile makes an object of each
            raise InputTooLarge(f"{name}: more than {_MOST_PARTS} parts in a workbook")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
            raise UnreadableInput(f"not a ZIP file: {error}", name) from error

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def parse(self, part: str, start: Start, end: End, text: Text) -> Iterator[None]:
        """Parse a part by handlers, which get names without namespace, and pause after every piece of it.

        Raises:
            UnreadableInput: no such part, damaged, encrypted, not XML, or XML with a document type.
            InputTooLarge: it unpacks to over 32 MB, to over 250 times its size, or to over two million elements.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._counted(start)
        parser.EndElementHandler = lambda name: end(_local(name))
        parser.CharacterDataHandler = text
        try:
            with self._zip.open(self._checked(part)) as unpacked:
                while piece := unpacked.read(_PIECE):
                    parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by position only
                    yield
            parser.Parse(b"", True)  # noqa: FBT003 - as above
        except expat.ExpatError as error:
            raise self._refusal(f"{part} is not XML: {expat.ErrorString(error.code)}") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError, ValueError) as error:
            # RuntimeError is encryption; LookupError and ValueError are encodings that expat does not know
            raise self._refusal(f"{part}: {error}") from error
        yield

    def _checked(self, part: str) -> zipfile.ZipInfo:
        info = self._zip.NameToInfo.get(part)
        if info is None:
            raise self._refusal(f"no part {part}: not an Excel workbook (XLSX)")
        if info.compress_type not in _METHODS:
            raise self._refusal(f"{part} is packed by method {info.compress_type}")
        # zipfile never unpacks more than what is declared here.
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > _LARGEST_PART or (info.file_size > _SMALL_PART and ratio > _HIGHEST_RATIO):
            reason = f"unpacks to {info.file_size} bytes, {ratio:.0f} times its size"
            raise InputTooLarge(f"{self._name}: {part} {reason}")
        return info

    def _counted(self, start: Start) -> Start:
        numbers = count(1)

        def counted(name: str, attributes: dict[str, str]) -> None:
            if next(numbers) > _MOST_ELEMENTS:
                raise InputTooLarge(f"{self._name}: more than {_MOST_ELEMENTS} XML elements")
            start(_local(name), attributes)

        return counted

    def _refuse_doctype(self, *_: object) -> None:
        raise self._refusal("a document type declaration, which is not read for safety")

    def _refusal(self, reason: str) -> UnreadableInput:
        return UnreadableInput(reason, self._name)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
