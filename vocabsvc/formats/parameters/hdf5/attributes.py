"""Attributes that hold text (sections IV.A.2.d, IV.A.2.m and IV.A.2.v)."""

from collections.abc import Iterator, Sequence

from vocabsvc.formats.parameters.hdf5.heap import FractalHeap, GlobalHeaps
from vocabsvc.formats.parameters.hdf5.object_header import ATTRIBUTE, ATTRIBUTE_INFO, Message
from vocabsvc.formats.parameters.hdf5.source import Fields, Source
from vocabsvc.formats.parameters.hdf5.tree import RecordTree

_STRING, _VARIABLE_LENGTH = 3, 9
_SCALAR_OR_SIMPLE = (0, 1)
_MOST_VALUES = 100
_NAME_INDEX = 8
_SHARED = 0x03


def read_attributes(source: Source, messages: Sequence[Message], texts: GlobalHeaps) -> dict[str, str]:
    """Return the attributes of an object that hold text; several texts are joined with commas."""
    found: dict[str, str] = {}
    for fields in _attribute_messages(source, messages):
        name, text = _attribute(fields, texts)
        if text:
            found[name] = text
    return found


def _attribute_messages(source: Source, messages: Sequence[Message]) -> Iterator[Fields]:
    for message in messages:
        if message.kind == ATTRIBUTE:
            yield message.fields
        elif message.kind == ATTRIBUTE_INFO:
            yield from _stored_densely(source, message.fields)


def _stored_densely(source: Source, info: Fields) -> Iterator[Fields]:
    info.take(1)
    if info.number() & 1:
        info.take(2)
    heap_address, tree_address = info.offset(), info.offset()
    if heap_address == (1 << 8 * source.offset_size) - 1:  # undefined: there is no heap
        return
    heap, tree = FractalHeap(source, heap_address), RecordTree(source, tree_address)
    if tree.kind != _NAME_INDEX:
        raise source.refusal("no tree of attributes", tree_address)
    for record in tree.records():
        fields = heap.object(record.take(8))
        if fields is not None:
            yield fields


def _attribute(fields: Fields, texts: GlobalHeaps) -> tuple[str, str]:
    version, flags = fields.number(), fields.number()
    sizes = fields.number(2), fields.number(2), fields.number(2)
    if version not in {1, 2, 3}:
        raise fields.source.refusal("an attribute of an unknown version", fields.address)
    if version == 3:
        fields.take(1)  # the character set of the name: ASCII is UTF-8, too
    parts = []
    for size in sizes:
        parts.append(Fields(fields.take(size), fields.source, fields.address))
        fields.take(min(-size % 8, fields.left) if version == 1 else 0)
    name, datatype, dataspace = parts
    if version > 1 and flags & _SHARED:
        return "", ""
    return _text(name.content), ", ".join(_values(datatype, dataspace, fields, texts))


def _values(datatype: Fields, dataspace: Fields, values: Fields, texts: GlobalHeaps) -> Iterator[str]:
    kind, bits = datatype.number() & 15, datatype.number(3)
    size = datatype.number(4)
    if kind == _STRING:
        for _ in range(_count(dataspace)):
            if text := _text(values.take(size)):
                yield text
    elif kind == _VARIABLE_LENGTH and bits & 15 == 1:
        for _ in range(_count(dataspace)):
            length, address, index = values.number(4), values.offset(), values.number(4)
            if length and (text := _text(texts.text(address, index)[:length])):
                yield text


def _count(dataspace: Fields) -> int:
    version, rank = dataspace.number(), dataspace.number()
    dataspace.take(1)
    kind = dataspace.number()
    if version == 1:
        dataspace.take(4)
    elif kind not in _SCALAR_OR_SIMPLE:
        return 0
    count = 1
    for _ in range(rank):
        count *= dataspace.length()
    return min(count, _MOST_VALUES)


def _text(content: bytes) -> str:
    content = content.split(b"\0", 1)[0]
    try:
        return content.decode().strip()
    except UnicodeDecodeError:
        return content.decode("latin-1").strip()
