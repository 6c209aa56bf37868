import pytest

from vocabsvc.model.report import (
    Action,
    Edit,
    FileReport,
    Fix,
    Place,
    RecordSummary,
    Severity,
    State,
    ValidationReport,
    ValidationResult,
)

SOUTH = ValidationResult(
    code="GEO-04",
    constraint="GEO-04",
    severity=Severity.VIOLATION,
    profiles=("core", "inspire"),
    clause="ISO 19115:2003",
    message={"en": "South is above north.", "fr": "Le sud dépasse le nord."},
    line=3,
    column=5,
    xpath="/gmd:a/gmd:b[2]",
    source_line="\t é <gmd:b>49.25</gmd:b>",
    value='49.25 & <script>alert("x")</script>',
    expected=("48.25", "48"),
    node="urn:x-vocabsvc:record:1#element(/1/2)",
    hint={"en": "Swap them.", "fr": "Échangez-les."},
    fix=Fix((Edit("/gmd:a/gmd:b[2]", Action.REPLACE, "48.25"),), safe=True),
    count=3,
    more=(Place(7, 1, "/gmd:a/gmd:b[3]"), Place(9, 2, "/gmd:a/gmd:b[4]")),
)
SCHEMA = ValidationResult(
    code="STR-05",
    constraint="STR-05",
    severity=Severity.VIOLATION,
    profiles=("core",),
    clause="INSPIRE TG 2.0, C.1",
    message={"en": "No schema is installed.", "fr": "Aucun schéma n’est installé."},
    line=1,
    column=1,
    xpath="/gmd:a",
    node="urn:x-vocabsvc:record:1#element(/1)",
    state=State.NOT_ASSESSED,
)
ADVICE = ValidationResult(
    code="KW-06",
    constraint="KW-06",
    severity=Severity.INFO,
    profiles=("core",),
    clause="INSPIRE TG 2.0, C.15",
    message={"en": "No thesaurus.", "fr": "Aucun thésaurus."},
    line=2,
    column=1,
    xpath="/gmd:a/k",
    node="urn:x-vocabsvc:record:1#element(/1/1)",
)


@pytest.fixture
def faulty() -> FileReport:
    record = RecordSummary("urn:été", "Température en rade", "iso19139")
    namespaces = {"gmd": "http://www.isotc211.org/2005/gmd"}
    results = (SCHEMA, ADVICE, SOUTH)
    report = ValidationReport(
        conforms=False, record=record, profiles=("core", "inspire"), results=results, namespaces=namespaces
    )
    return FileReport("dossier/fiche été.xml", report)


@pytest.fixture
def clean() -> FileReport:
    record = RecordSummary("a.1.1", "Clean", "eml")
    return FileReport("a.xml", ValidationReport(conforms=True, record=record, profiles=("core",), results=()))
