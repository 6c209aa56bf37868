from tests.cases import clean
from tests.viewed import faults, gaps, view
from vocabsvc.checks.records.links import dead_links, redirected_links
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import Fact, FactIndex
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF

RECORD = clean("iso19139").decode()


def tried(status: str) -> RecordView:
    """The clean record, of whose first online resource the status is known."""
    found = view(RECORD.encode())
    node = found.facts.nodes("OnlineResource")[0]
    (link,) = found.facts.facts(node, "linkage")
    fact = Fact(node, f"{DEF}linkStatus", Literal(status), link.element)
    return RecordView(
        found.document, found.root, found.graph, FactIndex([*found.graph.facts, fact]), found.now, found.xsd
    )


def test_links_that_nobody_tries_are_not_assessed() -> None:
    (gap,) = gaps(dead_links, RECORD)
    assert "not switched on" in gap.message["en"]
    assert faults(redirected_links, RECORD) == []


def test_record_without_links_has_nothing_to_try() -> None:
    start, end = RECORD.index("<gmd:transferOptions>"), RECORD.index("</gmd:transferOptions>")
    assert gaps(dead_links, RECORD[:start] + RECORD[end + len("</gmd:transferOptions>") :]) == []


def test_errors_and_silence_are_faults() -> None:
    (fault,) = dead_links(tried("404"))
    assert isinstance(fault, Fault)
    assert (fault.value, fault.expected, fault.message) == ("https://data.example.org/salinite-1", ("404",), None)
    (silent,) = dead_links(tried("0"))
    assert isinstance(silent, Fault)
    assert silent.message is not None
    assert "cannot be reached" in silent.message["en"]
    assert list(dead_links(tried("204"))) == []
