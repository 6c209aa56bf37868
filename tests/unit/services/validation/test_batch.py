import gc

from vocabsvc.services.validation.batch import validate_files


def test_what_was_loaded_is_not_looked_through_while_files_are_read() -> None:
    gc.unfreeze()
    assert all(validate_files(["a.xml", "b.xml"], lambda: lambda _name: gc.get_freeze_count() > 0, jobs=1))
    assert gc.get_freeze_count() == 0
