"""Every fault in words, at its place, once."""

import pytest

from tests.unit.formats.xsd.small_sets import judged, record, the_error
from vocabsvc.formats.xml import parse_xml
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.xsd import XsdFault, XsdState

BEGIN = "<c:title>Salinité</c:title><c:date>2024</c:date>"
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

ORIGINAL = "Not all fields of key identity-constraint '{urn:core}keys' evaluate to a node"
AN_ID = (
    "an identifier (letters, digits, - _ ., not beginning with a digit)",
    "un identifiant (lettres, chiffres, - _ ., sans chiffre au début)",
)
CASES = {
    "a value": (
        "<c:title/><c:date>hier</c:date>",
        XsdFault.VALUE,
        "c:date",
        "hier",
        "c:date has the value ‘hier’, which is not a date such as 2024-05-31, 2024-05 or 2024.",
        "c:date a la valeur « hier », qui n’est pas une date comme 2024-05-31, 2024-05 ou 2024.",
    ),
    "an empty value": (
        f"{BEGIN}<c:count> </c:count>",
        XsdFault.VALUE,
        "c:count",
        " ",
        "c:count is empty; it must be a whole number.",
        "c:count est vide ; ce doit être un nombre entier.",
    ),
    "a long value is cut": (
        f"{BEGIN}<c:count>{'é' * 100}</c:count>",
        XsdFault.VALUE,
        "c:count",
        "é" * 100,
        f"c:count has the value ‘{'é' * 79}…’, which is not a whole number.",
        f"c:count a la valeur « {'é' * 79}… », qui n’est pas un nombre entier.",
    ),
    "a slip of the pen": (
        f"{BEGIN}<c:theme>climat cotier</c:theme>",
        XsdFault.NOT_LISTED,
        "c:theme",
        "climat cotier",
        "c:theme has the value ‘climat cotier’, which is not in the list; expected: climat côtier or oceans.",
        "c:theme a la valeur « climat cotier », qui n’est pas dans la liste ; attendu : climat côtier ou oceans.",
    ),
    "nothing of a list": (
        f"{BEGIN}<c:theme/>",
        XsdFault.NOT_LISTED,
        "c:theme",
        "",
        "c:theme is empty; expected: oceans or climat côtier.",
        "c:theme est vide ; attendu : oceans ou climat côtier.",
    ),
    "spaces around": (
        f"{BEGIN}<c:theme>\n oceans </c:theme>",
        XsdFault.SPACES,
        "c:theme",
        "\n oceans ",
        "c:theme has spaces or line breaks around the value ‘oceans’, which are not allowed here.",
        "c:theme a des espaces ou des sauts de ligne autour de la valeur « oceans », ce qui n’est pas permis ici.",
    ),
    "two facets are one cause": (
        f"{BEGIN}<c:code>a</c:code>",
        XsdFault.LENGTH,
        "c:code",
        "a",
        "c:code has the value ‘a’, which has not the length that is asked for (2).",
        "c:code a la valeur « a », qui n’a pas la longueur demandée (2).",
    ),
    "a pattern": (
        f"{BEGIN}<c:code>abc</c:code>",
        XsdFault.PATTERN,
        "c:code",
        "abc",
        "c:code has the value ‘abc’, which is not of the form [A-Z]+.",
        "c:code a la valeur « abc », qui n’est pas de la forme [A-Z]+.",
    ),
    "something missing before": (
        "<c:date>2024</c:date>",
        XsdFault.NOT_ALLOWED,
        "c:date",
        "2024",
        "c:date is not allowed here; expected: c:title.",
        "c:date n’est pas permis ici ; attendu : c:title.",
    ),
    "something missing at the end": (
        "<c:title>Salinité</c:title>",
        XsdFault.MISSING,
        "c:record",
        "",
        "c:date is missing in c:record.",
        "Il manque c:date dans c:record.",
    ),
    "the wrong order": (
        "<c:date>2024</c:date><c:title>Salinité</c:title>",
        XsdFault.MISPLACED,
        "c:date",
        "2024",
        "c:date is not allowed here; first is expected c:title, which comes only later.",
        "c:date n’est pas permis ici ; il faut d’abord c:title, qui ne vient que plus loin.",
    ),
    "once too often": (
        "<c:title>a</c:title><c:title>b</c:title>",
        XsdFault.REPEATED,
        "c:title",
        "b",
        "c:title is not allowed here once more; expected: c:date.",
        "c:title n’est pas permis ici une fois de plus ; attendu : c:date.",
    ),
    "another version's namespace": (
        f'{BEGIN}<c:place><q:Point xmlns:q="urn:geo/2" unit="°"><g:lat>1</g:lat></q:Point></c:place>',
        XsdFault.WRONG_NAMESPACE,
        "q:Point",
        "",
        "q:Point is in the namespace urn:geo/2, but must be in urn:geo/1.",
        "q:Point est dans l’espace de noms urn:geo/2, mais doit être dans urn:geo/1.",
    ),
    "text among elements": (
        f"{BEGIN}<c:note>Été</c:note>",
        XsdFault.TEXT_NOT_ALLOWED,
        "c:note",
        "Été",
        "c:note holds the text ‘Été’, where only elements are allowed.",
        "c:note contient le texte « Été », alors que seuls des éléments sont permis.",
    ),
    "elements in a text": (
        "<c:title><c:name/></c:title><c:date>2024</c:date>",
        XsdFault.ELEMENTS_NOT_ALLOWED,
        "c:title",
        "",
        "c:title holds the element c:name, where only text is allowed.",
        "c:title contient l’élément c:name, alors que seul du texte est permis.",
    ),
    "attributes that do not belong": (
        f'{BEGIN}<c:note a="1" b="2"><c:text/></c:note>',
        XsdFault.ATTRIBUTE_NOT_ALLOWED,
        "c:note",
        "",
        "c:note must not have the attributes a and b.",
        "c:note ne doit pas avoir les attributs a et b.",
    ),
    "an attribute that is missing": (
        f"{BEGIN}<c:place><g:Point><g:lat>1</g:lat></g:Point></c:place>",
        XsdFault.ATTRIBUTE_MISSING,
        "g:Point",
        "",
        "g:Point lacks the attribute unit.",
        "Il manque l’attribut unit à g:Point.",
    ),
    "an abstract element": (
        f"{BEGIN}<c:AbstractItem><c:name/></c:AbstractItem>",
        XsdFault.ABSTRACT,
        "c:AbstractItem",
        "",
        "c:AbstractItem is only a placeholder: use one of the elements that stand for it.",
        "c:AbstractItem n’est qu’abstrait : il faut un des éléments qui le remplacent.",
    ),
    "an unknown type makes all else wrong": (
        f'{BEGIN}<c:note {XSI} xsi:type="p:Note" a="1">Été</c:note>',
        XsdFault.UNKNOWN_TYPE,
        "c:note",
        "p:Note",
        "c:note has the type p:Note (xsi:type), which no schema at hand declares.",
        "c:note a le type p:Note (xsi:type), qu’aucun schéma disponible ne déclare.",
    ),
    "a type for something else": (
        f'{BEGIN}<c:note {XSI} xsi:type="c:ItemType"><c:text/></c:note>',
        XsdFault.UNSUITABLE_TYPE,
        "c:note",
        "c:ItemType",
        "c:note has the type c:ItemType (xsi:type), which cannot stand here.",
        "c:note a le type c:ItemType (xsi:type), qui ne peut figurer ici.",
    ),
    "an identifier given twice": (
        f'{BEGIN}<c:Item id="é1" key="a"><c:name/></c:Item><c:Item id="é1" key="b"><c:name/></c:Item>',
        XsdFault.DUPLICATE_ID,
        "c:Item",
        "é1",
        "The attribute id of c:Item has the identifier ‘é1’, which another element of the record has too.",
        "L’attribut id de c:Item a l’identifiant « é1 », qu’un autre élément de la fiche a déjà.",
    ),
    "an identifier that is none": (
        f'{BEGIN}<c:Item id="1é" key="a"><c:name/></c:Item>',
        XsdFault.VALUE,
        "c:Item",
        "1é",
        f"The attribute id of c:Item has the value ‘1é’, which is not {AN_ID[0]}.",
        f"L’attribut id de c:Item a la valeur « 1é », qui n’est pas {AN_ID[1]}.",
    ),
    "a key given twice": (
        f'{BEGIN}<c:Item key="a"><c:name/></c:Item><c:Item key="a"><c:name/></c:Item>',
        XsdFault.DUPLICATE_KEY,
        "c:Item",
        "a",
        "c:Item repeats the key ‘a’, which must be unique.",
        "c:Item répète la clé « a », qui doit être unique.",
    ),
    "a link to nothing": (
        f'{BEGIN}<c:Item key="a" link="z"><c:name/></c:Item>',
        XsdFault.UNKNOWN_KEY,
        "c:Item",
        "z",
        "c:Item refers to ‘z’, which is not in the record.",
        "c:Item renvoie à « z », qui n’est pas dans la fiche.",
    ),
    "what has no wording": (
        f"{BEGIN}<c:Item><c:name/></c:Item>",
        XsdFault.OTHER,
        "c:Item",
        "",
        f"The schema processor says: {ORIGINAL}.",
        f"Le processeur de schémas indique (en anglais) : {ORIGINAL}.",
    ),
}


@pytest.mark.parametrize(("inside", "fault", "name", "value", "english", "french"), CASES.values(), ids=CASES)
def test_a_fault(
    sets: SchemaSets, inside: str, fault: XsdFault, name: str, value: str, english: str, french: str
) -> None:
    document = record(inside)
    verdict = judged(sets, document)
    assert verdict.state is XsdState.INVALID
    error = the_error(verdict)
    assert (error.fault, error.name, error.value) == (fault, name, value)
    assert error.message == {"en": english, "fr": french}
    assert document.source_map.names[error.element] == name
    assert error.kind.startswith("SCHEMAV_")


def test_every_fault_but_those_of_rare_schemas_is_tried() -> None:
    tried = {case[1] for case in CASES.values()}
    rare = {XsdFault.UNKNOWN_ROOT, XsdFault.RANGE, XsdFault.FIXED, XsdFault.NOT_EMPTY, XsdFault.NOT_NILLABLE}
    assert tried | rare == set(XsdFault)


def test_causes_at_several_places_stand_in_document_order(sets: SchemaSets) -> None:
    inside = "<c:title/>\n<c:date>x</c:date>\n<c:theme>y</c:theme>\n<c:count>z</c:count>\n"
    document = record(inside, 'version="0"')
    errors = judged(sets, document).errors
    assert [(error.name, error.attribute) for error in errors] == [
        ("c:record", "version"),
        ("c:date", ""),
        ("c:theme", ""),
        ("c:count", ""),
    ]
    assert [document.source_map.lines[error.element] for error in errors] == [1, 3, 4, 5]
    said = "The attribute version of c:record has the value ‘0’, which is not a whole number, 1 or more."
    assert errors[0].message["en"] == said


def test_names_get_the_schema_s_prefix_where_the_record_has_none(sets: SchemaSets) -> None:
    plain = b'<record xmlns="urn:core"><title/><date>1</date><place/></record>'
    document = parse_xml(plain, max_bytes=1000)
    first, second = judged(sets, document).errors
    assert first.message["en"].startswith("date has the value ‘1’")
    assert second.message["en"] == "g:Point is missing in place."
    assert second.expected == ("g:Point",)
