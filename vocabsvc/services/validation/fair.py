"""From what the checks of the profile ``fair`` found to a state of each FAIR indicator."""

from collections.abc import Iterable, Iterator, Mapping

from vocabsvc.checks.records.fairness import keyword_share
from vocabsvc.checks.records.view import RecordView
from vocabsvc.checks.shapes import Selection
from vocabsvc.model.constraint import Constraint
from vocabsvc.model.fair import INDICATORS, Evidence, FairIndicator, FairState, FairSummary
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.report import State, ValidationResult
from vocabsvc.namespaces import DEF, SHAPES

PROFILE = "fair"

_MOST_EVIDENCE = 6
_MOST_OF_A_PROPERTY = 2
# What is cited there is not about the resource itself.
_ELSEWHERE = ("ThesaurusCitation", "ThesaurusDate", "ReferenceSystem", "AssociatedCitation", "SpecificationDate")


def fair_summary(view: RecordView, selection: Selection, results: Iterable[ValidationResult]) -> FairSummary:
    """Return the summary of a record, of which ``results`` are what failed or was not assessed.

    A constraint speaks for its indicator if it applies, did not fail, nor did one that it requires, and its evidence
    is there; it half speaks for it where it failed in some places and there is evidence in others. A record that
    describes nothing meets nothing wholly.
    """
    made = _Summary(view, selection, results)
    indicators = (made.indicator(name, selection) for names in INDICATORS.values() for name in names)
    return FairSummary(tuple(indicators), keyword_share(view.facts))


class _Summary:
    def __init__(self, view: RecordView, selection: Selection, results: Iterable[ValidationResult]) -> None:
        self._view = view
        self._states: dict[str, State] = {}
        for result in results:
            if self._states.get(result.constraint) is not State.FAIL:
                self._states[result.constraint] = result.state
        asked = (one for found in selection.by_indicator.values() for one in found)
        self._said = _by_property(view, {name for one in asked for name in one.evidence})

    def indicator(self, name: str, selection: Selection) -> FairIndicator:
        """Return the state of one indicator."""
        constraints = [found for found in selection.by_indicator.get(name, ()) if self._applies(found)]
        states = [self._state(found) for found in constraints]
        properties = dict.fromkeys(one for found in constraints for one in found.evidence)
        evidence = tuple(self._evidence(properties))[:_MOST_EVIDENCE]
        lacking = (FairState.NOT_MET, FairState.PARTLY)
        failed = {found.code for found, state in zip(constraints, states, strict=True) if state in lacking}
        state = _together(states)
        if not self._view.facts.nodes("Resource"):
            state = FairState.PARTLY if FairState.MET in states else FairState.NOT_MET
        return FairIndicator(name, state, evidence, tuple(sorted(failed)))

    def _applies(self, constraint: Constraint) -> bool:
        if constraint.programmed:
            return True
        return any(self._view.facts.nodes(target.removeprefix(DEF)) for target in constraint.targets)

    def _state(self, constraint: Constraint) -> FairState:
        own = self._states.get(constraint.iri.removeprefix(SHAPES))
        there = any(name in self._said for name in constraint.evidence)
        if own is State.NOT_ASSESSED:
            return FairState.NOT_ASSESSED
        if own is State.FAIL:
            return FairState.PARTLY if there else FairState.NOT_MET
        if any(self._states.get(iri.removeprefix(SHAPES)) is State.FAIL for iri in constraint.requires):
            return FairState.NOT_MET
        if constraint.evidence:
            return FairState.MET if there else FairState.NOT_MET
        # what a program is silent about, without evidence, nobody has judged
        return FairState.NOT_ASSESSED if constraint.programmed else FairState.MET

    def _evidence(self, properties: Iterable[str]) -> Iterator[Evidence]:
        places = self._view.graph.source_map
        sections = self._view.facts.elements
        for name in properties:
            for fact in self._said.get(name, [])[:_MOST_OF_A_PROPERTY]:
                value = "" if fact.object in sections else fact.given or text_of(fact.object)
                element = fact.element
                yield Evidence(name, value, places.lines[element], places.columns[element], places.xpath(element))


def _by_property(view: RecordView, names: Iterable[str]) -> Mapping[str, list[Fact]]:
    """Return the facts about the record and its resource by these properties; an empty text says nothing."""
    elsewhere = {node for name in _ELSEWHERE for node in view.facts.nodes(name)}
    wanted = {f"{DEF}{name}": name for name in names}
    said: dict[str, list[Fact]] = {}
    for fact in view.graph.facts:
        name = wanted.get(fact.predicate)
        if name is not None and fact.subject not in elsewhere and text_of(fact.object):
            said.setdefault(name, []).append(fact)
    return said


def _together(states: list[FairState]) -> FairState:
    judged = [state for state in states if state is not FairState.NOT_ASSESSED]
    if not judged:
        return FairState.NOT_ASSESSED
    if all(state is FairState.NOT_MET for state in judged):
        return FairState.NOT_MET
    return FairState.MET if len(judged) == len(states) and set(judged) == {FairState.MET} else FairState.PARTLY
