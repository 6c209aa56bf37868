import codecs

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.text import decode_text


@pytest.mark.parametrize(
    "content",
    [
        "Salinité, œ".encode(),
        codecs.BOM_UTF8 + "Salinité, œ".encode(),
        "Salinité, œ".encode("cp1252"),
        codecs.BOM_UTF16_LE + "Salinité, œ".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Salinité, œ\x1a".encode("utf-16-be"),
    ],
)
def test_the_encodings_of_french_files_are_read(content: bytes) -> None:
    assert decode_text(content, "x") == "Salinité, œ"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("à\nSalinité".encode()[:-1], 2),
        (b"a\nb\x81", 2),
        (b"a\n\nb\x00", 3),
        (codecs.BOM_UTF16_LE + b"a", 1),
    ],
)
def test_damage_is_refused_with_its_line(content: bytes, line: int) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode_text(content, "x")
    assert caught.value.line == line
