from tests.unit.checks.records.eml.views import document, faults
from vocabsvc.checks.records.eml import attributes


def table(*names: str) -> str:
    listed = "".join(f"<attribute><attributeName>{name}</attributeName></attribute>" for name in names)
    return f"<dataTable><entityName>t</entityName><attributeList>{listed}</attributeList></dataTable>"


def numeric(minimum: str, maximum: str, precision: str = "1") -> bytes:
    bounds = f"<bounds><minimum>{minimum}</minimum><maximum>{maximum}</maximum></bounds>"
    return document(f"<ratio><precision>{precision}</precision><numericDomain>{bounds}</numericDomain></ratio>")


def values(find: object, data: bytes) -> list[str]:
    assert callable(find)
    return [value for _, value, _ in faults(find, data)]


def test_names_are_compared_within_a_table() -> None:
    assert values(attributes.repeated_attribute_names, document(table("a", "b", "a ", "a"))) == ["a", "a"]
    assert values(attributes.repeated_attribute_names, document(table("a") + table("a"))) == []
    assert values(attributes.repeated_attribute_names, document(table("", "", "A", "a"))) == []


def test_entities_are_compared_within_the_dataset() -> None:
    other = "<otherEntity><entityName>t</entityName></otherEntity>"
    assert values(attributes.repeated_entity_names, document(table("a") + other)) == ["t"]
    assert values(attributes.repeated_entity_names, document(other)) == []


def test_codes_need_a_definition_and_only_one() -> None:
    def domain(*codes: tuple[str, str]) -> bytes:
        inside = "".join(
            f"<codeDefinition><code>{code}</code><definition>{meaning}</definition></codeDefinition>"
            for code, meaning in codes
        )
        return document(f"<enumeratedDomain>{inside}</enumeratedDomain>")

    assert values(attributes.unexplained_codes, domain(("1", "un"), ("2", " "))) == ["2"]
    assert values(attributes.repeated_codes, domain(("1", "un"), ("1", "deux"), ("01", "trois"))) == ["1"]


def test_missing_values_need_an_explanation() -> None:
    data = document("<missingValueCode><code>NA</code></missingValueCode>")
    assert values(attributes.unexplained_missing_values, data) == ["NA"]


def test_bounds_are_numbers_in_their_order() -> None:
    assert faults(attributes.reversed_bounds, numeric("10", "9")) == [
        ("/dataset/ratio/numericDomain/bounds/minimum", "10", ("≤ 9",))
    ]
    for minimum, maximum in (("-1e2", "9"), ("9", "9.0"), ("10", "dix"), ("", "9")):
        assert faults(attributes.reversed_bounds, numeric(minimum, maximum)) == []


def test_what_is_no_number() -> None:
    assert values(attributes.unreadable_numbers, numeric("NaN", "4,2", "0.01 psu")) == ["NaN", "4,2", "0.01 psu"]
    assert values(attributes.unreadable_numbers, numeric("-1e2", "+4.2", ".5")) == []
