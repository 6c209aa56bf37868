"""SSSOM/JSON: a mapping set as one JSON object, with its prefixes in a JSON-LD context.

The slots are those of SSSOM/TSV; numbers are numbers, and what has several values is a list.
"""

import json
from collections.abc import Mapping
from pathlib import PurePath

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_header import Header, Value, from_text
from vocabsvc.formats.sssom_mapping import BUILT_IN, SlotError, in_order, to_cells, to_mapping
from vocabsvc.formats.sssom_slots import (
    MAPPING_SLOTS,
    SET_SLOTS,
    Kind,
    Slot,
    is_extension,
    join_values,
    split_values,
)
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet

ENDING = ".sssom.json"

_CONTEXT = "@context"


def read_sssom_json(data: bytes, name: str, base_uri: str) -> MappingSet:
    """Read a mapping set.

    Prefixes may stand in ``@context`` (as sssom-py writes them) or in ``curie_map``.

    Raises:
        UnreadableInput: no JSON, with line and column; or what SSSOM does not allow, with the number of the
            mapping (1 is the first) in the reason.
    """
    try:
        document = json.loads(data)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"not JSON: {error.msg}", name, error.lineno, error.colno) from error
    except ValueError as error:
        raise UnreadableInput(f"not JSON: {error}", name) from error
    if not isinstance(document, dict) or not isinstance(document.get("mappings", []), list):
        raise UnreadableInput("not a mapping set: an object with a list of mappings is expected", name, 1)
    slots = {slot: _text(value) for slot, value in document.items() if slot != "mappings" and not _is_keyword(slot)}
    slots.setdefault("curie_map", _prefixes(document.get(_CONTEXT)))
    header = Header.of(slots, (), name)
    prefixes = header.prefixes(base_uri)
    header.check(prefixes)
    mappings = [
        _mapping(one, number, header, prefixes) for number, one in enumerate(document.get("mappings", []), start=1)
    ]
    return MappingSet(
        id=PurePath(name).name.removesuffix(ENDING),
        mapping_set_id=header.text("mapping_set_id"),
        license=header.text("license"),
        mappings=tuple(mappings),
        curie_map=tuple(header.curie_map.items()),
        metadata=header.metadata,
    )


def write_sssom_json(mapping_set: MappingSet, base_uri: str) -> str:
    """Write a mapping set so that reading it gives the same, but for the spelling of numbers.

    Raises:
        ValueError: an IRI that none of the set's prefixes fits.
    """
    namespaces = {**dict(mapping_set.curie_map), **BUILT_IN}
    prefixes = Prefixes(namespaces, base_uri)
    document: dict[str, object] = {"mapping_set_id": mapping_set.mapping_set_id, "license": mapping_set.license}
    for name, text in mapping_set.metadata:
        value = from_text(text)
        document[name] = _number(SET_SLOTS.get(name), value) if isinstance(value, str) else value
    rows = [to_cells(mapping, prefixes) for mapping in mapping_set.mappings]
    document["mappings"] = [
        {slot: _json(MAPPING_SLOTS.get(slot), cells[slot]) for slot in in_order(set(cells))} for cells in rows
    ]
    document[_CONTEXT] = dict(mapping_set.curie_map)
    return json.dumps(document, ensure_ascii=False, indent=1)


def _mapping(value: object, number: int, header: Header, prefixes: Prefixes) -> SssomMapping:
    if not isinstance(value, dict):
        raise UnreadableInput(f"mapping {number}: not an object", header.name)
    cells: dict[str, str] = {}
    for slot, given in value.items():
        if _is_keyword(slot):
            continue
        if slot not in MAPPING_SLOTS and not is_extension(slot) and slot not in header.extensions:
            raise UnreadableInput(f"mapping {number}: {slot!r} is no slot of a mapping", header.name)
        text = _text(given)
        if isinstance(text, dict) or (isinstance(text, list) and not all(isinstance(one, str) for one in text)):
            raise UnreadableInput(f"mapping {number}: {slot} is neither text nor a list of texts", header.name)
        cells[slot] = join_values([str(one) for one in text]) if isinstance(text, list) else text
    try:
        return to_mapping(cells, header.types, prefixes, 0)
    except SlotError as error:
        raise UnreadableInput(f"mapping {number}: {error}", header.name) from error


def _is_keyword(name: str) -> bool:
    """Tell whether a key is one of JSON-LD (``@context``, ``@type``)."""
    return name.startswith("@")


def _prefixes(context: object) -> dict[str, Value]:
    """Return the prefixes of a JSON-LD context, those that need no declaration left out."""
    if not isinstance(context, Mapping):
        return {}
    namespaces = {prefix: given for prefix, given in context.items() if isinstance(given, str)}
    return {
        prefix: namespace
        for prefix, namespace in namespaces.items()
        if not prefix.startswith("@") and BUILT_IN.get(prefix) != namespace
    }


def _text(value: object) -> Value:
    """Return a JSON value as texts, as the header of a table has them."""
    if isinstance(value, Mapping):
        return {str(key): _text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_text(one) for one in value]
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _json(slot: Slot | None, text: str) -> object:
    if slot and slot.many:
        return list(split_values(text))
    return _number(slot, text)


def _number(slot: Slot | None, text: str) -> object:
    return float(text) if slot and slot.kind is Kind.NUMBER else text
