"""Text files of unknown encoding: UTF-8, UTF-16 with a byte order mark, and what French spreadsheets write."""

import re

from vocabsvc.errors import UnreadableInput

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode_text(content: bytes, name: str) -> str:
    """Return the text. What is not UTF-8 is Windows-1252, of which printable Latin-1 is a part.

    Raises:
        UnreadableInput: damaged UTF-8 (a letter that is well encoded stands before one that is not), a byte
            that Windows-1252 does not have, or a control character, with the line.
    """
    text = _decoded(content, name).rstrip("\x1a")  # DOS ends a text with it
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableInput(f"not a text: it has the character U+{ord(control.group()):04X}", name, line)
    return text


def _decoded(content: bytes, name: str) -> str:
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16" or not content[: error.start].isascii():
            raise _unreadable(f"not {encoding.removesuffix('-sig').upper()}", content, name, error) from error
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _unreadable("neither UTF-8 nor Windows-1252", content, name, error) from error


def _unreadable(reason: str, content: bytes, name: str, error: UnicodeDecodeError) -> UnreadableInput:
    return UnreadableInput(reason, name, content.count(b"\n", 0, error.start) + 1)
