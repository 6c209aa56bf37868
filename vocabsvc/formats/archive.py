"""Zip archives of records, read one file at a time."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from vocabsvc.errors import InputTooLarge, UnreadableInput, UnreadableRecord

MOST_FILES = 20_000
"""Files of one archive."""

_UNSAFE = "STR-02"
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
"""What zipfile raises on damage; RuntimeError stands for a password, NotImplementedError for another compression.

OSError does, too, but it may as well come from the disk: who has no file at hand takes it for damage.
"""


@dataclass(frozen=True, slots=True)
class Archive:
    """The XML files of an archive, by their names in it, in its order."""

    names: tuple[str, ...]
    max_bytes: int
    _zip: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """Return the content of one file; memory is bounded whatever the archive says of its size.

        Raises:
            UnreadableRecord: STR-02, it is larger than ``max_bytes``, encrypted or damaged.
        """
        try:
            with self._zip.open(name) as file:
                data = file.read(self.max_bytes + 1)
        except (*DAMAGE, OSError) as error:
            raise UnreadableRecord(
                f"the archive holds it damaged or encrypted: {error}", name, 1, 1, _UNSAFE
            ) from error
        if len(data) > self.max_bytes:
            raise UnreadableRecord(f"larger than {self.max_bytes} bytes", name, 1, 1, _UNSAFE)
        return data


def read_archive(data: bytes, max_bytes: int) -> Archive:
    """Open a zip archive; folders and what is no ``.xml`` file are passed over.

    Raises:
        UnreadableInput: no zip archive.
        InputTooLarge: more than ``MOST_FILES`` files.
    """
    try:
        opened = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableInput(f"not a zip archive: {error}") from error
    names = [name for name in opened.namelist() if name.lower().endswith(".xml") and not name.startswith("__MACOSX/")]
    if len(names) > MOST_FILES:
        raise InputTooLarge(f"an archive holds up to {MOST_FILES} records")
    return Archive(tuple(dict.fromkeys(names)), max_bytes, opened)
