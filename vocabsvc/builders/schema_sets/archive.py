"""XSD files taken out of a zip archive of unknown origin."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.archive import DAMAGE
from vocabsvc.formats.xsd.folder import MOST_BYTES, MOST_BYTES_OF_A_FILE, MOST_FILES

MOST_ENTRIES = 50_000

_ENCRYPTED = 0x1


def is_archive(path: Path) -> bool:
    """Tell whether a file is a zip archive."""
    return path.is_file() and zipfile.is_zipfile(path)


def extract_schemas(archive: Path, into: Path, source: str) -> None:
    """Write the XSD files of an archive below a folder; nothing else is looked at.

    Raises:
        UnreadableInput: no zip archive, damaged, encrypted, or with a name that leads out of it.
        InputTooLarge: more entries, files or bytes than the stated number, as they are unpacked.
    """
    size = 0
    try:
        with zipfile.ZipFile(archive) as packed:
            for number, (entry, path) in enumerate(_schemas(packed, source), start=1):
                size += entry.file_size
                if number > MOST_FILES or size > MOST_BYTES or entry.file_size > MOST_BYTES_OF_A_FILE:
                    limits = f"{MOST_FILES:,} XSD files, {MOST_BYTES:,} bytes, or {MOST_BYTES_OF_A_FILE:,} in one file"
                    raise InputTooLarge(f"{source}: more than {limits}")
                target = into / path
                target.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(entry) as stream:
                    # An archive may lie about its sizes: never more than it says is taken.
                    target.write_bytes(stream.read(entry.file_size))
    except DAMAGE as error:
        raise UnreadableInput(f"no readable zip archive: {error}", source) from error


def _schemas(packed: zipfile.ZipFile, source: str) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    entries = packed.infolist()
    if len(entries) > MOST_ENTRIES:
        raise InputTooLarge(f"{source}: more than {MOST_ENTRIES:,} entries")
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[:1]:
            raise UnreadableInput(f"the name {entry.filename!r} leads out of the archive", source)
        linked = stat.S_ISLNK(entry.external_attr >> 16)
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        if path.suffix.lower() == ".xsd" and not (entry.is_dir() or linked or hidden):
            if entry.flag_bits & _ENCRYPTED:
                raise UnreadableInput(f"{entry.filename!r} is encrypted", source)
            yield entry, path
