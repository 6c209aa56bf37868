"""The place in a drafted label: in what matrix, and what an amount is related to."""

from collections import Counter

from vocabsvc.model.term_request import ComponentKind, ComponentSource, TermComponent
from vocabsvc.services.term_requests.label_lexicon import PartUse, Words
from vocabsvc.services.term_requests.left_words import Placed
from vocabsvc.services.term_requests.places import Places, bases_of_unit, matrices, parted
from vocabsvc.services.term_requests.said_parts import SaidParts
from vocabsvc.services.term_requests.wordings import Wordings

_USUAL = 0.5
_AGREE = 0.95
_FEWEST = 3
_MOST_SUGGESTED = 3
_ONE_WORD = 1


class PlaceDrafter:
    """Words places as labels with the same property do."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def draft(
        self,
        said: SaidParts,
        placed: Placed,
        used: PartUse | None,
        thing: PartUse | None,
        unit: str,
        context: Words,
        wordings: Wordings,
    ) -> tuple[TermComponent | None, TermComponent, str]:
        """Return basis, matrix and the text of the place; ``used`` and ``thing`` are property and object."""
        related = used.share(lambda use: bool(use.basis)) >= _USUAL if used else bool(bases_of_unit(unit))
        needed = related or (used is not None and used.share(lambda use: bool(use.place)) >= _USUAL)
        matrix = self._matrix(said, placed, used, thing, context, wordings, needed=needed)
        if not related:
            return None, matrix, self._without_basis(matrix, used)
        basis = self._basis(matrix, unit)
        known = matrix.source not in {ComponentSource.OPEN, ComponentSource.OWN_WORDS}
        if known and basis.text:
            return basis, matrix, self._places.wording(matrix.text, basis.text, used)
        article = "the " if matrix.text == "water body" else ""
        return basis, matrix, f"per unit {basis.text or '⟨basis?⟩'} of {article}{matrix.text or '⟨matrix?⟩'}"

    def _matrix(
        self,
        said: SaidParts,
        placed: Placed,
        used: PartUse | None,
        thing: PartUse | None,
        context: Words,
        wordings: Wordings,
        *,
        needed: bool,
    ) -> TermComponent:
        kind, (matrix, where) = ComponentKind.MATRIX, said.matrix
        if own := placed.own.get(kind):
            suggested = (matrix.name,) if matrix else ()
            text = wordings.own(said.pieces, own)
            return TermComponent(kind, text, ComponentSource.OWN_WORDS, said.pieces.text(own), suggested)
        if matrix is not None:
            return TermComponent(kind, matrix.name, ComponentSource.WORDED, said.pieces.text(where))
        around = [one for one in self._places.said(context) if len(one.words[0]) == _ONE_WORD]
        if around and needed:
            name = max(around, key=lambda one: one.count).name
            return TermComponent(kind, name, ComponentSource.CONTEXT)
        usual = _usual(thing)
        if thing and usual and usual[0][1] >= max(_FEWEST, _AGREE * thing.count):
            return TermComponent(kind, usual[0][0], ComponentSource.USAGE)
        source = ComponentSource.OPEN if needed else ComponentSource.NOT_SAID
        names = tuple([name for name, _ in usual or _usual(used)])
        return TermComponent(kind, "", source, suggestions=names)

    def _basis(self, matrix: TermComponent, unit: str) -> TermComponent:
        kind, allowed = ComponentKind.BASIS, bases_of_unit(unit)
        usual = self._places.bases(matrix.text, allowed)
        if len(allowed) == 1:
            return TermComponent(kind, allowed[0], ComponentSource.UNIT)
        if allowed and len(usual) == 1:
            return TermComponent(kind, usual[0], ComponentSource.UNIT)
        return TermComponent(kind, "", ComponentSource.OPEN, suggestions=usual or allowed)

    def _without_basis(self, matrix: TermComponent, used: PartUse | None) -> str:
        if matrix.source is ComponentSource.NOT_SAID:
            return ""
        if matrix.source not in {ComponentSource.OPEN, ComponentSource.OWN_WORDS}:
            return self._places.wording(matrix.text, "", used)
        leading = Counter[str]()
        for place, count in used.tally(lambda use: use.place).items() if used else ():
            if place and not parted(place)[0]:
                leading[place.split(" ", 1)[0]] += count
        preposition = leading.most_common(1)[0][0] if leading else "in"
        return f"{preposition} {matrix.text or '⟨matrix?⟩'}"


def _usual(use: PartUse | None) -> list[tuple[str, int]]:
    """Return the commonest matrices of labels with a wording."""
    return matrices(use.tally(lambda one: one.place).items()).most_common(_MOST_SUGGESTED) if use else []
