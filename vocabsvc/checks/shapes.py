"""A shapes graph that is ready to run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vocabsvc.checks.engine import Engine
from vocabsvc.errors import InvalidRequest
from vocabsvc.model.constraint import Constraint, Profile

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Selection:
    """The constraints that a record is to meet, and the profiles, with those included, that ask for them."""

    profiles: tuple[str, ...]
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class ShapesGraph:
    """Constraints by IRI and profiles by name, with the engine that was prepared for them."""

    constraints: Mapping[str, Constraint]
    profiles: Mapping[str, Profile]
    engine: Engine

    def select(self, names: Sequence[str]) -> Selection:
        """Return the constraints of any of these profiles or of those that they include.

        Raises:
            InvalidRequest: one of the profiles is not loaded.
        """
        wanted: set[str] = set()
        for name in names:
            self._include(name, wanted)
        ordered = tuple(name for name in self.profiles if name in wanted)
        return Selection(ordered, tuple(found for found in self.constraints.values() if found.profiles & wanted))

    def _include(self, name: str, wanted: set[str]) -> None:
        if name not in self.profiles:
            raise InvalidRequest(f"no profile {name!r}; loaded are: {', '.join(sorted(self.profiles)) or 'none'}")
        wanted.add(name)
        for included in self.profiles[name].includes - wanted:
            self._include(included, wanted)


class EngineName(StrEnum):
    """The engines: our own, and the reference that it is compared with."""

    CLOSURES = "closures"
    PYSHACL = "pyshacl"


def prepare_shapes(files: Sequence[tuple[str, bytes]], engine: EngineName = EngineName.CLOSURES) -> ShapesGraph:
    """Read and check the Turtle files (name, content) of one shapes graph and make it ready to run.

    Raises:
        InvalidShapesGraph: it cannot run as it stands; the message names the file or the shape.
    """
    # rdflib and pySHACL take longer to import than a small command to run.
    from vocabsvc.checks.constraint import read_constraints, read_profiles  # noqa: PLC0415
    from vocabsvc.checks.shapes_file import merge_shapes  # noqa: PLC0415

    graph = merge_shapes(files)
    constraints = read_constraints(graph)
    profiles = read_profiles(graph, constraints.values())
    return ShapesGraph(constraints, profiles, _engine(graph, constraints, engine, files))


def _engine(
    graph: "Graph", constraints: Mapping[str, Constraint], name: EngineName, files: Sequence[tuple[str, bytes]]
) -> Engine:
    if name is EngineName.PYSHACL:
        from vocabsvc.checks.pyshacl_engine import PyshaclEngine  # noqa: PLC0415

        return PyshaclEngine(graph, [found.iri for found in constraints.values() if not found.programmed])
    from vocabsvc.checks.closure_engine import ClosureEngine  # noqa: PLC0415
    from vocabsvc.checks.graph_statements import statements_of  # noqa: PLC0415

    return ClosureEngine(statements_of(graph), files)
