import pytest

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.services.validation.label_fit import Fit, fit_label, likeness

ENGLISH = Concept(
    "u", "P02", pref_labels=(LangString("Salinity of the water column", "en"),), alt_labels=(LangString("WC_Sal"),)
)
BOTH = Concept("u", "OD1", pref_labels=(LangString("Sea ice", "en"), LangString("Glace de mer", "fr")))


@pytest.mark.parametrize(
    ("text", "language", "concept", "fit", "expected"),
    [
        ("SALINITY of the water  column", "en", ENGLISH, Fit.LABEL, "Salinity of the water column"),
        ("WC_Sal", "fr", ENGLISH, Fit.LABEL, "Salinity of the water column"),
        ("Salinity of water column", "fr", ENGLISH, Fit.MEANT, "Salinity of the water column"),
        ("Salinity of the water body", "fr", ENGLISH, Fit.MEANT, "Salinity of the water column"),
        ("Température", "fr", ENGLISH, Fit.UNKNOWN, "Salinity of the water column"),
        ("Temperature", "en", ENGLISH, Fit.OTHER, "Salinity of the water column"),
        ("GLACE DE MER", "fr", BOTH, Fit.LABEL, "Glace de mer"),
        ("Sea ice", "fr", BOTH, Fit.FOREIGN, "Glace de mer"),
        ("Sea ice", "de", BOTH, Fit.LABEL, "Sea ice"),
        ('Sea ice {acronym="SI" country="France"}', "en", BOTH, Fit.LABEL, "Sea ice"),
    ],
)
def test_text_meets_labels(text: str, language: str, concept: Concept, fit: Fit, expected: str) -> None:
    found = fit_label(text, language, concept)
    assert (found.fit, found.expected) == (fit, expected)


def test_only_a_preferred_label_is_preferred() -> None:
    assert fit_label("salinity of the water column", "en", ENGLISH).preferred
    assert not fit_label("WC_Sal", "en", ENGLISH).preferred


def test_likeness_is_that_of_letters() -> None:
    assert likeness("moored surfase buoy", "moored surface buoy") > 0.9
    assert likeness("Salinité", "Salinite") == 1
    assert likeness("a", "z") == 0
