"""What was found to results with a place in the record, a fix and what is expected."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, Protocol

from vocabsvc.checks.engine import Finding
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.checks.shapes import Demand, Selection
from vocabsvc.model.constraint import Constraint, Message, Repair
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import Action, Edit, Fix, Place, Severity, State, ValidationResult
from vocabsvc.namespaces import DEF, SHAPES

_ALIKE = 0.75
_SCHEMA = "STR-05"
"""What the XML Schema refuses comes first: where an element is out of place, others find it missing."""

_CORE = "core"
"""What its standard asks of every record comes before what one use of it asks for."""

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
MOST_EXPECTED = 20
"""Values listed as expected in one result; the closest are kept."""


class Insertions(Protocol):
    """Knows how what is missing is written, and where it goes."""

    def edits(self, view: RecordView, element: int, insertion: str) -> tuple[Edit, ...]:
        """Return the edits that put ``insertion`` into an element; none where it is not known how."""


class _Cause(NamedTuple):
    """One thing found at one place; those that differ in place and edits alone become one result.

    ``message`` is there where it is not that of the constraint.
    """

    constraint: str
    state: State
    message: tuple[tuple[str, str], ...]
    value: str
    expected: tuple[str, ...]
    safe: bool


class _Found(NamedTuple):
    """What was found before it has a text: ``element`` is where, ``focus`` what it is about."""

    cause: _Cause
    element: int
    focus: int
    edits: tuple[Edit, ...] = ()


_ELEMENT, _EDITS = attrgetter("element"), attrgetter("edits")


def results_of(
    findings: Iterable[Finding],
    answers: Mapping[str, Iterable[Fault | Gap]],
    selection: Selection,
    view: RecordView,
    insertions: Insertions,
) -> tuple[ValidationResult, ...]:
    """Return the results, the most severe first and those not assessed last, each kind in document order.

    Among what is as severe, faults against the XML Schema come first, then those that any record may have (the profile
    ``core``), then those of the other profiles; of each, what is wrong comes before what is missing, as a record may
    lack much that a profile asks for. The same findings always give the same results.

    ``findings`` are the engine's, ``answers`` those of programs by the IRI of their constraint. A result stands at
    the element that holds the offending value, or at the focus node where something is missing. What requires a
    constraint that failed on the same focus node, or at the same element, is left out. What differs in its place
    alone is one result.
    """
    places = _Places(selection, view, insertions)
    found = [*map(places.of_finding, findings), *places.of_answers(answers)]
    failed = {
        (one.cause.constraint, place)
        for one in found
        if one.cause.state is State.FAIL
        for place in (one.focus, one.element)
    }
    groups: dict[_Cause, list[_Found]] = {}
    for one in found:
        required = selection.demands[one.cause.constraint].constraint.requires
        if not (required and any((name, place) in failed for name in required for place in (one.focus, one.element))):
            groups.setdefault(one.cause, []).append(one)
    results = [places.result(cause, sorted(ones, key=_ELEMENT)) for cause, ones in groups.items()]
    return tuple(sorted(results, key=_order))


def met_by(results: Iterable[ValidationResult], selection: Selection, view: RecordView) -> tuple[ValidationResult, ...]:
    """Return the constraints that the record meets, and those that have nothing to look at in it, by code.

    Those that a failed prerequisite silenced, be it at one place only, are among them as not assessed.
    """
    concerned = {result.constraint for result in results}
    failed = {f"{SHAPES}{result.constraint}" for result in results if result.state is State.FAIL}
    places = _Places(selection, view, None)
    return tuple(
        places.met(demand, silenced=not failed.isdisjoint(demand.constraint.requires))
        for demand in sorted(selection.demands.values(), key=lambda one: (one.constraint.code, one.constraint.iri))
        if _name(demand.constraint) not in concerned
    )


def _message(cause: _Cause, constraint: Constraint) -> Message:
    expected = ", ".join(cause.expected[:3])
    return {
        language: text.replace("{value}", cause.value).replace("{expected}", expected)
        for language, text in cause.message or constraint.message.items()
    }


def _order(result: ValidationResult) -> tuple[bool, int, bool, bool, bool, int, int, str, str, str]:
    open_ = result.state is not State.FAIL
    kind = result.code != _SCHEMA, _CORE not in result.profiles, not result.value
    place = result.line, result.column
    return open_, _RANKS[result.severity], *kind, *place, result.code, result.constraint, result.value


def _name(constraint: Constraint) -> str:
    return constraint.iri.removeprefix(SHAPES)


class _Places:
    """Where the nodes and values of a record stand, and what can be done there."""

    def __init__(self, selection: Selection, view: RecordView, insertions: Insertions | None) -> None:
        self._demands = selection.demands
        self._view = view
        self._insertions = insertions
        self._map = view.graph.source_map
        self._nodes = view.facts.elements

    def of_finding(self, finding: Finding) -> _Found:
        constraint = self._demands[finding.constraint].constraint
        fact = self._fact(finding)
        focus = self._element_of(finding.focus_node)
        element = focus if fact is None else fact.element
        value = "" if fact is None else fact.given or text_of(fact.object)
        expected = self._expected(constraint, finding.focus_node, value)
        edits = self._edits(constraint, element, fact, expected, value)
        cause = _Cause(constraint.iri, State.FAIL, (), value, expected, constraint.safe and bool(edits))
        return _Found(cause, element, focus, edits)

    def of_answers(self, answers: Mapping[str, Iterable[Fault | Gap]]) -> Iterator[_Found]:
        for iri, found in answers.items():
            constraint = self._demands[iri].constraint
            for one in found:
                message = () if one.message is None else tuple(one.message.items())
                if isinstance(one, Gap):
                    cause = _Cause(iri, State.NOT_ASSESSED, message, one.value, (), safe=False)
                    yield _Found(cause, one.element, one.element)
                    continue
                edits = one.edits or self._edits(constraint, one.element, None, one.expected, one.value)
                safe = bool(edits) and (one.safe or constraint.safe)
                cause = _Cause(iri, State.FAIL, message, one.value, one.expected[:MOST_EXPECTED], safe)
                yield _Found(cause, one.element, one.element if one.focus is None else one.focus, edits)

    def result(self, cause: _Cause, found: list[_Found]) -> ValidationResult:
        demand = self._demands[cause.constraint]
        constraint = demand.constraint
        places = list(map(self._place, dict.fromkeys(map(_ELEMENT, found))))
        edits = tuple(dict.fromkeys(chain.from_iterable(map(_EDITS, found))))
        return ValidationResult(
            code=constraint.code,
            constraint=_name(constraint),
            severity=demand.severity,
            profiles=demand.profiles,
            clause=constraint.clause,
            message=_message(cause, constraint),
            line=places[0].line,
            column=places[0].column,
            xpath=places[0].xpath,
            state=cause.state,
            source_line=self._view.document.line(places[0].line, places[0].column),
            value=cause.value,
            expected=cause.expected,
            node=self._view.graph.iri + self._map.pointer(found[0].element),
            hint=constraint.hint if cause.state is State.FAIL else {},
            fix=Fix(edits, cause.safe) if edits else None,
            count=len(found),
            more=tuple(places[1:]),
        )

    def met(self, demand: Demand, *, silenced: bool) -> ValidationResult:
        constraint = demand.constraint
        targets = [target.rpartition("#")[2] for target in constraint.targets]
        applies = not targets or any(self._view.facts.nodes(target) for target in targets)
        met = State.NOT_ASSESSED if silenced else State.PASS
        place = self._place(self._view.document.numbers[self._view.root])
        return ValidationResult(
            code=constraint.code,
            constraint=_name(constraint),
            severity=demand.severity,
            profiles=demand.profiles,
            clause=constraint.clause,
            message=constraint.name,
            line=place.line,
            column=place.column,
            xpath=place.xpath,
            state=met if applies else State.NOT_APPLICABLE,
        )

    def _place(self, element: int) -> Place:
        return Place(self._map.lines[element], self._map.columns[element], self._map.xpath(element))

    def _element_of(self, node: str) -> int:
        """Return what a node stands for; one of no class stands where it is first named, or at the record."""
        element = self._nodes.get(node)
        if element is None:
            named = (fact.element for fact in self._view.graph.facts if node in {fact.subject, fact.object})
            element = next(named, self._view.document.numbers[self._view.root])
        return element

    def _fact(self, finding: Finding) -> Fact | None:
        """Return the fact that a finding is about, ``None`` where it is about something missing."""
        if finding.path is None or finding.value is None:
            return None
        said = self._view.facts.facts(finding.focus_node, finding.path.removeprefix(DEF))
        return next((fact for fact in said if fact.object == finding.value), None)

    def _expected(self, constraint: Constraint, node: str, value: str) -> tuple[str, ...]:
        if constraint.expected_from:
            return tuple(self._view.facts.texts(node, constraint.expected_from)[:MOST_EXPECTED])
        if not value:
            return constraint.expected[:MOST_EXPECTED]
        return tuple(sorted(constraint.expected, key=_likeness_to(value), reverse=True)[:MOST_EXPECTED])

    def _edits(
        self, constraint: Constraint, element: int, fact: Fact | None, expected: tuple[str, ...], value: str
    ) -> tuple[Edit, ...]:
        match constraint.repair:
            case Repair.REPLACE if expected and _is_certain(constraint, expected, value):
                attribute = f"/@{fact.attribute}" if fact is not None and fact.attribute else ""
                return (Edit(f"{self._map.xpath(element)}{attribute}", Action.REPLACE, expected[0]),)
            case Repair.REMOVE:
                return (Edit(self._map.xpath(element), Action.REMOVE),)
            case Repair.INSERT if self._insertions is not None:
                return self._insertions.edits(self._view, element, constraint.insertion)
        return ()


def _is_certain(constraint: Constraint, expected: tuple[str, ...], value: str) -> bool:
    """Tell whether the first expected text is meant: it was worked out, the only one, or spelt almost so."""
    listed = not constraint.expected_from and constraint.expected
    return not listed or len(constraint.expected) == 1 or _likeness_to(value)(expected[0]) >= _ALIKE


def _likeness_to(value: str) -> Callable[[str], float]:
    """Return how like ``value``, from 0 to 1, a text is; the matcher looks at ``value`` once for all of them."""
    matcher = SequenceMatcher(None, "", value.casefold())

    def likeness(text: str) -> float:
        matcher.set_seq1(text.casefold())
        return matcher.ratio()

    return likeness
