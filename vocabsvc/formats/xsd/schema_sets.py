"""The installed schema sets, and the one that fits a record."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.element import Element, local_name, namespace
from vocabsvc.formats.xml import XmlDocument
from vocabsvc.formats.xsd.assessment import Assessed, assess
from vocabsvc.formats.xsd.compiled import CompiledSchema, compile_set
from vocabsvc.formats.xsd.folder import find_sets
from vocabsvc.formats.xsd.names import Names
from vocabsvc.formats.xsd.reading import read_errors
from vocabsvc.formats.xsd.record_copy import RecordCopy, TooManyErrors, other_edition, standard_tag
from vocabsvc.formats.xsd.schema_set import SchemaSet
from vocabsvc.model.xsd import Text, UnassessedPart, XsdError, XsdFault, XsdVerdict

_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


class SchemaSets:
    """Sets, compiled when a record first needs them and kept as long as this is. Threads may share it."""

    def __init__(self, sets: Sequence[SchemaSet]) -> None:
        self.sets = tuple(sets)
        self._complete = frozenset(space for one in sets if not one.dependent for space in one.namespaces)
        self._extensions = [
            extension.completed_by(base)
            for extension in sets
            if extension.dependent
            for base in sets
            if base.completes(extension)
        ]
        self._compiled: dict[tuple[str, tuple[str, ...]], CompiledSchema | UnreadableInput] = {}
        self._turn = threading.Lock()

    @classmethod
    def open(cls, folder: Path) -> "SchemaSets":
        """Find the sets in a folder; nothing is compiled yet.

        Raises:
            UnreadableInput: no folder, or no XSD file in it.
            InputTooLarge: too many or too large files.
        """
        return cls(find_sets(folder))

    def validate(self, document: XmlDocument, record: Element) -> XsdVerdict:
        """Validate one record of a document, alone, against the set that has most of its namespaces.

        Where several have as many, a record that one of them finds valid is valid. There is no network.
        """
        root, used = _root_namespace(record, self._complete), _namespaces(record)
        candidates = self._candidates(record, root, used)
        verdicts: list[XsdVerdict] = []
        for schemas in candidates:
            verdict = self._verdict(document, record, schemas, root, used)
            if verdict.schema_set and not verdict.errors:
                return verdict
            verdicts.append(verdict)
        assessed = [verdict for verdict in verdicts if verdict.schema_set]
        if assessed:
            return min(assessed, key=lambda verdict: len(verdict.errors))
        return next(iter(verdicts), XsdVerdict("", reason=_no_set(root)))

    def _candidates(self, record: Element, root: str, used: frozenset[str]) -> list[SchemaSet]:
        """Return the sets that have the root and most of the namespaces, the likeliest first."""
        extended = [one for one in self._extensions if (used - self._complete) & one.namespaces]
        declared = frozenset(record.nsmap.values())
        fitting = [one for one in (*self.sets, *extended) if root in one.namespaces and not one.dependent]
        most = max((len(used & one.namespaces) for one in fitting), default=0)
        best = [one for one in fitting if len(used & one.namespaces) == most]
        return sorted(best, key=lambda one: (-len(declared & one.namespaces), one.name))

    def _verdict(
        self, document: XmlDocument, record: Element, schemas: SchemaSet, root: str, used: frozenset[str]
    ) -> XsdVerdict:
        schema = self._schema(schemas, root, used)
        if isinstance(schema, UnreadableInput):
            return XsdVerdict("", reason=_unusable(schemas, schema))
        copy = RecordCopy(document, record)
        try:
            found = assess(copy, schema, schemas.namespaces, self._complete | schemas.namespaces)
        except TooManyErrors:
            return XsdVerdict(schemas.name, (_too_many(document, record),))
        names = Names(copy.root, schemas)
        errors = read_errors(found.errors, copy.numbers, document.source_map.names, names)
        return XsdVerdict(schemas.name, errors, _unassessed(document, found, names))

    def _schema(self, schemas: SchemaSet, root: str, used: frozenset[str]) -> CompiledSchema | UnreadableInput:
        """Return all namespaces of a set as one schema, or if one of them is broken, those that are needed."""
        whole = (root, *sorted(schemas.namespaces - {root}))
        needed = (root, *sorted((used & schemas.namespaces) - schemas.reached(root)))
        with self._turn:
            schema = self._compile(schemas, whole)
            return self._compile(schemas, needed) if isinstance(schema, UnreadableInput) else schema

    def _compile(self, schemas: SchemaSet, spaces: tuple[str, ...]) -> CompiledSchema | UnreadableInput:
        key = (schemas.name, spaces)
        if key not in self._compiled:
            try:
                self._compiled[key] = compile_set(schemas, spaces)
            except UnreadableInput as error:
                self._compiled[key] = error
        return self._compiled[key]


def xsd_findings(sets: SchemaSets | None, document: XmlDocument, record: Element) -> XsdVerdict:
    """Validate a record if there are schema sets; without any, say that XML Schema was not assessed."""
    return XsdVerdict("", reason=_NO_FOLDER) if sets is None else sets.validate(document, record)


def _root_namespace(record: Element, known: Iterable[str]) -> str:
    spaces = frozenset(known)
    own = namespace(record)
    tag = None if own in spaces else standard_tag(record, spaces)
    return own if tag is None else _space(tag)


def _space(tag: str) -> str:
    return tag.rpartition("}")[0].removeprefix("{")


def _namespaces(record: Element) -> frozenset[str]:
    """Return the namespaces of the elements, and of the types that they say they have."""
    found = {_space(str(element.tag)) for element in record.iter(etree.Element)}
    for element in record.iter(etree.Element):
        said = element.get(_XSI_TYPE)
        if said is not None and ":" in said:
            found.add(element.nsmap.get(said.strip().partition(":")[0], ""))
    return frozenset(found - {""})


def _unassessed(document: XmlDocument, found: Assessed, names: Names) -> tuple[UnassessedPart, ...]:
    parts = [
        _part(number, document, _read_as(document.elements[number], element, tag, names))
        for element, tag in found.unknown
        if not _is_inside_edition(document.elements[number := found.copy.numbers[element]], tag)
    ]
    return tuple(sorted(parts, key=lambda part: part.element))


def _is_inside_edition(original: Element, tag: str) -> bool:
    """Tell what is read as of another edition and stands in something that is, too: one message is enough."""
    if not tag or other_edition(namespace(original), {_space(tag)}) == "":
        return False
    return any(namespace(above) == namespace(original) for above in original.iterancestors())


def _read_as(original: Element, copied: Element, tag: str, names: Names) -> str:
    edition = other_edition(namespace(original), {_space(tag)})
    return f"{local_name(original)} ({edition})" if edition else names.of(tag, copied) if tag else ""


def _part(number: int, document: XmlDocument, read_as: str) -> UnassessedPart:
    space, name = namespace(document.elements[number]), document.source_map.names[number]
    why = {
        "en": f"No schema is installed for {name} ({space})",
        "fr": f"Aucun schéma n’est installé pour {name} ({space})",
    }
    what = (
        {"en": f"; it was read as {read_as}.", "fr": f" ; il a été lu comme {read_as}."}
        if read_as
        else {"en": "; it was not assessed.", "fr": " ; il n’a pas été évalué."}
    )
    return UnassessedPart(number, name, space, {lang: why[lang] + what[lang] for lang in why}, read_as)


def _too_many(document: XmlDocument, record: Element) -> XsdError:
    number = document.numbers[record]
    said = {
        "en": "So many errors among so many elements that it would take too long to say where each is.",
        "fr": "Tant d’erreurs parmi tant d’éléments qu’il serait trop long de situer chacune.",
    }
    return XsdError(number, "", XsdFault.OTHER, said, document.source_map.names[number])


_NO_FOLDER: Text = {
    "en": "No folder of schema sets is set (VOCABSVC_SCHEMAS); XML Schema was not assessed.",
    "fr": "Aucun dossier de jeux de schémas n’est défini (VOCABSVC_SCHEMAS) ; XML Schema n’a pas été évalué.",
}


def _no_set(root: str) -> Text:
    space = root or "–"
    return {
        "en": f"No installed schema set is for records of the namespace {space}; XML Schema was not assessed.",
        "fr": f"Aucun jeu de schémas installé ne vaut pour les fiches de l’espace de noms {space} ; "
        "XML Schema n’a pas été évalué.",
    }


def _unusable(schemas: SchemaSet, error: UnreadableInput) -> Text:
    why = schemas.said(error)
    return {
        "en": f"The schema set {schemas.name} cannot be used ({why}); XML Schema was not assessed.",
        "fr": f"Le jeu de schémas {schemas.name} est inutilisable ({why}) ; XML Schema n’a pas été évalué.",
    }
