"""SSSOM/TSV, the exchange format of mapping sets (https://w3id.org/sssom/spec), with embedded metadata.

What the standard has no slot for stands in extension slots, which it allows: ``ext_…`` columns that the
header declares under ``extension_definitions``. Ours are ``ext_name`` (the local parameter's own long name)
and ``ext_unit`` (its unit as the centre spells it); ``subject_label`` is the code in the centre's files.
Columns that are not declared are kept too, so that nothing read is lost.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.curie import Prefixes, is_iri
from vocabsvc.formats.sssom_header import Value, from_text, read_header, to_text, write_header
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.namespaces import OWL, RDF, RDFS, SEMAPV, SKOS, SSSOM, XSD

ENDING = ".sssom.tsv"

BUILT_IN: Mapping[str, str] = {
    "linkml": "https://w3id.org/linkml/",
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sssom": SSSOM,
    "xsd": XSD,
}
"""Prefixes that need no declaration; a set that declares one must say the same."""

_REQUIRED_HEADER = ("mapping_set_id", "license")
_REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_OWN = (
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "mapping_source", "confidence", "comment",
)  # fmt: skip
"""The slots that ``Mapping`` has fields for, in the order of the SSSOM model."""

_EXPANDED = (*_REQUIRED, "mapping_source")
_REFERENCES = frozenset({
    "author_id", "creator_id", "reviewer_id", "subject_source", "object_source", "mapping_tool_id",
    "subject_match_field", "object_match_field", "subject_preprocessing", "object_preprocessing",
    "curation_rule", "issue_tracker_item", "record_id",
})  # fmt: skip
"""Further slots that hold CURIEs, several separated by ``|``: checked, and kept as written."""

_NUMBER = re.compile(r"[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?")


def read_sssom(data: bytes, name: str, base_uri: str) -> MappingSet:
    """Read a mapping set.

    Raises:
        UnreadableInput: with the line, and as column the position of the cell in its line (1 is the first):
            a required slot that is missing (MAP-01), a justification outside SEMAPV (MAP-02), a confidence
            that is not in [0, 1] (MAP-03), an undeclared prefix, a row with too many or too few cells, or
            what is not SSSOM/TSV at all. Nothing of the file is used.
    """
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", name, data[: error.start].count(b"\n") + 1) from error
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if count == 0:
        raise UnreadableInput("no metadata: the file must begin with lines of # (MAP-01)", name, 1)
    header = read_header([line.removeprefix("#") for line in lines[:count]], name)
    curie_map = _curie_map(header, name)
    try:
        prefixes = Prefixes({**curie_map, **BUILT_IN}, base_uri)
    except ValueError as error:
        raise UnreadableInput(f"curie_map: {error}", name, 1) from error
    for slot in _REQUIRED_HEADER:
        if not is_iri(to_text(header.get(slot, ""))):
            raise UnreadableInput(f"{slot} must be an IRI (MAP-01)", name, 1)
    taken = {"curie_map", *_REQUIRED_HEADER}
    return MappingSet(
        id=PurePath(name).name.removesuffix(ENDING),
        mapping_set_id=to_text(header["mapping_set_id"]),
        license=to_text(header["license"]),
        mappings=tuple(_mappings(lines[count:], count, name, prefixes)),
        curie_map=tuple(curie_map.items()),
        metadata=tuple((slot, to_text(value)) for slot, value in header.items() if slot not in taken),
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
    rows = [_row(mapping, prefixes) for mapping in mapping_set.mappings]
    used = set[str]().union(_REQUIRED, *rows)
    columns = [slot for slot in _OWN if slot in used]
    columns += sorted(used.difference(_OWN))
    table = [columns, *([row.get(slot, "") for slot in columns] for row in rows)]
    return write_header(slots) + "".join("\t".join(map(_cell, cells)) + "\n" for cells in table)


def _curie_map(header: Mapping[str, Value], name: str) -> dict[str, str]:
    written = header.get("curie_map", {})
    if not isinstance(written, dict):
        raise UnreadableInput("curie_map is not a mapping of prefixes to namespaces", name, 1)
    for prefix, namespace in written.items():
        if BUILT_IN.get(prefix, namespace) != namespace:
            raise UnreadableInput(f"curie_map: the built-in prefix {prefix!r} is {BUILT_IN[prefix]}", name, 1)
    return {prefix: to_text(namespace) for prefix, namespace in written.items()}


def _mappings(lines: Sequence[str], offset: int, name: str, prefixes: Prefixes) -> Iterator[SssomMapping]:
    rows = _rows(lines, offset, name)
    line, columns = next(rows, (offset + 1, []))
    for slot in _REQUIRED:
        if slot not in columns:
            raise UnreadableInput(f"no column {slot} (MAP-01)", name, line)
    if twice := next((slot for slot in columns if columns.count(slot) > 1 or not slot), None):
        raise UnreadableInput(f"column {twice!r} stands twice", name, line)
    for line, cells in rows:
        if len(cells) != len(columns):
            raise UnreadableInput(f"{len(cells)} cells where there are {len(columns)} columns", name, line)
        values: dict[str, str] = {}
        for position, (slot, text) in enumerate(zip(columns, cells, strict=True), start=1):
            try:
                values[slot] = _checked(slot, text, prefixes)
            except ValueError as error:
                raise UnreadableInput(f"{slot}: {error}", name, line, position) from error
        yield _mapping(values)


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


def _checked(slot: str, text: str, prefixes: Prefixes) -> str:
    if not text:
        if slot in _REQUIRED:
            raise ValueError("empty (MAP-01)")
    elif slot in _EXPANDED:
        text = prefixes.expand(text)
        if slot == "mapping_justification" and not text.startswith(SEMAPV):
            raise ValueError("not a term of semapv (MAP-02)")
    elif slot in _REFERENCES:
        for part in text.split("|"):
            prefixes.expand(part)
    elif slot == "confidence" and not (_NUMBER.fullmatch(text) and 0 <= float(text) <= 1):
        raise ValueError(f"{text!r} is not a number from 0 to 1 (MAP-03)")
    return text


def _mapping(values: Mapping[str, str]) -> SssomMapping:
    confidence = values.get("confidence", "")
    return SssomMapping(
        subject_id=values["subject_id"],
        predicate_id=values["predicate_id"],
        object_id=values["object_id"],
        mapping_justification=values["mapping_justification"],
        subject_label=values.get("subject_label", ""),
        object_label=values.get("object_label", ""),
        confidence=float(confidence) if confidence else None,
        mapping_source=values.get("mapping_source", ""),
        comment=values.get("comment", ""),
        other=tuple((slot, text) for slot, text in sorted(values.items()) if slot not in _OWN and text),
    )


def _row(mapping: SssomMapping, prefixes: Prefixes) -> dict[str, str]:
    """Return the cells that are not empty, by slot."""
    values = {slot: getattr(mapping, slot) for slot in _OWN}
    values["confidence"] = "" if mapping.confidence is None else f"{mapping.confidence!r}".removesuffix(".0")
    cells = {slot: prefixes.contract(text) if slot in _EXPANDED else text for slot, text in values.items() if text}
    return {**cells, **dict(mapping.other)}


def _cell(text: str) -> str:
    if any(char in text for char in '"\t\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
