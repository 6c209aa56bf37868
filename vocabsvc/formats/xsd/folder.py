"""A folder of schema sets: what belongs together in it."""

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.xsd.schema_file import SchemaFile, read_schema_file
from vocabsvc.formats.xsd.schema_set import XML_NAMESPACE, SchemaSet

MOST_FILES = 5_000
MOST_BYTES = 200_000_000
MOST_BYTES_OF_A_FILE = 20_000_000

_SHARED = frozenset({XML_NAMESPACE, "http://www.w3.org/1999/xlink", ""})  # every set brings its own copy


def find_sets(folder: Path) -> tuple[SchemaSet, ...]:
    """Return the sets of a folder, by name: the folder itself, or folders in it.

    A folder is one set if XSD files lie directly in it, or if its folders refer to each other and none has a
    namespace of another. Hidden files and folders and symbolic links are passed over.

    Raises:
        UnreadableInput: no folder, or no XSD file in it.
        InputTooLarge: more than the stated number of files or bytes.
    """
    if not folder.is_dir():
        raise UnreadableInput("is not a folder" if folder.exists() else "there is no such folder", str(folder))
    top = folder.resolve()
    files, broken = _read(top)
    if not files:
        said = "".join(f" ({reason})" for reason in list(broken.values())[:1])
        raise UnreadableInput(f"holds no XSD file that can be read{said}", str(folder))
    parts = _parts(top.as_posix(), files)
    inside = next(iter(parts)) if len(parts) == 1 else ""  # a folder of one set is not the set
    roots = _split("/".join(filter(None, (top.as_posix(), inside))), files)
    return tuple(_set_at(root, top.as_posix(), files, broken) for root in sorted(roots))


def xsd_files(top: Path) -> list[Path]:
    """Return the XSD files in a folder and below, but the hidden and linked ones.

    Raises:
        InputTooLarge: more than the stated number of files or bytes.
    """
    found: list[Path] = []
    size = 0
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(folder, name) for name in sorted(names) if not name.startswith("."))
        for path in paths:
            if path.suffix.lower() == ".xsd" and path.is_file() and not path.is_symlink():
                length = path.stat().st_size
                size += length
                found.append(path)
                if len(found) > MOST_FILES or size > MOST_BYTES or length > MOST_BYTES_OF_A_FILE:
                    limits = f"{MOST_FILES:,} XSD files, {MOST_BYTES:,} bytes, or {MOST_BYTES_OF_A_FILE:,} in one file"
                    raise InputTooLarge(f"{top}: more than {limits}")
    return found


def _read(top: Path) -> tuple[dict[str, SchemaFile], dict[str, str]]:
    files: dict[str, SchemaFile] = {}
    broken: dict[str, str] = {}
    for path in xsd_files(top):
        try:
            files[path.as_posix()] = read_schema_file(path.read_bytes(), path.as_posix())
        except UnreadableInput as error:
            broken[path.as_posix()] = str(error)
    return files, broken


def _split(folder: str, files: Mapping[str, SchemaFile]) -> list[str]:
    """Return the folders below ``folder`` (or itself) that are one set each."""
    parts = _parts(folder, files)
    if "" in parts:
        return [folder]
    found = [root for part, inside in parts.items() for root in _split(f"{folder}/{part}", inside)]
    return [folder] if len(found) == 1 or _belong_together(folder, files, parts) else found


def _parts(folder: str, files: Mapping[str, SchemaFile]) -> dict[str, dict[str, SchemaFile]]:
    """Return the files by the folder in ``folder`` they lie in, ``""`` for those directly in it."""
    parts: dict[str, dict[str, SchemaFile]] = {}
    for path, file in files.items():
        part, separator, _ = path[len(folder) + 1 :].partition("/")
        parts.setdefault(part if separator else "", {})[path] = file
    return parts


def _belong_together(
    folder: str, files: Mapping[str, SchemaFile], parts: Mapping[str, Mapping[str, SchemaFile]]
) -> bool:
    seen: set[str] = set()
    for inside in parts.values():
        own = {file.namespace for file in inside.values()} - _SHARED
        if own & seen:
            return False
        seen |= own
    part_of = {path: part for part, inside in parts.items() for path in inside}
    whole = SchemaSet("", folder, files, {})
    links = ((file.path, whole.linked(file, reference)) for file in files.values() for reference in file.references)
    return any(target is not None and part_of[target] != part_of[path] for path, target in links)


def _set_at(root: str, top: str, files: Mapping[str, SchemaFile], broken: Mapping[str, str]) -> SchemaSet:
    begin = f"{root}/"
    return SchemaSet(
        root[len(top) + 1 :] or posixpath.basename(top),
        root,
        {path: file for path, file in files.items() if path.startswith(begin)},
        {path: reason for path, reason in broken.items() if path.startswith(begin)},
    )
