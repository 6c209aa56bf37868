"""A shapes graph that is ready to run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from vocabsvc.checks.engine import Engine
from vocabsvc.errors import InvalidRequest
from vocabsvc.model.constraint import Constraint, Profile
from vocabsvc.model.report import Severity


@dataclass(frozen=True, slots=True)
class Demand:
    """A constraint as some profiles ask for it: which of them do, and how severe its failure is there."""

    constraint: Constraint
    profiles: tuple[str, ...]
    severity: Severity


@dataclass(frozen=True)
class Selection:
    """The constraints that a record is to meet, and the profiles, with those included, that ask for them.

    What follows from these is worked out once, for all records.
    """

    profiles: tuple[str, ...]
    constraints: tuple[Constraint, ...]

    @cached_property
    def demands(self) -> Mapping[str, Demand]:
        """What is asked for, by the IRI of the constraint."""
        return {
            one.iri: Demand(
                one, tuple(name for name in self.profiles if name in one.severities), one.severity(self.profiles)
            )
            for one in self.constraints
        }

    @cached_property
    def shapes(self) -> tuple[str, ...]:
        """The IRIs of those that an engine judges."""
        return tuple(one.iri for one in self.constraints if not one.programmed)

    @cached_property
    def programs(self) -> tuple[str, ...]:
        """The IRIs of those that a program judges."""
        return tuple(one.iri for one in self.constraints if one.programmed)

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Constraint, ...]]:
        """Those that speak for each FAIR indicator."""
        names = dict.fromkeys(one.indicator for one in self.constraints if one.indicator)
        return {name: tuple(one for one in self.constraints if one.indicator == name) for name in names}


@dataclass(frozen=True, slots=True)
class ShapesGraph:
    """Constraints by IRI and profiles by name, with the engine that was prepared for them."""

    constraints: Mapping[str, Constraint]
    profiles: Mapping[str, Profile]
    engine: Engine
    _selections: dict[tuple[str, ...], Selection] = field(default_factory=dict, init=False, repr=False, compare=False)

    def select(self, names: Sequence[str]) -> Selection:
        """Return the constraints of any of these profiles or of those that they include.

        Raises:
            InvalidRequest: one of the profiles is not loaded.
        """
        wanted: set[str] = set()
        for name in names:
            self._include(name, wanted)
        ordered = tuple(name for name in self.profiles if name in wanted)
        selection = self._selections.get(ordered)
        if selection is None:
            asked = tuple(found for found in self.constraints.values() if found.profiles & wanted)
            selection = self._selections[ordered] = Selection(ordered, asked)
        return selection

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

    The same files are compiled once in a process, whoever asks: most snapshots differ in their vocabularies alone.

    Raises:
        InvalidShapesGraph: it cannot run as it stands; the message names the file or the shape.
    """
    return _prepared(tuple(files), engine)


@lru_cache(maxsize=4)
def _prepared(files: tuple[tuple[str, bytes], ...], engine: EngineName) -> ShapesGraph:
    # rdflib and pySHACL take longer to import than a small command to run.
    from vocabsvc.checks.closure_engine import ClosureEngine  # noqa: PLC0415
    from vocabsvc.checks.constraint import read_constraints, read_profiles  # noqa: PLC0415
    from vocabsvc.checks.graph_statements import statements_of  # noqa: PLC0415
    from vocabsvc.checks.shapes_file import merge_shapes  # noqa: PLC0415

    graph = merge_shapes(files)
    closures = ClosureEngine(statements_of(graph), files)  # says what is wrong with shapes, whichever engine runs them
    constraints = read_constraints(graph)
    profiles = read_profiles(graph, constraints.values())
    if engine is EngineName.CLOSURES:
        return ShapesGraph(constraints, profiles, closures)
    from vocabsvc.checks.pyshacl_engine import PyshaclEngine  # noqa: PLC0415

    shapes = [found.iri for found in constraints.values() if not found.programmed]
    return ShapesGraph(constraints, profiles, PyshaclEngine(graph, shapes))
