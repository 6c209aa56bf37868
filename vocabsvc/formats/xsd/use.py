"""Whether a schema set can be used, and why not."""

from collections.abc import Iterable, Mapping

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.xsd.compiled import compile_set
from vocabsvc.formats.xsd.schema_set import SchemaSet


def unusable_namespaces(schemas: SchemaSet, others: Iterable[SchemaSet]) -> Mapping[str, UnreadableInput]:
    """Compile a set, and return what is wrong with each namespace that cannot be; an extension with ``others``."""
    bases = [other for other in others if other.completes(schemas)] if schemas.dependent else []
    faults = [_faults(one, schemas.namespaces) for one in (schemas, *(schemas.completed_by(base) for base in bases))]
    return min(faults, key=len)


def _faults(schemas: SchemaSet, namespaces: Iterable[str]) -> Mapping[str, UnreadableInput]:
    if _fault(schemas, schemas.namespaces) is None:
        missing = _missing(schemas) if schemas.dependent else None
        return dict.fromkeys(namespaces, missing) if missing else {}
    found = {namespace: _fault(schemas, [namespace]) for namespace in sorted(namespaces)}
    return {namespace: fault for namespace, fault in found.items() if fault is not None}


def _fault(schemas: SchemaSet, namespaces: Iterable[str]) -> UnreadableInput | None:
    spaces = sorted(namespaces)
    try:
        compile_set(schemas, spaces)
    except UnreadableInput as error:
        return _missing(schemas, spaces) or error
    return None


def _missing(schemas: SchemaSet, namespaces: Iterable[str] = ()) -> UnreadableInput | None:
    """Return the first reference, of those that the namespaces need, to what the set does not have."""
    needed = {space for namespace in namespaces for space in schemas.reached(namespace)}
    for file, reference in schemas.unresolved:
        if not needed or file.namespace in needed:
            what = f"the namespace {reference.namespace}" if reference.other else "a part of its own namespace"
            where = f" ({reference.location})" if reference.location else ""
            return UnreadableInput(f"refers to {what}{where}, which the set does not have", file.path, reference.line)
    return None
