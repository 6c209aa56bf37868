"""What becomes of the words of a name that no wording of P01 says: they join the part that they stand beside."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.model.folding import fold
from vocabsvc.model.term_request import ComponentKind
from vocabsvc.services.term_requests.said_parts import Pieces, SaidParts
from vocabsvc.services.term_requests.segments import Segments

_OF = frozenset({"of", "de", "des", "du", "d"})
_SEA = frozenset({"sea", "ocean", "marine", "water"})
_JOINED = (ComponentKind.PROPERTY, ComponentKind.OBJECT, ComponentKind.MATRIX)


@dataclass(frozen=True, slots=True)
class Placed:
    """The ``own`` words of each part, where P01's wording does not say all of it; ``unplaced`` belong to none."""

    own: Mapping[ComponentKind, Pieces]
    unplaced: tuple[str, ...]


def place_left_words(said: SaidParts, *, takes_object: bool, needs_property: bool) -> Placed:
    """Join each run of words to the part before or behind it, else make it the object or the property.

    ``takes_object`` tells that a label with this property or unit has an object, which may be what was left;
    ``needs_property`` that neither the name nor the unit tells the property in the words of P01.
    """
    places = dict(zip(_JOINED, (said.property[1] | said.head, said.object[1], said.matrix[1]), strict=True))
    owner = {at: kind for kind, where in places.items() for at in where}
    own: dict[ComponentKind, Pieces] = {ComponentKind.PROPERTY: said.head} if said.head else {}
    unplaced = [piece.text for piece in said.pieces.pieces if piece.code]
    for run in said.left:
        kind = _beside(run, owner, said.pieces)
        wanted = needs_property and ComponentKind.PROPERTY not in own
        if _says_sea(run, said):
            continue
        if kind is ComponentKind.OBJECT and wanted and _is_head(run, owner, said.pieces):
            kind = ComponentKind.PROPERTY
        if kind is ComponentKind.PROPERTY and takes_object and _is_object(places, own, said.pieces):
            kind = ComponentKind.OBJECT
        if kind is None:
            takes = takes_object and not (wanted and ComponentKind.OBJECT in owner.values())
            kind = _free_part(run, places, own, said.pieces, takes_object=takes)
        if kind is None:
            unplaced.append(said.pieces.text(run))
        else:
            own[kind] = own.get(kind, places[kind]) | run
    return Placed(own, tuple(unplaced))


def _is_head(run: Pieces, owner: Mapping[int, ComponentKind], pieces: Segments) -> bool:
    """Tell whether a run is the last of several English nouns, as in *ammonium uptake*; a participle is not."""
    return not pieces.french and min(run) - 1 in owner and not pieces.pieces[max(run)].text.lower().endswith("ed")


def _is_object(places: Mapping[ComponentKind, Pieces], own: Mapping[ComponentKind, Pieces], pieces: Segments) -> bool:
    """Tell whether a run before an English property is what has it, since no object follows: *zorglub abundance*."""
    told = bool(places[ComponentKind.OBJECT]) or ComponentKind.OBJECT in own
    behind = pieces.pieces[max(places[ComponentKind.PROPERTY]) + 1 :][:1]
    return not pieces.french and not told and not any(fold(piece.text) in _OF for piece in behind)


def _says_sea(run: Pieces, said: SaidParts) -> bool:
    """Tell whether a run only says of the water that it is the sea's (*eau de mer*)."""
    matrix = said.matrix[0]
    ways = (way for at in run for way in said.pieces.pieces[at].ways)
    return matrix is not None and "water" in matrix.words[0] and any(way <= _SEA for way in ways)


def _beside(run: Pieces, owner: Mapping[int, ComponentKind], pieces: Segments) -> ComponentKind | None:
    """Return the part that a run stands at: in English what it precedes, in French what it follows."""
    before, behind = owner.get(min(run) - 1), owner.get(max(run) + 1)
    return (before or behind) if pieces.french else (behind or before)


def _free_part(
    run: Pieces,
    places: Mapping[ComponentKind, Pieces],
    own: Mapping[ComponentKind, Pieces],
    pieces: Segments,
    *,
    takes_object: bool,
) -> ComponentKind | None:
    told = {kind for kind in _JOINED if places[kind] or kind in own}
    if run <= pieces.led_in() and ComponentKind.MATRIX not in told and told:
        return ComponentKind.MATRIX
    if takes_object and ComponentKind.OBJECT not in told:
        return ComponentKind.OBJECT
    if ComponentKind.PROPERTY not in told and not takes_object:
        return ComponentKind.PROPERTY
    follows = fold(pieces.pieces[min(run) - 1].text) in _OF if min(run) else False
    return (
        ComponentKind.OBJECT if ComponentKind.PROPERTY in own and follows and ComponentKind.OBJECT not in told else None
    )
