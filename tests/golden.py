"""Bodies compared byte by byte. With ``VOCABSVC_RENEW_GOLDEN=1`` they are written anew, to be looked through first."""

import os
from pathlib import Path


def assert_golden(path: Path, body: bytes) -> None:
    """Compare a body with the one that was kept."""
    if os.environ.get("VOCABSVC_RENEW_GOLDEN"):
        path.write_bytes(body)
    assert body == path.read_bytes()
