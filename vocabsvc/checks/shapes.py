"""A shapes graph that is ready to run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.checks.engine import Constraint, Engine
from vocabsvc.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class ShapesGraph:
    """Constraints by IRI, with the engine that was prepared for them."""

    constraints: Mapping[str, Constraint]
    engine: Engine

    def profiles(self) -> tuple[str, ...]:
        """Return the names of all profiles, sorted."""
        return tuple(sorted({name for found in self.constraints.values() for name in found.profiles}))

    def select(self, profiles: Sequence[str]) -> tuple[str, ...]:
        """Return the constraints of any of ``profiles``.

        Raises:
            InvalidRequest: no constraint belongs to one of them.
        """
        known = self.profiles()
        for name in profiles:
            if name not in known:
                raise InvalidRequest(f"no profile {name!r}; loaded are: {', '.join(known) or 'none'}")
        wanted = set(profiles)
        return tuple(iri for iri, found in self.constraints.items() if found.profiles & wanted)


def prepare_shapes(files: Sequence[tuple[str, bytes]]) -> ShapesGraph:
    """Read and check the Turtle files (name, content) of one shapes graph and make it ready to run.

    Raises:
        InvalidShapesGraph: it cannot run as it stands; the message names the file or the shape.
    """
    # rdflib and pySHACL take longer to import than a small command to run.
    from vocabsvc.checks.constraint import read_constraints  # noqa: PLC0415
    from vocabsvc.checks.pyshacl_engine import PyshaclEngine  # noqa: PLC0415
    from vocabsvc.checks.shapes_file import merge_shapes  # noqa: PLC0415

    graph = merge_shapes(files)
    constraints = read_constraints(graph)
    return ShapesGraph(constraints, PyshaclEngine(graph, constraints))
