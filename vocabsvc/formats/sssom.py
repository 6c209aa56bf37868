"""SSSOM/TSV, the exchange format of mapping sets (https://w3id.org/sssom/spec), with embedded metadata.

What the standard has no slot for stands in extension slots, which it allows: ``ext_…`` columns that the
header declares under ``extension_definitions``. Ours are ``ext_name`` and ``ext_name_fr`` (the local
parameter's own long name, and its French one), ``ext_unit`` (its unit as the centre spells it) and
``ext_status`` (``proposed`` where nobody has published or accepted the mapping); ``subject_label`` is the
code in the centre's files. ``ext_…`` columns that are not declared are kept too; any other is a mistake.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_header import Header, Value, from_text, read_header, write_header
from vocabsvc.formats.sssom_mapping import ALWAYS, BUILT_IN, ENTITIES, SlotError, in_order, to_cells, to_mapping
from vocabsvc.formats.sssom_slots import LITERAL, MAPPING_SLOTS, is_extension
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet

ENDING = ".sssom.tsv"

_COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification")


def read_sssom(data: bytes, name: str, base_uri: str) -> MappingSet:
    """Read a mapping set.

    Raises:
        UnreadableInput: with the line, and as column the position of the cell in its line (1 is the first):
            a required slot that is missing (MAP-01), a justification outside SEMAPV (MAP-02), a confidence
            that is not in [0, 1] (MAP-03), an undeclared prefix, another value that its slot cannot have, a
            slot that SSSOM does not know, a row with too many or too few cells, or what is not SSSOM/TSV at
            all. Nothing of the file is used.
    """
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", name, data[: error.start].count(b"\n") + 1) from error
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if count == 0:
        raise UnreadableInput("no metadata: the file must begin with lines of # (MAP-01)", name, 1)
    header = Header.of(read_header([line.removeprefix("#") for line in lines[:count]], name), lines[:count], name)
    prefixes = header.prefixes(base_uri)
    header.check(prefixes)
    rows = list(_rows(lines[count:], count, name))
    line, columns = rows[0] if rows else (count + 1, [])
    _check_columns(columns, line, header)
    return MappingSet(
        id=PurePath(name).name.removesuffix(ENDING),
        mapping_set_id=header.text("mapping_set_id"),
        license=header.text("license"),
        mappings=tuple(_mappings(rows[1:], columns, header, prefixes)),
        curie_map=tuple(header.curie_map.items()),
        metadata=header.metadata,
        file=name,
        columns=tuple(columns),
    )


def write_sssom(mapping_set: MappingSet, base_uri: str) -> str:
    """Write a mapping set so that reading it gives the same; mappings stand in the order given.

    Raises:
        ValueError: an IRI that none of the set's prefixes fits.
    """
    prefixes = Prefixes({**dict(mapping_set.curie_map), **BUILT_IN}, base_uri)
    slots: dict[str, Value] = {"curie_map": dict(mapping_set.curie_map)} if mapping_set.curie_map else {}
    slots |= {"mapping_set_id": mapping_set.mapping_set_id, "license": mapping_set.license}
    slots |= {slot: from_text(text) for slot, text in mapping_set.metadata}
    rows = [to_cells(mapping, prefixes) for mapping in mapping_set.mappings]
    columns = in_order(set[str]().union(_COLUMNS, *rows))
    table = [columns, *([row.get(slot, "") for slot in columns] for row in rows)]
    return write_header(slots) + "".join("\t".join(map(_cell, cells)) + "\n" for cells in table)


def _mappings(
    rows: Sequence[tuple[int, list[str]]], columns: list[str], header: Header, prefixes: Prefixes
) -> Iterator[SssomMapping]:
    for line, cells in rows:
        if len(cells) != len(columns):
            raise UnreadableInput(f"{len(cells)} cells where there are {len(columns)} columns", header.name, line)
        values = dict(zip(columns, cells, strict=True))
        try:
            yield to_mapping(values, header.types, prefixes, line)
        except SlotError as error:
            position = columns.index(error.slot) + 1 if error.slot in columns else None
            raise UnreadableInput(str(error), header.name, line, position) from error


def _check_columns(columns: Sequence[str], line: int, header: Header) -> None:
    may_be_literal = {one for one in ENTITIES if f"{one}_type" in columns or header.types.get(f"{one}_type") == LITERAL}
    for slot in (*(f"{one}_id" for one in ENTITIES if one not in may_be_literal), *ALWAYS):
        if slot not in columns:
            raise UnreadableInput(f"no column {slot} (MAP-01)", header.name, line)
    for position, slot in enumerate(columns, start=1):
        if columns.index(slot) < position - 1:
            raise UnreadableInput(f"column {slot!r} stands twice", header.name, line, position)
        if slot not in MAPPING_SLOTS and not is_extension(slot) and slot not in header.extensions:
            raise UnreadableInput(f"column {slot!r} is no slot of a mapping", header.name, line, position)


def _rows(lines: Sequence[str], offset: int, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line that it begins in."""
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter="\t", strict=True)
    line = offset + 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = offset + reader.line_num + 1
    except csv.Error as error:
        raise UnreadableInput(f"not tab-separated values: {error}", name, line) from error


def _cell(text: str) -> str:
    if any(char in text for char in '"\t\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
