from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def test_facts_of_the_record() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("metadataId") == ["urn:example:salinite-1"]
    assert lifted.said("language") == ["fre", "fre"]  # of the record and of the resource
    assert lifted.said("scope") == ["dataset"]
    assert lifted.said("metadataDate") == ["2024-03-01"]
    assert set(lifted.said("organisationName")) == {"Centre d’essai", "Ifremer"}
    assert lifted.said("email") == ["fiches@example.org", "donnees@example.org", "diffusion@example.org"]
    assert lifted.said("role") == ["pointOfContact", "author", "publisher", "custodian", "distributor"]
    assert lifted.said("name") == ["salinite", "salinite-1", "NetCDF"]
    assert lifted.said("statement") == ["Moyennes horaires, valeurs douteuses écartées."]
    assert len(lifted.instances("DataRecord")) == len(lifted.instances("Dataset")) == 1


def test_profile_elements_stand_for_standard_ones() -> None:
    profile = (
        RECORD.replace("gmd:MD_DataIdentification>", "sdn:SDN_DataIdentification>")
        .replace(
            "<sdn:SDN_DataIdentification>", '<sdn:SDN_DataIdentification gco:isoType="MD_DataIdentification_Type">'
        )
        .replace("<gmd:MD_Metadata ", '<gmd:MD_Metadata xmlns:sdn="http://www.seadatanet.org" ', 1)
        .replace("http://www.opengis.net/gml/3.2", "http://www.opengis.net/gml")
    )
    standard = Lifted(RECORD.encode())
    lifted = Lifted(profile.encode())
    for name in ("title", "abstract", "label", "west", "begin", "endLatest", "otherConstraint"):
        assert lifted.said(name) == standard.said(name) != []


def test_code_list_element_as_keyword_gives_its_text() -> None:
    lifted = edited(
        "<gco:CharacterString>eau de surface</gco:CharacterString>",
        '<gmd:SDN_ParameterDiscoveryCode codeList="x" codeListValue="PSAL">Salinité</gmd:SDN_ParameterDiscoveryCode>',
    )
    assert lifted.said("label")[:2] == ["salinité", "Salinité"]


def test_series_and_services_are_no_datasets() -> None:
    series = edited('MD_ScopeCode" codeListValue="dataset"', 'MD_ScopeCode" codeListValue="series"')
    assert series.instances("Series")
    assert series.instances("DataRecord")
    assert not series.instances("Dataset")
    model = edited('MD_ScopeCode" codeListValue="dataset"', 'MD_ScopeCode" codeListValue="model"')
    assert not model.instances("Dataset")
    assert not model.instances("DataRecord")
    service = Lifted(RECORD.replace("gmd:MD_DataIdentification>", "gmd:SV_ServiceIdentification>").encode())
    assert service.instances("Service")
    assert not service.instances("Dataset")
