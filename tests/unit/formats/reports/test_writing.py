import csv
import json
from dataclasses import fields
from io import StringIO

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import Graph, Namespace
from rdflib.namespace import SH

from vocabsvc.formats.reports.html import html_results
from vocabsvc.formats.reports.table import COLUMNS
from vocabsvc.formats.reports.words import WORDS
from vocabsvc.formats.reports.writing import MEDIA_TYPES, ReportForm, write_reports
from vocabsvc.model.report import FileReport, ValidationResult
from vocabsvc.namespaces import DEF
from vocabsvc.schemas.reports import FileReportOut, ReportOut

V = Namespace(DEF)


def written(form: ReportForm, *reports: FileReport, language: str = "en") -> str:
    return write_reports(reports, form, language, "1.2.3").decode()


def test_every_form_has_a_media_type_and_is_written(faulty: FileReport, clean: FileReport) -> None:
    assert set(MEDIA_TYPES.values()) == set(ReportForm)
    for form in set(ReportForm) - {ReportForm.JSON}:
        assert written(form, faulty, clean)


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["fr"].keys()


def test_json_meets_its_schema_and_has_every_field(faulty: FileReport) -> None:
    out = FileReportOut.of_file(faulty).model_dump(mode="json")
    Draft202012Validator(ReportOut.model_json_schema(mode="serialization")).validate(out)
    assert out["file"] == "dossier/fiche été.xml"
    names = {field.name for field in fields(ValidationResult)} - {"node"}
    assert set(out["results"][2]) == names
    assert out["results"][2]["fix"] == {
        "edits": [{"xpath": "/gmd:a/gmd:b[2]", "action": "replace", "value": "48.25"}],
        "safe": True,
    }


@pytest.mark.parametrize(
    ("form", "syntax"),
    [
        (ReportForm.TURTLE, RdfFormat.TURTLE),
        (ReportForm.RDF_XML, RdfFormat.RDF_XML),
        (ReportForm.JSON_LD, RdfFormat.JSON_LD),
        (ReportForm.N_TRIPLES, RdfFormat.N_TRIPLES),
    ],
)
def test_rdf_is_a_validation_report(form: ReportForm, syntax: RdfFormat, faulty: FileReport, clean: FileReport) -> None:
    parsed = serialize(parse(written(form, faulty, clean), format=syntax), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=parsed, format="nt")
    reports = {str(graph.value(node, V.conforms)): node for node in graph.subjects(None, SH.ValidationReport)}
    assert set(reports) == {"true", "false"}
    results = list(graph.objects(reports["false"], SH.result))
    assert len(results) == 2
    (south,) = (node for node in results if str(graph.value(node, V.ruleId)) == "GEO-04")
    assert str(graph.value(south, SH.focusNode)) == "urn:x-vocabsvc:record:1#element(/1/2)"
    assert graph.value(south, SH.resultSeverity) == SH.Violation
    assert {text.language for text in graph.objects(south, SH.resultMessage)} == {"en", "fr"}  # type: ignore[attr-defined]
    assert len(list(graph.objects(south, V.xpath))) == 3
    # what was not assessed is no result, and no pass either
    (gap,) = graph.objects(reports["false"], V.notAssessed)
    assert str(graph.value(gap, V.ruleId)) == "STR-05"
    assert (south, SH.sourceConstraintComponent, None) in graph


def test_sarif_has_rules_places_and_what_is_open(faulty: FileReport, clean: FileReport) -> None:
    (run,) = json.loads(written(ReportForm.SARIF, faulty, clean, language="fr"))["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("vocabsvc", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["STR-05", "KW-06", "GEO-04"]
    schema, advice, south = run["results"]
    assert (schema["kind"], schema["level"], advice["level"], south["level"]) == ("open", "none", "note", "error")
    place = south["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    assert place["artifactLocation"]["uri"] == "dossier/fiche%20%C3%A9t%C3%A9.xml"
    assert south["message"]["text"] == "Le sud dépasse le nord."
    assert [one["physicalLocation"]["region"]["startLine"] for one in south["relatedLocations"]] == [7, 9]
    assert driver["rules"][south["ruleIndex"]]["help"]["text"] == "Échangez-les."
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]][1:] == ["a.xml"]


def test_svrl_has_assertions_at_places_that_its_prefixes_explain(faulty: FileReport, clean: FileReport) -> None:
    root = etree.fromstring(written(ReportForm.SVRL, faulty).encode())
    assert root.tag == "{http://purl.oclc.org/dsdl/svrl}schematron-output"
    prefixes = {one.get("prefix"): one.get("uri") for one in root.iter("{*}ns-prefix-in-attribute-values")}
    assert prefixes == {"gmd": "http://www.isotc211.org/2005/gmd"}
    failed = root.findall("{*}failed-assert")
    assert [(one.get("flag"), one.get("role"), one.get("location")) for one in failed] == [
        ("KW-06", "info", "/gmd:a/k"),
        ("GEO-04", "violation", "/gmd:a/gmd:b[2]"),
    ]
    assert [one.get("role") for one in root.findall("{*}successful-report")] == ["not_assessed"]
    text = failed[1].findtext("{*}text")
    assert text is not None
    assert text.startswith("GEO-04 (3:5) South is above north.")
    several = etree.fromstring(written(ReportForm.SVRL, faulty, clean).encode())
    assert len(several) == 2


def test_what_is_in_the_default_namespace_has_a_wildcard_in_svrl(faulty: FileReport) -> None:
    faulty.report.namespaces[""] = "urn:default"  # type: ignore[index]
    root = etree.fromstring(written(ReportForm.SVRL, faulty).encode())
    assert [one.get("location") for one in root.findall("{*}failed-assert")] == ["/gmd:a/*:k", "/gmd:a/gmd:b[2]"]


def test_svrl_holds_what_xml_cannot(faulty: FileReport) -> None:
    faulty.report.results[2].message["en"] = "A bell \a rings."  # type: ignore[index]
    etree.fromstring(written(ReportForm.SVRL, faulty).encode())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_html_escapes_what_is_from_the_record(language: str, faulty: FileReport, clean: FileReport) -> None:
    page = written(ReportForm.HTML, faulty, clean, language=language)
    assert f'<html lang="{language}">' in page
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert html_results([faulty], language) in page
    assert "http" not in page.partition("<body>")[0]  # it needs nothing else


def test_a_table_has_a_row_a_result(faulty: FileReport, clean: FileReport) -> None:
    rows = list(csv.DictReader(StringIO(written(ReportForm.TSV, faulty, clean)), delimiter="\t"))
    assert tuple(rows[0]) == COLUMNS
    assert [row["code"] for row in rows] == ["STR-05", "KW-06", "GEO-04"]
    assert (rows[2]["line"], rows[2]["count"], rows[2]["expected"]) == ("3", "3", "48.25 | 48")
