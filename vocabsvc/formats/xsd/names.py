"""Names with prefixes, as whoever wrote the record would write them."""

import re

from vocabsvc.formats.element import Element
from vocabsvc.formats.xsd.schema_set import SchemaSet

_MADE_UP = re.compile(r"ns[0-9]+")  # of an element that was renamed
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


class Names:
    """Prefixes of the record where it has one, else those of the schema set."""

    def __init__(self, root: Element, schemas: SchemaSet) -> None:
        self._schemas = schemas
        self._prefixes = {namespace: prefix for prefix, namespace in root.nsmap.items()}

    def element(self, element: Element) -> str:
        """Return an element's name as it is written."""
        local = str(element.tag).rpartition("}")[2]
        return f"{element.prefix}:{local}" if element.prefix else local

    def of(self, tag: str, near: Element) -> str:
        """Return the name of ``{namespace}local`` with the prefix it would have at ``near``."""
        if tag.startswith(_XSI):
            return f"xsi:{tag.removeprefix(_XSI)}"
        namespace, _, local = tag.rpartition("}")
        namespace = namespace.removeprefix("{")
        if not namespace or (near.prefix is None and near.nsmap.get(None) == namespace):
            return local
        own = self._near(namespace, near)
        given = "" if _MADE_UP.fullmatch(own) else own
        prefix = given or self._prefixes.get(namespace) or self._schemas.prefix(namespace) or own
        return f"{prefix}:{local}" if prefix else local

    @staticmethod
    def _near(namespace: str, near: Element) -> str:
        return next((prefix for prefix, space in near.nsmap.items() if space == namespace and prefix), "")
