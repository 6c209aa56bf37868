import pytest

from vocabsvc.shacl.terms import LANG_STRING, SH, XSD, Literal, Term, canonical, is_blank, is_iri, show, show_list


@pytest.mark.parametrize(
    ("term", "blank", "iri"), [("urn:a", False, True), ("_:a", True, False), (Literal("_:a"), False, False)]
)
def test_kinds_of_terms_are_told_apart(term: Term, blank: bool, iri: bool) -> None:  # noqa: FBT001 - a table
    assert (is_blank(term), is_iri(term)) == (blank, iri)


def test_texts_are_equal_whatever_the_case_of_their_tags() -> None:
    assert canonical(Literal("été", LANG_STRING, "FR-ca")) == Literal("été", LANG_STRING, "fr-ca")
    assert canonical(Literal("1.0", f"{XSD}decimal")) != canonical(Literal("1.00", f"{XSD}decimal"))


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        (f"{SH}minCount", "sh:minCount"),
        ("urn:a", "<urn:a>"),
        ("_:a", "_:a"),
        (Literal("été", LANG_STRING, "fr"), '"été"@fr'),
        (Literal("a"), '"a"'),
        (Literal("1", f"{XSD}integer"), '"1"^^xsd:integer'),
        (Literal("1", "urn:t"), '"1"^^<urn:t>'),
    ],
)
def test_terms_are_shown_as_in_turtle(term: Term, shown: str) -> None:
    assert show(term) == shown


def test_long_texts_and_lists_are_cut() -> None:
    assert show(Literal("a" * 300)) == f'"{"a" * 200}…"'
    assert show_list([Literal(str(number)) for number in range(1000)]).endswith('"19" … )')
    assert show_list([]) == "(  )"
