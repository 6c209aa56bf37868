import pytest

from vocabsvc.formats.organisation_name import same_organisation, without_remarks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IFREMER", "IFREMER / IDM/SISMER - Scientific Information Systems for the SEA"),
        ("Institut français de recherche pour l'exploitation de la mer", "Ifremer"),
        ("Shom", "SHOM (Service hydrographique et océanographique de la marine)"),
        ("British Oceanographic Data Centre", "BODC"),
        ("German Oceanographic Datacentre", "Deutsches Ozeanographisches Datenzentrum"),
        ("UNIVERSITE DE NANTES / LAB. DE GEOLOGIE MARINE", "Université de Nantes, géologie marine"),
        ("", "Ifremer"),
    ],
)
def test_spellings_of_one_organisation(one: str, other: str) -> None:
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Rouen", "University of Birmingham, Department of Geological Sciences"),
        ("Ifremer", "Flanders Marine Institute (VLIZ)"),
        ("Shom", "Flanders Marine Institute"),
        ("Centre d’essai", "Ifremer"),
    ],
)
def test_other_organisations(one: str, other: str) -> None:
    assert not same_organisation(one, other)
    assert not same_organisation(other, one)


def test_remarks_are_left_out() -> None:
    assert without_remarks("Ifremer (centre de Brest), ") == "Ifremer"
    assert without_remarks("Météo-France") == "Météo-France"
