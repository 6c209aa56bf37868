"""What was decided, written back to the files of mapping sets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.sssom_rewrite import Rewriting, rewrite_sssom
from vocabsvc.model.decision import CuratedMapping
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.curation.rows import inert
from vocabsvc.services.curation.states import filed_row, states_of


@dataclass(frozen=True, slots=True)
class ExportedSet:
    """A file and how many of its rows differ from what it was made of."""

    name: str
    content: bytes
    changed: int


class MappingExport:
    """Writes sets from the files of one snapshot, or from newer ones.

    ``files`` are names and contents as they were loaded.
    """

    def __init__(
        self,
        curation: Curation,
        files: Callable[[], Iterator[tuple[str, bytes]]],
        vocabularies: Sequence[Vocabulary],
        base_uri: str,
    ) -> None:
        self._curation = curation
        self._files = files
        self._namespaces: Mapping[str, str] = {one.id: one.uri for one in vocabularies if one.uri}
        self._base_uri = base_uri

    def sets(self, newer: Callable[[str], bytes | None]) -> Iterator[ExportedSet]:
        """Yield every set with what is proposed or accepted in it; the order of rows is stable.

        ``newer`` gives the content of a file that is to be kept up, by name, ``None`` where there is none: what was
        changed in it by other means stays. A set on which nothing was decided is yielded byte by byte. No cell starts
        a formula: an apostrophe stands before one that would.

        Raises:
            UnreadableInput: a newer file that is no mapping set.
            DatabaseUnreachable: the log of decisions is away.
        """
        known = self._curation.known_decisions()
        for name, loaded in self._files():
            current = newer(name)
            data = loaded if current is None else current
            mapping_set = read_sssom(data, name, self._base_uri)
            rewriting = _rewriting(states_of(mapping_set, known.get(mapping_set.id, {})).values())
            content = rewrite_sssom(data, rewriting, self._namespaces, self._base_uri)
            yield ExportedSet(name, content, len(rewriting.changed) + len(rewriting.added))


def _rewriting(states: Iterable[CuratedMapping]) -> Rewriting:
    changed: dict[int, SssomMapping | None] = {}
    added = []
    for state in states:
        wanted = _wanted(state)
        if state.filed is None:
            added += [wanted] if wanted else []
        elif wanted != replace(state.filed, line=0):
            changed[state.filed.line] = wanted
    return Rewriting(changed, added)


def _wanted(state: CuratedMapping) -> SssomMapping | None:
    if state.edited or not state.decisions:
        return inert(state.filed) if state.filed else None
    return filed_row(state)
