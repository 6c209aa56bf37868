import pytest

from tests.unit.checks.records.eml.views import document, faults
from vocabsvc.checks.records.eml import integrity

CREATOR = '<creator id="auteur"><organizationName>É</organizationName></creator>'


def contact(target: str, attributes: str = "") -> str:
    return f"<contact {attributes}><references>{target}</references></contact>"


def annotation(of: str = "") -> str:
    attributes = f'references="{of}"' if of else ""
    uris = "<propertyURI>http://example.org/p</propertyURI><valueURI>http://example.org/v</valueURI>"
    return f"<annotation {attributes}>{uris}</annotation>"


def test_id_that_is_given_twice_is_told_at_the_second() -> None:
    data = document(CREATOR + '<contact id="auteur"/><publisher id="a.1.1"/>')
    assert faults(integrity.repeated_ids, data) == [
        ("/dataset/contact", "auteur", ()),
        ("/dataset/publisher", "a.1.1", ()),
    ]


def test_empty_ids_are_not_the_same() -> None:
    assert faults(integrity.repeated_ids, document('<creator id=""/><contact id=" "/>')) == []


def test_reference_to_nothing_expects_an_id_like_it_of_that_kind() -> None:
    data = document('<coverage id="auteurs"/>' + CREATOR + contact("auteure"))
    assert faults(integrity.dangling_references, data) == [("/dataset/contact/references", "auteure", ("auteur",))]
    assert faults(integrity.dangling_references, document(CREATOR + contact(" auteur "))) == []


def test_annotation_of_nothing() -> None:
    listed = "<annotations>" + annotation("autre") + annotation("auteur") + "</annotations>"
    assert faults(integrity.dangling_annotations, document(CREATOR, listed)) == [
        ("/annotations/annotation[1]", "autre", ("auteur",))
    ]


def test_additional_metadata_on_nothing() -> None:
    beside = "<additionalMetadata><describes>x</describes><describes>auteur</describes><metadata/></additionalMetadata>"
    assert faults(integrity.dangling_descriptions, document(CREATOR, beside)) == [
        ("/additionalMetadata/describes[1]", "x", ())
    ]


def test_reference_with_id_of_its_own() -> None:
    data = document(CREATOR + contact("auteur", 'id="c"'))
    assert faults(integrity.referring_ids, data) == [("/dataset/contact", "c", ())]


@pytest.mark.parametrize(
    ("inside", "beside", "found"),
    [
        (annotation(), "", ["/dataset"]),
        (annotation() + annotation(), "", ["/dataset"]),
        (annotation("auteur"), "", []),
        (f'<coverage id="c">{annotation()}</coverage>', "", []),
        ("", f"<additionalMetadata><metadata>{annotation()}</metadata></additionalMetadata>", []),
        ("", "<annotations>" + annotation("a.1.1") + "</annotations>", []),
        ("<methods><annotation>une note</annotation></methods>", "", []),
    ],
)
def test_annotated_element_needs_an_id(inside: str, beside: str, found: list[str]) -> None:
    assert [path for path, _, _ in faults(integrity.unidentified_subjects, document(inside, beside))] == found


def test_systems_are_the_same_or_in_neither_place() -> None:
    def data(here: str, there: str) -> bytes:
        return document(f'<creator id="a" {there}/><contact><references {here}>a</references></contact>')

    same = 'system="knb"'
    assert faults(integrity.differing_systems, data(same, same)) == []
    assert faults(integrity.differing_systems, data("", "")) == []
    assert faults(integrity.differing_systems, data(same, "")) == [("/dataset/contact/references", "knb", ())]
    assert faults(integrity.differing_systems, data("", same)) == [("/dataset/contact/references", "", ())]


def test_reference_to_another_kind_expects_what_fits() -> None:
    data = document(CREATOR + '<coverage id="auteurs"/>' + contact("auteurs"))
    assert faults(integrity.references_of_another_kind, data) == [
        ("/dataset/contact/references", "auteurs", ("auteur",))
    ]
    assert faults(integrity.references_of_another_kind, document(CREATOR + contact("auteur"))) == []


def test_circle_of_references() -> None:
    def project(name: str, other: str) -> str:
        return f'<project id="{name}"><relatedProject><references>{other}</references></relatedProject></project>'

    assert [path for path, _, _ in faults(integrity.circular_references, document(project("a", "a")))] == [
        "/dataset/project/relatedProject/references"
    ]
    both = faults(integrity.circular_references, document(project("a", "b") + project("b", "a")))
    assert [value for _, value, _ in both] == ["b", "a"]
    assert faults(integrity.circular_references, document(project("a", "b") + '<project id="b"/>')) == []


def test_reference_into_a_circle_elsewhere_ends_without_being_in_it() -> None:
    loop = '<project id="a"><relatedProject><references>a</references></relatedProject></project>'
    data = document(loop + "<project><references>a</references></project>")
    assert [path for path, _, _ in faults(integrity.circular_references, data)] == [
        "/dataset/project[1]/relatedProject/references"
    ]
