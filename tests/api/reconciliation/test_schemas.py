"""Every answer conforms to the JSON Schemas of the specification."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from vocabsvc.schemas.reconciliation.asked import read_extend, read_queries

PATHS = ["/reconcile", "/reconcile/P01", "/reconcile/P06", "/reconcile/G09"]
LANGUAGES = ["en", "fr"]


@pytest.fixture(scope="module")
def specification(shared: Path) -> Path:
    return shared / "data" / "reconciliation-0.2"


@pytest.fixture(scope="module")
def registry(specification: Path) -> Registry[Any]:
    schemas = [json.loads(path.read_bytes()) for path in sorted((specification / "schemas").glob("*.json"))]
    return Registry().with_resources((one["$id"], DRAFT7.create_resource(one)) for one in schemas)


@pytest.fixture(scope="module")
def conforms(specification: Path, registry: Registry[Any]) -> Any:
    def check(name: str, body: object) -> None:
        schema = json.loads((specification / "schemas" / f"{name}.json").read_bytes())
        errors = [error.message for error in Draft7Validator(schema, registry=registry).iter_errors(body)]
        assert errors == [], name

    return check


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_manifest_suggestions_and_proposals(refine: TestClient, conforms: Any, path: str, lang: str) -> None:
    def get(part: str, **params: str) -> Any:
        answer = refine.get(f"{path}{part}", params={"lang": lang, **params})
        assert answer.status_code == 200
        return answer.json()

    conforms("manifest", get(""))
    for prefix in ("", "t", "temp", "unit", "zzzz"):
        conforms("suggest-entities-response", get("/suggest/entity", prefix=prefix))
        conforms("suggest-types-response", get("/suggest/type", prefix=prefix))
        conforms("suggest-properties-response", get("/suggest/property", prefix=prefix))
    conforms("data-extension-property-proposal", get("/propose_properties", type="P01"))
    conforms("data-extension-property-proposal", get("/propose_properties", limit="3"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_results_and_extensions(refine: TestClient, conforms: Any, path: str, lang: str) -> None:
    texts = ["Temperature", "Température de l’eau", "umol/l", "SDN:P01::TEMPPR01", "OLDTRAWL", "scraper", "", "zzzz"]
    queries = {
        f"{number}{unit}": {"query": text, "properties": [{"pid": "unit", "v": unit}]}
        for number, text in enumerate(texts)
        for unit in ("", "degC", "µmol/kg")
    }
    conforms("reconciliation-query-batch", queries)
    results = refine.post(path, params={"lang": lang}, data={"queries": json.dumps(queries)}).json()
    assert list(results) == list(queries)
    conforms("reconciliation-result-batch", results)

    proposed = refine.get(f"{path}/propose_properties").json()["properties"]
    ids = list(dict.fromkeys(one["id"] for found in results.values() for one in found["result"]))
    extend = {"ids": [*ids, "nope"], "properties": [{"id": one["id"], "settings": {"limit": 2}} for one in proposed]}
    conforms("data-extension-query", extend)
    rows = refine.post(path, params={"lang": lang}, data={"extend": json.dumps(extend)}).json()
    conforms("data-extension-response", rows)
    assert list(rows["rows"]) == extend["ids"]


def test_what_the_specification_gives_as_queries_is_read(specification: Path, refine: TestClient) -> None:
    examples = sorted((specification / "examples/reconciliation-query-batch/valid").glob("*.json"))
    assert examples
    for path in examples:
        text = path.read_text("utf-8")
        assert read_queries(text)
        assert refine.post("/reconcile", data={"queries": text}).status_code == 200
    for path in sorted((specification / "examples/data-extension-query/valid").glob("*.json")):
        assert read_extend(path.read_text("utf-8")).ids
