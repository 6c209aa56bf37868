"""What argopy reads from a server, as JSON: ``python argopy_client.py ADDRESS``.

A program of its own: importing argopy warns, asks the network whether it is online, and makes singletons.
"""

import json
import sys

from argopy.reference import concept, mapping, vocabulary
from argopy.reference.reference_tables import NVScollection
from argopy.stores.nvs.implementations.online.nvs import NVS


def main(address: str) -> None:
    """Read a vocabulary in each format, tables, values, a mapping and the list of tables."""
    store = NVS(nvs=address, cache=False)
    for module in (concept, mapping, vocabulary):
        module.NVS = lambda **_: store  # the online class, whether argopy thinks that it is online or not
    rich, poor = vocabulary.ArgoReferenceTable("R27"), vocabulary.ArgoReferenceTable("R25")
    value = concept.ArgoReferenceValue("AANDERAA_OPTODE_3835")
    tables = NVScollection(nvs=address, cache=False)
    read = {
        "vocabulary": [node["@id"].split("/")[-2] for node in store.load_vocabulary("R27")["@graph"]],
        "xml": store.load_vocabulary("R27", fmt="xml")[:5],
        "turtle": store.load_vocabulary("R27", fmt="turtle")[:6],
        "concept in turtle": store.load_concept("UNKNOWN", "R27", fmt="turtle")[:6],
        "table": [rich.long_name, rich.description, rich.version, str(rich.date), sorted(rich.keys())],
        "poor table": [poor.long_name, poor.description, poor.version, sorted(poor.keys())],
        "value": [value.long_name, value.definition, value.urn, value.version, str(value.date), value.related],
        "poor value": poor["OPTODE_DOXY"].to_dict(keys=["name", "long_name", "definition", "version", "urn"]),
        "rows": rich.to_dataframe(columns=["name", "long_name"]).to_dict(orient="records"),
        "mapping": mapping.ArgoReferenceMapping("R27", "R25").to_dataframe().to_dict(orient="records"),
        "mapping turned": mapping.ArgoReferenceMapping("R25", "R27").to_dataframe().to_dict(orient="records"),
        "tables": tables.valid_ref,
        "old table": tables.tbl("R27")["prefLabel"].to_list(),
    }
    sys.stdout.write(json.dumps(read))


if __name__ == "__main__":
    main(sys.argv[1])
