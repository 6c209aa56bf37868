from vocabsvc.builders.auxiliary_recipes import AUXILIARY_RECIPES
from vocabsvc.builders.recipes import RECIPES


def test_what_records_cite_is_marked_and_nothing_else_is() -> None:
    assert {recipe.id for recipe in RECIPES if recipe.auxiliary} == {recipe.id for recipe in AUXILIARY_RECIPES}
    assert not any(recipe.local for recipe in AUXILIARY_RECIPES)


def test_every_list_tells_where_it_comes_from() -> None:
    for recipe in AUXILIARY_RECIPES:
        assert recipe.inputs or recipe.addresses or recipe.own, recipe.id
