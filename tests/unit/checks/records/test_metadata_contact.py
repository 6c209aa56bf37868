"""CON-01: INSPIRE asks for one point of contact among the contacts for the metadata."""

import re

import pytest

from tests.cases import clean
from vocabsvc.model.report import State, ValidationResult
from vocabsvc.services.validation.validation import Validation

CONTACT = {
    "iso19139": re.compile("<gmd:contact>.*?</gmd:contact>", re.DOTALL),
    "iso19115-3": re.compile("<mdb:contact>.*?</mdb:contact>", re.DOTALL),
}


def faults(validation: Validation, encoding: str, *roles: str) -> list[ValidationResult]:
    """What is found of the contacts in a record whose contacts for the metadata have these roles."""
    record = clean(encoding).decode()
    found = CONTACT[encoding].search(record)
    assert found is not None
    contacts = "\n".join(found[0].replace("pointOfContact", role) for role in roles)
    (report,) = validation.validate(record.replace(found[0], contacts).encode(), ["inspire"]).reports
    return [one for one in report.results if one.state is State.FAIL and one.code == "CON-01"]


@pytest.mark.parametrize("encoding", CONTACT)
@pytest.mark.parametrize("roles", [("author", "pointOfContact"), ("pointOfContact", "owner")])
def test_one_point_of_contact_is_enough(validation: Validation, encoding: str, roles: tuple[str, ...]) -> None:
    assert faults(validation, encoding, *roles) == []


@pytest.mark.parametrize("encoding", CONTACT)
def test_one_fault_where_none_of_several_is(validation: Validation, encoding: str) -> None:
    (fault,) = faults(validation, encoding, "author", "owner")
    assert (fault.constraint, fault.value, fault.expected) == ("CON-01-role", "author", ("pointOfContact",))
    assert fault.fix is not None
    assert not fault.fix.safe, "which of them it is, nobody can tell"


@pytest.mark.parametrize("encoding", CONTACT)
def test_the_only_contact_is_the_one(validation: Validation, encoding: str) -> None:
    (fault,) = faults(validation, encoding, "author")
    assert fault.fix is not None
    assert fault.fix.safe
