"""The drafter over what the mapper knows of a snapshot, made when it is asked for first."""

from collections.abc import Callable
from threading import Lock

from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.knowledge import Knowledge
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.term_requests.drafting import Drafter
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon
from vocabsvc.services.term_requests.requested_units import RequestedUnits
from vocabsvc.services.term_requests.segments import Segmenter

_ENGLISH = "en"


class DrafterSource:
    """Makes the drafter once: all labels of P01 are taken apart for it, which takes seconds. Threads may share it."""

    def __init__(self, knowledge: Callable[[], Knowledge], glossary: Glossary, target: str) -> None:
        self._knowledge = knowledge
        self._glossary = glossary
        self._target = target.lower()
        self._lock = Lock()
        self._made: Drafter | None = None

    def drafter(self) -> Drafter:
        """Return the drafter of this snapshot."""
        with self._lock:
            if self._made is None:
                self._made = self._drafter()
            return self._made

    def _drafter(self) -> Drafter:
        knowledge, wording = self._knowledge(), Wording.shipped()
        index = knowledge.indexes[self._target]
        segmenter = Segmenter(knowledge.reader, wording, index.proper_words.__contains__, self._glossary.knows)
        lexicon = LabelLexicon(index.entries, wording)
        return Drafter(lexicon, RequestedUnits(knowledge.units), knowledge.reader, segmenter, self._in_english)

    def _in_english(self, text: str) -> str:
        return next((one.text for one in self._glossary.readings(text) if one.lang == _ENGLISH), "")
