"""The errors of libxml2 by what is at fault, and which of them follow from others."""

from collections.abc import Mapping

from vocabsvc.model.xsd import XsdFault

FAULTS: Mapping[str, XsdFault] = {
    "CVC_ELT_1": XsdFault.UNKNOWN_ROOT,
    "CVC_ELT_2": XsdFault.ABSTRACT,
    "CVC_TYPE_2": XsdFault.ABSTRACT,
    "CVC_WILDCARD": XsdFault.NOT_ALLOWED,
    "CVC_ELT_3_1": XsdFault.NOT_NILLABLE,
    "CVC_ELT_3_2_1": XsdFault.NOT_EMPTY,
    "CVC_ELT_4_1": XsdFault.UNKNOWN_TYPE,
    "CVC_ELT_4_2": XsdFault.UNKNOWN_TYPE,
    "CVC_ELT_4_3": XsdFault.UNSUITABLE_TYPE,
    "CVC_ELT_5_2_1": XsdFault.VALUE,
    "CVC_ELT_5_2_2_1": XsdFault.NOT_EMPTY,
    "CVC_ELT_5_2_2_2_1": XsdFault.FIXED,
    "CVC_ELT_5_2_2_2_2": XsdFault.FIXED,
    "CVC_AU": XsdFault.FIXED,
    "CVC_TYPE_3_1_1": XsdFault.ATTRIBUTE_NOT_ALLOWED,
    "CVC_TYPE_3_1_2": XsdFault.ELEMENTS_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_2_1": XsdFault.NOT_EMPTY,
    "CVC_COMPLEX_TYPE_2_2": XsdFault.ELEMENTS_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_2_3": XsdFault.TEXT_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_3_1": XsdFault.FIXED,
    "CVC_COMPLEX_TYPE_3_2_1": XsdFault.ATTRIBUTE_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_3_2_2": XsdFault.ATTRIBUTE_NOT_ALLOWED,
    "CVC_COMPLEX_TYPE_4": XsdFault.ATTRIBUTE_MISSING,
    "CVC_DATATYPE_VALID_1_2_1": XsdFault.VALUE,
    "CVC_DATATYPE_VALID_1_2_2": XsdFault.VALUE,
    "CVC_DATATYPE_VALID_1_2_3": XsdFault.VALUE,
    "CVC_ENUMERATION_VALID": XsdFault.NOT_LISTED,
    "CVC_PATTERN_VALID": XsdFault.PATTERN,
    "CVC_LENGTH_VALID": XsdFault.LENGTH,
    "CVC_MINLENGTH_VALID": XsdFault.LENGTH,
    "CVC_MAXLENGTH_VALID": XsdFault.LENGTH,
    "CVC_MININCLUSIVE_VALID": XsdFault.RANGE,
    "CVC_MAXINCLUSIVE_VALID": XsdFault.RANGE,
    "CVC_MINEXCLUSIVE_VALID": XsdFault.RANGE,
    "CVC_MAXEXCLUSIVE_VALID": XsdFault.RANGE,
    "CVC_TOTALDIGITS_VALID": XsdFault.RANGE,
    "CVC_FRACTIONDIGITS_VALID": XsdFault.RANGE,
}

CAUSES = (
    XsdFault.UNKNOWN_ROOT,
    XsdFault.UNKNOWN_TYPE,
    XsdFault.UNSUITABLE_TYPE,
    XsdFault.ABSTRACT,
    XsdFault.NOT_NILLABLE,
    XsdFault.NOT_ALLOWED,
    XsdFault.MISPLACED,
    XsdFault.REPEATED,
    XsdFault.WRONG_NAMESPACE,
    XsdFault.ELEMENTS_NOT_ALLOWED,
    XsdFault.TEXT_NOT_ALLOWED,
    XsdFault.NOT_EMPTY,
    XsdFault.DUPLICATE_ID,
    XsdFault.NOT_LISTED,
    XsdFault.SPACES,
    XsdFault.LENGTH,
    XsdFault.PATTERN,
    XsdFault.RANGE,
    XsdFault.FIXED,
    XsdFault.VALUE,
    XsdFault.MISSING,
)
"""The first that an element or attribute has is the cause of its others: a wrong child makes the value wrong."""

OF_TYPE = frozenset({XsdFault.UNKNOWN_ROOT, XsdFault.UNKNOWN_TYPE, XsdFault.UNSUITABLE_TYPE, XsdFault.ABSTRACT})
"""Whatever else an element has follows from them."""

OF_ATTRIBUTES = frozenset({XsdFault.ATTRIBUTE_NOT_ALLOWED, XsdFault.ATTRIBUTE_MISSING})
"""Several of one element are one error."""


def rank(fault: XsdFault) -> int:
    """Return how near to the cause a fault is, 0 the nearest."""
    return CAUSES.index(fault) if fault in CAUSES else len(CAUSES)
