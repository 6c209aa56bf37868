from tests.unit.formats.records.eml.documents import dataset

AWARD = (
    "<award><funderName>Agence</funderName><funderIdentifier>https://ror.org/044jxhp58</funderIdentifier>"
    "<awardNumber>19-01</awardNumber><title>Suivi</title></award>"
)


def test_award_and_personnel() -> None:
    lifted = dataset(
        f"<project><title>Suivi</title><personnel><organizationName>Centre</organizationName><role>chef</role>"
        f"</personnel>{AWARD}</project>"
    )
    assert lifted.said("funderIdentifier") == ["https://ror.org/044jxhp58"]
    assert (lifted.said("funderName"), lifted.said("awardNumber")) == (["Agence"], ["19-01"])
    assert lifted.instances("Party") == ["/eml:eml/dataset/project/personnel"]


def test_project_that_is_related_to_itself_ends() -> None:
    lifted = dataset(
        '<project id="p"><title>Suivi</title><relatedProject><references>p</references></relatedProject>'
        f"{AWARD}</project>"
    )
    assert lifted.instances("Project") == ["/eml:eml/dataset/project"]
    assert lifted.instances("Award") == ["/eml:eml/dataset/project/award"]
