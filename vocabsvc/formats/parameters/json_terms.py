"""Parameters as JSON: a list of them, the body that ``/api/v1/map`` takes, or variables with attributes.

The last is what NetCDF tools write (NCO-JSON, xarray's ``to_dict``).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.headings import fields_of, term_of
from vocabsvc.formats.parameters.limits import LONGEST_CELL, MOST_COLUMNS
from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.formats.parameters.variables import Variable, parameters_of

_MOST_NODES = 300_000
_LISTS = ("terms", "parameters", "parametres", "paramètres")
_VARIABLES = ("variables", "coords", "data_vars")
_ATTRIBUTES = ("attributes", "attrs", "global_attributes")

Item = Mapping[str, Any]


def read_json(text: str, name: str) -> Iterator[ParameterRow]:
    """Yield a row for each item or variable; ``line`` is its position.

    Keys are read as headings are, see ``fields_of``; an item that is a text is a local name.

    Raises:
        UnreadableInput: not JSON, nested too deeply, a key twice, or none of these shapes; with the line where the
            parser knows it, else with the number of the item.
        InputTooLarge: over ``MOST_COLUMNS`` different keys, or 300,000 lists and objects.
    """
    document = _parsed(text, name)
    if isinstance(document, dict):
        named = next((document[key] for key in _LISTS if isinstance(document.get(key), list)), None)
        if named is None:
            yield from _from_variables(document, name)
            return
        document = named
    if not isinstance(document, list):
        raise UnreadableInput("neither a list nor an object", name, 1)
    yield from _from_list(document, name)


def _parsed(text: str, name: str) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        keys: dict[str, Any] = {}
        for key, value in found:
            if key in keys:
                raise UnreadableInput(f"the key {key[:100]!r} stands twice in one object", name)
            keys[key] = value
        return keys

    if text.count("{") + text.count("[") > _MOST_NODES:  # each takes ten times the memory of its text
        raise InputTooLarge(f"{name}: more than {_MOST_NODES} lists and objects")
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"not JSON: {error.msg}", name, error.lineno, error.colno) from error
    except RecursionError as error:
        raise UnreadableInput("not read: JSON that is nested too deeply", name) from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnreadableInput(f"not read: {error}", name) from error


def _from_list(items: Sequence[Any], name: str) -> Iterator[ParameterRow]:
    texts = [_item(item, position, name) for position, item in enumerate(items, start=1)]
    keys = tuple(dict.fromkeys(key for item in texts for key in item))
    if len(keys) > MOST_COLUMNS:
        raise InputTooLarge(f"{name}: more than {MOST_COLUMNS} different keys")
    fields = fields_of(keys)
    for position, item in enumerate(texts, start=1):
        term = term_of(fields, item)
        if not (term.local_name or term.long_name):
            raise UnreadableInput(f"item {position} has neither a local name nor a long name", name)
        yield ParameterRow(term, tuple((key, item.get(key, "")) for key in keys), position)


def _item(item: Any, position: int, name: str) -> dict[str, str]:
    if isinstance(item, str):
        item = {"local_name": item}
    if not isinstance(item, dict):
        raise UnreadableInput(f"item {position} is neither an object nor a text", name)
    texts = {key: _text(value) for key, value in item.items()}
    if max(map(len, (*texts, *texts.values())), default=0) > LONGEST_CELL:
        raise UnreadableInput(f"item {position} has a text over {LONGEST_CELL} characters", name)
    return texts


def _from_variables(document: Item, name: str) -> Iterator[ParameterRow]:
    found = [document[key] for key in _VARIABLES if isinstance(document.get(key), dict)]
    if not found:
        raise UnreadableInput(f"an object without one of the keys {', '.join((*_LISTS, *_VARIABLES))}", name, 1)
    variables = [
        Variable(variable, _attributes(told)) for told_of in found for variable, told in told_of.items() if variable
    ]
    yield from parameters_of(variables, _attributes(document, own=False))


def _attributes(told: Any, *, own: bool = True) -> dict[str, str]:
    """Return the attributes of a variable, which may stand in it directly, or those of a file."""
    if not isinstance(told, dict):
        return {}
    inner = next((told[key] for key in _ATTRIBUTES if isinstance(told.get(key), dict)), told if own else {})
    return {key: text for key, value in inner.items() if (text := _attribute(value))}


def _attribute(value: Any) -> str:
    if isinstance(value, dict):  # NCO-JSON at its most pedantic: {"type": "char", "data": "degree_Celsius"}
        value = value.get("data", "")
    return value if isinstance(value, str) else ""


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)
