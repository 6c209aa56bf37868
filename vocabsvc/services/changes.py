"""What changed in a vocabulary since somebody last looked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.formats.dates import parse_date
from vocabsvc.model.change import ConceptChange, Edition, EditionChanges, History, merge_changes

LONGEST_SINCE = 200


class Changes:
    """Answers from the histories of the vocabularies that are loaded."""

    def __init__(self, histories: Iterable[History]) -> None:
        self._histories = {history.vocabulary.lower(): history for history in histories}
        self._by_concept = {name: _by_concept(history) for name, history in self._histories.items()}

    def since(self, vocabulary: str, since: str = "") -> EditionChanges:
        """Return what changed, several editions merged into one step.

        ``since`` is the name of an edition, as an earlier answer gave it; else a date, and everything
        counts that was loaded or is dated from that day on; else empty, from the oldest edition known. Of
        editions with one name (a file that was corrected) the oldest is meant.

        Raises:
            UnknownName: no such vocabulary is loaded.
            InvalidRequest: neither a known edition nor a date.
        """
        history = self._histories.get(vocabulary.lower())
        if history is None:
            raise UnknownName(f"unknown vocabulary {vocabulary!r}")
        start = _start(history, since)
        steps, editions = history.steps[start:], history.editions
        merged = merge_changes(step.changes for step in steps)
        return EditionChanges(history.vocabulary, editions[start], editions[-1], merged)

    def of_concept(self, vocabulary: str, uri: str) -> tuple[ConceptChange, ...]:
        """Return what editions changed in one concept, newest first."""
        return tuple(reversed(self._by_concept.get(vocabulary.lower(), {}).get(uri, ())))


def _by_concept(history: History) -> Mapping[str, Sequence[ConceptChange]]:
    found: dict[str, list[ConceptChange]] = {}
    for step in history.steps:
        for change in step.changes:
            found.setdefault(change.uri, []).append(ConceptChange(step.to_edition, change))
    return found


def _start(history: History, since: str) -> int:
    """Return the position of the edition to start from."""
    if not since:
        return 0
    names = [edition.name for edition in history.editions]
    if since in names:
        return names.index(since)
    moment = parse_date(since)
    if moment is None:
        known = ", ".join(dict.fromkeys(names))
        raise InvalidRequest(
            f"unknown edition {since!r} of {history.vocabulary}: known are {known}; or give a date such as 2026-01-31"
        )
    first_moment = datetime.fromisoformat(moment.earliest.lexical)
    later = (number for number, step in enumerate(history.steps) if _is_from(step.to_edition, first_moment))
    return next(later, len(history.steps))


def _is_from(edition: Edition, moment: datetime) -> bool:
    if datetime.fromisoformat(edition.loaded) >= moment:
        return True
    dated = parse_date(edition.date)
    return dated is not None and datetime.fromisoformat(dated.latest.lexical) >= moment
