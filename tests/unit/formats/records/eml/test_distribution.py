from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, dataset


def online(inside: str) -> str:
    return f"<distribution><online>{inside}</online></distribution>"


def test_online_resources_of_the_dataset_and_of_its_files() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("linkage") == [
        "https://data.example.org/salinite-1",
        "https://data.example.org/salinite-1/salinite.csv",
    ]
    assert lifted.said("function") == ["information", "download"]
    assert len(lifted.said("onlineResource")) == 2


def test_function_is_download_where_nothing_is_said() -> None:
    lifted = dataset(online("<url>https://example.org/a</url>"))
    (fact,) = [one for one in lifted.graph.facts if one.predicate.endswith("#function")]
    assert (getattr(fact.object, "lexical", ""), fact.attribute) == ("download", "")


def test_resource_without_address_is_one_a_connection_is_none() -> None:
    assert len(dataset(online("<onlineDescription>x</onlineDescription>")).instances("OnlineResource")) == 1
    assert dataset(online("<connection/>")).instances("OnlineResource") == []


def test_resources_of_sources_are_not_those_of_the_dataset() -> None:
    source = f"<dataSource>{online('<url>https://example.org/source</url>')}</dataSource>"
    lifted = dataset(f"<methods><methodStep><description/>{source}</methodStep></methods>")
    assert lifted.said("linkage") == ["https://example.org/source"]
    assert lifted.said("onlineResource") == []


def test_data_on_a_medium_or_in_the_document_are_understood() -> None:
    lifted = dataset(
        "<distribution><offline><mediumName>disque</mediumName></offline></distribution>"
        "<distribution><inline>1;2</inline></distribution>"
    )
    assert lifted.unlifted() == []
