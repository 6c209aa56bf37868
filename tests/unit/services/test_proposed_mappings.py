from vocabsvc import __version__
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates, TermKind
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import NO_TERM, Mapping, MappingSet
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.proposed_mappings import ProposedMappings

BASE = "http://hub.example/id/"
P01 = Vocabulary("P01", "http://vocab.nerc.ac.uk/collection/P01/current/", ())
P07 = Vocabulary("P07", "http://vocab.nerc.ac.uk/collection/P07/current/", ())
CORIOLIS = MappingSet(
    "coriolis", "https://x/coriolis", "https://x/l",
    (Mapping(f"{BASE}coriolis/35", f"{SKOS}exactMatch", f"{P01.uri}TEMPPR01/", f"{SEMAPV}LexicalMatching", "TEMP"),),
)  # fmt: skip
PROPOSED = ProposedMappings(MappingSets([CORIOLIS]), [P01, P07], BASE)


def candidate(uri: str, label: str = "Température", explanation: str = "same words") -> Candidate:
    justification = f"{SEMAPV}LexicalMatching"
    return Candidate(uri, "x", LangString(label), 0.75, f"{SKOS}closeMatch", justification, explanation)


def written(*answers: TermCandidates, targets: str = "p01") -> tuple[str, MappingSet]:
    text = PROPOSED.sssom(answers, targets.split(","))
    return text, read_sssom(text.encode(), "proposed.sssom.tsv", "http://elsewhere.example/")


def test_a_name_without_an_iri_is_a_literal_and_reads_back() -> None:
    term = LocalTerm("T_EAU", "Température de l’eau", "°C", "shom")
    text, found = written(TermCandidates(term, (candidate(f"{P01.uri}TEMPPR01/"),)))
    (mapping,) = found.mappings
    assert (mapping.subject_id, mapping.subject_label) == ("", "T_EAU")
    assert mapping.slot("subject_type") == "rdfs literal"
    assert (mapping.slot("ext_name"), mapping.slot("ext_unit")) == ("Température de l’eau", "°C")
    assert mapping.slot("ext_status") == "proposed"
    assert (mapping.object_id, mapping.confidence) == (f"{P01.uri}TEMPPR01/", 0.75)
    assert (found.header("mapping_tool"), found.header("mapping_tool_version")) == ("vocabsvc", __version__)
    assert "author" not in text
    assert "reviewer" not in text


def test_what_the_centre_published_keeps_its_iri() -> None:
    _, found = written(TermCandidates(LocalTerm("temp", centre="Coriolis"), (candidate(f"{P01.uri}X/"),)))
    assert found.mappings[0].subject_id == f"{BASE}coriolis/35"


def test_no_match_is_said_once_for_each_target_without_the_near_misses() -> None:
    answer = TermCandidates(LocalTerm("XYZ"), (candidate(f"{P01.uri}X/"),), no_match=True)
    _, found = written(answer, answer, targets="P01, p07")
    assert [(one.object_id, one.slot("object_source")) for one in found.mappings] == [
        (NO_TERM, "P01:"), (NO_TERM, "P07:"),
    ]  # fmt: skip


def test_flags_are_left_out() -> None:
    _, found = written(TermCandidates(LocalTerm("TEMP_QC"), (), kind=TermKind.QUALITY_FLAG))
    assert found.mappings == ()


def test_no_cell_starts_a_formula_and_nothing_else_is_written() -> None:
    term = LocalTerm("=1+1", "@SUM(A1)", "-")
    text, found = written(TermCandidates(term, (candidate("http://x.example/a#b", "+x", '"=1"'),)))
    (mapping,) = found.mappings
    assert mapping.subject_id == f"{BASE}local/%3D1%2B1"
    assert (mapping.subject_label, mapping.object_label, mapping.comment) == ("", "", "")
    cells = [cell for line in text.splitlines() if not line.startswith("#") for cell in line.split("\t")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", '"'))]


def test_the_same_proposals_give_the_same_bytes() -> None:
    answer = TermCandidates(LocalTerm("a\tb\nc"), (candidate(f"{P01.uri}X/", "multi\nline"),))
    assert PROPOSED.sssom([answer], ["P01"]) == PROPOSED.sssom([answer, answer], ["p01"])
    assert written(answer)[1].mappings[0].subject_label == "a b c"
