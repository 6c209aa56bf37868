"""The YAML header of an SSSOM/TSV file: the slots of the mapping set.

Every scalar is read as text (``2026-01-25`` is no date), so that it is written again as it was. A slot with
a structure (``creator_id``, ``extension_definitions``) is kept as JSON text.
"""

import json
from collections.abc import Mapping, Sequence

import yaml

from vocabsvc.errors import UnreadableInput

Value = str | list["Value"] | dict[str, "Value"]

_FORBIDDEN = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken, yaml.DirectiveToken)


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
