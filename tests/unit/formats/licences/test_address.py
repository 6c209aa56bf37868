import pytest

from vocabsvc.formats.licences.address import address_of, licence_at, licence_of_id
from vocabsvc.model.licence import Licence


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by/4.0/deed.fr", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/legalcode", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/fr/", "CC-BY-NC-SA-3.0-FR"),
        ("http://creativecommons.org/licenses/by-sa-nc/2.5", "CC-BY-NC-SA-2.5"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://spdx.org/licenses/CC-BY-4.0.html", "CC-BY-4.0"),
        ("https://spdx.org/licenses/CC-BY-NC-SA-3.0-IGO", "CC-BY-NC-SA-3.0-IGO"),
        ("https://spdx.org/licenses/etalab-2.0", "etalab-2.0"),
        ("https://spdx.org/licenses/MIT", "MIT"),
        ("http://publications.europa.eu/resource/authority/licence/CC_BYNC_4_0", "CC-BY-NC-4.0"),
        ("http://publications.europa.eu/resource/authority/licence/CC0", "CC0-1.0"),
        ("http://vocab.nerc.ac.uk/collection/L08/current/CB/", "CC-BY-4.0"),
        ("http://www.seadatanet.org/urnurl/SDN:L08::LS", "SeaDataNet"),
        ("SDN:L08::UN", "L08-UN"),
        ("https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf", "etalab-2.0"),
        ("https://github.com/etalab/licence-ouverte/blob/master/LO.md", "etalab"),
        ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-UK-3.0"),
        ("https://ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada", "OGL-Canada-2.0"),
        ("https://opendatacommons.org/licenses/odbl/1-0/", "ODbL-1.0"),
        ("https://www.govdata.de/dl-de/by-2-0", "DL-DE-BY-2.0"),
        (
            "http://inspire.ec.europa.eu/metadata-codelist/ConditionsApplyingToAccessAndUse/noConditionsApply",
            "no-conditions",
        ),
    ],
)
def test_licence_at_an_address(address: str, name: str) -> None:
    licence = licence_at(address)
    assert licence is not None
    assert licence.name == name


@pytest.mark.parametrize(
    "address",
    ["https://creativecommons.org/licenses/", "http://creativecommons.org/international/", "https://x.org/by/4.0"],
)
def test_page_that_is_no_licence(address: str) -> None:
    assert licence_at(address) is None


@pytest.mark.parametrize(
    "identifier",
    [
        "CC-BY-4.0",
        "CC-BY-NC-ND-3.0-IGO",
        "CC-BY-3.0-AU",
        "CC0-1.0",
        "ODbL-1.0",
        "etalab-2.0",
        "OGL-UK-3.0",
        "DL-DE-BY-2.0",
    ],
)
def test_address_of_a_licence_leads_back_to_it(identifier: str) -> None:
    licence = licence_of_id(identifier)
    assert licence.name == identifier
    address = address_of(licence)
    assert address.startswith("https://")
    assert licence_at(address) == licence


def test_what_only_one_of_two_tells_is_no_difference() -> None:
    licence = Licence("CC-BY", "3.0", "FR")
    assert licence.agrees_with(Licence("CC-BY"))
    assert licence.agrees_with(Licence("CC-BY", "3.0"))
    assert not licence.agrees_with(Licence("CC-BY", "4.0"))
    assert not licence.agrees_with(Licence("CC-BY", "3.0", "AU"))
    assert not licence.agrees_with(Licence("CC-BY-NC", "3.0", "FR"))


def test_open_licences() -> None:
    assert all(licence_of_id(name).is_open for name in ("CC-BY-4.0", "CC0-1.0", "etalab-2.0", "ODbL-1.0"))
    assert not any(licence_of_id(name).is_open for name in ("CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0"))
