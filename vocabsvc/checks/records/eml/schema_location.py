"""Whether the schema that an EML document points to is that of its own version."""

import re
from collections.abc import Iterable, Iterator

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import namespace, written_name
from vocabsvc.model.report import Action, Edit

SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_VERSION = re.compile(r"[a-z]+://(?:eml\.)?ecoinformatics\.org/(eml-[^/]+)")


def other_version(view: RecordView) -> Iterator[Fault]:
    """EML-01: a schema location for another version of EML and none for that of the root element.

    Which of the two is meant cannot be told, so that the edit, which believes the root element, is not safe.
    """
    own = namespace(view.root)
    mine = own.rpartition("/")[2]
    words = view.root.get(SCHEMA_LOCATION, "").split()
    versions = {one: found[1] for one in words[::2] if (found := _VERSION.match(one))}
    if not versions or own in words[::2] or mine in versions.values():
        return
    mended = [
        own if place % 2 == 0 and word in versions else _of_version(mine, word, versions.values())
        for place, word in enumerate(words)
    ]
    element = view.document.numbers[view.root]
    path = f"{view.graph.source_map.xpath(element)}/@{written_name(view.root, SCHEMA_LOCATION)}"
    edits = (Edit(path, Action.REPLACE, " ".join(mended)),)
    yield Fault(element=element, value=next(iter(versions)), expected=(own,), edits=edits)


def _of_version(mine: str, address: str, others: Iterable[str]) -> str:
    for other in others:
        address = address.replace(f"/{other}/", f"/{mine}/")
    return address
