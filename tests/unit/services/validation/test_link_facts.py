from tests.cases import clean
from tests.lifted import read_record
from vocabsvc.model.link import LinkAnswer
from vocabsvc.model.record import FactIndex, text_of
from vocabsvc.services.validation.link_facts import LinkFacts

PAGE = "https://data.example.org/salinite-1"
RECORD = clean("iso19139").decode()


class Answers(dict[str, LinkAnswer]):
    """A link checker that knows its answers beforehand."""

    def answer(self, address: str) -> LinkAnswer | None:
        return self.get(address)


def said(answers: Answers, record: str = RECORD) -> list[tuple[str, str, str]]:
    graph = read_record(record.encode(), max_bytes=1_000_000)
    facts = LinkFacts(answers).of(FactIndex(graph.facts), graph)
    return [(fact.predicate.rpartition("#")[2], text_of(fact.object), fact.given) for fact in facts]


def test_status_of_what_was_tried() -> None:
    assert said(Answers()) == []
    assert said(Answers({PAGE: LinkAnswer(404, PAGE)})) == [("linkStatus", "404", PAGE)]


def test_same_address_with_https() -> None:
    plain = PAGE.replace("https", "http")
    record = RECORD.replace(f">{PAGE}<", f">{plain}<")
    moved = said(Answers({plain: LinkAnswer(200, f"{PAGE}/")}), record)
    assert moved == [("linkStatus", "200", plain), ("linkMoved", f"{PAGE}/", plain)]
    elsewhere = said(Answers({plain: LinkAnswer(200, "https://other.example.org/salinite-1")}), record)
    assert elsewhere == [("linkStatus", "200", plain)]
