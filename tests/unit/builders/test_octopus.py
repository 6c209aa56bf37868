from tests.unit.builders.conftest import Put
from vocabsvc.builders import octopus
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder


def test_yields_every_statement(put: Put, sources: SourceFolder) -> None:
    put(
        "m.xml",
        """<mapping><match><element key="SDN:P01:9:OLD"/>
             <exact><element key="SDN:P01:9:NEW"/><element key="SDN:P01:9:TWO"/></exact>
             <broad><element key="SDN:P01:9:UP"/></broad></match></mapping>""",
    )
    old, new, two, up = (concept_uri("P01", code) for code in ("OLD", "NEW", "TWO", "UP"))
    assert list(octopus.matches(sources, "m.xml")) == [
        (old, "exact", new),
        (old, "exact", two),
        (old, "broad", up),
    ]


def test_edition(put: Put, sources: SourceFolder) -> None:
    put(
        octopus.EDITIONS,
        '<vocabularies><vocabulary list="SDN:P06:1:" version="1" date="2020-01-01T00:00:00.000"/>'
        '<vocabulary list="SDN:P07:90:" version="90" date="2025-03-20T02:00:00.000"/></vocabularies>',
    )
    assert octopus.edition(sources, "P07") == Edition("90", "2025-03-20")
