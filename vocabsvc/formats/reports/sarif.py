"""Reports as SARIF 2.1.0 (OASIS), which code hosts, editors and CI systems show beside the lines."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from vocabsvc.model.report import FileReport, Severity, State, ValidationResult

SARIF = "application/sarif+json"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_document(reports: Iterable[FileReport], language: str, version: str) -> str:
    """Return one run with the results of all reports; messages are in ``language``, en or fr.

    Columns count Unicode code points. What was not assessed has the kind ``open``; fixes stand in ``properties``,
    since SARIF's own are by text region, and ours by XPath.
    """
    rules: dict[str, dict[str, Any]] = {}
    results = []
    artifacts: dict[str, int] = {}
    for one in reports:
        index = artifacts.setdefault(one.file, len(artifacts))
        for result in (*one.report.results, *one.report.met):
            rules.setdefault(result.constraint, _rule(result, language))
            results.append(_result(result, list(rules).index(result.constraint), one.file, index, language))
    driver = {
        "name": "vocabsvc",
        "semanticVersion": version,
        "informationUri": "https://w3id.org/vocabsvc/shapes",
        "language": language,
        "rules": list(rules.values()),
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}} for file in artifacts],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(result: ValidationResult, language: str) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": result.constraint,
        "name": result.code,
        "shortDescription": {"text": result.message[language]},
        "defaultConfiguration": {"level": _LEVELS[result.severity]},
        "properties": {"clause": result.clause, "profiles": list(result.profiles)},
    }
    if result.hint:
        rule["help"] = {"text": result.hint[language]}
    return rule


def _result(result: ValidationResult, rule: int, file: str, artifact: int, language: str) -> dict[str, Any]:
    kinds = {State.FAIL: "fail", State.NOT_ASSESSED: "open", State.PASS: "pass", State.NOT_APPLICABLE: "notApplicable"}
    places = [(result.line, result.column, result.xpath), *((p.line, p.column, p.xpath) for p in result.more)]
    properties: dict[str, Any] = {"code": result.code, "value": result.value, "expected": list(result.expected)}
    if result.fix is not None:
        edits = [{"xpath": e.xpath, "action": str(e.action), "value": e.value} for e in result.fix.edits]
        properties["fix"] = {"edits": edits, "safe": result.fix.safe}
    return {
        "ruleId": result.constraint,
        "ruleIndex": rule,
        "kind": kinds[result.state],
        "level": _LEVELS[result.severity] if result.state is State.FAIL else "none",
        "message": {"text": result.message[language]},
        "locations": [_location(file, artifact, *place) for place in places[:1]],
        "relatedLocations": [_location(file, artifact, *place) for place in places[1:]],
        "occurrenceCount": result.count,
        "properties": properties,
    }


def _location(file: str, artifact: int, line: int, column: int, xpath: str) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file), "index": artifact},
            "region": {"startLine": line, "startColumn": column},
        },
        "logicalLocations": [{"fullyQualifiedName": xpath, "kind": "element"}],
    }


def _uri(file: str) -> str:
    return quote(file or "record.xml")
