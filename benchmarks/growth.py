"""How load, memory and answers grow with the number of concepts, on synthetic vocabularies of two sizes.

Beside the synthetic vocabulary only the glossary is loaded, since every search asks it. Each size is loaded and
measured in processes of its own: ``python -m benchmarks.growth FOLDER CONCEPTS`` is one of them.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from string import ascii_lowercase
from typing import Final
from urllib.parse import quote

from benchmarks.answering import (
    broadest,
    counting,
    frequent_words,
    paging,
    paging_narrower,
    sample_uris,
    suggesting,
)
from benchmarks.http_load import send
from benchmarks.loading import load
from benchmarks.prefixes import beginnings, labels_of, with_typos
from benchmarks.serving import SUGGEST, running
from benchmarks.synthetic import ID, uris_above_leaves, write_synthetic
from benchmarks.timing import Spread, show, timed
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings

SIZES: Final = (50_000, 300_000)
_GLOSSARY: Final = Path("vocabularies/glossary")
_TEXTS: Final = 2000

Figures = Mapping[str, float]
"""By what they are of, with the unit in the name, in the order shown."""


def measure_growth(folder: Path) -> None:
    """Print a table with a column for each size, then what one more concept takes."""
    columns = [_run(folder / str(size), size) for size in SIZES]
    show("", "".join(f"{size:>12}" for size in SIZES))
    for name in columns[0]:
        show(name, "".join(f"{column[name]:>12.2f}" for column in columns))
    more = SIZES[-1] - SIZES[0]
    for name in ("disk MB", "RSS idle MB", "RSS after requests MB", "peak RSS of the load MB"):
        grown = columns[-1][name] - columns[0][name]
        show(f"{name.removesuffix(' MB')}, a concept", f"{grown * 1e6 / more:>12.0f} bytes")


def _run(folder: Path, size: int) -> Figures:
    figures: dict[str, float] = {}
    for step in _STEPS:
        command = [sys.executable, "-m", "benchmarks.growth", step, str(folder), str(size)]
        figures |= json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return figures


def measure_load(folder: Path, size: int) -> Figures:
    """Make a vocabulary and load it into a new folder."""
    folder.mkdir()
    source = folder / f"{ID}.nt"
    write_synthetic(source, size)
    done = load(folder / "data", [_GLOSSARY, source])
    source.unlink()
    return {
        "load s": done.seconds,
        "k triples/s": done.rate / 1000,
        "peak RSS of the load MB": done.peak_rss / 1e6,
        "disk MB": done.disk / 1e6,
    }


def measure_answers(folder: Path, size: int) -> Figures:
    """Ask the services over what ``measure_load`` made."""
    settings = Settings(data=folder / "data")
    services = build_services(settings, snapshot_folder(settings).current())
    labels = labels_of(services)
    texts = beginnings(labels, _TEXTS)
    groups = broadest(services, uris_above_leaves(size))
    synthetic = services.concepts.vocabulary(ID)
    spreads = {
        "suggest": suggesting(services, texts),
        "suggest with a typo": suggesting(services, with_typos(texts)),
        "concept": timed(services.concepts.detail, sample_uris(services)),
        "concept, most narrower": timed(services.concepts.detail, [uri for uri, _ in groups for _ in range(5)]),
        "page of 100": paging(services, synthetic),
        "page of 100 narrower": paging_narrower(services, groups),
        "facets": counting(services, (*ascii_lowercase, *frequent_words(labels))),
    }
    return {"most narrower": groups[0][1], **_percentiles(spreads)}


def measure_server(folder: Path, _size: int) -> Figures:
    """Serve what ``measure_load`` made."""
    settings = Settings(data=folder / "data")
    texts = beginnings(labels_of(build_services(settings, snapshot_folder(settings).current())), _TEXTS)
    with running("vocabsvc serve", settings.data, "/health") as server:
        idle = server.rss()
        send(server.port, [SUGGEST.format(quote(text)) for text in texts])
        return {
            "warm start s": server.start_seconds,
            "RSS idle MB": idle / 1e6,
            "RSS after requests MB": server.rss() / 1e6,
        }


def _percentiles(spreads: Mapping[str, Spread]) -> Figures:
    shown = {name: {"p50": spread.p50, "p99": spread.p99} for name, spread in spreads.items()}
    return {f"{name} {share} ms": value for name, one in shown.items() for share, value in one.items()}


_STEPS: Final = {"load": measure_load, "answer": measure_answers, "serve": measure_server}

if __name__ == "__main__":
    print(json.dumps(_STEPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))
