from tests.unit.formats.records.eml.documents import dataset

ANNOTATION = (
    '<propertyURI label="mesure">http://example.org/mesure</propertyURI>'
    '<valueURI label="salinité">http://example.org/salinite</valueURI>'
)


def test_annotation_has_property_and_value_with_labels() -> None:
    lifted = dataset(f'<annotation id="a">{ANNOTATION}</annotation>')
    assert lifted.said("propertyUri") == ["http://example.org/mesure"]
    assert lifted.said("propertyLabel") == ["mesure"]
    assert lifted.said("valueUri") == ["http://example.org/salinite"]
    assert lifted.said("valueLabel") == ["salinité"]
    assert lifted.places("valueLabel") == ["/eml:eml/dataset/annotation/valueURI"]


def test_listed_annotation_is_about_what_it_names() -> None:
    lifted = dataset(
        '<title>T</title><coverage id="c"/>',
        f'<annotations><annotation references="c">{ANNOTATION}</annotation></annotations>',
    )
    (fact,) = [one for one in lifted.graph.facts if one.predicate.endswith("#annotation")]
    assert fact.subject.endswith("element(/1/1/2)")


def test_listed_annotation_of_nothing_is_about_the_record() -> None:
    lifted = dataset("", f'<annotations><annotation references="x">{ANNOTATION}</annotation></annotations>')
    (fact,) = [one for one in lifted.graph.facts if one.predicate.endswith("#annotation")]
    assert fact.subject.endswith("element(/1)")


def test_units_that_the_document_defines() -> None:
    lifted = dataset(
        "",
        '<additionalMetadata><metadata><stmml:unitList xmlns:stmml="http://www.xml-cml.org/schema/stmml-1.1">'
        '<stmml:unit id="parHa" name="parHa" parentSI="parM2"><stmml:description>Par hectare</stmml:description>'
        "</stmml:unit></stmml:unitList></metadata></additionalMetadata>",
    )
    assert (lifted.said("code"), lifted.said("name"), lifted.said("parentUnit")) == (["parHa"], ["parHa"], ["parM2"])
    assert lifted.said("description") == ["Par hectare"]
    assert lifted.unlifted() == []
