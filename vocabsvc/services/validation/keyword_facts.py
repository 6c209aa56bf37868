"""What the loaded vocabularies know about the keywords of a record."""

from collections.abc import Iterable, Iterator

from vocabsvc.model.record import Fact, FactIndex, RecordGraph, text_of
from vocabsvc.namespaces import DEF
from vocabsvc.services.validation.cited_keywords import CitedKeywords
from vocabsvc.services.validation.keyword_groups import KeywordGroup, read_group, thesaurus_facts, type_facts
from vocabsvc.services.validation.known_thesauri import KnownThesauri
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.named_keywords import NamedKeywords, Suggestions
from vocabsvc.services.validation.record_language import language_of

_THOROUGHLY = 200
"""Keywords of one record that are compared with what is spelt alike: few real ones have more than half as many."""


class KeywordFacts:
    """A ``FactSource`` about keywords and their groups."""

    def __init__(self, terms: LoadedTerms, thesauri: KnownThesauri, suggestions: Suggestions) -> None:
        self._thesauri = thesauri
        self._cited = CitedKeywords(terms)
        self._named = NamedKeywords(terms, suggestions, self._cited)

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return what is known of the thesaurus of each group and of each keyword."""
        language = language_of(index)
        seen = 0
        for node in index.nodes("KeywordGroup"):
            group = read_group(index, node, language, self._thesauri)
            yield from thesaurus_facts(index, group, self._thesauri)
            keywords = index.texts(node, "keyword")
            facts = [
                fact
                for number, keyword in enumerate(keywords, seen)
                for fact in self._keyword_facts(index, group, keyword, thorough=number < _THOROUGHLY)
            ]
            seen += len(keywords)
            yield from facts
            kinds = (text_of(fact.object) for fact in facts if fact.predicate == f"{DEF}termKind")
            yield from type_facts(index, group, kinds)

    def _keyword_facts(self, index: FactIndex, group: KeywordGroup, node: str, *, thorough: bool) -> Iterator[Fact]:
        cited = _citation(index, node)
        if cited is not None:
            yield from self._cited.facts(index, group, node, *cited)
            return
        for label in index.facts(node, "label")[:1]:
            if text_of(label.object):
                yield from self._named.facts(group, node, label, thorough=thorough)


def _citation(index: FactIndex, node: str) -> tuple[Fact, str] | None:
    """Return the fact by which a keyword cites a concept, and what it cites, or ``None``."""
    for fact in index.facts(node, "uri"):
        return fact, text_of(fact.object)
    for fact in index.facts(node, "code"):
        vocabulary = index.text(node, "codeVocabulary")
        return fact, f"SDN:{vocabulary}::{text_of(fact.object)}"
    return None
