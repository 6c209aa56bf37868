"""All that is asked about the terms in a record; what else is known of a noun is one more line here."""

from vocabsvc.services.validation.annotation_facts import AnnotationFacts
from vocabsvc.services.validation.code_facts import CodeFacts
from vocabsvc.services.validation.code_lists import VOCABULARIES, read_code_lists
from vocabsvc.services.validation.country_facts import CountryFacts
from vocabsvc.services.validation.keyword_facts import KeywordFacts
from vocabsvc.services.validation.known_thesauri import KnownThesauri
from vocabsvc.services.validation.licence_facts import LicenceFacts
from vocabsvc.services.validation.loaded_facts import LoadedFacts
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.organisation_facts import OrganisationFacts
from vocabsvc.services.validation.suggestions import KeywordSuggestions
from vocabsvc.services.validation.unit_facts import UnitFacts
from vocabsvc.services.validation.vocabulary_facts import FactSource
from vocabsvc.store.base import TermIndex


def fact_sources(terms: LoadedTerms, index: TermIndex) -> tuple[FactSource, ...]:
    """Return the sources of ``VocabularyFacts`` over what is loaded."""
    code_lists = read_code_lists({name: terms.statements(name) for name in VOCABULARIES})
    return (
        LoadedFacts(terms),
        CodeFacts(code_lists),
        CountryFacts(code_lists),
        KeywordFacts(terms, KnownThesauri(terms.vocabularies), KeywordSuggestions(terms, index)),
        AnnotationFacts(terms),
        UnitFacts(terms),
        OrganisationFacts(terms),
        LicenceFacts(terms),
    )
