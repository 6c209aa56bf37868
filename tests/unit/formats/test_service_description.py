from vocabsvc.formats.service_description import SD, DescribedGraph, DescribedLimits, describe_service
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal

LIMITS = DescribedLimits(seconds=30.0, bytes=200_000_000, rows=5_000_000, memory=1_000_000_000)
GRAPHS = (DescribedGraph("http://x/a/", (LangString("Mots", "fr"),), 12), DescribedGraph("http://x/b/"))


def test_graphs_are_named_described_and_counted_where_known() -> None:
    said = list(describe_service("http://hub/sparql", GRAPHS, LIMITS))
    names = {one.object: one.subject for one in said if one.predicate == f"{SD}name"}
    assert set(names) == {"http://x/a/", "http://x/b/"}
    contents = {one.subject: one.object for one in said if one.predicate == f"{SD}graph"}
    counts = {one.subject: one.object for one in said if one.predicate.endswith("#triples")}
    first = contents[names["http://x/a/"]]
    assert {subject: target.lexical for subject, target in counts.items() if isinstance(target, Literal)} == {
        first: "12"
    }
    (title,) = [one.object for one in said if one.predicate.endswith("/title")]
    assert isinstance(title, Literal)
    assert (title.lexical, title.lang) == ("Mots", "fr")


def test_limits_are_stated_for_programs_and_for_people_in_both_languages() -> None:
    said = list(describe_service("http://hub/sparql", (), LIMITS))
    values = [(one.predicate, one.object) for one in said if isinstance(one.object, Literal)]
    lexical = {predicate.rpartition("#")[2]: value.lexical for predicate, value in values}
    assert lexical["queryTimeout"] == "PT30S"
    assert lexical["maxAnswerRows"] == "5000000"
    texts = {value.lang: value.lexical for _, value in values if value.lang}
    assert set(texts) == {"en", "fr"}
    assert "5,000,000 rows" in texts["en"]
    assert "5\u202f000\u202f000 lignes" in texts["fr"]
