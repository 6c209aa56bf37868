"""Does an e-mail address stand alone in its element?"""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.edits import split
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import text_of

_ADDRESS = re.compile(r"[^@\s<>(),;:]+@[^@\s<>(),;:]+\.[^@\s<>(),;:.]{2,}")
_SAYING_NOTHING = re.compile(r"mailto:|[\s<>,;]", re.IGNORECASE)


def accompanied_addresses(view: RecordView) -> Iterator[Fault]:
    """Find addresses with others, a name or a scheme beside them; CON-04 tells what holds none.

    To take the addresses apart is safe where nothing else is lost.
    """
    for party in dict.fromkeys(view.facts.nodes("Party")):
        for fact in view.facts.facts(party, "email"):
            text = text_of(fact.object)
            addresses = tuple(dict.fromkeys(_ADDRESS.findall(text)))
            if addresses and addresses != (text,):
                yield Fault(
                    element=fact.element,
                    value=text,
                    expected=addresses,
                    edits=split(view, fact.element, addresses),
                    safe=not _SAYING_NOTHING.sub("", _ADDRESS.sub("", text)),
                )
