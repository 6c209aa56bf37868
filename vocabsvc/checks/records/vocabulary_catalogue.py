"""The checks on keywords, thesauri, units and annotations, by the name of their constraint."""

from vocabsvc.checks.records.inspire_keywords import (
    monitoring_group,
    no_category,
    no_inspire_theme,
    no_legislation,
    undated_inspire_themes,
    untitled_inspire_themes,
)
from vocabsvc.checks.records.keyword_labels import ambiguous_term, foreign_label, suggested_term, wrong_label
from vocabsvc.checks.records.keyword_terms import (
    deprecated_term,
    not_in_thesaurus,
    not_listed,
    unknown_newer_term,
    unknown_term,
    without_address,
)
from vocabsvc.checks.records.keyword_texts import (
    packed_keyword,
    repeated_keyword,
    untrimmed_eml_keyword,
    untrimmed_keyword,
)
from vocabsvc.checks.records.known_units import annotated_label, annotated_term, unit_of_other_quantity, unknown_unit
from vocabsvc.checks.records.parameters import parameter_of_other_group, place_outside_box
from vocabsvc.checks.records.term_presence import lacking, uncited_project
from vocabsvc.checks.records.thesaurus_citations import cited_by_title, split_group, title_of_another
from vocabsvc.checks.records.view import Checks

VOCABULARY_CHECKS: Checks = {
    "KW-03-eml": untrimmed_eml_keyword,
    "KW-03-trimmed": untrimmed_keyword,
    "KW-04": packed_keyword,
    "KW-05": repeated_keyword,
    "KW-08": cited_by_title,
    "KW-08-agree": title_of_another,
    "KW-09-split": split_group,
    "KW-12": without_address,
    "KW-13": unknown_term,
    "KW-13-newer": unknown_newer_term,
    "KW-14": not_in_thesaurus,
    "KW-14-label": not_listed,
    "KW-15": wrong_label,
    "KW-16": deprecated_term,
    "KW-17": suggested_term,
    "KW-18": ambiguous_term,
    "KW-19": no_inspire_theme,
    "KW-19-citation": undated_inspire_themes,
    "KW-19-title": untitled_inspire_themes,
    "KW-20": lacking("parameter", "P01", "P02"),
    "KW-21": lacking("platform", "L06"),
    "KW-22": lacking("instrument", "L05", "L22"),
    "KW-23": lacking("place", "C19"),
    "KW-24": uncited_project,
    "KW-25": parameter_of_other_group,
    "KW-25-unit": unit_of_other_quantity,
    "KW-26": foreign_label,
    "KW-27": monitoring_group,
    "KW-28-legislation": no_legislation,
    "KW-28-category": no_category,
    "GEO-11": place_outside_box,
    "GEO-19": unknown_unit("Measure", "uom"),
    "EML-21-term": annotated_term,
    "EML-21-label": annotated_label,
    "EML-22": unknown_unit("Attribute", "unit"),
}
