from pathlib import Path

from training.gold import read_gold, switched_off
from training.lessons import folds
from vocabsvc.services.mapper.known_names import KnownName, read_known_names, write_known_names

COLUMNS = ["source", "local_name", "long_name", "unit", "target_scheme", "target_id", "target_label", "target_status"]
ROWS = [
    ["imos_toolbox", "TEMP", "sea water temperature", "degC", "P07", "CFSN0335", "", "ok"],
    ["a", "sal", "Salinité", "psu", "P01", "PSLTZZ01", "", "ok"],
    ["a", "sal", "Salinité", "psu", "P01", "PSALST01", "", "ok"],
    ["b", "old", "", "", "P01", "OLD", "", "deprecated"],
    ["b", "unit", "", "m", "P06", "ULAA", "", "ok"],
]


def gold(folder: Path) -> Path:
    path = folder / "gold.tsv"
    path.write_text("".join("\t".join(cells) + "\n" for cells in (COLUMNS, *ROWS)), encoding="utf-8")
    return path


def test_a_name_with_several_answers_is_one_question(tmp_path: Path) -> None:
    imos, french = read_gold(gold(tmp_path))
    assert (imos.term.long_name, imos.vocabulary) == ("", "p07")
    assert len(french.answers) == 2


def test_sets_made_from_a_source_are_switched_off_with_it() -> None:
    assert {"argo_r03", "R03", "r03-p01"} == switched_off(["argo_r03"])


def test_a_source_is_never_divided(tmp_path: Path) -> None:
    assert folds(read_gold(gold(tmp_path)), 2) == [{"a"}, {"imos_toolbox"}]


def test_known_names_are_read_as_written() -> None:
    names = [KnownName("é", "sal", "salinité eau", "psu", "http://vocab.nerc.ac.uk/collection/P01/current/PSLTZZ01/")]
    assert list(read_known_names(write_known_names(names * 2))) == names
