from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

SUBJECTS = 3000


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database of 6000 statements, whose pairs are more than anything can count in seconds."""
    folder = tmp_path_factory.mktemp("graph")
    store = Store(str(folder))
    name, label, broader = NamedNode("urn:g"), NamedNode("urn:label"), NamedNode("urn:broader")
    store.bulk_extend(
        quad
        for number in range(SUBJECTS)
        for subject in [NamedNode(f"urn:s{number}")]
        for quad in (
            Quad(subject, label, Literal(f"étiquette {number}", language="fr"), name),
            Quad(subject, broader, NamedNode(f"urn:s{number // 2}"), name),
        )
    )
    store.flush()
    return folder
