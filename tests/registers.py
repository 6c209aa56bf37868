"""A few entries of EDMO, SPDX and NVS L08, and a few links: what tests of validation know of the world."""

from vocabsvc.model.concept import Concept, ConceptRef, Status
from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString
from vocabsvc.model.link import LinkAnswer
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.loaded_terms import labels_of

_SPACES = {
    "EDMO": "https://edmo.seadatanet.org/report/",
    "SPDX": "http://spdx.org/licenses/",
    "L08": "http://vocab.nerc.ac.uk/collection/L08/current/",
}


def _entry(vocabulary: str, code: str, *labels: str, successor: str = "") -> Concept:
    end = "/" if vocabulary == "L08" else ""
    return Concept(
        uri=f"{_SPACES[vocabulary]}{code}{end}",
        vocabulary=vocabulary,
        pref_labels=(LangString(labels[0], "en"),),
        alt_labels=tuple(LangString(label) for label in labels[1:]),
        status=Status.DEPRECATED if successor else Status.CURRENT,
        replaced_by=(f"{_SPACES[vocabulary]}{successor}",) if successor else (),
    )


_ENTRIES = (
    _entry("EDMO", "486", "IFREMER / IDM/SISMER"),
    _entry("EDMO", "540", "Shom", "Service hydrographique et océanographique de la marine"),
    _entry("EDMO", "1", "University of Birmingham, Department of Geological Sciences", successor="2458"),
    _entry("EDMO", "2458", "University of Birmingham"),
    _entry("SPDX", "CC-BY-4.0", "Creative Commons Attribution 4.0 International"),
    _entry("L08", "UN", "unrestricted"),
    _entry("L08", "CB", "Creative Commons Attribution 4.0 International"),
)


class Registers:
    """Answers as ``LoadedTerms`` does, from the entries above or from those of some vocabularies alone."""

    def __init__(self, *names: str) -> None:
        self._names = names or tuple(_SPACES)
        self._concepts = {one.uri: one for one in _ENTRIES if one.vocabulary in self._names}

    def vocabulary(self, name: str) -> Vocabulary | None:
        return Vocabulary(name, _SPACES[name], ()) if name in self._names else None

    def concept(self, uri: str, /) -> Concept | None:
        return self._concepts.get(uri)

    def labelled(self, label: str, vocabulary: str = "") -> tuple[ConceptRef, ...]:
        return tuple(
            one.ref()
            for one in self._concepts.values()
            if vocabulary in {"", one.vocabulary} and fold(label) in {fold(found.text) for found in labels_of(one)}
        )

    def successors(self, concept: Concept) -> tuple[Concept, ...]:
        return tuple(self._concepts[uri] for uri in concept.replaced_by if uri in self._concepts)


class Links:
    """A link checker that tries two hosts only: one is dead, the other is at home at https."""

    def answer(self, address: str) -> LinkAnswer | None:
        if address.startswith("https://dead.example.org/"):
            return LinkAnswer(410, address)
        if address.startswith("http://moved.example.org/"):
            return LinkAnswer(200, address.replace("http:", "https:"))
        return None
