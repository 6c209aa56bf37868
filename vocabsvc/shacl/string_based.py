"""Length, pattern and languages: https://www.w3.org/TR/shacl/#core-components-string."""

from collections import Counter
from collections.abc import Iterator

from vocabsvc.shacl.declaration import Declaration, Test
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.regex import BadPattern, compile_pattern
from vocabsvc.shacl.shape import Constraint
from vocabsvc.shacl.terms import XSD_STRING, Term, is_blank, show, show_list


def min_length_constraints(said: Declaration) -> Iterator[Constraint]:
    """At least so many characters; a blank node has no text."""
    least = said.count()

    def test(_: Graph, value: Term) -> bool:
        return not is_blank(value) and len(value if isinstance(value, str) else value.lexical) >= least

    yield said.per_value("MinLength", test, said.values[0])


def max_length_constraints(said: Declaration) -> Iterator[Constraint]:
    """At most so many characters; a blank node has no text."""
    most = said.count()

    def test(_: Graph, value: Term) -> bool:
        return not is_blank(value) and len(value if isinstance(value, str) else value.lexical) <= most

    yield said.per_value("MaxLength", test, said.values[0])


def pattern_constraints(said: Declaration) -> Iterator[Constraint]:
    """A part of the text matches; a blank node has no text."""
    pattern, flags = said.text(), said.other("flags")
    try:
        search = compile_pattern(pattern, flags.text() if flags else "").search
    except BadPattern as error:
        raise said.fault(f"has a {error}" if str(error).startswith("bad") else f": {error}", said.values[0]) from error

    def test(_: Graph, value: Term) -> bool:
        return not is_blank(value) and search(value if isinstance(value, str) else value.lexical) is not None

    yield said.per_value("Pattern", test, said.values[0])


def language_in_constraints(said: Declaration) -> Iterator[Constraint]:
    """Text in one of the languages, as langMatches() of SPARQL tells."""
    members = said.members(said.single())
    for member in members:
        if isinstance(member, str) or member.datatype != XSD_STRING:
            raise said.fault(f"needs a list of xsd:string, not {show(member)}", member)
    ranges = [member.lexical.lower() for member in members if not isinstance(member, str)]
    yield said.per_value("LanguageIn", _in_languages(ranges), show_list(members))


def unique_lang_constraints(said: Declaration) -> Iterator[Constraint]:
    """At most one text in each language; one result for each language that has more."""
    if said.truth():
        yield said.per_focus("UniqueLang", _repeated_languages)


def _in_languages(ranges: list[str]) -> Test:
    exact = frozenset(ranges)
    beginnings = tuple(f"{one}-" for one in ranges)

    def test(_: Graph, value: Term) -> bool:
        if isinstance(value, str) or not value.lang:
            return False
        tag = value.lang.lower()
        return tag in exact or tag.startswith(beginnings) or "*" in exact

    return test


def _repeated_languages(_: Graph, __: Term, values: Values) -> Iterator[None]:
    languages = Counter(value.lang.lower() for value in values if not isinstance(value, str) and value.lang)
    for count in languages.values():
        if count > 1:
            yield None
