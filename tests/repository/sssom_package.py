"""What the ``sssom`` package makes of mapping sets; run by an interpreter that has it, which the tests do not.

Each file named is read, validated, and written as TSV and as JSON into a folder by its kind (``tsv``, ``json``) below
the one named first, where the JSON Schema of the model is put as ``schema.json``. A line of JSON for each tells how
many mappings were read and what is wrong with them. SSSOM/JSON (``*.json``) is read as such.
"""

import json
import logging
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)

from linkml.generators.jsonschemagen import JsonSchemaGenerator  # type: ignore[import-not-found] # noqa: E402
from sssom.constants import SCHEMA_YAML  # type: ignore[import-not-found] # noqa: E402
from sssom.parsers import parse_sssom_json, parse_sssom_table  # type: ignore[import-not-found] # noqa: E402
from sssom.validators import validate  # type: ignore[import-not-found] # noqa: E402
from sssom.writers import write_json, write_table  # type: ignore[import-not-found] # noqa: E402


def report(path: Path, folder: Path) -> dict[str, object]:
    """Return the answer for one file."""
    parse = parse_sssom_json if path.suffix == ".json" else parse_sssom_table
    mappings = parse(str(path))
    found = validate(mappings, fail_on_error=False)
    folder, stem = folder / path.suffix.removeprefix("."), path.name.partition(".")[0]
    folder.mkdir(exist_ok=True)
    with (folder / f"{stem}.sssom.tsv").open("w", encoding="utf-8") as file:
        write_table(mappings, file)
    with (folder / f"{stem}.sssom.json").open("w", encoding="utf-8") as file:
        write_json(mappings, file)
    faults = [result.message for one in found.values() for result in one.results]
    return {"file": path.name, "mappings": len(mappings.df), "faults": faults}


if __name__ == "__main__":
    schema = JsonSchemaGenerator(str(SCHEMA_YAML), top_class="mapping set", not_closed=True).serialize()
    (Path(sys.argv[1]) / "schema.json").write_text(schema, "utf-8")
    for name in sys.argv[2:]:
        print(json.dumps(report(Path(name), Path(sys.argv[1]))), flush=True)  # noqa: T201
