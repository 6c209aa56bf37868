import re

import pytest

from tests.cases import shape_files
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes
from vocabsvc.errors import InvalidRequest, InvalidShapesGraph


def test_shipped_profiles_stand_on_core(shapes: ShapesGraph) -> None:
    assert list(shapes.profiles) == ["core", "cmems", "eml", "fair", "hvd", "inspire", "odatis", "sdn-cdi"]
    core = shapes.select(["core"])
    assert core.profiles == ("core",)
    for name in shapes.profiles:
        selection = shapes.select([name])
        assert selection.profiles == tuple(dict.fromkeys(("core", name)))
        assert set(map(id, core.constraints)) <= set(map(id, selection.constraints))


def test_unknown_profile_is_named_with_those_that_exist(shapes: ShapesGraph) -> None:
    with pytest.raises(InvalidRequest, match="'inspyre'; loaded are: cmems, core, eml"):
        shapes.select(["core", "inspyre"])


def test_no_files_are_no_profiles() -> None:
    shapes = prepare_shapes([])
    assert shapes.profiles == {}
    with pytest.raises(InvalidRequest, match="none"):
        shapes.select(["core"])


def test_order_of_files_does_not_matter(shapes: ShapesGraph) -> None:
    assert prepare_shapes(shape_files()[::-1]).constraints == shapes.constraints


def test_shapes_without_the_profile_that_declares_their_terms_are_refused() -> None:
    files = [(name, data) for name, data in shape_files() if name != "profile.ttl"]
    with pytest.raises(InvalidShapesGraph, match="undeclared"):
        prepare_shapes(files)


def test_every_code_has_a_reason_in_both_languages(shapes: ShapesGraph) -> None:
    constraints = shapes.constraints.values()
    reasons = {one.code: one.reason for one in constraints if one.reason}
    assert {one.code for one in constraints} - reasons.keys() == set()
    for reason in reasons.values():
        assert set(reason) == {"en", "fr"}


def test_texts_are_in_both_languages_and_typed_in_the_french_way(shapes: ShapesGraph) -> None:
    for constraint in shapes.constraints.values():
        assert list(constraint.name) == ["en", "fr"]
        assert _typed_in_the_french_way(constraint.name["fr"])
        for text in (constraint.message, constraint.hint, constraint.reason or constraint.message):
            assert set(text) == {"en", "fr"}
            assert text["en"] != text["fr"]
            assert text["en"].endswith((".", "…"))
            assert text["fr"].endswith((".", "…"))
            assert _typed_in_the_french_way(text["fr"])


def _typed_in_the_french_way(text: str) -> bool:
    # what stands between guillemets is quoted as it is to be written
    own = re.sub("«\u00a0[^»]*\u00a0»", "", text)
    return not re.search(r"['«»\u202f]|[^\u00a0][:;!?](\s|$)", own)
