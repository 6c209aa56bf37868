"""The store in memory: the graphs of a snapshot, copied out of its database when it is opened."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad
from pyoxigraph import Store as Engine

from vocabsvc.store.oxigraph import OxigraphStore

_BATCH = 100_000


class MemoryStore(OxigraphStore):
    """A ``Store`` that never touches the disk once it is open.

    It is Oxigraph's own store in memory: it answers as the database does, literal for literal, where rdflib would
    rewrite others and takes ten times as long to fill.
    """

    @classmethod
    def open(cls, folder: Path, vocabularies: Mapping[str, str]) -> "MemoryStore":
        """Copy the database in ``folder``, which is let go of."""
        stored, engine = Engine.read_only(str(folder)), Engine()
        quads = stored.quads_for_pattern(None, None, None, None)
        while batch := list[Quad](islice(quads, _BATCH)):
            engine.bulk_extend(batch)
        return cls(engine, vocabularies)
