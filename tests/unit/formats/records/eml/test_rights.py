from tests.unit.formats.records.eml.documents import dataset


def test_licence_has_name_address_and_identifier() -> None:
    lifted = dataset(
        "<licensed><licenseName>Licence Ouverte 2.0</licenseName><url>https://spdx.org/licenses/etalab-2.0</url>"
        "<identifier>etalab-2.0</identifier></licensed>"
    )
    assert lifted.said("licenceName") == ["Licence Ouverte 2.0"]
    assert lifted.said("licenceUri") == ["https://spdx.org/licenses/etalab-2.0"]
    assert lifted.said("licenceId") == ["etalab-2.0"]
    assert lifted.places("constraints") == ["/eml:eml/dataset/licensed"]


def test_rights_in_words_bring_their_links() -> None:
    lifted = dataset(
        "<intellectualRights><para>Sous <ulink url='https://creativecommons.org/licenses/by/4.0/'><citetitle>CC BY"
        "</citetitle></ulink>.</para></intellectualRights>"
    )
    assert lifted.said("useLimitation") == ["Sous CC BY."]
    assert lifted.said("useLimitationUri") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert lifted.places("useLimitation") == lifted.places("useLimitationUri")
