"""One clear error for a full disk, whoever met it first."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vocabsvc.errors import DiskFull

_NUMBERS = {errno.ENOSPC: "no space left", errno.EDQUOT: "quota exceeded", errno.EFBIG: "file too large"}
_TEXTS = {
    "No space left on device": "no space left",
    "Disk quota exceeded": "quota exceeded",
    "File too large": "file too large",
}
"""What RocksDB and tantivy say, which hide the number in a text."""


@contextmanager
def disk_full_is_clear(folder: Path) -> Iterator[None]:
    """Raise ``DiskFull`` for whatever a full disk raises in the block, whichever library wrote; ``folder`` is named."""
    try:
        yield
    except Exception as error:
        reason = _reason(error)
        if not reason:
            raise
        raise DiskFull(f"{folder}: {reason}; what was served before is still served") from error


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in _NUMBERS:
        return _NUMBERS[error.errno]
    return next((reason for text, reason in _TEXTS.items() if text in str(error)), "")
