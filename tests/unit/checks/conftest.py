import pytest

from tests.cases import shape_files
from tests.code_lists import code_lists
from tests.registers import Links, Registers
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes
from vocabsvc.services.validation.code_facts import CodeFacts
from vocabsvc.services.validation.country_facts import CountryFacts
from vocabsvc.services.validation.licence_facts import LicenceFacts
from vocabsvc.services.validation.link_facts import LinkFacts
from vocabsvc.services.validation.organisation_facts import OrganisationFacts
from vocabsvc.services.validation.validation import Validation
from vocabsvc.services.validation.vocabulary_facts import FactSource, VocabularyFacts

LIMIT = 1_000_000


@pytest.fixture(scope="session")
def shapes() -> ShapesGraph:
    return prepare_shapes(shape_files())


@pytest.fixture(scope="session")
def validation(shapes: ShapesGraph, terms: tuple[FactSource, ...]) -> Validation:
    known = Registers()
    registers = (OrganisationFacts(known), LicenceFacts(known), CountryFacts(code_lists()), LinkFacts(Links()))
    return Validation(shapes, LIMIT, VocabularyFacts((CodeFacts(code_lists()), *registers, *terms)))
