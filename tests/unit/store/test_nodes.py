"""Rendered concepts on disk: found by the last step of their IRI, streamed by status."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.concept import Status
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.store import nodes as module
from vocabsvc.store.nodes import About, Container, Nodes, RenderedNode, last_step, separated, uri_of, write_nodes

BASE = "http://a.example/"


def rendered(uri: str, text: str = "", *, deprecated: bool = False) -> RenderedNode:
    content = json.dumps({"@id": uri, "text": text}, separators=(",", ":"), ensure_ascii=False)
    return RenderedNode(uri, content.encode(), deprecated)


def written(folder: Path, nodes: list[RenderedNode], about: About | None = None) -> Nodes:
    write_nodes(folder, "V", nodes, about or About())
    return Nodes(folder, "V")


NAMES = st.lists(
    st.tuples(st.text("abAB-é", min_size=1, max_size=3), st.booleans()), unique_by=lambda one: one[0], max_size=12
)


@given(names=NAMES)
def test_every_node_is_found_and_streamed(
    names: list[tuple[str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    stored = sorted(rendered(BASE + name, name * 3, deprecated=old) for name, old in names)
    nodes = written(tmp_path_factory.mktemp("nodes"), stored)
    assert len(nodes) == len(stored)
    assert [nodes.node(last_step(one.uri)) for one in stored] == [one.content for one in stored]
    wanted = {None: {True, False}, Status.DEPRECATED: {True}, Status.CURRENT: {False}}
    for status, flags in wanted.items():
        kept = [one.content for one in stored if one.deprecated in flags]
        assert list(nodes.each(status)) == kept
        assert b"".join(nodes.stream(status)) == b",\n".join(kept)
        assert [uri_of(node) for node in nodes.each(status)] == [one.uri for one in stored if one.deprecated in flags]


def test_case_decides_only_between_two(tmp_path: Path) -> None:
    nodes = written(tmp_path, [rendered(f"{BASE}Ab"), rendered(f"{BASE}ab/")])
    assert nodes.node("Ab") == rendered(f"{BASE}Ab").content
    assert nodes.node("ab") == rendered(f"{BASE}ab/").content
    assert nodes.node("AB") == rendered(f"{BASE}Ab").content
    assert nodes.node("a") is None


def test_steps_are_found_decoded(tmp_path: Path) -> None:
    nodes = written(tmp_path, [rendered(f"{BASE}th%C3%A9/"), rendered(f"{BASE}onto#b%20c")])
    assert nodes.node("thé") == rendered(f"{BASE}th%C3%A9/").content
    assert nodes.node("b c") == rendered(f"{BASE}onto#b%20c").content


@pytest.mark.parametrize("odd", ["", "\0", "\ud800", "..", "a" * 100_000])
def test_odd_steps_are_not_found(odd: str, tmp_path: Path) -> None:
    assert written(tmp_path, [rendered(f"{BASE}a")]).node(odd) is None


def test_what_is_larger_than_a_piece_comes_out_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CHUNK_BYTES", 10)
    monkeypatch.setattr(module, "_BLOCK", 2)
    stored = [rendered(f"{BASE}{number}", "x" * number, deprecated=number % 3 == 0) for number in range(8)]
    nodes = written(tmp_path, stored)
    assert max(map(len, nodes.stream())) <= 10
    for status in (None, Status.CURRENT, Status.DEPRECATED):
        assert b"".join(nodes.stream(status)) == b"".join(separated(nodes.each(status)))


def test_containers_keep_their_statements(tmp_path: Path) -> None:
    said = (Statement(BASE, f"{BASE}p", Literal("é", lang="fr")), Statement(BASE, f"{BASE}q", f"{BASE}o"))
    about = About((Container(BASE, said),), ("fr",))
    assert written(tmp_path, [], about).about == about


def test_uri_of_a_node() -> None:
    assert uri_of(rendered(f"{BASE}é").content) == f"{BASE}é"
