"""Whatever Oxigraph takes for a question to another endpoint is refused: asked with a listener on this machine."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, Store

from tests.examples import examples
from vocabsvc.errors import QueryRefused
from vocabsvc.formats.sparql import query_form

ANSWER = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
PROLOGUE = "PREFIX : <U> PREFIX x: <U> PREFIX h: <http://h:80> PREFIX \ufffd: <U> "
CALLS = (
    *("SERVICE<U>{}", "SERVICE <U> {?a ?b ?c}", "service silent<U>{}", "SERVICESILENT<U>{}", "SERVICE# <\n<U>{}"),
    *("SERVICE:{}", "SERVICE:a{}", "SERVICEx:a{}", "SERVICESILENTx:a{}", "SERVICE SILENTx:a{}", "SERVICE\ufffd:a{}"),
    *("SERVICE<U\\u0041>{}", "SERVICE\r<U>#\r{}", "sErViCe<U>\t{}", "SERVICE?v{}", "\\u0053ERVICE<U>{}"),
)
BEFORE = (
    *("", "{}", "{}.", "?s ?p ?o.", "?s ?p ?o ", "?s ?p true.", "?s ?p 1.", "?s ?p 1e0", "?s ?p 'a'", "?s ?p 'a'@en."),
    *("?s ?p '''a'b'''.", "?s ?p ''. ", '?s ?p """a"b""".', "?s ?p x:a.b.", "?s ?p x:", "?s ?p h:", "?s ?p x:a."),
    *("FILTER(1<2)", "FILTER(1<2&&3>2)", "FILTER(?s<?b#>'''\n||true)", "FILTER(?s<'''>'''||true)", "BIND(1AS?z)"),
    *(
        "VALUES?v{<U>}",
        "VALUES?z{'''a'}",
        "?s ?p <a:\\u0041#'''>.",
        "?s <a:b>? ?o.",
        "?s<a:b>?true.",
        "{}UNION",
        "[]a x:a.",
    ),
    *(
        "OPTIONAL",
        "OPTIONAL{}",
        "LATERAL",
        "GRAPH ?g",
        "GRAPH x:a",
        "FILTER EXISTS",
        "MINUS",
        "?s ?p _:b.",
        "?s ?p x:a\\'.",
    ),
    *(
        "# '\n",
        "# '\r",
        '# """\n',
        "?s ?p '\\''.",
        "?s ?p '\\\\'.",
        "?s ?p 'SERVICE<U>{}'.",
        "?s ?p <a:'>.",
        "?s ?p ?o#>'''\n.",
    ),
)
AFTER = ("", "}", "#'''", '#"""', "?s ?p '''", "FILTER(3>1)", "?s ?p '#'", "#>", ".", '?s ?p "\'"')
OPENINGS = ("{", "{{", "{OPTIONAL{", "{{}UNION{")
FORMS = ("SELECT*", "ASK", "SELECT*WHERE", "DESCRIBE *", "CONSTRUCT{?s ?p ?o}WHERE", "SELECT(EXISTS{#x\n{}}AS?y)")


class Listener:
    """Counts who comes."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                with visitor, contextlib.suppress(OSError):
                    visitor.settimeout(1)
                    visitor.recv(4096)
                    visitor.sendall(ANSWER)


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def visits(listener: Listener, text: str) -> bool:
    """Run a query as Oxigraph does; tell whether it went out."""
    node = NamedNode("a:a")
    store = Store()
    store.extend(Quad(node, NamedNode("a:b"), value) for value in (node, Literal("b"), Literal(value=True)))
    before = listener.visits
    with contextlib.suppress(OSError, RuntimeError, SyntaxError, ValueError):
        found = store.query(text)
        if not isinstance(found, QueryBoolean):
            list(found)
    return listener.visits > before


def refused(text: str) -> bool:
    try:
        query_form(text)
    except QueryRefused:
        return True
    return False


@given(
    form=st.sampled_from(FORMS),
    opening=st.sampled_from(OPENINGS),
    before=st.lists(st.sampled_from((*BEFORE, *CALLS)), max_size=3),
    call=st.sampled_from(CALLS),
    after=st.lists(st.sampled_from(AFTER), max_size=2),
)
@settings(max_examples=examples(500, 1500), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_goes_out_is_refused(
    listener: Listener, form: str, opening: str, before: list[str], call: str, after: list[str]
) -> None:
    closing = "}" * opening.count("{")
    text = f"{PROLOGUE}{form}{opening}{''.join(before)}{call}{''.join(after)}{closing}"
    text = text.replace("<U", f"<{listener.address}")
    if not refused(text):
        assert not visits(listener, text), text


@pytest.mark.parametrize("call", [one for one in CALLS if "\\u0053" not in one and "?v" not in one])
def test_the_calls_do_go_out(listener: Listener, call: str) -> None:
    text = f"{PROLOGUE}SELECT*{{{call}}}".replace("<U", f"<{listener.address}")
    assert visits(listener, text)
    assert refused(text)


@pytest.mark.parametrize("before", BEFORE)
def test_each_way_before_a_call_is_followed(listener: Listener, before: str) -> None:
    closings = ("", "}", "#'''", '#"""', "\n#'\\z'''")
    for call in ("SERVICE<U>{}", "SERVICE:a{}"):
        for closing in closings:
            for text in (f"SELECT*{{{before}{call}{closing}\n}}", f"SELECT*{{OPTIONAL{{{before}}}{call}{closing}\n}}"):
                whole = (PROLOGUE + text).replace("<U", f"<{listener.address}")
                assert refused(whole) or not visits(listener, whole), whole


@given(st.text("SERVICEservicx:.<>{}?a'\"# \n\\", max_size=40))
@settings(max_examples=examples(100, 300))
def test_any_text_is_read_in_the_end(text: str) -> None:
    with contextlib.suppress(QueryRefused):
        query_form(f"ASK{{{text}")
