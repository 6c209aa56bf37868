"""Maps local terms to the concepts of target vocabularies."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from vocabsvc.errors import InputTooLarge, InvalidRequest, UnknownName
from vocabsvc.model.candidate import Candidate, Evidence, LocalTerm, TermCandidates, TermKind, explained
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.mapper.column_kind import kind_of
from vocabsvc.services.mapper.knowledge import Considered, Knowledge, Votes
from vocabsvc.services.mapper.neighbours import Neighbours
from vocabsvc.services.mapper.published import Published, PublishedMappings
from vocabsvc.services.mapper.ranker import Ranker
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.reasons import GROUPS, Reasons
from vocabsvc.services.mapper.target_index import LONG_CODE, TargetIndex
from vocabsvc.services.mapper.unit_candidates import unit_candidates
from vocabsvc.services.mapper.unit_concepts import UNITS, MatchingUnit
from vocabsvc.services.mapper.word_features import method_share

MOST_TERMS = 10_000
MOST_CANDIDATES = 50
LONGEST_NAME = 5000
_GROUPS = "p02"
_UNDER_DECIDED = 0.99
_SURE = 0.9
_SAME_NAME = 0.65
_NAMED_METHOD = 3.0
"""What a method that is named adds to the score of a concept that names it too: nobody's names say it apart."""
_CITED = 3.0
"""Above all others stands the concept whose code the name is; codes of P01 have eight letters."""


class Mapper:
    """Ranks what a term might mean; ``vocabularies`` are the ids that are loaded.

    What it knows is read at the first question: ``read_knowledge`` takes part of a second.
    """

    def __init__(
        self, read_knowledge: Callable[[], Knowledge], published: PublishedMappings, vocabularies: Sequence[str]
    ) -> None:
        self._read_knowledge = read_knowledge
        self._published = published
        self._vocabularies = {name.lower() for name in vocabularies}
        self._lock = Lock()
        self._ready: tuple[Knowledge, Ranker] | None = None

    def map_terms(self, terms: Sequence[LocalTerm], targets: Sequence[str], limit: int) -> list[TermCandidates]:
        """Return the candidates of each term, in input order; equal terms are worked out once.

        Raises:
            UnknownName: a target that is not loaded.
            InvalidRequest: a term without any name, no target, or an impossible limit.
            InputTooLarge: over ``MOST_TERMS`` terms, ``MOST_CANDIDATES`` or ``LONGEST_NAME``.
        """
        wanted = self._checked_targets(targets)
        _check(terms, limit)
        answers = {term: self._answer(term, wanted, limit) for term in dict.fromkeys(terms)}
        return [answers[term] for term in terms]

    def units(self, text: str) -> Sequence[MatchingUnit]:
        """Return what a spelling of a unit may be in P06, the nearest first; nothing where P06 is not loaded."""
        return self._knowledge()[0].units.matching(text)

    def _checked_targets(self, targets: Sequence[str]) -> list[str]:
        wanted = list(dict.fromkeys(target.strip().lower() for target in targets if target.strip()))
        if not wanted:
            raise InvalidRequest("name at least one target vocabulary, such as P01")
        for target in wanted:
            if target not in self._vocabularies:
                raise UnknownName(f"unknown vocabulary {target!r}")
        return wanted

    def _answer(self, term: LocalTerm, targets: Sequence[str], limit: int) -> TermCandidates:
        kind = kind_of(term)
        decided = [_of_centre(one) for one in self._published.of(term, targets)]
        # A centre's own mapping stands first however modest its confidence, and the scores say the same.
        ceiling = min((one.score for one in decided), default=1.0) * (_UNDER_DECIDED if decided else 1.0)
        known = {one.uri for one in decided}
        guessed, likely = self._guesses(term, targets, limit)
        guesses = sorted(
            (_below(one, ceiling) for one in guessed if one.uri not in known),
            key=lambda one: (-one.score, one.notation, one.uri),
        )
        no_match = not decided and (kind is not TermKind.PARAMETER or not likely)
        return TermCandidates(term, tuple((*decided, *guesses)[:limit]), no_match, kind)

    def _guesses(self, term: LocalTerm, targets: Sequence[str], limit: int) -> tuple[list[Candidate], bool]:
        """Return the best candidates in each vocabulary, and whether one of them is likely enough to propose."""
        knowledge, ranker = self._knowledge()
        reading = knowledge.reader.read(term)
        cast = knowledge.votes(reading)
        found: list[Candidate] = []
        for target in targets:
            if target in knowledge.indexes:
                units = unit_candidates(knowledge.units, term)[:limit] if target == UNITS else ()
                found += units or _ranked(knowledge, ranker, reading, cast, target, limit)
        return found, any(one.score >= ranker.threshold for one in found)

    def _knowledge(self) -> tuple[Knowledge, Ranker]:
        with self._lock:
            if self._ready is None:
                self._ready = (self._read_knowledge(), Ranker.shipped())
            return self._ready


def _ranked(
    knowledge: Knowledge, ranker: Ranker, reading: Reading, cast: Votes, target: str, limit: int
) -> list[Candidate]:
    index = knowledge.indexes[target]
    considered = knowledge.consider(reading, cast, target)
    scores = ranker.scores(considered.matrix)
    if reading.means:
        scores = scores + _NAMED_METHOD * method_share(index, considered.gathered.rows, reading.means)
    rows = considered.gathered.rows
    for line in _cited(index, considered, reading):
        scores[line] = max(scores) + _CITED
    likely = ranker.probabilities(scores, considered.matrix)
    order = sorted(range(len(rows)), key=lambda line: (-scores[line], int(rows[line])))[:limit]
    reasons = Reasons(index, considered, reading)
    weights = ranker.reasons(considered.matrix[order], GROUPS)
    candidates = []
    ceiling = 1.0
    for place, line in enumerate(order):
        entry = index.entries[int(rows[line])]
        evidence = reasons.evidence(line, weights[place])
        ceiling = min(ceiling, float(likely[line]))
        predicate, justification = _statement(considered.gathered.neighbours, int(rows[line]), target, ceiling)
        candidates.append(
            Candidate(
                uri=entry.ref.uri,
                notation=entry.ref.notation,
                pref_label=choose_label(entry.ref.pref_labels, ()) or LangString(entry.ref.notation),
                score=round(ceiling, 4),
                predicate_id=predicate,
                mapping_justification=justification,
                explanation=explained(evidence),
                evidence=evidence,
            )
        )
    return candidates


def _cited(index: TargetIndex, considered: Considered, reading: Reading) -> list[int]:
    """Return the lines of candidates whose own code the name is, where codes are too long for names of centres."""
    if len(reading.name) < LONG_CODE:
        return []
    rows, called = considered.gathered.rows.tolist(), considered.gathered.called
    return [line for line, row in enumerate(rows) if row in called and index.entries[row].code == reading.name.upper()]


def _statement(neighbours: Neighbours, row: int, target: str, likely: float) -> tuple[str, str]:
    """Return predicate and justification: those of a published mapping of the same name, where there is one."""
    found = neighbours.by_row.get(row)
    nearest = found.nearest if found is not None and found.both_unit >= _SAME_NAME else None
    if nearest is not None and nearest.published:
        chained = "MappingChaining" if len(nearest.origins) > 1 else "LexicalMatching"
        return f"{SKOS}{'broadMatch' if nearest.broad else 'closeMatch'}", f"{SEMAPV}{chained}"
    predicate = "broadMatch" if target == _GROUPS else "exactMatch" if likely >= _SURE else "closeMatch"
    return f"{SKOS}{predicate}", f"{SEMAPV}CompositeMatching"


def _of_centre(published: Published) -> Candidate:
    concept = published.concept
    return Candidate(
        uri=concept.uri,
        notation=concept.notation,
        pref_label=choose_label(concept.pref_labels, ()) or LangString(concept.notation),
        score=round(min(1.0, published.confidence), 4),
        predicate_id=published.predicate_id,
        mapping_justification=published.mapping_justification,
        explanation=published.text,
        evidence=(Evidence("published mapping", published.text, _log_odds(published.confidence), published.french),),
    )


@lru_cache(256)
def _log_odds(confidence: float) -> float:
    sure = min(max(confidence, 0.001), 0.999)
    return round(math.log(sure / (1 - sure)), 2)


def _below(candidate: Candidate, ceiling: float) -> Candidate:
    return replace(candidate, score=round(candidate.score * ceiling, 4)) if ceiling < 1 else candidate


def _check(terms: Sequence[LocalTerm], limit: int) -> None:
    if len(terms) > MOST_TERMS:
        raise InputTooLarge(f"one request maps up to {MOST_TERMS} terms")
    if not 1 <= limit <= MOST_CANDIDATES:
        raise InvalidRequest(f"limit is 1 to {MOST_CANDIDATES}")
    for position, term in enumerate(terms, start=1):
        if not (term.local_name.strip() or term.long_name.strip()):
            raise InvalidRequest(f"term {position} has neither local_name nor long_name")
        texts = (
            term.local_name,
            term.long_name,
            term.unit,
            term.centre,
            term.standard_name,
            term.method,
            term.instrument,
        )
        if max(map(len, texts)) > LONGEST_NAME:
            raise InputTooLarge(f"term {position} has a name over {LONGEST_NAME} characters")
