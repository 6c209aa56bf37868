"""Reports as one HTML page that needs nothing else."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from vocabsvc.formats.reports.text import fair_state, summary_of
from vocabsvc.formats.reports.words import WORDS, edit_in_words
from vocabsvc.model.report import FileReport


def html_page(reports: Iterable[FileReport], language: str) -> str:
    """Return the page in ``language``, en or fr; everything from a record is escaped."""
    return _template("report.html").render(reports=list(reports), **_context(language))


def html_results(reports: Iterable[FileReport], language: str) -> str:
    """Return what stands in the body of that page, for a page that has its own head."""
    return _template("results.html").render(reports=list(reports), **_context(language))


def _context(language: str) -> dict[str, object]:
    return {
        "lang": language,
        "words": WORDS[language],
        "summary_of": summary_of,
        "fair_state": fair_state,
        "edit_in_words": edit_in_words,
    }


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("vocabsvc.formats.reports", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)
