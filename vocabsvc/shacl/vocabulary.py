"""The terms of SHACL: those that are known, and those of SHACL-AF and SHACL-JS, which are refused by name."""

from typing import Final

from vocabsvc.shacl.terms import SH

_KNOWN = """
    Shape NodeShape PropertyShape Violation Warning Info Severity NodeKind PropertyGroup
    IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral
    targetClass targetNode targetObjectsOf targetSubjectsOf
    severity message deactivated name description order group defaultValue
    path inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath
    class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive
    minLength maxLength pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals
    not and or xone node property qualifiedValueShape qualifiedValueShapesDisjoint
    qualifiedMinCount qualifiedMaxCount closed ignoredProperties hasValue in
    shapesGraph suggestedShapesGraph entailment
    ValidationReport ValidationResult AbstractResult conforms result shapesGraphWellFormed
    focusNode resultPath value sourceShape sourceConstraint sourceConstraintComponent resultSeverity resultMessage
    detail
    ConstraintComponent Parameter Parameterizable parameter optional labelTemplate
    Validator SPARQLAskValidator SPARQLSelectValidator validator nodeValidator propertyValidator
    SPARQLConstraint SPARQLExecutable SPARQLAskExecutable SPARQLSelectExecutable sparql select ask
    prefixes declare PrefixDeclaration prefix namespace
"""
_COMPONENTS = """
    And Class Closed Datatype Disjoint Equals HasValue In LanguageIn LessThan LessThanOrEquals MaxCount MaxExclusive
    MaxInclusive MaxLength MinCount MinExclusive MinInclusive MinLength Node NodeKind Not Or Pattern Property
    QualifiedMaxCount QualifiedMinCount SPARQL UniqueLang Xone
"""
KNOWN: Final = frozenset(
    [f"{SH}{name}" for name in _KNOWN.split()] + [f"{SH}{name}ConstraintComponent" for name in _COMPONENTS.split()]
)
"""SHACL Core and SHACL-SPARQL (https://www.w3.org/TR/shacl/), with the report."""

_ADVANCED = """
    rule Rule TripleRule SPARQLRule condition construct update subject predicate object
    Function SPARQLFunction returnType target Target TargetType SPARQLTarget SPARQLTargetType
    SPARQLConstructExecutable SPARQLUpdateExecutable
    expression ExpressionConstraintComponent values filterShape nodes intersection union minus distinct
    count min max sum limit offset orderBy desc exists if then else this groupConcat separator
    resultAnnotation ResultAnnotation annotationProperty annotationValue annotationVarName
    Rules
    js jsLibrary jsLibraryURL jsFunctionName JSConstraint JSConstraintComponent JSExecutable JSFunction JSLibrary
    JSRule JSTarget JSTargetType JSValidator
"""
ADVANCED: Final = frozenset(f"{SH}{name}" for name in _ADVANCED.split())
"""SHACL-AF and SHACL-JS (https://www.w3.org/TR/shacl-af/): none of it is done here."""
