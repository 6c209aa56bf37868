"""The proof that a data folder can be served."""

from pathlib import Path

from vocabsvc.bootstrap.services import serve_snapshot
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.snapshot_choice import choose_snapshot


class NotServable(Exception):
    """A data folder that cannot be served as it should."""


def prove_servable(data: Path, text: str) -> str:
    """Compare every file of the current snapshot with its checksum, open it, look ``text`` up; return its name.

    Raises:
        NotServable: it was refused, even where another could stand in, or nothing was found.
        NoSnapshot: nothing can be served.
    """
    settings = Settings(data=data)
    chosen = choose_snapshot(snapshot_folder(settings), lambda snapshot: serve_snapshot(settings, snapshot))
    if chosen.served.refused:
        raise NotServable(f"refused: {chosen.served.refused}")
    services = chosen.opened
    hits = services.search.search(SearchRequest(text, limit=1)).items
    if not hits or not services.concepts.detail(hits[0].concept.uri).concept.pref_labels:
        raise NotServable(f"{chosen.served.snapshot}: nothing found for {text!r}")
    return chosen.served.snapshot
