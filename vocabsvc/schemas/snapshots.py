"""JSON of the snapshots of a data folder."""

from collections.abc import Iterable

from pydantic import BaseModel

from vocabsvc.store.snapshot_listing import ListedSnapshot


class SnapshotOut(BaseModel):
    """One snapshot; ``created`` is UTC, ``bytes`` its size on disk.

    ``damage`` says why it cannot be served; counts are 0 where not even the manifest can be read.
    """

    snapshot: str
    created: str
    vocabularies: int
    concepts: int
    triples: int
    bytes: int
    current: bool
    rolled_back: bool
    damage: str

    @classmethod
    def of(cls, listed: ListedSnapshot) -> "SnapshotOut":
        """Build from what is listed."""
        manifest = listed.snapshot.manifest if listed.snapshot else None
        vocabularies = manifest.vocabularies if manifest else ()
        return cls(
            snapshot=listed.name,
            created=manifest.created if manifest else "",
            vocabularies=len(vocabularies),
            concepts=sum(one.concept_count for one in vocabularies),
            triples=manifest.triple_count if manifest else 0,
            bytes=listed.snapshot.size if listed.snapshot else 0,
            current=listed.current,
            rolled_back=listed.rolled_back,
            damage=listed.damage,
        )


class SnapshotsOut(BaseModel):
    """Snapshots, the latest first."""

    snapshots: list[SnapshotOut]

    @classmethod
    def of(cls, listed: Iterable[ListedSnapshot]) -> "SnapshotsOut":
        """Build from what is listed."""
        return cls(snapshots=[SnapshotOut.of(one) for one in listed])
