from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, dataset, edited


def test_facts_of_the_resource() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("title")[0] == "Salinité de surface en rade"
    assert lifted.said("abstract")[0].startswith("Mesures de salinité de surface faites chaque heure par une sonde")
    assert lifted.instances("Resource") == lifted.instances("EmlDataset") == ["/eml:eml/dataset"]


def test_publication_date_is_a_date_of_the_citation() -> None:
    lifted = dataset("<pubDate>2024</pubDate>")
    assert lifted.instances("CitationDate") == lifted.instances("PublicationDate") == ["/eml:eml/dataset/pubDate"]
    assert (lifted.said("value"), lifted.datatypes("value")) == (["2024"], ["gYear"])
    assert lifted.said("dateType") == ["publication"]
    assert lifted.said("publicationEarliest") == ["2024-01-01T00:00:00Z"]
    assert lifted.said("publicationLatest") == ["2024-12-31T23:59:59Z"]


def test_publication_date_that_is_none_has_no_bounds() -> None:
    lifted = edited("<pubDate>2024</pubDate>", "<pubDate>bientôt</pubDate>")
    assert "bientôt" in lifted.said("value")
    assert lifted.said("publicationLatest") == []


def test_persistent_identifier_stands_in_either_place() -> None:
    lifted = dataset('<alternateIdentifier system="https://doi.org">doi:10.6073/pasta/1</alternateIdentifier>')
    assert lifted.said("resourceId") == ["doi:10.6073/pasta/1"]
    assert lifted.said("persistentId") == ["https://doi.org/10.6073/pasta/1"]
    assert "https://doi.org/10.18739/A2" in edited('"example.1.1"', '"doi:10.18739/A2"').said("persistentId")
