from lxml import etree

from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, edited
from vocabsvc.formats.records.eml.references import kind_of


def test_reference_is_followed() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("resourceContact") == lifted.said("creator")


def test_reference_without_target_is_kept_as_one() -> None:
    lifted = edited("<references>auteur</references>", "<references>personne</references>")
    assert lifted.said("href") == ["#personne"]
    assert lifted.instances("Reference") == ["/eml:eml/dataset/contact"]


def test_reference_to_something_else_is_not_taken_for_a_party() -> None:
    lifted = edited("<coverage>", '<coverage id="lieu">')
    assert "/eml:eml/dataset/coverage" not in lifted.instances("Party")
    lifted = Lifted(
        RECORD.replace("<coverage>", '<coverage id="lieu">')
        .replace("<contact><references>auteur<", "<contact><references>lieu<")
        .encode()
    )
    assert "/eml:eml/dataset/coverage" not in lifted.instances("Party")
    assert lifted.instances("Reference") == ["/eml:eml/dataset/contact"]


def test_parties_stand_for_each_other_and_other_things_for_their_like() -> None:
    kinds = {name: kind_of(etree.Element(name)) for name in ("creator", "personnel", "relatedProject", "attribute")}
    assert kinds == {"creator": "party", "personnel": "party", "relatedProject": "project", "attribute": "attribute"}
