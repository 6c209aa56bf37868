from tests.conftest import ROOT
from vocabsvc.checks.vocabulary.catalogue import CATALOGUE
from vocabsvc.checks.vocabulary.page import HEADS, checks_page, documentation

PAGE = ROOT / "docs" / "checks-vocabulary.md"
WRITE_AGAIN = (
    'to write it again: python -c "from pathlib import Path; from vocabsvc.checks.vocabulary.page import checks_page; '
    "Path('docs/checks-vocabulary.md').write_text(checks_page(), 'utf-8')\""
)


def test_the_page_is_what_the_docstrings_make() -> None:
    assert PAGE.read_text("utf-8") == checks_page(), WRITE_AGAIN


def test_every_check_is_documented_under_all_heads() -> None:
    for check in CATALOGUE:
        summary, texts = documentation(check)
        assert summary.endswith("."), check.code
        assert tuple(texts) == HEADS, check.code
        assert all(texts.values()), check.code
