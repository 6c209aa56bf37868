"""Evidence: the words of the name and the words of a label are largely the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import Hit
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.evidence import Proposal
from vocabsvc.store.base import Store, TermIndex

_CLOSE = 0.9
"""The best that words alone can reach: an equal name is not yet an equal meaning."""

_READ = 0.95
"""A wording of the glossary is nearly as good as the one that was given."""

_CONSIDERED = 50
_PROPOSED = 15
_SAME_UNIT = 1.15
_LOWEST = 0.15
"""Under this, the common words are of the kind that every label has."""


class LabelWords:
    """Weighs common words by their rarity, and prefers a concept measured in the term's unit."""

    def __init__(self, index: TermIndex, store: Store, glossary: Glossary) -> None:
        self._index = index
        self._store = store
        self._glossary = glossary

    def proposals(self, term: LocalTerm, targets: Sequence[str]) -> Sequence[Proposal]:
        """See ``Evidence.proposals``. The long name is read where there is one, else the local name."""
        name = term.long_name if fold_words(term.long_name) else term.local_name
        best: dict[str, Proposal] = {}
        for wording, weight, via in self._wordings(name):
            for hit in self._index.similar(wording, targets, _CONSIDERED):
                proposal = self._proposal(hit, wording, weight, via)
                known = best.get(hit.concept.uri)
                if proposal.score >= _LOWEST and (known is None or known.score < proposal.score):
                    best[hit.concept.uri] = proposal
        likeliest = sorted(best.values(), key=lambda one: -one.score)[:_PROPOSED]
        return [self._weigh_unit(proposal, term.unit) for proposal in likeliest]

    def _wordings(self, name: str) -> Iterator[tuple[Sequence[str], float, str]]:
        if words := fold_words(name):
            yield words, 1.0, ""
            for reading in self._glossary.readings(name):
                yield fold_words(reading.text), _READ, reading.via

    def _proposal(self, hit: Hit, words: Sequence[str], weight: float, via: str) -> Proposal:
        texts = [*(label.text for label in hit.concept.pref_labels), hit.match.text]
        likeness, label = max((self._likeness(words, fold_words(text)), text) for text in texts)
        reason = f"its label {label!r} has these words" + (f" ({via})" if via else "")
        score = _CLOSE * weight * likeness
        return Proposal(hit.concept, score, f"{SKOS}closeMatch", f"{SEMAPV}LexicalMatching", reason)

    def _weigh_unit(self, proposal: Proposal, unit: str) -> Proposal:
        if not unit or not self._measured_in(proposal.concept.uri, unit):
            return proposal
        score = min(_CLOSE, proposal.score * _SAME_UNIT)
        return replace(proposal, score=score, explanation=f"{proposal.explanation} and it is measured in {unit}")

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
