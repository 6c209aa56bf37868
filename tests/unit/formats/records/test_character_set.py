import pytest

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()


def written(encoding: str, declared: str) -> list[str]:
    """What is said of a record in an encoding that declares a character set, or none."""
    old = 'codeListValue="utf8"/></gmd:characterSet>'
    assert old in RECORD
    text = RECORD.replace(old, f'codeListValue="{declared}"/></gmd:characterSet>', 1)
    text = text.replace('encoding="UTF-8"', f'encoding="{encoding}"').replace("’", "'")
    return Lifted(text.encode(encoding)).said("otherCharacterSet")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf8"),
        ("utf-8", "UTF-8"),
        ("utf-8", "MD_CharacterSetCode_utf8"),
        ("utf-8", ""),
        ("utf-8", "RI_458"),
        ("iso-8859-1", "8859part1"),
        ("utf-16", "utf16"),
    ],
)
def test_declared_character_set_is_that_of_the_document(encoding: str, declared: str) -> None:
    assert written(encoding, declared) == []


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "8859part1"), ("utf-8", "utf16"), ("iso-8859-1", "utf8"), ("iso-8859-1", "")]
)
def test_other_character_set_is_named(encoding: str, declared: str) -> None:
    assert written(encoding, declared) == [encoding]
