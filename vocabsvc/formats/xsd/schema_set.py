"""A set of XSD files: which file begins each namespace, and where references lead inside the set.

Published sets refer to each other by addresses on the web, or to folders that were not packed with them. So a
reference is followed by its path where that leads to a file of the set, and by its namespace where it does not;
it never leads out of the set.
"""

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote, urlsplit

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.xsd.schema_file import Reference, SchemaFile

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_FILE = "vocabsvc:xml.xsd"
"""Stands for the schema of ``xml:lang`` and the like (see ``compiled``), which many sets leave on the web."""


@dataclass(frozen=True)
class SchemaSet:
    """``files`` by their path; ``broken`` says why others cannot be read.

    ``wired`` are files that may use namespaces of the set without an import: those of an extension whose makers
    left the imports to whoever installs it.
    """

    name: str
    folder: str
    files: Mapping[str, SchemaFile]
    broken: Mapping[str, str]
    wired: frozenset[str] = frozenset()

    @cached_property
    def entries(self) -> Mapping[str, str]:
        """Return the file that gives most of each target namespace."""
        by_namespace: dict[str, list[str]] = {}
        for path, file in self.files.items():
            by_namespace.setdefault(file.namespace, []).append(path)
        return {namespace: self._entry(namespace, paths) for namespace, paths in by_namespace.items()}

    @cached_property
    def unresolved(self) -> tuple[tuple[SchemaFile, Reference], ...]:
        """Return the references that lead nowhere, with the file that has them."""
        return tuple(
            (file, reference)
            for file in self.files.values()
            for reference in file.references
            if self.target(file, reference) is None
        )

    @cached_property
    def dependent(self) -> bool:
        """Whether each namespace needs what the set does not have: an extension, or an incomplete set."""
        needy = {file.path for file, _ in self.unresolved}
        return all(needy & self._reached[entry] for entry in self.entries.values())

    @property
    def namespaces(self) -> frozenset[str]:
        """Return the target namespaces."""
        return frozenset(self.entries) - {""}

    def reached(self, namespace: str) -> frozenset[str]:
        """Return a namespace with all that its schema imports."""
        return frozenset(self.files[path].namespace for path in self._reached[self.entries[namespace]])

    def target(self, file: SchemaFile, reference: Reference) -> str | None:
        """Return the path of the file that a reference means, ``None`` if the set has none."""
        found = self._locations[file.path][reference]
        if not reference.other:
            return found
        entry = self.entries.get(reference.namespace)
        # libxml2 reads one file for a namespace, the first that is imported: so it must be the one with most in it.
        if found is None or (entry is not None and found in self._included[entry]):
            found = entry
        return XML_FILE if found is None and reference.namespace == XML_NAMESPACE else found

    def prefix(self, namespace: str) -> str:
        """Return the prefix that the files use for a namespace most often, ``""`` for none."""
        return self._prefixes.get(namespace, "")

    def completed_by(self, base: "SchemaSet") -> "SchemaSet":
        """Return this set and ``base`` as one."""
        name = f"{self.name} + {base.name}"
        return SchemaSet(name, self.folder, {**base.files, **self.files}, {}, frozenset(self.files))

    def completes(self, extension: "SchemaSet") -> bool:
        """Tell whether ``extension`` adds namespaces to this set, and refers to what is here and not in itself."""
        wanted = {reference.namespace for _, reference in extension.unresolved if reference.other}
        return bool(wanted) and wanted <= self.namespaces and extension.namespaces.isdisjoint(self.namespaces)

    def said(self, error: UnreadableInput) -> str:
        """Return an error without the place of the set on this machine."""
        inside = error.source.removeprefix(f"{self.folder}/")
        return str(replace(error, source=inside if inside != error.source else posixpath.basename(inside)))

    @cached_property
    def _prefixes(self) -> Mapping[str, str]:
        counted = Counter(item for file in self.files.values() for item in file.prefixes.items())
        return {namespace: prefix for (namespace, prefix), _ in reversed(counted.most_common())}

    @cached_property
    def _popularity(self) -> Mapping[str, int]:
        return Counter(
            path for found in self._locations.values() for reference, path in found.items() if reference.other and path
        )

    @cached_property
    def _locations(self) -> Mapping[str, Mapping[Reference, str | None]]:
        """Return where each reference of each file leads by its path or by the name of the file."""
        return {
            path: {one: self.linked(file, one) or self._namesake(one) for one in file.references}
            for path, file in self.files.items()
        }

    def _entry(self, namespace: str, paths: Iterable[str]) -> str:
        """Return the file named for its namespace, else the one that includes most, or is imported most."""
        words = {word.partition("-")[0] for word in namespace.rstrip("/").split("/")}

        def rank(path: str) -> tuple[bool, int, int, int, str]:
            named = posixpath.splitext(posixpath.basename(path))[0] in words
            return (not named, -len(self._included[path]), -self._popularity.get(path, 0), len(path), path)

        return min(paths, key=rank)

    @cached_property
    def _included(self) -> Mapping[str, frozenset[str]]:
        """Return each file with all that it includes."""
        steps = {
            path: {target for one, target in found.items() if target is not None and not one.other}
            for path, found in self._locations.items()
        }
        return {path: _followed(path, steps) for path in self.files}

    @cached_property
    def _reached(self) -> Mapping[str, frozenset[str]]:
        """Return each entry with all that it includes and imports."""
        steps = {path: {self.target(file, one) for one in file.references} for path, file in self.files.items()}
        known = {path: {target for target in found if target in self.files} for path, found in steps.items()}
        return {path: _followed(path, known) for path in self.entries.values()}

    def linked(self, file: SchemaFile, reference: Reference) -> str | None:
        """Return the path of the file that a reference has the relative path of, ``None`` if there is none."""
        location = reference.location
        if not location or urlsplit(location).scheme or location.startswith("//"):
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(file.path), unquote(location)))
        found = self.files.get(path)
        # A file without a target namespace takes the one of whoever includes it.
        chameleon = found is not None and not (reference.other or found.namespace)
        return path if chameleon or (found is not None and found.namespace == reference.namespace) else None

    def _namesake(self, reference: Reference) -> str | None:
        name = reference.location.replace("\\", "/").rpartition("/")[2]
        same = self._by_name.get((reference.namespace, name), ()) if name else ()
        return min(same, key=lambda path: (len(path), path), default=None)

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for path, file in self.files.items():
            key = (file.namespace, posixpath.basename(path))
            found[key] = (*found.get(key, ()), path)
        return found


def _followed(path: str, steps: Mapping[str, Collection[str | None]]) -> frozenset[str]:
    seen, waiting = {path}, [path]
    while waiting:
        for target in steps[waiting.pop()]:
            if target is not None and target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
