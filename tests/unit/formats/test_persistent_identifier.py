import pytest

from vocabsvc.formats.persistent_identifier import doi_iri, persistent_iri

SALINITY = "https://doi.org/10.17882/42182"


@pytest.mark.parametrize(
    "text",
    [
        SALINITY,
        "http://dx.doi.org/10.17882/42182",
        "https://www.doi.org/10.17882/42182",
        "doi:10.17882/42182",
        "DOI: 10.17882/42182",
        "info:doi/10.17882/42182",
        " 10.17882/42182 ",
    ],
)
def test_doi_in_any_form_is_one_address(text: str) -> None:
    assert doi_iri(text) == SALINITY
    assert persistent_iri(text) == SALINITY


@pytest.mark.parametrize(
    "text", ["doi:10.17882", "10.17/42182", "https://doi.org/", "10.17882/a b", "doi: https://doi.org/10.1/2"]
)
def test_what_only_looks_like_a_doi_is_none(text: str) -> None:
    assert doi_iri(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "hdl:10013/epic.12345",
        "https://hdl.handle.net/10013/epic.12345",
        "ark:/12148/btv1b8449691v",
        "https://n2t.net/ark:/99152/p0",
        "https://purl.org/poi/1",
        "urn:nbn:fr:inserm-00123456",
    ],
)
def test_other_registered_identifiers_are_kept_as_they_are(text: str) -> None:
    assert persistent_iri(text) == text


@pytest.mark.parametrize("text", ["", "SAL-1", "https://data.example.org/1", "7f3a8c1e-0000-4000-8000-000000000000"])
def test_the_rest_is_not_persistent(text: str) -> None:
    assert persistent_iri(text) == ""
