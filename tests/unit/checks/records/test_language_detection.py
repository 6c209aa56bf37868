import pytest

from vocabsvc.checks.records.language_detection import detect_language

TEXTS = {
    "de": "Die Daten wurden mit einer Sonde gemessen, die an einer Boje befestigt ist, und sie werden jede Stunde "
    "übertragen. Der Salzgehalt wird aus der Leitfähigkeit und der Temperatur berechnet.",
    "en": "The data were measured with a probe that is fixed to a buoy, and they are transmitted every hour. "
    "The salinity is computed from the conductivity and the temperature of the water.",
    "es": "Los datos fueron medidos con una sonda que está fijada a una boya, y se transmiten cada hora. "
    "La salinidad se calcula a partir de la conductividad y de la temperatura del agua.",
    "fr": "Les données ont été mesurées par une sonde qui est fixée à une bouée, et elles sont transmises chaque "
    "heure. La salinité est calculée à partir de la conductivité et de la température de l’eau.",
    "it": "I dati sono stati misurati con una sonda che è fissata a una boa, e sono trasmessi ogni ora. "
    "La salinità è calcolata dalla conduttività e dalla temperatura dell’acqua della rada.",
    "nl": "De gegevens zijn gemeten met een sonde die aan een boei is bevestigd, en ze worden elk uur verzonden. "
    "Het zoutgehalte wordt berekend uit de geleidbaarheid en de temperatuur van het water.",
    "pt": "Os dados foram medidos com uma sonda que está fixada a uma boia, e são transmitidos a cada hora. "
    "A salinidade é calculada a partir da condutividade e da temperatura da água do porto.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_is_told_by_its_commonest_words(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The sea surface salinity.",
        "CTD XBT ADCP Argo GTSPP MEDATLAS SeaDataNet EMODnet Copernicus " * 8,
        (
            "Data ble målt med en sonde som er festet til en bøye, og de sendes hver time til land. Saltholdigheten "
            "beregnes fra ledningsevne og temperatur i vannet i havnen."
        ),
        f"{TEXTS['fr']} {TEXTS['en']}",
    ],
)
def test_no_claim_where_the_words_do_not_tell(text: str) -> None:
    assert detect_language(text) == ""
