"""Which graphs of a server a snapshot consists of; the file that a snapshot has in place of a database.

::

    <snapshot>/graph/server.json    {"generation": …, "graphs": […], "blank_nodes": …, "state": …}
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from vocabsvc.errors import NoSnapshot

_NAME = "server.json"


@dataclass(frozen=True, slots=True)
class GraphList:
    """``graphs`` are IRIs; ``blank_nodes`` begins the IRIs that stand for blank nodes (RDF 1.1 §3.5).

    ``state`` is the graph in which the server is told what it serves (see ``state``).
    """

    generation: str
    graphs: tuple[str, ...]
    blank_nodes: str
    state: str

    def write(self, folder: Path) -> None:
        """Write the file into a folder, which is made."""
        folder.mkdir()
        (folder / _NAME).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def is_on_server(folder: Path) -> bool:
    """Tell whether the graphs of a snapshot are in a server, and not in ``folder``."""
    return (folder / _NAME).exists()


def read_graph_list(folder: Path) -> GraphList:
    """Return what a load wrote.

    Raises:
        NoSnapshot: the graphs of this snapshot were not loaded into a server.
    """
    try:
        stored = json.loads((folder / _NAME).read_bytes())
        return GraphList(stored["generation"], tuple(stored["graphs"]), stored["blank_nodes"], stored["state"])
    except FileNotFoundError as error:
        raise NoSnapshot("this snapshot was not loaded into a SPARQL server: load it with --update-store") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoSnapshot(f"the list of graphs cannot be read: {folder / _NAME}") from error
