"""One report or many, written in the form that is asked for."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.reports.html import html_page
from vocabsvc.formats.reports.sarif import SARIF, sarif_document
from vocabsvc.formats.reports.shacl import REPORT_PREFIXES, report_statements
from vocabsvc.formats.reports.svrl import SVRL, svrl_document
from vocabsvc.formats.reports.table import COLUMNS, report_rows
from vocabsvc.formats.reports.text import text_lines
from vocabsvc.formats.tsv import tsv_lines
from vocabsvc.model.report import FileReport


class ReportForm(StrEnum):
    """The forms of a report; ``json`` is the API's own, and made there."""

    JSON = "json"
    TEXT = "text"
    TSV = "tsv"
    HTML = "html"
    SARIF = "sarif"
    SVRL = "svrl"
    TURTLE = "turtle"
    RDF_XML = "rdfxml"
    JSON_LD = "jsonld"
    N_TRIPLES = "ntriples"


MEDIA_TYPES: Mapping[str, ReportForm] = {
    "application/json": ReportForm.JSON,
    "text/plain": ReportForm.TEXT,
    "text/html": ReportForm.HTML,
    "text/tab-separated-values": ReportForm.TSV,
    SARIF: ReportForm.SARIF,
    SVRL: ReportForm.SVRL,
    "text/turtle": ReportForm.TURTLE,
    "application/rdf+xml": ReportForm.RDF_XML,
    "application/ld+json": ReportForm.JSON_LD,
    "application/n-triples": ReportForm.N_TRIPLES,
}
"""Each form by its media type, the default first."""


def write_reports(reports: Sequence[FileReport], form: ReportForm, language: str, version: str) -> bytes:
    """Return the reports in a form other than JSON; texts are in ``language``, en or fr, RDF has both.

    ``version`` is that of the program that made them.
    """
    match form:
        case ReportForm.TEXT:
            return "".join(text_lines(reports, language)).encode()
        case ReportForm.TSV:
            return "".join(tsv_lines(COLUMNS, report_rows(reports, language))).encode()
        case ReportForm.HTML:
            return html_page(reports, language).encode()
        case ReportForm.SARIF:
            return sarif_document(reports, language, version).encode()
        case ReportForm.SVRL:
            return svrl_document(reports, language)
    media_type = next(kind for kind, one in MEDIA_TYPES.items() if one is form)
    return rdf_bytes(report_statements(reports), media_type, REPORT_PREFIXES)
