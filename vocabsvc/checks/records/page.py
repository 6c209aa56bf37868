"""The checks on records as a page for people, made from the shapes, the cases and a corpus."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from vocabsvc.model.constraint import Constraint, Repair
from vocabsvc.namespaces import DEF, SHAPES

_GROUPS = {
    "STR": "Structure",
    "MD": "Metadata on the metadata",
    "ID": "Identification of the resource",
    "TMP": "Dates and temporal extent",
    "GEO": "Boxes, geometry, reference systems",
    "VER": "Vertical extent",
    "KW": "Keywords and vocabularies",
    "LNG": "Languages",
    "CON": "Parties",
    "LIC": "Constraints and licences",
    "DST": "Distribution and online resources",
    "QLT": "Quality, conformity, lineage",
    "EML": "Ecological Metadata Language",
    "SDN": "SeaDataNet",
    "CMS": "Copernicus Marine, EMODnet, ODATIS",
    "FAIR": "FAIR indicators",
}
_INTRODUCTION = """\
# Checks of metadata records

`vocabsvc validate record.xml --profile inspire,odatis` and `POST /api/v1/validate` run them. Each profile includes
`core`. A check is one rule of the catalogue; it may be made of several constraints (`GEO-02-west`), which are shapes in
`shapes/`, or programs in `vocabsvc/checks/records/` where SHACL Core cannot say them well. Where profiles give a
constraint different severities, the most severe of those asked for counts. What could not be judged is reported as
not assessed.

This page is made from the shapes, from the cases in `tests/cases/` and from what {records} real records gave with all
profiles; a test compares them. It has {codes} checks with {constraints} constraints.

"""


@dataclass(frozen=True, slots=True)
class Example:
    """A case: which clean record it is made from, the path of the result, and the offending text."""

    encoding: str
    xpath: str
    value: str


@dataclass(frozen=True, slots=True)
class Frequency:
    """In how many records of the corpus a constraint fires, and at how many places."""

    records: int
    places: int


def record_checks_page(
    constraints: Iterable[Constraint],
    examples: Mapping[str, Example],
    frequencies: Mapping[str, Frequency],
    records: int,
) -> str:
    """Return the page in Markdown; ``examples`` are by code, ``frequencies`` by name of the constraint."""
    ordered = sorted(constraints, key=lambda one: (_rank(one.code), one.code, one.iri))
    codes = {code: list(found) for code, found in groupby(ordered, key=lambda one: one.code)}
    head = _INTRODUCTION.format(records=f"{records:,}", codes=len(codes), constraints=len(ordered))
    return head + "".join(_pieces(codes, examples, frequencies, records))


def _pieces(
    codes: Mapping[str, Sequence[Constraint]],
    examples: Mapping[str, Example],
    frequencies: Mapping[str, Frequency],
    records: int,
) -> Iterator[str]:
    for group, title in _GROUPS.items():
        inside = {code: found for code, found in codes.items() if code.partition("-")[0] == group}
        if inside:
            yield f"## {title}\n"
            for code, constraints in inside.items():
                yield from _entry(code, constraints, examples.get(code), frequencies, records)


def _entry(
    code: str,
    constraints: Sequence[Constraint],
    example: Example | None,
    frequencies: Mapping[str, Frequency],
    records: int,
) -> Iterator[str]:
    yield f"\n### {code}: {constraints[0].name['en']}\n\n"
    yield "| constraint | applies to | severity | finds | in records | at places |\n|---|---|---|---|---|---|\n"
    for one in constraints:
        name = one.iri.removeprefix(SHAPES)
        counted = frequencies.get(name, Frequency(0, 0))
        yield (
            f"| `{name}` | {_targets(one)} | {_severities(one)} | {_cell(one.message['en'])} "
            f"| {counted.records} | {counted.places} |\n"
        )
    reasons = dict.fromkeys(one.reason["en"] for one in constraints if one.reason)
    if reasons:
        yield f"\n**Why:** {' '.join(reasons)}\n"
    hints = dict.fromkeys(one.hint["en"] for one in constraints if one.hint)
    if hints:
        yield f"\n**What to do:** {' '.join(hints)}{_fix(constraints)}\n"
    if example is not None:
        found = f"`{_cell(example.value)}` at " if example.value else "answers at "
        yield f"\n**Example** ({example.encoding}): {found}`{example.xpath}`\n"
    sources = dict.fromkeys(one.clause for one in constraints)
    yield f"\n**Source:** {'; '.join(sources)}\n"
    if not any(frequencies.get(one.iri.removeprefix(SHAPES)) for one in constraints):
        yield f"\nNone of the {records:,} records sets it off; its cases show it alive.\n"


def _fix(constraints: Sequence[Constraint]) -> str:
    repairs = {one.repair for one in constraints} - {Repair.NONE}
    if not repairs:
        return ""
    certainty = "safe" if all(one.safe for one in constraints if one.repair) else "to be confirmed"
    return f" A fix is proposed ({', '.join(sorted(repairs))}; {certainty})."


def _targets(constraint: Constraint) -> str:
    if constraint.programmed:
        return "a program"
    return ", ".join(sorted(f"`{target.removeprefix(DEF)}`" for target in constraint.targets))


def _severities(constraint: Constraint) -> str:
    return ", ".join(f"{name}: {severity}" for name, severity in constraint.severities.items())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rank(code: str) -> int:
    group = code.partition("-")[0]
    return list(_GROUPS).index(group) if group in _GROUPS else len(_GROUPS)
