"""Dumps as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel

from vocabsvc.model.dump import Dump
from vocabsvc.services.catalogue import dump_address


class DumpFileOut(BaseModel):
    """One file; ``sha256`` is in hexadecimal, ``size`` in bytes."""

    url: str
    size: int
    sha256: str


class DumpOut(BaseModel):
    """One edition; ``edition`` and ``date`` are the publisher's, ``source_sha256`` is of the file it was read from."""

    name: str
    edition: str
    date: str
    loaded: str
    triples: int
    source_sha256: str
    files: dict[str, DumpFileOut]

    @classmethod
    def of(cls, dump: Dump, address: str) -> "DumpOut":
        """Build from the model; ``address`` is that of ``/``."""
        files = {
            file.ending: DumpFileOut(url=dump_address(address, dump, file), size=file.size, sha256=file.checksum)
            for file in dump.files
        }
        return cls(
            name=dump.name,
            edition=dump.edition.edition,
            date=dump.edition.date,
            loaded=dump.edition.loaded,
            triples=dump.triples,
            source_sha256=dump.edition.checksum,
            files=files,
        )


class DumpsOut(BaseModel):
    """The editions of a vocabulary, the one that is served first."""

    vocabulary: str
    editions: list[DumpOut]

    @classmethod
    def of(cls, dumps: Sequence[Dump], address: str) -> "DumpsOut":
        """Build from the model; ``address`` is that of ``/``."""
        return cls(vocabulary=dumps[-1].vocabulary, editions=[DumpOut.of(dump, address) for dump in reversed(dumps)])


class DumpedVocabularyOut(BaseModel):
    """A vocabulary, and the edition that is served."""

    vocabulary: str
    url: str
    latest: DumpOut


class DumpedVocabulariesOut(BaseModel):
    """Every vocabulary."""

    total: int
    results: list[DumpedVocabularyOut]

    @classmethod
    def of(cls, vocabularies: Sequence[Sequence[Dump]], address: str) -> "DumpedVocabulariesOut":
        """Build from the model; ``address`` is that of ``/``."""
        results = [
            DumpedVocabularyOut(
                vocabulary=dumps[-1].vocabulary,
                url=dump_address(address, dumps[-1]).rpartition("/")[0] + "/",
                latest=DumpOut.of(dumps[-1], address),
            )
            for dumps in vocabularies
        ]
        return cls(total=len(results), results=results)
