import pytest

from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.validation.known_thesauri import KnownThesauri, nvs_vocabulary

P02 = Vocabulary(
    "P02",
    "http://vocab.nerc.ac.uk/collection/P02/current/",
    (LangString("SeaDataNet Parameter Discovery Vocabulary", "en"),),
)
THEMES = Vocabulary("inspire-themes", "http://inspire.ec.europa.eu/theme", (LangString("Thèmes INSPIRE", "fr"),))
THESAURI = KnownThesauri((P02, THEMES))


@pytest.mark.parametrize(
    "address",
    [
        "http://vocab.nerc.ac.uk/collection/P02/current/",
        "https://vocab.nerc.ac.uk/collection/P02/current",
        "http://vocab.nerc.ac.uk/collection/P02/",
        "http://vocab.ndg.nerc.ac.uk/list/P021/current",
        "SDN:P02",
        "SDN:P02::",
        "SDN:P021:35:",
        "https://www.seadatanet.org/urnurl/SDN:P02",
        "geonetwork.thesaurus.external.parameter.NVS.P02",
        "https://sextant.ifremer.fr/geonetwork/srv/api/registries/vocabularies/external.parameter.NVS.P02",
    ],
)
def test_p02_is_recognised_by_its_addresses(address: str) -> None:
    found = THESAURI.by_address(address)
    assert found is not None
    assert (found.id, found.vocabulary) == ("P02", P02)


@pytest.mark.parametrize(
    "title",
    [
        "SeaDataNet Parameter Discovery Vocabulary",
        "SeaDataNet Parameter Discovery\n            Vocabulary",
        "BODC Parameter Discovery Vocabulary",
        "NERC/BODC Parameter Discovery Vocabulary",
        "Parameter Discovery Vocabulary (P02)",
        "Thésaurus SeaDataNet PDV (P02)",
        "NVS P02",
        "P021",
        "SeaDataNet PDV",
    ],
)
def test_p02_is_recognised_by_its_titles(title: str) -> None:
    found = THESAURI.by_title(title)
    assert found is not None
    assert found.vocabulary == P02


@pytest.mark.parametrize(
    "title",
    ["GEMET - INSPIRE themes, version 1.0", "GEMET – INSPIRE themes", "GEMET inspire themes - version 1.0"],
)
def test_inspire_themes_are_recognised(title: str) -> None:
    found = THESAURI.by_title(title)
    assert found is not None
    assert found.vocabulary == THEMES


@pytest.mark.parametrize("title", ["", "GEMET", "Vocabulary", "GCMD Science Keywords", "Room P02X", "Parameter"])
def test_other_titles_are_not(title: str) -> None:
    assert THESAURI.by_title(title) is None


def test_address_goes_before_title_and_what_is_not_loaded_has_its_id_alone() -> None:
    found = THESAURI.recognised(["SDN:L05"], ["SeaDataNet Parameter Discovery Vocabulary"])
    assert found is not None
    assert (found.id, found.vocabulary) == ("L05", None)
    assert THESAURI.recognised(["https://example.org/"], ["Mots du port"]) is None


def test_collection_of_a_concept_is_read_off_its_address() -> None:
    assert nvs_vocabulary("http://vocab.nerc.ac.uk/collection/C17/current/35A5") == "C17"
    assert nvs_vocabulary("https://example.org/x") == ""
