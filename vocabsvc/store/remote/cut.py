"""How Virtuoso says, in headers alone, that an answer with status 200 is not the whole answer."""

from collections.abc import Mapping


def cut_short(headers: Mapping[str, str]) -> str:
    """Return why an answer is not whole, or ``""``.

    ``X-SPARQL-MaxRows`` is sent where the rows reached ``ResultSetMaxRows``, ``X-SQL-State: S1TAT`` where the time
    was over. A CONSTRUCT that reached the limit of rows carries neither.
    """
    if rows := headers.get("X-SPARQL-MaxRows"):
        return f"ends answers at {rows} rows"
    return "ran out of time" if headers.get("X-SQL-State") == "S1TAT" else ""
