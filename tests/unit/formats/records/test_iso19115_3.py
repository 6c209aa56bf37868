from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19115-3").decode()


def test_facts_of_the_record() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("metadataId") == ["urn:example:salinite-1"]
    assert lifted.said("language") == ["fre", "fre"]  # of the record and of the resource
    assert lifted.said("metadataDate") == ["2024-03-01"]
    assert lifted.said("metadataOtherDate") == ["2024-04-02T10:00:00"]
    assert set(lifted.said("organisationName")) == {"Centre d’essai", "Ifremer"}
    assert lifted.said("positionName") == ["Responsable des données"]
    assert lifted.said("email") == ["fiches@example.org", "donnees@example.org", "diffusion@example.org"]
    assert lifted.said("name") == ["salinite", "salinite-1", "NetCDF"]


def test_person_in_an_organisation_is_one_party() -> None:
    individual = (
        "<cit:individual><cit:CI_Individual><cit:name><gco:CharacterString>Accueil</gco:CharacterString></cit:name>"
        "</cit:CI_Individual></cit:individual></cit:CI_Organisation>"
    )
    lifted = Lifted(RECORD.replace("</cit:CI_Organisation>", individual, 1).encode())
    assert lifted.said("individualName") == ["Accueil", "Prénom Nom"]
    assert len(lifted.instances("IsoParty")) == len(Lifted(RECORD.encode()).instances("IsoParty"))


def test_both_iso_encodings_say_the_same() -> None:
    ours, theirs = Lifted(RECORD.encode()), Lifted(clean("iso19139"))
    differing = {"encoding", "metadataOtherDate", "metadataOtherDateEarliest", "metadataOtherDateLatest"}
    differing |= {"partyName", "resourceScope"}  # which only ISO 19115-3 has more than one of
    predicates = {fact.predicate.rpartition("#")[2] for fact in ours.graph.facts} - differing - {"type"}
    for predicate in predicates:
        if all(not value.startswith("urn:x-vocabsvc:") for value in ours.said(predicate)):
            assert sorted(set(ours.said(predicate))) == sorted({*theirs.said(predicate)})
    of_seadatanet = {"extensionInfo", "associatedCitation"}  # whose profile is one of ISO 19139
    said = {fact.predicate.rpartition("#")[2] for fact in theirs.graph.facts} - {"encoding"} - of_seadatanet
    assert said <= predicates | {"type"}


def test_scopes_with_their_names() -> None:
    scope = '<mdb:resourceScope><mcc:MD_ScopeCode codeList="x" codeListValue="model"/></mdb:resourceScope>'
    name = '<mdb:name gco:nilReason="unknown"/>'
    more = f"</mdb:metadataScope><mdb:metadataScope><mdb:MD_MetadataScope>{scope}{name}</mdb:MD_MetadataScope>"
    lifted = Lifted(RECORD.replace("</mdb:metadataScope>", f"{more}</mdb:metadataScope>", 1).encode())
    assert len(lifted.instances("MetadataScope")) == 2
    assert lifted.said("resourceScope") == lifted.said("scope") == ["dataset", "model"]
    assert lifted.said("scopeNameNil") == ["unknown"]
