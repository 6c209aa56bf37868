"""The YAML header of an SSSOM/TSV file: the slots of the mapping set.

Every scalar is read as text (``2026-01-25`` is no date), so that it is written again as it was. A slot with
a structure (``creator_id``, ``extension_definitions``) is kept as JSON text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.curie import Prefixes, is_iri
from vocabsvc.formats.sssom_mapping import BUILT_IN
from vocabsvc.formats.sssom_slots import SET_SLOTS, Kind, Slot, is_extension

REQUIRED = ("mapping_set_id", "license")

Value = str | list["Value"] | dict[str, "Value"]

_FORBIDDEN = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken, yaml.DirectiveToken)


@dataclass(frozen=True, slots=True)
class Header:
    """The slots of a set; ``lines`` are those of the file ``name`` that they were read from, if any."""

    slots: Mapping[str, Value]
    curie_map: Mapping[str, str]
    extensions: frozenset[str]
    lines: Sequence[str]
    name: str

    @classmethod
    def of(cls, slots: Mapping[str, Value], lines: Sequence[str], name: str) -> "Header":
        """Take apart what has a structure.

        Raises:
            UnreadableInput: a curie_map that is none, or that redefines a built-in prefix.
        """
        header = cls(slots, {}, _extensions(slots.get("extension_definitions")), lines, name)
        written = slots.get("curie_map", {})
        if not isinstance(written, dict):
            raise header.fault("curie_map", "is not a mapping of prefixes to namespaces")
        for prefix, namespace in written.items():
            if BUILT_IN.get(prefix, namespace) != namespace:
                raise header.fault("curie_map", f"the built-in prefix {prefix!r} is {BUILT_IN[prefix]}")
        curie_map = {prefix: to_text(namespace) for prefix, namespace in written.items()}
        return cls(slots, curie_map, header.extensions, lines, name)

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """The slots that a ``MappingSet`` has no field for."""
        taken = {"curie_map", *REQUIRED}
        return tuple((slot, to_text(value)) for slot, value in self.slots.items() if slot not in taken)

    @property
    def types(self) -> Mapping[str, str]:
        """The slots that are texts, among them the types of all subjects and objects."""
        return {slot: value for slot, value in self.slots.items() if isinstance(value, str)}

    def text(self, slot: str) -> str:
        """Return a slot as text, ``""`` where it is absent."""
        return to_text(self.slots.get(slot, ""))

    def prefixes(self, base_uri: str) -> Prefixes:
        """Return the prefixes of the set and those that need no declaration.

        Raises:
            UnreadableInput: a prefix or namespace that cannot be one.
        """
        try:
            return Prefixes({**self.curie_map, **BUILT_IN}, base_uri)
        except ValueError as error:
            raise self.fault("curie_map", str(error)) from error

    def check(self, prefixes: Prefixes) -> None:
        """Check every slot.

        Raises:
            UnreadableInput: a slot that is missing or unknown, or has a value that it cannot have.
        """
        for name in REQUIRED:
            if not is_iri(self.text(name)):
                raise self.fault(name, "must be an IRI (MAP-01)")
        for name, value in self.slots.items():
            slot = SET_SLOTS.get(name)
            if slot is None:
                if not is_extension(name) and name not in self.extensions:
                    raise self.fault(name, "is no slot of a mapping set")
                continue
            if slot.kind is not Kind.STRUCTURE:
                self._check_values(slot, value, prefixes)

    def _check_values(self, slot: Slot, value: Value, prefixes: Prefixes) -> None:
        for one in value if slot.many and isinstance(value, list) else [value]:
            if not isinstance(one, str):
                raise self.fault(slot.name, "is no list of texts" if slot.many else "is no text")
            try:
                if one:
                    slot.check_one(one, prefixes)
            except ValueError as error:
                raise self.fault(slot.name, str(error)) from error

    def fault(self, slot: str, reason: str) -> UnreadableInput:
        """Return the error for a slot, with its line."""
        begins = re.compile(rf"#\s*(?:- )?[\"']?{re.escape(slot)}[\"']?\s*:")
        line = next((number for number, text in enumerate(self.lines, start=1) if begins.match(text)), 1)
        return UnreadableInput(f"{slot}: {reason}", self.name, line)


def read_header(lines: Sequence[str], name: str) -> dict[str, Value]:
    """Read the lines of the block, each without its ``#``; nothing may stand before it in the file.

    Raises:
        UnreadableInput: not YAML, not a mapping, or with what SSSOM/TSV forbids in it (anchors, aliases,
            tags, directives, one key twice).
    """
    text = "\n".join(lines)
    try:
        forbidden = next((token for token in yaml.scan(text) if isinstance(token, _FORBIDDEN)), None)
        root = None if forbidden else yaml.compose(text, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        reason = f"the header is not YAML: {error.problem or error.context}"
        raise UnreadableInput(reason, name, *_place(mark)) from error
    except yaml.YAMLError as error:
        raise UnreadableInput(f"the header is not YAML: {error}", name) from error
    if forbidden:
        reason = "SSSOM forbids YAML anchors, aliases, tags and directives"
        raise UnreadableInput(reason, name, *_place(forbidden.start_mark))
    value = _value(root, name) if root else {}
    if not isinstance(value, dict):
        raise UnreadableInput("the header is not a YAML mapping", name, 1)
    return value


def write_header(slots: Mapping[str, Value]) -> str:
    """Return the block, each line beginning with ``#``."""
    text = yaml.safe_dump(dict(slots), sort_keys=False, allow_unicode=True, width=10**9)
    return "".join(f"#{line}\n" for line in text.rstrip("\n").split("\n"))


def to_text(value: Value) -> str:
    """Return a scalar as it is and a structure as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def from_text(text: str) -> Value:
    """Return what ``to_text`` was given."""
    try:
        value: Value = json.loads(text) if text.startswith(("[", "{")) else text
    except ValueError:
        return text
    return value if to_text(value) == text else text


def _extensions(definitions: Value | None) -> frozenset[str]:
    """Return the names of the slots that a set declares."""
    declared = definitions if isinstance(definitions, list) else []
    names = (one.get("slot_name") for one in declared if isinstance(one, dict))
    return frozenset(name for name in names if isinstance(name, str))


def _value(node: yaml.Node, name: str) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name) for item in node.value]
    found: dict[str, Value] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in found:
            raise UnreadableInput("a key of the header is no text or stands twice", name, *_place(key.start_mark))
        found[key.value] = _value(item, name)
    return found


def _place(mark: yaml.Mark | None) -> tuple[int | None, int | None]:
    # The # that was taken off counts as a column.
    return (mark.line + 1, mark.column + 2) if mark else (None, None)
