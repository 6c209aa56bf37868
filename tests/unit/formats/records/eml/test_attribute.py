from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, dataset


def table(inside: str) -> str:
    return f"<dataTable>{inside}</dataTable>"


def test_facts_of_the_attributes() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("definition")[0] == "Salinité pratique de l’eau"
    assert lifted.said("measurementScale") == ["ratio", "dateTime", "nominal"]
    assert lifted.said("unit") == ["dimensionless"]
    assert lifted.said("formatString") == ["YYYY-MM-DDThh:mm:ssZ"]
    assert lifted.said("domain") == ["numericDomain", "nonNumericDomain"]


def test_list_of_another_table_is_its_own() -> None:
    lifted = dataset(
        table('<attributeList id="l"><attribute><attributeName>t</attributeName></attribute></attributeList>')
        + table("<attributeList><references>l</references></attributeList>")
    )
    assert lifted.instances("Attribute") == ["/eml:eml/dataset/dataTable[1]/attributeList/attribute"]
    assert len([fact for fact in lifted.graph.facts if fact.predicate.endswith("#attribute")]) == 2


def test_codes_and_bounds_are_looked_at_but_not_said_one_by_one() -> None:
    codes = "<codeDefinition><code>1</code><definition>un</definition></codeDefinition>" * 100
    lifted = dataset(
        table(
            "<attributeList><attribute><attributeName>c</attributeName><measurementScale><nominal><nonNumericDomain>"
            f"<enumeratedDomain>{codes}</enumeratedDomain></nonNumericDomain></nominal></measurementScale>"
            "<missingValueCode><code>NA</code></missingValueCode></attribute></attributeList>"
        )
    )
    assert lifted.unlifted() == []
    assert len(lifted.graph.facts) < 30
