"""``python -m training``: learn the model and write it into the package; the same data give the same bytes."""

import json
from pathlib import Path

from training.fit import calibrate, fit_trees, threshold
from training.gold import read_gold
from training.held_out import score_held_out
from training.lessons import Teacher, with_groups
from training.world import build_world
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.known_names import write_known_names

_GOLD = Path("../shared/data/gold/dev.tsv")
_PACKAGE = Path("vocabsvc/services/mapper")


def main() -> None:
    """Train on all sources; probabilities are calibrated on answers for sources that were held back."""
    questions = read_gold(_GOLD)
    knowledge, kept = build_world(Path(), questions)
    teacher = Teacher(knowledge)
    groups_of = knowledge.groups_of
    scored = score_held_out(teacher, questions, groups_of)
    calibration = calibrate(scored)
    model = {
        "features": FEATURES,
        "calibration": calibration,
        "threshold": threshold(scored, calibration),
        "trees": fit_trees(teacher.lessons(with_groups(questions, groups_of))),
    }
    _PACKAGE.joinpath("ranker.json").write_text(f"{json.dumps(model, separators=(',', ':'))}\n", encoding="utf-8")
    _PACKAGE.joinpath("known_names.tsv").write_text(write_known_names(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
