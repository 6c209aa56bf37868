import pytest

from vocabsvc.formats.licences.address import address_of
from vocabsvc.formats.licences.wording import licence_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC-BY 4.0", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC-BY-4.0 CC-BY-4.0", "CC-BY-4.0"),
        ("Creative Commons Attribution 4.0", "CC-BY-4.0"),
        ("Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("CC-BY: Creative Commons Attribution 3.0 Unported", "CC-BY-3.0"),
        ("Creative Commons Attribution 3.0 Australia License", "CC-BY-3.0-AU"),
        ("CC-BY-NC-ND 3.0 FR", "CC-BY-NC-ND-3.0-FR"),
        ("by-nc", "CC-BY-NC"),
        ("by-nc-sa 4.0", "CC-BY-NC-SA-4.0"),
        ("CC BY-SA", "CC-BY-SA"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution - Pas d’Utilisation Commerciale 4.0", "CC-BY-NC-4.0"),
        (
            "Creative Commons Paternité - Pas d'Utilisation Commerciale - Partage à l'Identique 3.0 France",
            "CC-BY-NC-SA-3.0-FR",
        ),
        ("Creative Commons Namensnennung - Keine Bearbeitungen 4.0 International", "CC-BY-ND-4.0"),
        ("Données sous Creative Commons Attribution – Pas de Modification, version 4.0.", "CC-BY-ND-4.0"),
        ("Licensed under CC BY 4.0, including commercial use", "CC-BY-4.0"),
        ("CC0", "CC0-1.0"),
        ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
        ("Licence Ouverte / Open Licence Etalab v2.0", "etalab-2.0"),
        ("Licence Ouverte 2.0", "etalab-2.0"),
        ("LICENCE OUVERTE version 1.0", "etalab-1.0"),
        ("Licence Ouverte", "etalab"),
        ("sous licence ouverte Etalab", "etalab"),
        ("Licence ODbL mai 2013 (basée sur ODbL 1.0)", "ODbL-1.0"),
        ("Open Data Commons Open Database License", "ODbL-1.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("Open Government Licence - Canada", "OGL-Canada-2.0"),
        ("Licence du gouvernement ouvert – Canada", "OGL-Canada-2.0"),
        ("Datenlizenz Deutschland – Namensnennung – Version 2.0", "DL-DE-BY-2.0"),
        ("SeaDataNet licence", "SeaDataNet"),
    ],
)
def test_licence_is_recognised(text: str, name: str) -> None:
    licence = licence_named(text)
    assert licence is not None
    assert licence.name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "© Ifremer",
        "Creative Commons",
        "Attribution 4.0",
        "Open Licence",
        "Open Government Licence",
        "données sous licence ouverte",
        "CC-BY or CC-BY-NC",
        "CC BY 4.0 pour les données, ODbL pour la base",
        "CC BY 4.0, not for commercial use",
        "CC BY 4.0, no derivatives",
        "Tout est en CC BY 4.0 sauf les images",
        "This is not licensed under Creative Commons Attribution 4.0",
        "Data by the institute, 4.0 MB",
        "CC BY 4.0 " + "x" * 2000,
    ],
)
def test_nothing_is_claimed_without_certainty(text: str) -> None:
    assert licence_named(text) is None


def test_no_version_is_guessed() -> None:
    for text in ("CC-BY", "CC BY 3.0 / CC BY 4.0", "Licence Ouverte"):
        licence = licence_named(text)
        assert licence is not None
        assert (licence.version, address_of(licence)) == ("", "")
