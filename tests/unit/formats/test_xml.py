import pytest

from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.xml import parse_xml

DECLARATION = '<?xml version="1.0" encoding="{}"?>\n'


def refused(data: bytes, max_bytes: int = 1_000_000) -> tuple[str, int | None, int | None]:
    with pytest.raises(UnreadableRecord) as caught:
        parse_xml(data, "r.xml", max_bytes=max_bytes)
    assert caught.value.source == "r.xml"
    assert caught.value.reason
    return caught.value.code, caught.value.line, caught.value.column


def test_positions_are_those_of_start_tags_even_over_several_lines() -> None:
    document = parse_xml(
        b'<!-- c -->\n<a>\n  <b\n    x="1"\n    y="2"/><b/>\r\n  <?p i?><c>\xc3\xa9<d/></c>\n</a>', max_bytes=1000
    )
    places = document.source_map
    assert places.names == ("a", "b", "b", "c", "d")
    assert places.lines == (2, 3, 5, 6, 6)
    assert places.columns == (1, 3, 12, 10, 14)
    assert [places.xpath(number) for number in range(5)] == ["/a", "/a/b[1]", "/a/b[2]", "/a/c", "/a/c/d"]
    assert places.pointer(4) == "element(/1/3/1)"
    assert [document.numbers[element] for element in document.root] == [1, 2, 3]


def test_lines_are_right_past_65535() -> None:
    document = parse_xml(b"<a>" + b"\n" * 70_000 + b" <b/></a>", max_bytes=100_000)
    assert (document.source_map.lines[1], document.source_map.columns[1]) == (70_001, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings_in_use_are_read(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    data = (DECLARATION.format(declared) + "<a>\n  été <b/></a>").encode(encoding)
    document = parse_xml(data, max_bytes=1000)
    assert document.root.text == "\n  été "
    assert (document.source_map.lines[1], document.source_map.columns[1]) == (3, 7)


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("utf-8", "utf-16"),
        ("utf-16", "utf-8"),
        ("iso-8859-1", "utf-16"),
        ("utf-8", "iso-8859-1"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "utf-8-sig"),
        ("us-ascii", "utf-8"),
        ("shift_jis", "utf-8"),
        ("klingon", "utf-8"),
    ],
)
def test_wrong_declared_encoding_is_refused(declared: str, actual: str) -> None:
    assert refused((DECLARATION.format(declared) + "<a>\nété</a>").encode(actual))[0] == "STR-03"


@pytest.mark.parametrize("declared", ["klingon", "shift_jis", "base64"])
def test_encoding_that_cannot_be_read_is_refused_even_for_plain_letters(declared: str) -> None:
    assert refused((DECLARATION.format(declared) + "<a/>").encode())[0] == "STR-03"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", (1, 1)),
        (b"\n \n", (3, 1)),
        (b"<a>\n <b></a>", (2, 7)),
        (b"<a>\n  <b", (2, 3)),
        (b"\n<?xml version='1.0'?><a/>", (2, 1)),
        (b"<a>\n\x00</a>", (2, 1)),
        (b"<a>\n<b x='1' x='2'/></a>", (2, 10)),
        (b"<a>&nbsp;</a>", (1, 4)),
        (b"<a/><b/>", (1, 5)),
        (b"PK\x03\x04", (1, 3)),
        (b'{"a": 1}', (1, 1)),
    ],
)
def test_what_is_not_well_formed_is_refused_where_it_breaks(data: bytes, place: tuple[int, int]) -> None:
    assert refused(data) == ("STR-01", *place)


def test_undeclared_prefix_is_refused() -> None:
    assert refused(b"<a>\n<p:b/></a>")[:2] == ("STR-01", 2)


def test_dtd_and_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>\n<a>&z;</a>'
    external = b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    assert refused(bomb) == ("STR-02", 1, 13)
    assert refused(external)[:2] == ("STR-02", 2)


def test_size_depth_and_number_are_limited() -> None:
    assert refused(b"<a " + b" ".join(b'x%d=""' % n for n in range(1_001)) + b"/>") == ("STR-02", 1, 1)
    assert refused(b"<a>" + b"x" * 100 + b"</a>", max_bytes=100) == ("STR-02", 1, 1)
    assert refused(b"<a>" * 100_000) == ("STR-02", 1, 601)
    assert refused(b"<a>\n" + b"<b/>" * 200_000 + b"</a>") == ("STR-02", 2, 4 * 199_999 + 1)
    assert len(parse_xml(b"<a>" * 200 + b"</a>" * 200, max_bytes=10_000).elements) == 200


def test_text_over_the_limit_of_the_parser_is_refused() -> None:
    assert refused(b"<a>" + b"x" * 11_000_000 + b"</a>", max_bytes=20_000_000)[0] == "STR-02"


@pytest.mark.parametrize("page", [b"<!DOCTYPE html><html><br></html>", b"<HTML><body>404<br></body></HTML>"])
def test_html_page_is_called_one(page: bytes) -> None:
    assert refused(page)[:2] == ("STR-04", 1)
