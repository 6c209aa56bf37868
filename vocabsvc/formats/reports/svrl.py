"""Reports as SVRL (ISO/IEC 19757-3, annex D), which GeoNetwork and other users of Schematron read."""

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from vocabsvc.model.report import FileReport, State, ValidationReport, ValidationResult

SVRL = "application/svrl+xml"
_NAMESPACE = "http://purl.oclc.org/dsdl/svrl"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def svrl_document(reports: Iterable[FileReport], language: str) -> bytes:
    """Return one svrl:schematron-output a record, inside a ``reports`` element where there are several.

    ``location`` is an XPath 2.0; what is in the record's default namespace is written ``*:name``. Texts are in
    ``language``; the other language is a diagnostic.
    """
    outputs = [_output(one, language) for one in reports]
    if len(outputs) == 1:
        root = outputs[0]
    else:
        root = etree.Element("reports")
        root.extend(outputs)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _output(one: FileReport, language: str) -> etree._Element:
    report = one.report
    output = etree.Element(_svrl("schematron-output"), nsmap={"svrl": _NAMESPACE}, title="vocabsvc", schemaVersion="")
    for prefix, uri in sorted(report.namespaces.items()):
        if prefix:
            etree.SubElement(output, _svrl("ns-prefix-in-attribute-values"), prefix=prefix, uri=uri)
    active = etree.SubElement(output, _svrl("active-pattern"), id="+".join(report.profiles), name=one.file)
    active.set("documents", one.file)
    for path, results in groupby(report.results, key=lambda result: result.xpath):
        etree.SubElement(output, _svrl("fired-rule"), context=_location(report, path))
        for result in results:
            output.append(_assertion(result, report, language))
    return output


def _assertion(result: ValidationResult, report: ValidationReport, language: str) -> etree._Element:
    failed = result.state is State.FAIL
    assertion = etree.Element(
        _svrl("failed-assert" if failed else "successful-report"),
        id=result.constraint,
        location=_location(report, result.xpath),
        role=result.severity if failed else result.state,
        flag=result.code,
        test=result.constraint,
    )
    for other in sorted(result.message, key=lambda tag: tag == language):
        if other != language:
            note = etree.SubElement(assertion, _svrl("diagnostic-reference"), diagnostic=f"{result.constraint}.{other}")
            note.set(_XML_LANG, other)
            note.text = result.message[other]
    text = etree.SubElement(assertion, _svrl("text"))
    text.set(_XML_LANG, language)
    value = f" [{result.value}]" if result.value else ""
    text.text = _writable(f"{result.code} ({result.line}:{result.column}) {result.message[language]}{value}")
    return assertion


def _svrl(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _location(report: ValidationReport, xpath: str) -> str:
    if "" not in report.namespaces:
        return xpath
    return "/".join(f"*:{step}" if step and ":" not in step else step for step in xpath.split("/"))


def _writable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
