"""Pairs of shapes and data that hypothesis draws: every component of SHACL Core, over few names and many literals.

A pair has either literals of all kinds, or such as can be compared with each other, and only then constraints that
compare: what is made of others is in the ledger (``tests/conformance/test_shacl_ledger.py``), literal by literal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

from vocabsvc.shacl.datatypes import is_well_typed
from vocabsvc.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, RDF_TYPE, RDFS, SH, XSD, Literal, Term, Triple

DrawnT = TypeVar("DrawnT")

EX = "http://example.org/"
NODES = tuple(f"{EX}n{number}" for number in range(3))
BLANKS = ("_:d0", "_:d1")
CLASSES = tuple(f"{EX}C{number}" for number in range(3))
PROPERTIES = tuple(f"{EX}p{number}" for number in range(2))
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
OWN_TYPE = f"{EX}type"

WRITTEN = {
    "integer": ("1", "01", "+1", "2", "-3", "abc", "", " 1", "1.0"),
    "decimal": ("1.0", "1.00", "1", "2.5", ".5", "1e0", "NaN"),
    "double": ("1", "1.0E0", "1e0", "INF", "NaN", "-INF", "0", "-0", "x"),
    "float": ("1", "2.5", "NaN", "1,5"),
    "byte": ("1", "127", "300"),
    "nonNegativeInteger": ("0", "1", "-1"),
    "unsignedShort": ("1", "65536"),
    "negativeInteger": ("-1", "1"),
    "boolean": ("true", "false", "1", "0", "yes"),
    "string": ("", "a", "b", "abc", "été", "1", "a\n", "true"),
    "date": ("2020-01-01", "2020-01-02", "2020-13-45", "2019-02-29", "2020-02-29", "2020-01-01Z", "2020"),
    "dateTime": (
        "2020-01-01T00:00:00",
        "2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.000Z",
        "2020-01-01T05:00:00+05:00",
        "2020-01-02T00:00:00",
        "2020-01-01T25:00:00",
        "2020-01-01",
    ),
    "dateTimeStamp": ("2020-01-01T00:00:00Z",),
    "time": ("12:00:00", "13:00:00", "25:00:00"),
    "gYear": ("2020", "2021", "20"),
    "gYearMonth": ("2020-05", "2020-13"),
    "gMonthDay": ("--02-29", "--02-30"),
    "duration": ("P1Y", "P1M", "P30D", "P", "1"),
    "dayTimeDuration": ("P1D", "PT24H"),
    "anyURI": ("http://example.org/", "a"),
    "language": ("en", "en_GB"),
    "hexBinary": ("0a", "0A", "0"),
    "base64Binary": ("YQ==", "YQ="),
}
ALL_LITERALS = (
    *(Literal(text, f"{XSD}{name}") for name, texts in WRITTEN.items() for text in texts),
    *(Literal(text, LANG_STRING, lang) for text in ("a", "été") for lang in ("en", "EN", "en-GB", "fr")),
    Literal("a", OWN_TYPE),
)
DISPUTED = frozenset(
    {
        ("dateTime", "2020-01-01"),
        ("decimal", "1e0"),
        ("decimal", "NaN"),
        ("gMonthDay", "--02-30"),
        ("gYear", "20"),
        ("gYearMonth", "2020-13"),
        ("integer", " 1"),
        ("language", "en_GB"),
    }
)
"""Ill-typed literals that rdflib takes for well-typed ones."""

TEXTS = tuple(one for one in ALL_LITERALS if one.lang)
MIXED = tuple(
    one
    for one in ALL_LITERALS
    if (one.datatype.removeprefix(XSD), one.lexical) not in DISPUTED and "\n" not in one.lexical
)


def _comparable(*names: str) -> tuple[Literal, ...]:
    return tuple(
        one
        for one in MIXED
        if one.datatype.removeprefix(XSD) in names and is_well_typed(one) and "NaN" not in one.lexical
    )


COMPARABLE = (
    _comparable("integer", "decimal", "double", "float", "byte", "nonNegativeInteger", "unsignedShort"),
    _comparable("string"),
    _comparable("boolean"),
    tuple(one for one in _comparable("date") if "Z" not in one.lexical),
    tuple(one for one in _comparable("dateTime") if one.lexical[19:] == ""),
    tuple(one for one in _comparable("dateTime") if one.lexical[19:] != ""),
)
PATTERNS = ("^a", "a$", "b", "^[0-9]+$", "é", "", "A", "^.{2,3}$", r"\d", r"^\S+$")

_nodes = st.sampled_from(NODES)
_properties = st.sampled_from(PROPERTIES)
_classes = st.sampled_from(CLASSES)


def _number(number: int) -> Literal:
    return Literal(str(number), f"{XSD}integer")


_counts = st.integers(0, 3).map(_number)
_truth = st.sampled_from((Literal("true", f"{XSD}boolean"), Literal("false", f"{XSD}boolean")))


@dataclass(frozen=True)
class Pair:
    shapes: tuple[Triple, ...]
    data: tuple[Triple, ...]


@dataclass(frozen=True)
class Pool:
    """What a pair is drawn from."""

    literals: tuple[Literal, ...]
    ordered: bool
    left_out: frozenset[str] = frozenset()

    def literal(self) -> st.SearchStrategy[Term]:
        return st.sampled_from(self.literals)

    def term(self) -> st.SearchStrategy[Term]:
        if self.ordered:
            return self.literal()
        return st.one_of(st.sampled_from((*NODES, *BLANKS)), self.literal())

    def subject(self) -> st.SearchStrategy[str]:
        return st.sampled_from(NODES if self.ordered else (*NODES, *BLANKS))

    def constant(self) -> st.SearchStrategy[Term]:
        return st.one_of(_nodes, self.literal())


POOLS = (
    *[Pool(MIXED, ordered=False)] * 5,
    Pool(TEXTS, ordered=False),
    *(Pool(literals, ordered=True) for literals in COMPARABLE),
)


@st.composite
def _data(draw: st.DrawFn, pool: Pool) -> tuple[Triple, ...]:
    objects = st.lists(pool.term(), min_size=1, max_size=5)
    typed = st.tuples(pool.subject(), st.just(RDF_TYPE), _classes)
    below = st.tuples(_classes, st.just(f"{RDFS}subClassOf"), _classes)
    said = draw(st.lists(st.tuples(pool.subject(), _properties, objects), min_size=1, max_size=7))
    triples = [
        *((subject, predicate, value) for subject, predicate, values in said for value in values),
        *draw(st.lists(typed, max_size=4)),
        *draw(st.lists(below, max_size=2)),
    ]
    return tuple(dict.fromkeys(triples))


class _Shapes:
    """Shapes as they are drawn, with blank nodes numbered."""

    def __init__(self, draw: st.DrawFn, pool: Pool) -> None:
        self._draw = draw
        self.pool = pool
        self._blank = 0
        self.triples: list[Triple] = []

    def blank(self) -> str:
        self._blank += 1
        return f"_:s{self._blank}"

    def say(self, node: str, name: str, value: Term) -> None:
        self.triples.append((node, f"{SH}{name}", value))

    def a_list(self, members: Sequence[Term]) -> str:
        if not members:
            return RDF_NIL
        nodes = [self.blank() for _ in members]
        for node, rest, member in zip(nodes, [*nodes[1:], RDF_NIL], members, strict=True):
            self.triples += [(node, RDF_FIRST, member), (node, RDF_REST, rest)]
        return nodes[0]

    def path(self, depth: int) -> str:
        kind = self._draw(st.sampled_from(_PATHS if depth else ("",)))
        if not kind:
            return self._draw(_properties)
        if kind == "sequence":
            return self.a_list([self.path(depth - 1), self.path(depth - 1)])
        node = self.blank()
        if kind == "alternativePath":
            self.say(node, kind, self.a_list([self.path(depth - 1), self.path(depth - 1)]))
        else:
            # pySHACL does not turn a sequence round: see the ledger.
            self.say(node, kind, self.path(0 if kind == "inversePath" else depth - 1))
        return node

    def shape(self, node: str, depth: int, *, of_property: bool | None = None) -> str:
        if of_property is None:
            of_property = self._draw(st.booleans())
        self.triples.append((node, RDF_TYPE, f"{SH}{'PropertyShape' if of_property else 'NodeShape'}"))
        if of_property:
            self.say(node, "path", self.path(0 if self.pool.ordered else self._draw(st.integers(0, 2))))
        left_out = set(self.pool.left_out)
        left_out |= set() if of_property else _OF_PROPERTIES
        left_out |= set() if self.pool.ordered else _COMPARING
        names = [name for name in _MAKERS if name not in left_out]
        for name in self._draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)):
            _MAKERS[name](self, node, name, depth)
        if self._draw(st.integers(0, 9)) == 0:
            self.say(node, "deactivated", self._draw(_truth))
        if self._draw(st.integers(0, 5)) == 0:
            self.say(node, "severity", f"{SH}{self._draw(st.sampled_from(('Warning', 'Info', 'Violation')))}")
        return node

    def inner(self, depth: int, *, of_property: bool | None = None) -> str:
        """A shape below another, which at the bottom has no more of its own."""
        node = self.blank()
        if depth > 0:
            return self.shape(node, depth - 1, of_property=of_property)
        if of_property:
            self.say(node, "path", self._draw(_properties))
        self.simple(node)
        return node

    def simple(self, node: str) -> None:
        _MAKERS[self._draw(st.sampled_from(("class", "datatype", "nodeKind", "minLength", "hasValue")))](
            self, node, "", 0
        )

    def draw(self, strategy: st.SearchStrategy[DrawnT]) -> DrawnT:
        return self._draw(strategy)

    def several(self, strategy: st.SearchStrategy[DrawnT], least: int = 0) -> list[DrawnT]:
        return self._draw(st.lists(strategy, min_size=least, max_size=4, unique=True))


_PATHS = ("", "", "sequence", "alternativePath", "inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
_Maker = Callable[[_Shapes, str, str, int], None]
_DATATYPES = st.sampled_from([*(f"{XSD}{name}" for name in WRITTEN), LANG_STRING, OWN_TYPE])
_KINDS = st.sampled_from(
    [f"{SH}{kind}" for kind in ("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")]
)
_LANGUAGES = st.sampled_from([Literal(text) for text in ("en", "EN", "en-GB", "fr", "*", "de")])
_COMPARING = frozenset({
    "minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "lessThan", "lessThanOrEquals",
})  # fmt: skip
_OF_PROPERTIES = frozenset({"minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualified"})


def _plain(name: str, strategy: st.SearchStrategy[Term]) -> _Maker:
    return lambda shapes, node, _, __: shapes.say(node, name, shapes.draw(strategy))


def _members(name: str, strategy: st.SearchStrategy[Term]) -> _Maker:
    return lambda shapes, node, _, __: shapes.say(node, name, shapes.a_list(shapes.several(strategy)))


def _limit(shapes: _Shapes, node: str, name: str, _: int) -> None:
    shapes.say(node, name, shapes.draw(shapes.pool.literal()))


def _shape_list(shapes: _Shapes, node: str, name: str, depth: int) -> None:
    shapes.say(node, name, shapes.a_list([shapes.inner(depth) for _ in range(2)]))


def _pattern(shapes: _Shapes, node: str, _: str, __: int) -> None:
    shapes.say(node, "pattern", shapes.draw(st.sampled_from([Literal(text) for text in PATTERNS])))
    flags = shapes.draw(st.sampled_from([Literal(text) for text in ("", "i", "s", "m")]))
    if flags.lexical:
        shapes.say(node, "flags", flags)


def _closed(shapes: _Shapes, node: str, _: str, depth: int) -> None:
    shapes.say(node, "closed", shapes.draw(_truth))
    shapes.say(node, "ignoredProperties", shapes.a_list([RDF_TYPE, *shapes.several(_properties)]))
    shapes.say(node, "property", shapes.inner(depth, of_property=True))


def _qualified(shapes: _Shapes, node: str, _: str, depth: int) -> None:
    shapes.say(node, "qualifiedValueShape", shapes.inner(depth))
    counts = shapes.several(st.sampled_from(("qualifiedMinCount", "qualifiedMaxCount")), least=1)
    for name in counts:
        shapes.say(node, str(name), shapes.draw(_counts))
    shapes.say(node, "qualifiedValueShapesDisjoint", shapes.draw(_truth))


def _siblings(shapes: _Shapes, node: str, _: str, depth: int) -> None:
    """Two property shapes with qualified shapes, which disjointness is about."""
    for inner in (shapes.blank(), shapes.blank()):
        shapes.say(node, "property", inner)
        shapes.say(inner, "path", shapes.path(0))
        _qualified(shapes, inner, "", depth)


_MAKERS: dict[str, _Maker] = {
    "class": _plain("class", _classes),
    "datatype": _plain("datatype", _DATATYPES),
    "nodeKind": _plain("nodeKind", _KINDS),
    "minCount": _plain("minCount", _counts),
    "maxCount": _plain("maxCount", _counts),
    "minExclusive": _limit,
    "minInclusive": _limit,
    "maxExclusive": _limit,
    "maxInclusive": _limit,
    "minLength": _plain("minLength", st.integers(1, 3).map(_number)),  # of 0: see the ledger
    "maxLength": _plain("maxLength", _counts),
    "pattern": _pattern,
    "languageIn": _members("languageIn", _LANGUAGES),
    "uniqueLang": _plain("uniqueLang", _truth),
    "equals": _plain("equals", _properties),
    "disjoint": _plain("disjoint", _properties),
    "lessThan": _plain("lessThan", _properties),
    "lessThanOrEquals": _plain("lessThanOrEquals", _properties),
    "hasValue": lambda shapes, node, _, __: shapes.say(node, "hasValue", shapes.draw(shapes.pool.constant())),
    "in": lambda shapes, node, _, __: shapes.say(node, "in", shapes.a_list(shapes.several(shapes.pool.constant()))),
    "closed": _closed,
    "qualified": _qualified,
    "siblings": _siblings,
    "not": lambda shapes, node, _, depth: shapes.say(node, "not", shapes.inner(depth)),
    "and": _shape_list,
    "or": _shape_list,
    "xone": _shape_list,
    "node": lambda shapes, node, _, depth: shapes.say(node, "node", shapes.inner(depth, of_property=False)),
    "property": lambda shapes, node, _, depth: shapes.say(node, "property", shapes.inner(depth, of_property=True)),
}


PLAIN = Pool(
    tuple(
        one
        for one in MIXED
        if (one.datatype == f"{XSD}string" and one.lexical != "true")
        or (one.lang and one.lang.islower())
        or (one.datatype == f"{XSD}integer" and one.lexical in {"1", "2", "-3"})
    ),
    ordered=False,
    left_out=frozenset({"languageIn", "literal", "objects"}),
)
"""What pyrudof keeps as it was, without what makes it panic: literals as focus nodes, sh:languageIn."""

_TARGETS = ("node", "literal", "class", "subjects", "subjects", "subjects", "objects", "implicit")


def _targets(shapes: _Shapes, node: str) -> None:
    for kind in shapes.draw(st.lists(st.sampled_from(_TARGETS), min_size=1, max_size=3)):
        match "node" if kind in shapes.pool.left_out else kind:
            case "node":
                shapes.say(node, "targetNode", shapes.draw(_nodes))
            case "literal":
                shapes.say(node, "targetNode", shapes.draw(shapes.pool.literal()))
            case "class":
                shapes.say(node, "targetClass", shapes.draw(_classes))
            case "subjects":
                shapes.say(node, "targetSubjectsOf", shapes.draw(_properties))
            case "objects":
                shapes.say(node, "targetObjectsOf", shapes.draw(_properties))
            case _:
                shapes.triples.append((node, RDF_TYPE, f"{RDFS}Class"))


@st.composite
def pairs(draw: st.DrawFn, pools: tuple[Pool, ...] = POOLS) -> Pair:
    pool = draw(st.sampled_from(pools))
    shapes = _Shapes(draw, pool)
    for number in range(draw(st.integers(1, 2))):
        _targets(shapes, shapes.shape(f"{EX}S{number}", 2))
    return Pair(tuple(dict.fromkeys(shapes.triples)), draw(_data(pool)))
