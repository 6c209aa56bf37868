import zipfile
from io import BytesIO

import pytest

from vocabsvc.errors import InputTooLarge, UnreadableInput, UnreadableRecord
from vocabsvc.formats import archive
from vocabsvc.formats.archive import read_archive

TEXT = b"<a>" + bytes(range(32, 127)) * 50 + b"</a>"


def zipped(*files: tuple[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files:
            opened.writestr(name, content)
    return data.getvalue()


def test_xml_files_are_read_in_the_order_of_the_archive() -> None:
    files = (("b/été.XML", b"<b/>"), ("lisez.txt", b""), ("__MACOSX/a.xml", b""), ("a.xml", TEXT))
    found = read_archive(zipped(*files), 9999)
    assert found.names == ("b/été.XML", "a.xml")
    assert found.read("a.xml") == TEXT


def test_what_is_no_archive_or_has_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput, match="not a zip archive"):
        read_archive(b"PK no", 10)
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    with pytest.raises(InputTooLarge, match="up to 1 records"):
        read_archive(zipped(("a.xml", b""), ("b.xml", b"")), 10)


def test_a_large_file_is_unsafe_and_a_damaged_one_no_fault_of_ours() -> None:
    with pytest.raises(UnreadableRecord, match="larger than 10 bytes") as caught:
        read_archive(zipped(("a.xml", TEXT)), 10).read("a.xml")
    assert caught.value.code == "STR-02"
    sound = zipped(("a.xml", TEXT))
    start = sound.index(b"a.xml") + len("a.xml")
    for offset in range(40):
        damaged = bytearray(sound)
        damaged[start + offset] ^= 0xFF
        with pytest.raises(UnreadableRecord, match="damaged"):
            read_archive(bytes(damaged), 99_999).read("a.xml")
