"""Small EML documents for the tests of its lifters."""

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("eml").decode()


def edited(old: str, new: str) -> Lifted:
    """The clean record with the first ``old`` replaced."""
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def dataset(inside: str, beside: str = "", version: str = "https://eml.ecoinformatics.org/eml-2.2.0") -> Lifted:
    """A document with these elements in the dataset and beside it."""
    return Lifted(
        f'<eml:eml xmlns:eml="{version}" packageId="a.1.1"><dataset>{inside}</dataset>{beside}</eml:eml>'.encode()
    )
