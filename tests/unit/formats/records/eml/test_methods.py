from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import dataset


def test_steps_and_what_was_studied() -> None:
    lifted = dataset(
        "<methods><methodStep><description><para>Étalonner</para></description><instrumentation>CTD</instrumentation>"
        "</methodStep><sampling><studyExtent><coverage><geographicCoverage><geographicDescription>Rade"
        "</geographicDescription></geographicCoverage></coverage></studyExtent><samplingDescription><para>x</para>"
        "</samplingDescription></sampling><qualityControl><description/></qualityControl></methods>"
    )
    assert lifted.said("description") == ["Étalonner", "Rade"]
    assert len(lifted.instances("MethodStep")) == 1
    assert lifted.unlifted() == []


def test_steps_of_a_protocol_are_method_steps() -> None:
    text = (
        '<eml:eml xmlns:eml="https://eml.ecoinformatics.org/eml-2.2.0" packageId="a.1.1"><protocol><proceduralStep>'
        "<description><para>Filtrer</para></description></proceduralStep></protocol></eml:eml>"
    )
    assert Lifted(text.encode()).said("description") == ["Filtrer"]
