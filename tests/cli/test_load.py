import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription

DATA = Path(__file__).parents[1] / "data"
SHAPES = Path(__file__).parents[2] / "shapes"


def test_a_load_holds_exactly_what_is_named(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "var"
    first = run("load", DATA / "T01.ttl", DATA / "T02.ttl", SHAPES, "--data", data)
    assert (first.code, first.out.startswith("vocabularies: 2, concepts: 6, mapping sets: 0")) == (0, True)
    run("load", DATA / "T02.ttl", "--data", data)
    assert run("search", "salinity", "--data", data).code == 1
    assert run("search", "chemistry", "--data", data).code == 0


def test_nothing_changed_is_noticed(run: Run, tmp_path: Path) -> None:
    assert "nothing changed" not in run("load", DATA / "T01.ttl", "--if-changed", "--data", tmp_path).err
    assert "nothing changed" in run("load", DATA / "T01.ttl", "--if-changed", "--data", tmp_path).err
    assert "nothing changed" not in run("load", DATA / "T02.ttl", "--if-changed", "--data", tmp_path).err


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("broken.ttl", "<http://a> <http://b>\n <", "broken.ttl:2:"),
        ("broken.sssom.tsv", "subject_id\tobject_id\n", "broken.sssom.tsv"),
        ("absent.ttl", None, "absent.ttl"),
        ("note.txt", "text", "note.txt"),
        ("T01.nt", "", "two things with the id 'T01'"),
    ],
)
def test_a_broken_file_leaves_the_old_snapshot(
    run: Run, own_data_folder: Path, tmp_path: Path, name: str, content: str | None, place: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    outcome = run("load", DATA / "T01.ttl", tmp_path / name, "--data", own_data_folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert place in outcome.err
    assert run("search", "chemistry", "--data", own_data_folder).code == 0


def test_two_editions_of_one_vocabulary_are_refused(run: Run, tmp_path: Path) -> None:
    again = tmp_path / "again.ttl"
    again.write_bytes((DATA / "T01.ttl").read_bytes())
    outcome = run("load", DATA / "T01.ttl", again, "--data", tmp_path / "var")
    assert outcome.code == 2
    assert "T01 and again are one vocabulary" in outcome.err


def test_iris_with_spaces_are_encoded_with_a_warning(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "délais.rdf"
    file.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="http://s/un délai">'
        '<skos:prefLabel xml:lang="fr">Un délai</skos:prefLabel></skos:Concept></rdf:RDF>',
        encoding="utf-8",
    )
    outcome = run("load", file, "--data", tmp_path / "var")
    assert outcome.code == 0
    assert "'http://s/un délai'" in outcome.err
    found = run("search", "delai", "--format", "tsv", "--data", tmp_path / "var")
    assert found.out.splitlines()[1].endswith("http://s/un%20délai")


def test_shapes_that_cannot_run_stop_the_load(run: Run, tmp_path: Path) -> None:
    shapes = tmp_path / "odd.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <http://x/s> a sh:NodeShape ; sh:targetKlass <http://x/C> ."
    )
    outcome = run("load", shapes, "--data", tmp_path / "var")
    assert outcome.code == 2
    assert "odd.ttl" in outcome.err or "targetKlass" in outcome.err


def test_without_a_snapshot_every_command_says_what_to_do(run: Run, tmp_path: Path) -> None:
    for command in (["search", "x"], ["validate", DATA / "T01.ttl"], ["serve"]):
        outcome = run(*command, "--data", tmp_path / "empty")
        assert outcome.code == 2
        assert "vocabsvc load" in outcome.err


def folder_with_a_clash(parent: Path, *, own: bool) -> Path:
    """Make a vocabulary whose label is both preferred and alternative (SKO-02)."""
    folder = parent / "essai"
    folder.mkdir()
    turtle = b"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <http://s/> a skos:ConceptScheme .
        <http://s/1> a skos:Concept ; skos:inScheme <http://s/> ;
            skos:prefLabel "Houle"@fr ; skos:altLabel "Houle"@fr ."""
    (folder / "essai.ttl").write_bytes(turtle)
    titles = (LangString("Test", "en"), LangString("Essai", "fr"))
    vocabulary = Vocabulary("essai", "http://s/", titles, "Test", concept_count=1, languages=("fr",))
    checksum = hashlib.sha256(turtle).hexdigest()
    description = VocabularyDescription(vocabulary, "essai.ttl", checksum, own=own)
    (folder / "vocabulary.toml").write_text(write_vocabulary_toml(description), "utf-8")
    return folder


def test_a_violation_stops_the_load_of_our_own_vocabulary(run: Run, tmp_path: Path) -> None:
    outcome = run("load", folder_with_a_clash(tmp_path, own=True), "--data", tmp_path / "var")
    assert outcome.code == 2
    assert "SKO-02 (1)" in outcome.err
    assert "'Houle'" in outcome.err
    assert run("search", "houle", "--data", tmp_path / "var").code == 2


def test_a_violation_in_a_mirrored_vocabulary_is_a_warning(run: Run, tmp_path: Path) -> None:
    outcome = run("load", folder_with_a_clash(tmp_path, own=False), "--data", tmp_path / "var")
    assert outcome.code == 0
    assert "warning: essai: SKO-02 (1)" in outcome.err
    assert run("search", "houle", "--data", tmp_path / "var").code == 0


def test_a_file_that_is_not_the_one_described_is_refused(run: Run, tmp_path: Path) -> None:
    folder = folder_with_a_clash(tmp_path, own=False)
    (folder / "essai.ttl").write_text("# changed")
    outcome = run("load", folder, "--data", tmp_path / "var")
    assert outcome.code == 2
    assert "checksum" in outcome.err


def test_a_mapping_to_what_does_not_exist_stops_the_load(run: Run, tmp_path: Path) -> None:
    path, data = tmp_path / "mer.sssom.tsv", tmp_path / "data"
    path.write_text((DATA / "testcentre.sssom.tsv").read_text("utf-8").replace("SALTX01", "SLATX01"), "utf-8")
    # The set is named first: it is checked when all vocabularies are there.
    outcome = run("load", path, DATA / "T01.ttl", "--data", data)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{path}:7:4: MAP-05 (1): there is no such concept in its vocabulary" in outcome.err.replace("\n", " ")
    assert run("snapshots", "list", "--data", data).out.count("\n") <= 1
    unresolved = run("load", path, DATA / "T02.ttl", "--data", data)
    assert (unresolved.code, "mapping sets: 1" in unresolved.out) == (0, True)
