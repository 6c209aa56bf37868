import pytest

from tests.unit.formats.records.eml.documents import dataset
from vocabsvc.formats.records.eml.entity import ENTITIES


@pytest.mark.parametrize("name", ENTITIES)
def test_every_kind_of_entity_has_name_and_description(name: str) -> None:
    lifted = dataset(f"<{name}><entityName>é</entityName><entityDescription>Ce que c’est</entityDescription></{name}>")
    assert lifted.instances("Entity") == [f"/eml:eml/dataset/{name}"]
    assert (lifted.said("name"), lifted.said("description")) == (["é"], ["Ce que c’est"])
    assert bool(lifted.instances("DataTable")) == (name == "dataTable")


def test_rows_are_counted() -> None:
    assert dataset("<dataTable><numberOfRecords>12</numberOfRecords></dataTable>").said("numberOfRecords") == ["12"]
