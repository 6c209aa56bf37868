"""The whole run of text2term over the same labels and names as the mapper: load, fit and map.

It has an environment of its own (``make text2term``), since it pins what we do not. This module runs there, too:
``python text2term.py ONTOLOGY NAMES`` prints the seconds that mapping took, start of Python and imports left out.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

PYTHON = Path(".venv/text2term/bin/python")
_SECONDS = 600
_SHOWN = 5
_HEAD = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
  xmlns:owl="http://www.w3.org/2002/07/owl#">
<owl:Ontology rdf:about="http://benchmark.example/"/>
"""


def whole_run(labels: Iterable[tuple[str, str]], names: Sequence[str]) -> float | None:
    """Return the seconds it takes for IRIs with their labels, ``None`` where it is not installed."""
    if not PYTHON.is_file():
        return None
    with tempfile.TemporaryDirectory() as folder:
        ontology, asked = Path(folder, "labels.owl"), Path(folder, "names.json")
        ontology.write_text(_ontology(labels), encoding="utf-8")
        asked.write_text(json.dumps(names), encoding="utf-8")
        command = [str(PYTHON.absolute()), __file__, str(ontology), str(asked)]
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS, cwd=folder)
    return float(done.stdout.split()[-1])


def _ontology(labels: Iterable[tuple[str, str]]) -> str:
    classes = (
        f'<owl:Class rdf:about={quoteattr(uri)}><rdfs:label xml:lang="en">{escape(label)}</rdfs:label></owl:Class>\n'
        for uri, label in labels
    )
    return f"{_HEAD}{''.join(classes)}</rdf:RDF>\n"


def _run(ontology: str, names: str) -> None:
    sys.path.pop(0)  # this folder, in which a module has the name of the package
    import text2term  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - only where it is installed

    asked = json.loads(Path(names).read_text(encoding="utf-8"))
    start = time.perf_counter()
    text2term.map_terms(
        asked, Path(ontology).as_uri(), mapper=text2term.Mapper.TFIDF, max_mappings=_SHOWN, min_score=0.0
    )
    print(time.perf_counter() - start)


if __name__ == "__main__":
    _run(*sys.argv[1:])
