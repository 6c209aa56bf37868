"""The constraint components of SHACL Core by their parameters, in the order their results are made."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vocabsvc.shacl import (
    cardinality,
    logical,
    membership,
    property_pair,
    shape_based,
    string_based,
    value_range,
    value_type,
)
from vocabsvc.shacl.declaration import Declaration
from vocabsvc.shacl.shape import Constraint
from vocabsvc.shacl.terms import SH

Maker = Callable[[Declaration], Iterator[Constraint]]

COMPONENTS: Final[Mapping[str, Maker]] = {
    f"{SH}{name}": maker
    for name, maker in {
        "nodeKind": value_type.node_kind_constraints,
        "datatype": value_type.datatype_constraints,
        "class": value_type.class_constraints,
        "minCount": cardinality.min_count_constraints,
        "maxCount": cardinality.max_count_constraints,
        "minExclusive": value_range.min_exclusive_constraints,
        "minInclusive": value_range.min_inclusive_constraints,
        "maxExclusive": value_range.max_exclusive_constraints,
        "maxInclusive": value_range.max_inclusive_constraints,
        "minLength": string_based.min_length_constraints,
        "maxLength": string_based.max_length_constraints,
        "pattern": string_based.pattern_constraints,
        "languageIn": string_based.language_in_constraints,
        "uniqueLang": string_based.unique_lang_constraints,
        "in": membership.in_constraints,
        "hasValue": membership.has_value_constraints,
        "equals": property_pair.equals_constraints,
        "disjoint": property_pair.disjoint_constraints,
        "lessThan": property_pair.less_than_constraints,
        "lessThanOrEquals": property_pair.less_than_or_equals_constraints,
        "closed": membership.closed_constraints,
        "not": logical.not_constraints,
        "and": logical.and_constraints,
        "or": logical.or_constraints,
        "xone": logical.xone_constraints,
        "node": shape_based.node_constraints,
        "property": shape_based.property_constraints,
        "qualifiedValueShape": shape_based.qualified_constraints,
        "qualifiedMinCount": shape_based.qualified_count_constraints,
        "qualifiedMaxCount": shape_based.qualified_count_constraints,
    }.items()
}

PROPERTY_SHAPES_ONLY: Final = frozenset(
    f"{SH}{name}" for name in ("minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals")
)
"""Parameters that a node shape must not have. Qualified shapes are not among them: the suite of the W3C has a node
shape with one (core/node/qualified-001)."""
