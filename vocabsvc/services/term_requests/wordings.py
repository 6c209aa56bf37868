"""A name's own words, as they stand in a drafted label."""

from collections.abc import Callable
from dataclasses import dataclass

from vocabsvc.services.term_requests.said_parts import Pieces
from vocabsvc.services.term_requests.segments import Segments


@dataclass(frozen=True, slots=True)
class Wordings:
    """``english`` words a French phrase in English, or returns ``""``."""

    english: Callable[[str], str]

    def own(self, pieces: Segments, where: Pieces, *, capital: bool = False) -> str:
        """Return the words at these places, in English where that is known; ``capital`` begins a label."""
        text = pieces.text(where)
        if pieces.french:
            text = self.english(text) or text
        if len(pieces.pieces) > 1 and all(piece.text == piece.text.upper() for piece in pieces.pieces):
            text = text.lower()
        elif min(where) == 0 and text.split()[0][1:].islower():  # a capital that only begins the name
            text = text[:1].lower() + text[1:]
        return text[:1].upper() + text[1:] if capital else text
