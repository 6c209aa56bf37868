"""The folder of installed schema sets."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from vocabsvc.builders.schema_sets.archive import extract_schemas, is_archive
from vocabsvc.builders.schema_sets.download import ArchiveDownload, is_address
from vocabsvc.errors import InvalidRequest, UnknownName, UnreadableInput
from vocabsvc.formats.xsd.folder import find_sets, xsd_files
from vocabsvc.formats.xsd.schema_set import SchemaSet
from vocabsvc.formats.xsd.use import unusable_namespaces

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")


@dataclass(frozen=True, slots=True)
class AddedSet:
    """What came of one set: ``refusal`` is ``""`` if it was installed, ``unusable`` names what it has no use for."""

    name: str
    files: int
    unusable: Mapping[str, str]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class SchemaFolder:
    """``path`` need not be there yet."""

    path: Path

    def sets(self) -> tuple[SchemaSet, ...]:
        """Return what is installed, by name.

        Raises:
            UnreadableInput: the path is no folder.
        """
        if self.path.is_dir() and not xsd_files(self.path):
            return ()
        return find_sets(self.path) if self.path.exists() else ()

    def add(self, source: str, download: ArchiveDownload, *, name: str = "", replace: bool = False) -> list[AddedSet]:
        """Install the sets of a folder, of a zip archive, or of one at an address.

        A set of which no namespace can be compiled is refused, and the others are installed.

        Raises:
            InvalidRequest: a name that cannot be a folder's, or one name for several sets.
            UnreadableInput: a source that is none of them, or holds no set.
            InputTooLarge: over the stated limits.
        """
        with _unpacked(source, download) as (folder, given):
            found = find_sets(folder)
            if name and len(found) > 1:
                listed = ", ".join(one.name for one in found)
                raise InvalidRequest(f"{source} holds {len(found)} sets ({listed}): one name does not fit them")
            names = [name or _name(one, found, given) for one in found]
            installed = self.sets()
            return [
                self._install(one, each, (*installed, *found), replace) for one, each in zip(found, names, strict=True)
            ]

    def remove(self, name: str) -> None:
        """Remove a set.

        Raises:
            UnknownName: none is installed under that name.
        """
        inside = self.path.resolve()
        for one in self.sets():
            if one.name == name and Path(one.folder) != inside:
                shutil.rmtree(one.folder)
                return
        raise UnknownName(f"no schema set {name!r} in {self.path}")

    def _install(self, schemas: SchemaSet, name: str, others: Sequence[SchemaSet], replace: bool) -> AddedSet:  # noqa: FBT001
        if not _NAME.fullmatch(name):
            raise InvalidRequest(f"{name!r} cannot be the name of a schema set: letters, digits and . _ + - only")
        target = self.path / name
        unusable = {space: schemas.said(why) for space, why in unusable_namespaces(schemas, others).items()}
        refusal = ""
        if target.exists() and not replace:
            refusal = f"{name}: is installed already"
        elif schemas.namespaces <= unusable.keys():
            refusal = f"{name}: {min(unusable.values(), default='declares no namespace')}"
        if not refusal:
            self._put(schemas, target)
        return AddedSet(name, len(schemas.files), unusable, refusal)

    def _put(self, schemas: SchemaSet, target: Path) -> None:
        """Copy the files beside the target and swap them in, so that nobody finds half a set."""
        self.path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".adding-", dir=self.path) as waiting:
            new, old = Path(waiting, "new"), Path(waiting, "old")
            for file in schemas.files:
                copy = new / Path(file).relative_to(schemas.folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
            if target.exists():
                target.rename(old)
            new.rename(target)


@contextmanager
def _unpacked(source: str, download: ArchiveDownload) -> Iterator[tuple[Path, str]]:
    """Give a folder, and the name that a single set in it would have."""
    with tempfile.TemporaryDirectory(prefix="vocabsvc-schemas-") as working:
        if is_address(source):
            archive, given = Path(working, "archive"), unquote(urlsplit(source).path.rstrip("/").rpartition("/")[2])
            download.fetch(source, archive)
        else:
            archive, given = Path(source), Path(source).resolve().name
            if archive.is_dir():
                yield archive, given
                return
            if not archive.exists():
                raise UnreadableInput("there is no such folder", source)
        if not is_archive(archive):
            raise UnreadableInput("is neither a folder nor a zip archive", source)
        folder = Path(working, "unpacked")
        folder.mkdir()
        extract_schemas(archive, folder, source)
        yield folder, given.removesuffix(".zip")


def _name(schemas: SchemaSet, found: Sequence[SchemaSet], given: str) -> str:
    wanted = given if len(found) == 1 else schemas.name
    return re.sub(r"[^A-Za-z0-9._+-]+", "-", wanted).strip("-.") or "schemas"
