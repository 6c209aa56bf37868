"""Object headers: the messages that say what a group, a variable or a type is (sections IV.A.1 and IV.A.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.formats.parameters.hdf5.source import Fields, Source

LINK_INFO, LINK, LAYOUT, ATTRIBUTE, SYMBOL_TABLE, ATTRIBUTE_INFO = 0x02, 0x06, 0x08, 0x0C, 0x11, 0x15
_CONTINUATION = 0x10
_SHARED = 0x02
_MOST_BLOCKS = 1_000
_MOST_MESSAGES = 20_000
_KEPT = {LINK_INFO, LINK, LAYOUT, ATTRIBUTE, SYMBOL_TABLE, ATTRIBUTE_INFO}


@dataclass(frozen=True, slots=True)
class Message:
    """What kind of message it is, and its content."""

    kind: int
    fields: Fields


def read_messages(source: Source, address: int) -> list[Message]:
    """Return the messages named above of the object at an address, without those that are shared with others.

    Raises:
        UnreadableInput: no object header there.
    """
    is_first_version = source.read(address, 1).number() == 1
    blocks = [_block_v1(source, address) if is_first_version else _block_v2(source, address)]
    messages: list[Message] = []
    for block, tracked in blocks:  # grows as continuations are met
        for message in _messages_v1(block) if is_first_version else _messages_v2(block, tracked=tracked):
            if message.kind in _KEPT and len(messages) < _MOST_MESSAGES:
                messages.append(message)
            elif message.kind == _CONTINUATION and len(blocks) < _MOST_BLOCKS:
                blocks.append((_continued(source, message.fields, is_first_version=is_first_version), tracked))
    return messages


def _block_v1(source: Source, address: int) -> tuple[Fields, bool]:
    prefix = source.read(address, 12)
    prefix.take(8)  # version, count of messages, of references
    return source.read(address + 16, prefix.number(4)), False


def _block_v2(source: Source, address: int) -> tuple[Fields, bool]:
    prefix = source.read(address, 6)
    prefix.signature(b"OHDR")
    prefix.take(1)
    flags = prefix.number()
    begin = address + 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
    width = 1 << (flags & 3)
    size = source.read(begin, width).number(width)
    return source.read(begin + width, size), bool(flags & 0x04)


def _continued(source: Source, fields: Fields, *, is_first_version: bool) -> Fields:
    address, size = fields.offset(), fields.length()
    block = source.read(address, size)
    if not is_first_version:
        block.signature(b"OCHK")
        block.content = block.content[:-4]  # the checksum
    return block


def _messages_v1(block: Fields) -> Iterator[Message]:
    while block.left >= 8:
        kind, size, flags = block.number(2), block.number(2), block.number()
        block.take(3)
        content = Fields(block.take(size), block.source, block.address)
        if not flags & _SHARED:
            yield Message(kind, content)


def _messages_v2(block: Fields, *, tracked: bool) -> Iterator[Message]:
    while block.left >= (6 if tracked else 4):
        kind, size, flags = block.number(), block.number(2), block.number()
        block.take(2 if tracked else 0)
        content = Fields(block.take(size), block.source, block.address)
        if not flags & _SHARED:
            yield Message(kind, content)
