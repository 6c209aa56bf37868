from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("eml").decode()


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def test_facts_of_the_record() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("metadataId") == ["example.1.1"]
    assert lifted.said("title") == ["Salinité de surface en rade"]
    assert lifted.said("abstract")[0].startswith("Mesures de salinité de surface faites chaque heure par une sonde")
    assert (lifted.said("publicationDate"), lifted.datatypes("publicationDate")) == (["2024"], ["gYear"])
    assert lifted.said("label") == ["salinité"]
    assert lifted.said("licence") == ["Creative Commons Attribution 4.0 International"]
    assert lifted.said("west") == ["-4.60"]
    assert (lifted.said("beginEarliest"), lifted.said("endLatest")) == (
        ["2019-05-01T00:00:00Z"],
        ["2021-12-31T23:59:59Z"],
    )
    assert lifted.said("definition") == ["Salinité pratique de l’eau"]
    assert lifted.said("measurementScale") == ["ratio"]
    assert lifted.said("unit") == ["dimensionless"]
    assert lifted.said("linkage") == ["https://data.example.org/salinite-1"]


def test_reference_is_followed() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("resourceContact") == lifted.said("creator")


def test_reference_without_target_is_kept_as_one() -> None:
    lifted = edited("<references>auteur</references>", "<references>personne</references>")
    assert lifted.said("href") == ["personne"]
    assert lifted.instances("Reference") == ["/eml:eml/dataset/contact"]


def test_other_resources_are_no_datasets() -> None:
    text = RECORD.replace("<dataset>", "<software>").replace("</dataset>", "</software>")
    lifted = Lifted(text.encode())
    assert lifted.instances("EmlResource") == ["/eml:eml/software"]
    assert lifted.instances("EmlDataset") == []


def test_older_namespaces_give_the_same_facts() -> None:
    older = edited("https://eml.ecoinformatics.org/eml-2.2.0", "eml://ecoinformatics.org/eml-2.1.1")
    assert [fact.object for fact in older.graph.facts if not isinstance(fact.object, str)] == [
        fact.object for fact in Lifted(RECORD.encode()).graph.facts if not isinstance(fact.object, str)
    ]
