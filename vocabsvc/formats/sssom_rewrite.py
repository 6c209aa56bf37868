"""A few rows of an SSSOM/TSV file rewritten, and every other line left as it is: what a version control shows is small.

A column, a prefix or the definition of an extension slot that the file lacks is added; then its header, or every
row, is written anew.
"""

import csv
import io
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_header import Header, Value, read_header, write_header
from vocabsvc.formats.sssom_mapping import BUILT_IN, in_order, to_cells
from vocabsvc.formats.sssom_slots import is_extension
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.namespaces import DEF

_PROPERTIES = {"ext_name": "localName", "ext_name_fr": "localNameFr", "ext_status": "status", "ext_unit": "unit"}
"""What our own extension slots are defined as, in the namespace of the prefix ``v``."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What becomes of the rows of a file: ``changed`` by the line that they begin in, ``None`` to remove one."""

    changed: Mapping[int, SssomMapping | None]
    added: Sequence[SssomMapping]

    @property
    def written(self) -> tuple[SssomMapping, ...]:
        """The rows that are not those of the file."""
        return (*filter(None, self.changed.values()), *self.added)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as text with its end, and what it is sorted by."""

    key: tuple[str, ...]
    text: str


def rewrite_sssom(data: bytes, rewriting: Rewriting, namespaces: Mapping[str, str], base_uri: str) -> bytes:
    """Return the file with some rows changed, removed and added; without any it is ``data``.

    A changed row keeps its place; an added one stands after those of its subject that come before it in the order
    of objects, and a subject without rows where it comes in the order of subjects. ``data`` must be a file that
    ``read_sssom`` reads; ``namespaces`` are prefixes that may be added for IRIs that none of the file fits.

    Raises:
        ValueError: an IRI that no prefix fits.
    """
    if not rewriting.changed and not rewriting.added:
        return data
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    count = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    header = read_header([line.removeprefix("#") for line in lines[:count]], "")
    curie_map = _with_prefixes(Header.of(header, (), "").curie_map, rewriting.written, namespaces, base_uri)
    prefixes = Prefixes({**curie_map, **BUILT_IN}, base_uri)
    cells = [to_cells(one, prefixes) for one in rewriting.written]
    begins = _beginnings(lines, count)
    columns = _parsed(lines, begins, 0)
    wanted = _wanted_columns(columns, set[str]().union(*cells))
    head = _header_lines(lines[:count], header, curie_map, set(wanted) - set(columns))
    body = _body(lines, begins, columns, wanted, rewriting, prefixes)
    whole = "".join(f"{line}\n" for line in (*head, *body))
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + whole.replace("\n", end).encode()


def _body(
    lines: Sequence[str],
    begins: Sequence[int],
    columns: Sequence[str],
    wanted: Sequence[str],
    rewriting: Rewriting,
    prefixes: Prefixes,
) -> list[str]:
    def written(cells: Mapping[str, str]) -> _Row:
        return _Row(_key(cells), _line([cells.get(slot, "") for slot in wanted]))

    rows = [_Row((), "\t".join(wanted))]
    for number, begin in list(enumerate(begins))[1:]:
        cells = dict(zip(columns, _parsed(lines, begins, number), strict=True))
        if begin + 1 in rewriting.changed:
            changed = rewriting.changed[begin + 1]
            rows += [written(to_cells(changed, prefixes))] if changed else []
        elif len(wanted) > len(columns):
            rows.append(written(cells))
        else:
            rows.append(_Row(_key(cells), "\n".join(lines[begin : _stop(begins, number, lines)])))
    for one in sorted((written(to_cells(one, prefixes)) for one in rewriting.added), key=lambda row: row.key):
        rows.insert(_place(rows, one), one)
    return [row.text for row in rows]


def _place(rows: Sequence[_Row], new: _Row) -> int:
    same = [number for number, row in enumerate(rows) if row.key[:1] == new.key[:1]]
    if same:
        return same[0] + bisect_left([rows[number].key for number in same], new.key)
    before = (number for number, row in enumerate(rows) if row.key > new.key)
    return next(before, len(rows))


def _key(cells: Mapping[str, str]) -> tuple[str, str]:
    return cells.get("subject_id") or cells.get("subject_label", ""), cells.get("object_id", "")


def _beginnings(lines: Sequence[str], first: int) -> list[int]:
    """Return where each row begins that is not blank, that of the columns first."""
    reader = csv.reader(io.StringIO("\n".join(lines[first:]), newline=""), delimiter="\t", strict=True)
    begins, line = [], first
    for cells in reader:
        if cells:
            begins.append(line)
        line = first + reader.line_num
    return begins


def _stop(begins: Sequence[int], number: int, lines: Sequence[str]) -> int:
    return begins[number + 1] if number + 1 < len(begins) else len(lines)


def _parsed(lines: Sequence[str], begins: Sequence[int], number: int) -> list[str]:
    text = "\n".join(lines[begins[number] : _stop(begins, number, lines)])
    return next(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))


def _wanted_columns(columns: Sequence[str], used: set[str]) -> list[str]:
    missing = used.difference(columns)
    whole = in_order({*columns, *missing})
    in_their_order = [slot for slot in whole if slot not in missing] == list(columns)
    return whole if in_their_order else [*columns, *in_order(missing)]


def _with_prefixes(
    curie_map: Mapping[str, str], rows: Sequence[SssomMapping], namespaces: Mapping[str, str], base_uri: str
) -> dict[str, str]:
    """Return the prefixes of a file and those that its new rows need besides."""
    known = dict(curie_map)
    used = {iri for row in rows for iri in (row.subject_id, row.object_id, row.predicate_id, row.mapping_source)}
    for iri in sorted(used - {""}):
        try:
            Prefixes({**known, **BUILT_IN}, base_uri).contract(iri)
        except ValueError:
            fitting = (
                name for name, namespace in namespaces.items() if iri.startswith(namespace) and name not in known
            )
            name = next(fitting, f"ns{len(known)}")
            known[name] = namespaces.get(name) or iri[: max(iri.rfind("/", 0, -1), iri.rfind("#")) + 1]
    return known if list(curie_map) != sorted(curie_map) else dict(sorted(known.items()))


def _header_lines(
    lines: Sequence[str], header: Mapping[str, Value], curie_map: Mapping[str, str], new_columns: Collection[str]
) -> Sequence[str]:
    """Return the header with new prefixes, and with definitions of our own columns that are new."""
    definitions = header.get("extension_definitions") or []
    written = definitions if isinstance(definitions, list) else []
    defined = {one.get("slot_name") for one in written if isinstance(one, dict)}
    new = [name for name in sorted(new_columns) if is_extension(name) and name in _PROPERTIES and name not in defined]
    slots, prefixes = dict(header), dict(curie_map)
    if new:
        prefix = next((name for name, namespace in prefixes.items() if namespace == DEF), "v")
        prefixes.setdefault(prefix, DEF)
        more: list[Value] = [
            {"slot_name": name, "property": f"{prefix}:{_PROPERTIES[name]}", "type_hint": "xsd:string"} for name in new
        ]
        slots["extension_definitions"] = [*written, *more]
    if prefixes == header.get("curie_map", {}) and not new:
        return lines
    slots = {"curie_map": dict(prefixes), **{name: value for name, value in slots.items() if name != "curie_map"}}
    return write_header(slots).removesuffix("\n").split("\n")


def _line(cells: Sequence[str]) -> str:
    return "\t".join(_cell(text) for text in cells)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(char in text for char in '"\t\r\n') else text
