"""XML of unknown origin: bytes to a tree, with the line and column of every start tag.

expat reads first: it refuses what is dangerous before anything is built, and it alone knows where start tags
begin (lxml's ``sourceline`` is where a start tag ends, and wrong past line 65535). lxml then builds the tree.
Both see the elements in document order, so the two passes are joined by counting.
"""

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from lxml import etree

from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.element import Element
from vocabsvc.model.record import SourceMap

NOT_WELL_FORMED = "STR-01"
UNSAFE = "STR-02"
WRONG_ENCODING = "STR-03"
NOT_A_RECORD = "STR-04"

LONGEST_LINE = 240
"""Characters of a line that are shown."""

_MAX_DEPTH = 200  # below lxml's own limit of 256, so that the reason given is ours
_MAX_ELEMENTS = 200_000  # ten times the largest record met; each costs about a kilobyte
_MAX_ATTRIBUTES = 1_000  # of one element: lxml's items() takes quadratic time
_UNICODE_ENCODINGS = ("utf-8", "utf8", "utf-16", "utf16", "utf-16le", "utf-16be")
_INVALID_BYTES = {
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
}
_ENCODING_ERRORS = {
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}


@dataclass(frozen=True, slots=True)
class XmlDocument:
    """A parsed document without comments and processing instructions.

    ``elements`` are in document order; ``numbers`` gives the place of each in it and in ``source_map``. ``data`` are
    the bytes that were parsed, in ``encoding``.
    """

    source: str
    elements: tuple[Element, ...]
    numbers: Mapping[Element, int]
    source_map: SourceMap
    data: bytes
    encoding: str
    _text_lines: list[str] = field(default_factory=list, init=False, repr=False)

    @property
    def root(self) -> Element:
        """The document element."""
        return self.elements[0]

    def line(self, number: int, column: int) -> str:
        """Return the text of a line, counted from 1; a long one from ``column`` on and cut."""
        if not self._text_lines:
            text = self.data.decode(self.encoding, "replace").removeprefix("\ufeff")
            self._text_lines.extend(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        text = self._text_lines[number - 1]
        return text if len(text) <= LONGEST_LINE else text[column - 1 :][:LONGEST_LINE]

    def unreadable(self, reason: str, element: int = 0, code: str = NOT_A_RECORD) -> UnreadableRecord:
        """Return the error that refuses this document at ``element``."""
        places = self.source_map
        return UnreadableRecord(reason, self.source, places.lines[element], places.columns[element], code)


def parse_xml(data: bytes, source: str = "", *, max_bytes: int) -> XmlDocument:
    """Parse without DTD, entities and network; time and memory are bounded by ``max_bytes``.

    Raises:
        UnreadableRecord: STR-01 not well-formed, STR-02 DTD, size or depth, STR-03 encoding, STR-04 HTML;
            always with line and column.
    """
    if len(data) > max_bytes:
        raise UnreadableRecord(f"larger than {max_bytes} bytes", source, 1, 1, UNSAFE)
    outline = _Outline(data, source)
    source_map = outline.read()
    elements = tuple(_parse_tree(data, source).iter(etree.Element))
    if len(elements) != len(source_map.lines):  # pragma: no cover - never seen; positions would be wrong
        raise UnreadableRecord("two XML parsers do not agree on its elements", source, 1, 1, NOT_WELL_FORMED)
    numbers = {element: number for number, element in enumerate(elements)}
    return XmlDocument(source, elements, numbers, source_map, data, outline.encoding)


def _parse_tree(data: bytes, source: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # What expat lets pass: undeclared prefixes and texts over libxml2's limit of 10 MB.
        line, column = error.position
        if "XML_PARSE_HUGE" in str(error):
            raise UnreadableRecord("one text is longer than 10 MB", source, line, column, UNSAFE) from error
        reason = str(error).partition(", line ")[0].strip()
        raise UnreadableRecord(reason, source, line or 1, column or 1, NOT_WELL_FORMED) from error


class _Outline:
    """The first pass: positions of the elements, and every reason to refuse."""

    def __init__(self, data: bytes, source: str) -> None:
        self._data = data
        self._source = source
        self._encoding = "utf-8"
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.ordered_attributes = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype

    @property
    def encoding(self) -> str:
        """What the bytes are in: the byte order mark, else the declaration, else UTF-8."""
        return "utf-16" if self._data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else self._encoding

    def read(self) -> SourceMap:
        lines: list[int] = []
        columns: list[int] = []
        parents: list[int] = []
        names: list[str] = []
        open_ = [-1]
        parser = self._parser

        def start(name: str, attributes: list[str]) -> None:  # called for every element: nothing may be dear here
            number = len(names)
            if number == _MAX_ELEMENTS or len(open_) > _MAX_DEPTH or len(attributes) > 2 * _MAX_ATTRIBUTES:
                self._refuse_size(number, len(open_))
            lines.append(parser.CurrentLineNumber)
            columns.append(parser.CurrentColumnNumber + 1)
            parents.append(open_[-1])
            names.append(name)
            open_.append(number)

        def end(_name: str) -> None:
            open_.pop()

        def root(name: str, attributes: list[str]) -> None:
            if name.lower() == "html":
                raise self._refusal("an HTML page, not a metadata record", NOT_A_RECORD)
            start(name, attributes)
            parser.StartElementHandler = start

        parser.StartElementHandler = root
        parser.EndElementHandler = end
        try:
            parser.Parse(self._data, True)  # noqa: FBT003 - expat takes it by position only
        except expat.ExpatError as error:
            code = self._code_of(error.code)
            raise self._refusal(expat.ErrorString(error.code), code, error.lineno, error.offset) from error
        except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
            raise self._refusal(str(error), WRONG_ENCODING, 1, 0) from error
        finally:
            parser.StartElementHandler = None  # which has the parser and all it gathered, and would keep them
        positions, ordinals = _order(parents, names)
        return SourceMap(tuple(lines), tuple(columns), tuple(parents), tuple(positions), tuple(names), tuple(ordinals))

    def _code_of(self, error: int) -> str:
        if error in _ENCODING_ERRORS:
            return WRONG_ENCODING
        if error in _INVALID_BYTES:
            try:
                self._data.decode(self._encoding)
            except (UnicodeDecodeError, LookupError):
                return WRONG_ENCODING
        return NOT_WELL_FORMED

    def _refusal(self, reason: str, code: str, line: int | None = None, offset: int | None = None) -> UnreadableRecord:
        line = self._parser.CurrentLineNumber if line is None else line
        offset = self._parser.CurrentColumnNumber if offset is None else offset
        if code == WRONG_ENCODING:
            reason = f"{reason} (read as {self._encoding})"
        return UnreadableRecord(reason, self._source, line, offset + 1, code)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is None:
            return
        self._encoding = encoding.lower()
        if self._encoding in _UNICODE_ENCODINGS or self._data.isascii():
            return
        # Bytes that happen to be UTF-8 throughout are UTF-8, whatever an 8-bit declaration says.
        try:
            self._data.decode()
        except UnicodeDecodeError:
            return
        raise self._refusal("declared encoding differs from the actual UTF-8", WRONG_ENCODING)

    def _doctype(self, name: str, _system: str | None, _public: str | None, _internal: int) -> None:
        if name.lower() == "html":
            raise self._refusal("an HTML page, not a metadata record", NOT_A_RECORD)
        raise self._refusal("a document type declaration, which is not read for safety", UNSAFE)

    def _refuse_size(self, elements: int, depth: int) -> NoReturn:
        if elements == _MAX_ELEMENTS:
            raise self._refusal(f"more than {_MAX_ELEMENTS} elements", UNSAFE)
        if depth > _MAX_DEPTH:
            raise self._refusal(f"elements nested deeper than {_MAX_DEPTH}", UNSAFE)
        raise self._refusal(f"more than {_MAX_ATTRIBUTES} attributes in one element", UNSAFE)


def _order(parents: Sequence[int], names: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the position of each element among its siblings, and among those of its name if there are several."""
    positions, ordinals = [0] * len(names), [0] * len(names)
    children = [0] * (len(names) + 1)  # the last is for the parent of the root, -1
    namesakes: dict[tuple[int, str], int] = {}
    counts: dict[int, int] = {}
    for number, parent in enumerate(parents):
        children[parent] += 1
        positions[number] = children[parent]
        first = namesakes.setdefault((parent, names[number]), number)
        if first != number:
            ordinals[first] = 1
            ordinals[number] = counts[first] = counts.get(first, 1) + 1
    return positions, ordinals
