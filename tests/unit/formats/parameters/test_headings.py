import pytest

from vocabsvc.formats.parameters.headings import fields_of


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["name", "long_name", "units"], {"local_name": "name", "long_name": "long_name", "unit": "units"}),
        (["code", "name"], {"local_name": "code", "long_name": "name"}),
        (["Nom", "Libellé", "Unité(s)"], {"local_name": "Nom", "long_name": "Libellé", "unit": "Unité(s)"}),
        (["code", "name", "description"], {"local_name": "code", "long_name": "name"}),
        (["PARAMÈTRE", "Description"], {"local_name": "PARAMÈTRE", "long_name": "Description"}),
        (["Nom court", "Nom CF", "Méthode d’analyse"],
         {"local_name": "Nom court", "standard_name": "Nom CF", "method": "Méthode d’analyse"}),
        (["local_name", "name", "code"], {"local_name": "local_name", "long_name": "name"}),
        (["colour", ""], {}),
    ],
)  # fmt: skip
def test_french_and_english_headings_tell_the_fields(headings: list[str], fields: dict[str, str]) -> None:
    assert fields_of(headings) == fields
