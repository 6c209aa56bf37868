from dataclasses import replace

from tests.cases import clean
from tests.code_lists import code_lists
from tests.viewed import view
from vocabsvc.checks.records.not_assessed import references, unjudged_codes, unlifted
from vocabsvc.model.record import FactIndex
from vocabsvc.services.validation.code_facts import CodeFacts

RECORD = clean("iso19139").decode()


def with_contact(target: str) -> bytes:
    return RECORD.replace("<gmd:contact>", f'<gmd:contact xlink:href="{target}"/><gmd:contact>', 1).encode()


def test_reference_to_elsewhere_is_a_gap_and_one_inside_is_not() -> None:
    (gap,) = references(view(with_contact("https://example.org/moi")))
    assert gap.value == "https://example.org/moi"
    assert list(references(view(with_contact("#moi")))) == []


def test_element_that_nobody_took_a_fact_from_is_named() -> None:
    record = RECORD.replace("</gmd:MD_Metadata>", "<gmd:inconnu><gmd:x/></gmd:inconnu></gmd:MD_Metadata>")
    assert "gmd:inconnu" in {gap.value for gap in unlifted(view(record.encode()))}


def test_a_bare_value_is_named_by_its_property() -> None:
    title = "<gmd:title><gco:CharacterString>Registre</gco:CharacterString></gmd:title>"
    authority = f"<gmd:authority><gmd:CI_Citation>{title}</gmd:CI_Citation></gmd:authority>"
    seen = view(RECORD.replace("<gmd:RS_Identifier>", f"<gmd:RS_Identifier>{authority}", 1).encode())
    named = [(gap.value, seen.graph.source_map.names[gap.element]) for gap in unlifted(seen)]
    assert ("gmd:title", "gmd:title") in named
    assert "gco:CharacterString" not in {name for name, _ in named}


def test_code_that_was_compared_is_no_gap() -> None:
    code = '<gmd:series><gmd:MD_ScopeCode codeListValue="series"/></gmd:series></gmd:MD_Metadata>'
    record = RECORD.replace("</gmd:MD_Metadata>", code)
    assert "gmd:series" not in {gap.value for gap in unlifted(view(record.encode()))}


def test_without_code_lists_no_code_was_compared() -> None:
    (gap,) = unjudged_codes(view(RECORD.encode()))
    assert "none is loaded" in gap.message["en"]


def test_with_code_lists_only_codes_of_other_lists_are_left() -> None:
    record = RECORD.replace("<gmd:CI_RoleCode ", '<gmd:DP_TypeCode codeListValue="nom"/><gmd:CI_RoleCode ', 1)
    bare = view(record.encode())
    graph = bare.graph.with_facts(CodeFacts(code_lists()).of(bare.facts, bare.graph))
    seen = replace(bare, graph=graph, facts=FactIndex(graph.facts))
    assert [gap.value for gap in unjudged_codes(seen)] == ["nom (DP_TypeCode)"]


def test_record_without_codes_has_nothing_to_compare() -> None:
    assert list(unjudged_codes(view(clean("eml")))) == []
