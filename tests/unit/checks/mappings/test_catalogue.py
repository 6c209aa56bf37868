import re

from tests.conftest import ROOT
from tests.unit.checks.mappings.sets import BASE, LINE, concept, mapping_set
from vocabsvc.checks.mappings.catalogue import CATALOGUE, check_mapping_sets


def test_findings_are_grouped_with_their_places() -> None:
    one = mapping_set("centre:1 exactMatch sea:SLAT", "centre:2 exactMatch sea:SLTA", "centre:3 exactMatch sea:SALT")
    (report,) = check_mapping_sets([one], [concept("SALT")], BASE, examples=1)
    assert (report.mapping_set, report.file, report.conforms) == ("centre", "mappings/centre.sssom.tsv", False)
    assert report.counts() == {"MAP-05": 2}
    (group,) = report.violations
    assert [(one.line, one.column, one.value) for one in group.examples] == [(LINE, 4, "sea:SLAT")]
    assert group.first.message["fr"] == "ce concept n’existe pas dans son vocabulaire"
    assert [gap.code for gap in report.not_assessed] == ["MAP-05"]


def test_a_warning_is_no_violation() -> None:
    one = mapping_set("centre:1 exactMatch sea:SALT Sel", more=["object_label"])
    (report,) = check_mapping_sets([one], [concept("SALT", "Salinité")], BASE)
    assert (report.counts(), report.conforms) == ({"MAP-10": 1}, True)


def test_codes_rise_and_every_message_is_in_both_languages() -> None:
    assert [check.code for check in CATALOGUE] == sorted(check.code for check in CATALOGUE)
    assert all(check.find.__doc__ for check in CATALOGUE)


def test_the_page_lists_every_check_with_its_severity() -> None:
    page = (ROOT / "docs" / "checks-mappings.md").read_text("utf-8")
    listed = re.findall(r"^\| (MAP-\d\d) \| (\w+) \|", page, re.MULTILINE)
    read = [("MAP-01", "refused"), ("MAP-02", "refused"), ("MAP-03", "refused")]
    assert listed == read + [(check.code, str(check.severity)) for check in CATALOGUE]
