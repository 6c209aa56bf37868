from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19115-3").decode()
ASSOCIATION = RECORD[
    RECORD.index("<mri:associatedResource>") : RECORD.index("</mri:associatedResource>")
    + len("</mri:associatedResource>")
]


def test_name_and_kinds() -> None:
    for encoding in ("iso19139", "iso19115-3"):
        lifted = Lifted(clean(encoding))
        assert lifted.said("associatedName") == ["Hydrologie des rades"]
        assert lifted.said("associationType") == ["largerWorkCitation"]
        assert lifted.said("initiativeType") == ["study"]
        assert len(lifted.instances("AssociatedResource")) == 1


def test_reference_to_a_record_is_an_identifier() -> None:
    lifted = Lifted(RECORD.replace("<mri:name>", '<mri:metadataReference uuidref="a-1"/><mri:name>', 1).encode())
    assert lifted.said("associatedId") == ["a-1"]


def test_same_resource_in_the_same_way_is_a_repetition() -> None:
    assert Lifted(RECORD.replace(ASSOCIATION, ASSOCIATION * 2).encode()).said("repeatedAssociation") == [
        "Hydrologie des rades"
    ]
    other = ASSOCIATION.replace('codeListValue="study"', 'codeListValue="campaign"')
    assert Lifted(RECORD.replace(ASSOCIATION, ASSOCIATION + other).encode()).said("repeatedAssociation") == []
