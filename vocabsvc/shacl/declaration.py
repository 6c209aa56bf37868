"""What a shape says with one parameter, as the makers of constraints are handed it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol, TypeAlias

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.lists import read_list
from vocabsvc.shacl.messages import messages_of
from vocabsvc.shacl.numeric import read_integer
from vocabsvc.shacl.result import Result
from vocabsvc.shacl.shape import Constraint, Head, Results, Shape
from vocabsvc.shacl.terms import SH, TRUE, XSD, Term, is_iri, show

Test: TypeAlias = Callable[[Graph, Term], bool]
"""Whether a value node passes."""

Find: TypeAlias = Callable[[Graph, Term, Values], Iterable[Term | None]]
"""What is wrong with a focus node and its value nodes: the value of each result."""

Detail: TypeAlias = Callable[[Graph, Term], tuple[Result, ...]]
"""The results inside a value node."""


class ShapeSource(Protocol):
    """Where the shapes are that a shape refers to."""

    def nested(self, node: Term, owner: Term, parameter: str) -> Shape:
        """Return the shape that ``owner`` refers to, ready to run."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A parameter of a shape with its values, sorted; there is at least one."""

    head: Head
    graph: Graph
    parameter: str
    values: tuple[Term, ...]
    shapes: ShapeSource

    def fault(self, reason: str, term: Term | None = None) -> IllFormedShapes:
        """Return the error that says what is wrong with this parameter of this shape."""
        return IllFormedShapes([Problem(self.head.node, f"{show(self.parameter)} {reason}", term)])

    def single(self) -> Term:
        """Return the value, of which there may only be one."""
        if len(self.values) != 1:
            raise self.fault(f"may be given once, and is given {len(self.values)} times")
        return self.values[0]

    def iris(self) -> tuple[str, ...]:
        """Return the values, which must be IRIs."""
        for value in self.values:
            if not is_iri(value):
                raise self.fault(f"needs an IRI, not {show(value)}", value)
        return tuple(map(str, self.values))

    def count(self) -> int:
        """Return the one value, which must be an xsd:integer."""
        value = self.single()
        if isinstance(value, str) or value.datatype != f"{XSD}integer":
            raise self.fault(f"needs an xsd:integer, not {show(value)}", value)
        number = read_integer(value.lexical, -_MOST_COUNT, _MOST_COUNT)
        if number is None:
            raise self.fault(f"needs an xsd:integer of at most 18 digits, not {show(value)}", value)
        return int(number.value)

    def truth(self) -> bool:
        """Return whether the one value is ``true``; an xsd:boolean in another form is not."""
        value = self.single()
        if isinstance(value, str) or value.datatype != f"{XSD}boolean":
            raise self.fault(f"needs an xsd:boolean, not {show(value)}", value)
        return value == TRUE

    def text(self) -> str:
        """Return the one value, which must be an xsd:string."""
        value = self.single()
        if isinstance(value, str) or value.datatype != f"{XSD}string":
            raise self.fault(f"needs an xsd:string, not {show(value)}", value)
        return value.lexical

    def members(self, value: Term) -> tuple[Term, ...]:
        """Return the members of a value, which must be a list."""
        return read_list(self.graph, value, self.head.node, self.parameter)

    def nested(self, node: Term) -> Shape:
        """Return a shape that this one refers to."""
        return self.shapes.nested(node, self.head.node, self.parameter)

    def other(self, name: str) -> "Declaration | None":
        """Return another parameter of the same shape, if it has it."""
        values = tuple(sorted(self.graph.objects(self.head.node, f"{SH}{name}").values(), key=str))
        return Declaration(self.head, self.graph, f"{SH}{name}", values, self.shapes) if values else None

    def per_value(self, component: str, test: Test, said: Term | str = "", detail: Detail | None = None) -> Constraint:
        """Return a constraint that each value node passes or not; ``said`` is what its message names."""
        head, name = self.head, f"{SH}{component}ConstraintComponent"
        node, path, severity = head.node, head.path, head.severity
        messages = head.messages or messages_of(component, said)

        def conforms(graph: Graph, _: Term, values: Values) -> bool:
            for value in values:  # noqa: SIM110 - all() makes a generator each time
                if not test(graph, value):
                    return False
            return True

        def report(graph: Graph, focus: Term, values: Values, results: Results) -> None:
            for value in values:
                if not test(graph, value):
                    inside = detail(graph, value) if detail is not None and results.detailed else ()
                    results.append(Result(focus, path, value, name, node, severity, messages, None, inside))

        return Constraint(conforms, report, per_value=True)

    def result_maker(self, component: str, said: Term | str = "") -> Callable[[Term], Result]:
        """Return what makes the result at a focus node of which no value is at fault."""
        head, name = self.head, f"{SH}{component}ConstraintComponent"
        messages = head.messages or messages_of(component, said)
        return lambda focus: Result(focus, head.path, None, name, head.node, head.severity, messages)

    def per_focus(self, component: str, find: Find, said: Term | str = "") -> Constraint:
        """Return a constraint on all value nodes together; ``said`` is what its message names."""
        head, name = self.head, f"{SH}{component}ConstraintComponent"
        node, path, severity = head.node, head.path, head.severity
        messages = head.messages or messages_of(component, said)

        def conforms(graph: Graph, focus: Term, values: Values) -> bool:
            for _ in find(graph, focus, values):  # any() would make a generator each time
                return False
            return True

        def report(graph: Graph, focus: Term, values: Values, results: Results) -> None:
            found = find(graph, focus, values)
            if found:
                results += [Result(focus, path, value, name, node, severity, messages) for value in found]

        return Constraint(conforms, report)


_MOST_COUNT: Final = Decimal(10**18 - 1)  # more than any graph has
