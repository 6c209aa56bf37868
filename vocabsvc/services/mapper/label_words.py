"""Evidence: the words of the name and the words of a label are largely the same."""

from collections.abc import Iterable, Sequence

from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import Hit
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.mapper.evidence import Proposal
from vocabsvc.store.base import Store, TermIndex

_CLOSE = 0.9
"""The best that words alone can reach: an equal name is not yet an equal meaning."""

_CONSIDERED = 50
_SAME_UNIT = 1.15
_LOWEST = 0.15
"""Under this, the common words are of the kind that every label has."""


class LabelWords:
    """Weighs common words by their rarity, and prefers a concept measured in the term's unit."""

    def __init__(self, index: TermIndex, store: Store) -> None:
        self._index = index
        self._store = store

    def proposals(self, term: LocalTerm, targets: Sequence[str]) -> Sequence[Proposal]:
        """See ``Evidence.proposals``. The long name is read where there is one, else the local name."""
        words = fold_words(term.long_name) or fold_words(term.local_name)
        if not words:
            return ()
        found = self._index.similar(words, targets, _CONSIDERED)
        scored = (self._proposal(hit, words, term.unit) for hit in found)
        return [proposal for proposal in scored if proposal.score >= _LOWEST]

    def _proposal(self, hit: Hit, words: Sequence[str], unit: str) -> Proposal:
        texts = [label.text for label in hit.concept.pref_labels] or [hit.match.text]
        score, label = max((self._likeness(words, fold_words(text)), text) for text in (*texts, hit.match.text))
        score *= _CLOSE
        reason = f"its label {label!r} has these words"
        if unit and self._measured_in(hit.concept.uri, unit):
            score, reason = min(_CLOSE, score * _SAME_UNIT), f"{reason} and it is measured in {unit}"
        return Proposal(hit.concept, score, f"{SKOS}closeMatch", f"{SEMAPV}LexicalMatching", reason)

    def _likeness(self, words: Iterable[str], others: Iterable[str]) -> float:
        mine, theirs = set(words), set(others)
        weight = {word: self._index.rarity(word) for word in mine | theirs}
        common = sum(weight[word] for word in mine & theirs)
        return common / sum(weight.values()) if weight else 0.0

    def _measured_in(self, uri: str, unit: str) -> bool:
        concept = self._store.concept(uri)
        if concept is None:
            return False
        units = (self._store.concept(one) for one in concept.units)
        spellings = (label.text for one in units if one is not None for label in (*one.pref_labels, *one.alt_labels))
        return any(_same_unit(unit, spelling) for spelling in spellings)


def _same_unit(spelling: str, other: str) -> bool:
    first, second = parse_unit(spelling), parse_unit(other)
    if first is None or second is None:
        return fold(spelling) == fold(other)
    return first.same_size(second)
