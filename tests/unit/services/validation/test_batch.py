import gc

import pytest

from vocabsvc.services.validation.batch import validate_files


def test_what_was_loaded_is_not_looked_through_while_files_are_read() -> None:
    gc.unfreeze()
    assert all(validate_files(["a.xml", "b.xml"], lambda: lambda _name: gc.get_freeze_count() > 0, jobs=1))
    assert gc.get_freeze_count() == 0


def test_garbage_is_looked_for_less_often_meanwhile(request: pytest.FixtureRequest) -> None:
    usual = gc.get_threshold()
    request.addfinalizer(lambda: gc.set_threshold(*usual))
    gc.set_threshold(700, 10, 10)
    assert all(validate_files(["a.xml", "b.xml"], lambda: lambda _name: gc.get_threshold()[0] > 700, jobs=1))
    assert gc.get_threshold() == (700, 10, 10)
