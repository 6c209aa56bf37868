"""What a load was told to hold: the files behind the paths that were named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.formats.rdf import stem_of, syntax_of

DESCRIPTION = "vocabulary.toml"
_MAPPING_SET = ".sssom.tsv"
_SHAPES_FOLDER = "shapes"


class SourceKind(StrEnum):
    """What a file is, as far as its name and place tell; a bare RDF file tells only when it is read."""

    VOCABULARY = "vocabulary"
    MAPPING_SET = "mapping set"
    SHAPES = "shapes graph"
    RDF = "RDF file"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to load; ``path`` is the file, or the folder that holds ``vocabulary.toml``."""

    kind: SourceKind
    id: str
    path: Path


def find_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Return what the paths name, in order, folders walked by name.

    Inside a folder, what is neither RDF nor a mapping set is passed over (a README); named directly, it is
    an error.

    Raises:
        UnreadableInput: a path that does not exist or cannot be loaded.
        InvalidRequest: two things of one kind with one id, one that cannot be an id, or nothing to load.
    """
    sources = tuple(source for path in paths for source in _at(path))
    if not sources:
        raise InvalidRequest(f"nothing to load in {', '.join(map(str, paths)) or 'this folder'}")
    seen: dict[tuple[SourceKind, str], Source] = {}
    for source in sources:
        if source.id.startswith("."):  # it names files and folders of the snapshot
            raise InvalidRequest(f"{source.id!r} cannot be an id: {source.path}")
        kind = SourceKind.VOCABULARY if source.kind is SourceKind.RDF else source.kind
        other = seen.setdefault((kind, source.id.lower()), source)
        if other is not source:
            raise InvalidRequest(f"two things with the id {source.id!r}: {other.path} and {source.path}")
    return sources


def _at(path: Path) -> Iterator[Source]:
    if path.is_dir():
        yield from _inside(path)
    elif not path.exists():
        raise UnreadableInput("no such file or folder", str(path))
    else:
        source = _file(path)
        if source is None:
            raise UnreadableInput("neither an RDF file nor a mapping set (*.sssom.tsv)", str(path))
        yield source


def _inside(folder: Path) -> Iterator[Source]:
    if (folder / DESCRIPTION).is_file():
        yield Source(SourceKind.VOCABULARY, folder.name, folder)
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _inside(path)
        elif source := _file(path):
            yield source


def _file(path: Path) -> Source | None:
    if path.name.endswith(_MAPPING_SET):
        return Source(SourceKind.MAPPING_SET, path.name.removesuffix(_MAPPING_SET), path)
    if syntax_of(path.name) is None:
        return None
    kind = SourceKind.SHAPES if path.parent.name == _SHAPES_FOLDER else SourceKind.RDF
    return Source(kind, stem_of(path.name), path)
