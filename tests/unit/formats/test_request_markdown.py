import re
from collections.abc import Sequence

import pytest

from vocabsvc.formats.request_markdown import TEXTS, requests_markdown
from vocabsvc.model.candidate import Candidate, Evidence, LocalTerm
from vocabsvc.model.label import LangString
from vocabsvc.model.term_request import (
    ComponentKind,
    ComponentSource,
    MissingStatus,
    MissingTerm,
    Occurrence,
    RequestedUnit,
    TermComponent,
    TermDraft,
    Unmatched,
)

NEAR = Candidate(
    "http://p01/X/", "SDN:P01::X", LangString("Concentration of *lead*", "en"), 0.123, "", "", "",
    (Evidence("unit", "it is measured in kg", -2.0), Evidence("words", "its label has lead", 1.0)),
)  # fmt: skip


UNIT = RequestedUnit("ug/l", "http://p06/U/", "SDN:P06::UGPL", "Micrograms per litre")


def missing(
    long_name: str = "Styrène",
    *,
    status: MissingStatus = MissingStatus.MISSING,
    existing: str = "",
    unit: RequestedUnit = UNIT,
    near: Sequence[Candidate] = (NEAR,),
) -> MissingTerm:
    parts = tuple(
        TermComponent(
            kind, "" if source in {ComponentSource.OPEN, ComponentSource.NOT_SAID} else "texte", source, "mot"
        )
        for kind, source in zip(ComponentKind, ComponentSource, strict=True)
    )
    draft = TermDraft("Concentration of styrene per unit ⟨basis?⟩", parts, unit, ("reste",), existing)
    met = (Occurrence("baie"), Occurrence("profil.csv", "marie", 3, "2026-01-01", "2026-02-01"))
    return MissingTerm(Unmatched(LocalTerm("STYR", long_name, "ug/l", "baie"), met), status, draft, tuple(near))


def text(one: MissingTerm, *languages: str) -> str:
    return "".join(requests_markdown([one], languages))


def test_both_languages_have_the_same_texts_and_places() -> None:
    assert TEXTS["en"].keys() == TEXTS["fr"].keys()
    for name, english in TEXTS["en"].items():
        assert re.findall(r"\{\w+\}", english) == re.findall(r"\{\w+\}", TEXTS["fr"][name]), name


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (
            ("fr",),
            ["Nouveau terme P01 : Styrène", "Mots du nom", "demandé par marie, du 2026-01-01 au 2026-02-01", "3 fois"],
        ),
        (
            ("de", "en"),
            ["New P01 term: Styrène", "Words of the name", "asked by marie, 2026-01-01 to 2026-02-01", "3 times"],
        ),
    ],
)
def test_a_request_tells_all_in_the_language_that_is_asked(languages: tuple[str, ...], told: list[str]) -> None:
    written = text(missing(), *languages)
    assert all(one in written for one in told), written
    assert "Concentration of styrene per unit ⟨basis?⟩" in written
    assert "SDN:P06::UGPL (Micrograms per litre)" in written
    assert "it is measured in kg" in written
    assert "its label has lead" not in written


def test_a_request_that_should_not_be_made_yet_says_so_first() -> None:
    written = text(missing(status=MissingStatus.DOUBTFUL, existing="http://p01/Y/"), "en")
    assert written.index("P01 may have it already") < written.index("Proposed label")
    assert "this very label: <http://p01/Y/>" in written


def test_what_is_not_known_is_told() -> None:
    written = text(missing(unit=RequestedUnit("kouna"), near=()), "en")
    assert "no P06 unit is spelled like it" in written
    assert "Near misses in P01**\n\n- none" in written
    assert "**Unit**: none given" in text(missing(unit=RequestedUnit("")), "en")


def test_no_name_becomes_markup() -> None:
    written = text(missing("<script>alert(1)</script>\n# Titre [lien](http://x) **gras** @equipe `code` | $x$"), "en")
    assert "<script>" not in written
    assert "\n# Titre" not in written
    assert "\\[lien\\](http\\://x)" in written
    assert "\\*\\*gras\\*\\* \\@equipe \\`code\\` \\| \\$x\\$" in written
    assert "Concentration of \\*lead\\*" in written


def test_several_requests_stand_apart() -> None:
    written = "".join(requests_markdown([missing("Un"), missing("Deux")], ()))
    assert written.count("\n## New P01 term") == 1
    assert written.startswith("## New P01 term: Un\n")
