"""The drafted request for a term: what its name, unit and method say, in the sentence style of P01's labels."""

from collections.abc import Callable

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import ComponentKind, ComponentSource, TermComponent, TermDraft
from vocabsvc.services.mapper.reading import Reader
from vocabsvc.services.term_requests.amounts import property_of_amount
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon, Part, PartUse
from vocabsvc.services.term_requests.label_pattern import LabelPattern, sentence
from vocabsvc.services.term_requests.left_words import Placed, place_left_words
from vocabsvc.services.term_requests.phases import phase_of, tells_filter
from vocabsvc.services.term_requests.place_draft import PlaceDrafter
from vocabsvc.services.term_requests.places import Places, bases_of_unit
from vocabsvc.services.term_requests.requested_units import RequestedUnits
from vocabsvc.services.term_requests.said_parts import PartFinder, SaidParts
from vocabsvc.services.term_requests.segments import Segmenter
from vocabsvc.services.term_requests.wordings import Wordings

_USUAL = 0.5
_MOST_SUGGESTED = 3


class Drafter:
    """Drafts requests; safe to share between threads."""

    def __init__(
        self,
        lexicon: LabelLexicon,
        units: RequestedUnits,
        reader: Reader,
        segmenter: Segmenter,
        english: Callable[[str], str],
    ) -> None:
        self._lexicon = lexicon
        self._units = units
        self._reader = reader
        self._segmenter = segmenter
        self._wordings = Wordings(english)
        places = Places(lexicon)
        self._finder = PartFinder(lexicon, places)
        self._places = PlaceDrafter(places)

    def draft(self, term: LocalTerm) -> TermDraft:
        """Return the label with its parts; what nothing tells stays open."""
        reading = self._reader.read(term)
        said = self._finder.find(self._segmenter.segments(term, reading), reading.unit)
        named, thing = said.property[0], said.object[0]
        takes_object = (
            named.share(lambda use: bool(use.object)) >= _USUAL if named else bool(bases_of_unit(reading.unit))
        )
        needs_property = named is None and not property_of_amount(reading.unit, thing)
        placed = place_left_words(said, takes_object=takes_object, needs_property=needs_property)
        first = self._property(said, placed, reading.unit)
        used = self._lexicon.part(Part.PROPERTY, first.text) or named
        second = self._object(said, placed, None if first.source is ComponentSource.OWN_WORDS else used)
        thing = None if ComponentKind.OBJECT in placed.own else thing
        context = frozenset((*reading.tail, *self._words(term.standard_name)))
        basis, matrix, place = self._places.draft(said, placed, used, thing, reading.unit, context, self._wordings)
        phase = phase_of(said, used, thing, place, term)
        unplaced = placed.unplaced
        if phase is not None and phase.text:
            unplaced = tuple([text for text in unplaced if not tells_filter(text)])
        if phase is None and said.phases[1]:
            unplaced = (*unplaced, said.pieces.text(said.phases[1]))
        method = self._method(said, term.method)
        statistic = TermComponent(
            ComponentKind.STATISTIC, said.statistic[0], ComponentSource.WORDED, said.pieces.text(said.statistic[1])
        )
        parts = (first, statistic if statistic.text else None, second, basis, matrix, phase, method)
        label = sentence(
            LabelPattern(
                property=_shown(first),
                statistic=statistic.text,
                object=_shown(second),
                place=place,
                phase=_shown(phase),
                method=_shown(method),
            )
        )
        draft = TermDraft(label, tuple(filter(None, parts)), self._units.find(reading.unit), unplaced)
        return TermDraft(draft.label, draft.components, draft.unit, unplaced, self._lexicon.labelled(label))

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self._reader.read(LocalTerm(long_name=text)).head) if text else frozenset()

    def _property(self, said: SaidParts, placed: Placed, unit: str) -> TermComponent:
        kind, (use, where) = ComponentKind.PROPERTY, said.property
        if own := placed.own.get(kind):
            text = self._wordings.own(said.pieces, own, capital=True)
            suggested = (use.text,) if use else ()
            return TermComponent(kind, text, ComponentSource.OWN_WORDS, said.pieces.text(own), suggested)
        if use is not None:
            return TermComponent(kind, use.text, ComponentSource.WORDED, said.pieces.text(where))
        thing = None if ComponentKind.OBJECT in placed.own else said.object[0]
        if text := property_of_amount(unit, thing):
            return TermComponent(kind, text, ComponentSource.UNIT)
        return TermComponent(kind, "", ComponentSource.OPEN, suggestions=_commonest(thing, lambda use: use.property))

    def _object(self, said: SaidParts, placed: Placed, used: PartUse | None) -> TermComponent | None:
        kind, (use, where) = ComponentKind.OBJECT, said.object
        if own := placed.own.get(kind):
            text = self._wordings.own(said.pieces, own)
            suggested = (use.text,) if use else ()
            return TermComponent(kind, text, ComponentSource.OWN_WORDS, said.pieces.text(own), suggested)
        if use is not None:
            return TermComponent(kind, use.text, ComponentSource.WORDED, said.pieces.text(where))
        if used is None or used.share(lambda one: bool(one.object)) < _USUAL:
            return None
        return TermComponent(kind, "", ComponentSource.OPEN)

    def _method(self, said: SaidParts, given: str) -> TermComponent:
        kind, (use, where) = ComponentKind.METHOD, said.method
        if not given.strip():
            if use is None:
                return TermComponent(kind, "", ComponentSource.NOT_SAID)
            return TermComponent(kind, use.text, ComponentSource.WORDED, said.pieces.text(where))
        words = self._words(given)
        fitting = [one for one in self._lexicon.among(Part.METHOD, words) if any(way == words for way in one.words)]
        if fitting:
            best = max(fitting, key=lambda one: (one.count, one.text))
            return TermComponent(kind, best.text, ComponentSource.WORDED, given)
        more = [one for one in self._lexicon.uses(Part.METHOD) if any(words < way for way in one.words)]
        more.sort(key=lambda one: (-one.count, one.text))
        suggested = tuple(one.text for one in more[:_MOST_SUGGESTED])
        return TermComponent(kind, " ".join(given.split()), ComponentSource.OWN_WORDS, given, suggested)


def _shown(component: TermComponent | None) -> str:
    if component is None:
        return ""
    return f"⟨{component.kind.value}?⟩" if component.source is ComponentSource.OPEN else component.text


def _commonest(use: PartUse | None, of: Callable[..., str]) -> tuple[str, ...]:
    if use is None:
        return ()
    return tuple(text for text, _ in use.tally(of).most_common(_MOST_SUGGESTED) if text)
