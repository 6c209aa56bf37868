from tests.unit.formats.records.eml.documents import dataset


def test_each_keyword_has_its_type_and_the_set_its_thesaurus() -> None:
    lifted = dataset(
        '<keywordSet><keyword keywordType="theme">salinité</keyword><keyword keywordType="place">rade</keyword>'
        "<keywordThesaurus>P02</keywordThesaurus></keywordSet>"
    )
    assert lifted.said("label") == ["salinité", "rade"]
    assert lifted.said("keywordType") == ["theme", "place"]
    assert lifted.said("thesaurusTitle") == ["P02"]
