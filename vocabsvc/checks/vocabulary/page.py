"""The catalogue as a page for people, made from the docstrings of the checks."""

import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping

from vocabsvc.checks.vocabulary.catalogue import CATALOGUE
from vocabsvc.checks.vocabulary.check import VocabularyCheck
from vocabsvc.namespaces import DCTERMS, OWL, SKOS

HEADS = ("What it checks", "Why it matters", "Example", "References")

EXAMPLE_PREFIXES = (
    f"@prefix skos: <{SKOS}> .\n@prefix owl: <{OWL}> .\n@prefix dcterms: <{DCTERMS}> .\n"
    "@prefix : <http://example.org/test/> .\n: a skos:ConceptScheme .\n"
)
"""What stands before each example."""

_HEAD = re.compile(rf"^({'|'.join(HEADS)}):\n", re.MULTILINE)

_INTRODUCTION = """\
# Checks of vocabularies

`vocabsvc check vocabularies/OD1` runs all of them. A load does too: a violation stops it for a vocabulary that the
hub publishes itself (`own = true`), and is a warning with a count for one that it mirrors. What a check cannot judge,
as other vocabularies are not loaded or no earlier edition is known, is reported as not assessed.

This page is made from the docstrings of `vocabsvc/checks/vocabulary/`, and a test compares the two.

"""


def checks_page() -> str:
    """Return the page in Markdown."""
    return _INTRODUCTION + "".join(_rows()) + "".join(map(_section, CATALOGUE))


def documentation(check: VocabularyCheck) -> tuple[str, Mapping[str, str]]:
    """Return what a check finds, in one sentence, and the text under each of the four heads.

    Raises:
        KeyError: a head is missing.
    """
    first, *rest = _HEAD.split((inspect.getdoc(check.find) or "").replace("``", "`"))
    texts = {head: textwrap.dedent(text).strip() for head, text in zip(rest[::2], rest[1::2], strict=True)}
    return first.strip(), {head: texts[head] for head in HEADS}


def _rows() -> Iterator[str]:
    yield "| code | severity | finds |\n|---|---|---|\n"
    for check in CATALOGUE:
        yield f"| [{check.code}](#{check.code.lower()}) | {check.severity} | {documentation(check)[0]} |\n"


def _section(check: VocabularyCheck) -> str:
    summary, texts = documentation(check)
    references = "".join(f"- {line}\n" for line in texts["References"].splitlines())
    return (
        f"\n## {check.code}\n\n{summary} Severity: {check.severity}.\n\n"
        f"**What it checks.** {texts['What it checks']}\n\n**Why it matters.** {texts['Why it matters']}\n\n"
        f"```turtle\n{texts['Example']}\n```\n\n{references}"
    )
