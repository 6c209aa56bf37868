"""SeaDataNet's semantic header: lines that say which P01 and P06 terms the names of a file stand for.

The same in ODV and MEDATLAS files (SeaDataNet Data File Formats, "SDN_parameter_mapping").
"""

import re
from collections.abc import Mapping

from vocabsvc.model.folding import fold

COLUMNS = ("sdn_parameter", "sdn_unit", "sdn_instrument")

_LINE = re.compile(r"^(?://|\*)\s*<subject>(?:SDN:LOCAL:)?([^<\n]{1,500})</subject>(.*)$", re.MULTILINE)
_TAGS = (("object", "sdn_parameter"), ("units", "sdn_unit"), ("instrument", "sdn_instrument"))

Told = Mapping[str, str]
"""What is told of one name, by column."""


def read_semantic_header(text: str) -> dict[str, Told]:
    """Return what is told of each name, which is folded; only the lines of a text that tell something count."""
    found: dict[str, Told] = {}
    for name, rest in _LINE.findall(text):
        texts = {column: re.search(rf"<{tag}>([^<]{{1,500}})</{tag}>", rest) for tag, column in _TAGS}
        found.setdefault(fold(name), {column: match[1].strip() for column, match in texts.items() if match})
    return found
