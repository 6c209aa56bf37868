from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, dataset, edited


def test_facts_of_the_record() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("metadataId") == ["example.1.1"]
    assert lifted.said("standardVersion") == ["2.2.0"]
    assert lifted.said("packageSystem") == ["example"]
    assert lifted.graph.summary.title == "Salinité de surface en rade"


def test_package_identifier_is_said_by_its_attribute() -> None:
    (fact,) = [one for one in Lifted(RECORD.encode()).graph.facts if one.predicate.endswith("#metadataId")]
    assert fact.attribute == "packageId"


def test_other_resources_are_no_datasets() -> None:
    text = RECORD.replace("<dataset>", "<software>").replace("</dataset>", "</software>")
    lifted = Lifted(text.encode())
    assert lifted.instances("EmlResource") == ["/eml:eml/software"]
    assert lifted.instances("EmlDataset") == []


def test_older_namespaces_give_the_same_facts() -> None:
    older = edited("https://eml.ecoinformatics.org/eml-2.2.0", "eml://ecoinformatics.org/eml-2.1.1")
    assert older.said("standardVersion") == ["2.1.1"]
    texts, before = (
        [fact.object for fact in lifted.graph.facts if not isinstance(fact.object, str)]
        for lifted in (older, Lifted(RECORD.encode()))
    )
    assert [one.lexical for one in texts if one.lexical != "2.1.1"] == [
        one.lexical for one in before if one.lexical != "2.2.0"
    ]


def test_clean_record_is_understood_whole() -> None:
    assert Lifted(RECORD.encode()).unlifted() == []


def test_what_is_unknown_is_told() -> None:
    lifted = dataset("<title>T</title><nouveau><x/></nouveau>", "<access><allow/></access>")
    assert lifted.unlifted() == ["/eml:eml/dataset/nouveau", "/eml:eml/access"]
