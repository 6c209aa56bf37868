import pytest

from tests.unit.builders.conftest import Put, table
from vocabsvc.builders import seadatanet
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString


def organisation(code: str, name: str, *, exists: bool = True, into: str = "", **more: str) -> str:
    said = {
        "n_code": code,
        "name": name,
        "organisation_exists": str(exists),
        "organisation_changed_into": into,
        "address": "Not to be copied",
        **more,
    }
    return f"<Organisation>{''.join(f'<{field}>{text}</{field}>' for field, text in said.items())}</Organisation>"


@pytest.fixture
def edmo(put: Put, sources: SourceFolder) -> VocabularyGraph:
    rows = [("1", "Salt Institute"), ("2", "Basin Laboratory "), ("3", "New &amp; Old Salt M&#257;noa")]
    put(
        seadatanet.NAMES,
        table(*({"uri": f"{seadatanet.EDMO.uri}{code}", "code": code, "name": name} for code, name in rows)),
    )
    put(
        seadatanet.DETAILS,
        f"""<Organisations>
        {organisation("1", "INSTITUTE / SALT", exists=False, into="3,9", c_country="France",
                      native_name="Institut du sel", abbreviated_name="IS")}
        {organisation("2", "Basin Laboratory", c_country="Atlantis", native_name="Basin Laboratory")}
        {organisation("4", "Only of 2018", into="1", c_country="Turkey")}
        </Organisations>""",
    )  # fmt: skip
    graph = VocabularyGraph()
    graph.add_container(seadatanet.EDMO.uri, seadatanet.EDMO.kind, seadatanet.EDMO.titles)
    assert "1 later entries have none" in seadatanet.fill_edmo(sources, graph).missing[0]
    return graph


def concepts(graph: VocabularyGraph) -> dict[str, Concept]:
    return {concept.notations[0]: concept for concept in read_skos(graph.triples(), "EDMO").concepts}


def test_an_organisation_has_its_name_of_today_and_its_others(edmo: VocabularyGraph) -> None:
    found = concepts(edmo)
    assert found.keys() == {f"SDN:EDMO::{code}" for code in "1234"}
    gone = found["SDN:EDMO::1"]
    assert gone.pref_labels == (LangString("Salt Institute", "en"),)
    assert set(gone.alt_labels) == {LangString("Institut du sel"), LangString("IS")}
    assert gone.hidden_labels == (LangString("INSTITUTE / SALT"),)
    assert found["SDN:EDMO::2"].alt_labels == found["SDN:EDMO::2"].hidden_labels == ()
    assert found["SDN:EDMO::3"].pref_labels == (LangString("New & Old Salt Mānoa", "en"),)
    assert "copied" not in str(edmo.triples())


def test_what_does_not_exist_is_deprecated_and_replaced_by_what_is_listed(edmo: VocabularyGraph) -> None:
    found = concepts(edmo)
    assert found["SDN:EDMO::1"].status is Status.DEPRECATED
    assert found["SDN:EDMO::1"].replaced_by == (f"{seadatanet.EDMO.uri}3",)
    assert found["SDN:EDMO::4"].status is Status.CURRENT
    assert found["SDN:EDMO::4"].replaced_by == ()


def test_a_country_that_is_known_is_linked(edmo: VocabularyGraph) -> None:
    said = {str(t.subject): str(t.object) for t in edmo.triples() if t.predicate.value == seadatanet.COUNTRY}
    authority = "http://publications.europa.eu/resource/authority/country/"
    assert said == {
        f"<{seadatanet.EDMO.uri}1>": f"<{authority}FRA>",
        f"<{seadatanet.EDMO.uri}4>": f"<{authority}TUR>",
    }


def test_a_project_has_title_and_acronym(put: Put, sources: SourceFolder) -> None:
    put(
        seadatanet.PROJECTS,
        """<SimpleMetadataList>
        <SimpleMetadata><Id>7</Id><Title>Salt of &lt;i&gt;basins&lt;/i&gt;</Title><Acronym>SOB</Acronym>
          <Coordinator>Nobody</Coordinator><Country>France</Country></SimpleMetadata>
        <SimpleMetadata><Id>8</Id><Title>SALT</Title><Acronym>SALT</Acronym><Country/></SimpleMetadata>
        </SimpleMetadataList>""",
    )
    graph = VocabularyGraph()
    graph.add_container(seadatanet.EDMERP.uri, seadatanet.EDMERP.kind, seadatanet.EDMERP.titles)
    seadatanet.fill_edmerp(sources, graph)
    found = concepts(graph)
    assert found["SDN:EDMERP::7"].pref_labels == (LangString("Salt of basins", "en"),)
    assert found["SDN:EDMERP::7"].alt_labels == (LangString("SOB"),)
    assert found["SDN:EDMERP::8"].alt_labels == ()
    assert "Nobody" not in str(graph.triples())
