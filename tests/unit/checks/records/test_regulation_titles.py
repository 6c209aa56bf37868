"""QLT-07: the official titles of Regulation (EU) No 1089/2010."""

import pytest

from vocabsvc.checks.records.regulation_titles import is_official, official_title

UNION = (
    "bul spa cze dan ger est gre eng fre hrv ita lav lit hun mlt dut pol por rum slo slv fin swe "
    "bg es cs da de et el en fr hr it lv lt hu mt nl pl pt ro sk sl fi sv ces deu ell fra nld ron slk"
)
PRINTED = {  # as EUR-Lex, editors and validators print them
    "bul": (
        "Регламент (ЕС) № 1089/2010 на Комисията от 23 ноември 2010 година за прилагане на Директива 2007/2/ЕО на "
        "Европейския парламент и на Съвета по отношение на оперативната съвместимост на масиви от пространствени данни "
        "и услуги за пространствени данни"
    ),
    "spa": (
        "Reglamento (UE) n ° 1089/2010 de la Comisión, de 23 de noviembre de 2010 , por el que se aplica la "
        "Directiva 2007/2/CE del Parlamento Europeo y del Consejo en lo que se refiere a la interoperabilidad de los "
        "conjuntos y los servicios de datos espaciales"
    ),
    "ger": (
        "Verordnung (EU) Nr. 1089/2010 der Kommission vom 23. November 2010 zur Durchführung der Richtlinie "
        "2007/2/EG des Europäischen Parlaments und des Rates hinsichtlich der Interoperabilität von Geodatensätzen und "
        "-diensten"
    ),
    "gre": (
        "Κανονισμός (ΕΕ) αριθ. 1089/2010 της Επιτροπής, της 23ης Νοεμβρίου 2010 , σχετικά με την εφαρμογή της "
        "οδηγίας 2007/2/ΕΚ του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου όσον αφορά τη διαλειτουργικότητα των συνόλων "
        "και των υπηρεσιών χωρικών δεδομένων"
    ),
    "fre": (
        "Règlement (UE) n o 1089/2010 de la Commission du 23 novembre 2010 portant modalités d'application de la "
        "directive 2007/2/CE du Parlement européen et du Conseil en ce qui concerne l'interopérabilité des séries et "
        "des services de données géographiques"
    ),
    "hrv": (
        "UREDBA KOMISIJE (EU) br. 1089/2010 od 23. studenoga 2010 o provedbi Direktive 2007/2/EZ Europskog "
        "parlamenta i Vijeca o meduoperativnosti skupova prostornih podataka i usluga u vezi s prostornim podacima"
    ),
    "ita": (
        "regolamento (ue) n . 1089/2010 della commissione, del 23 novembre 2010 , recante attuazione della "
        "direttiva 2007/2/ce del parlamento europeo e del consiglio per quanto riguarda l'interoperabilità dei set di "
        "dati territoriali e dei servizi di dati territoriali"
    ),
    "lit": (
        "2010 m. lapkričio 23 d. Komisijos reglamentas (ES) Nr. 1089/2010, kuriuo įgyvendinamos Europos Parlamento "
        "ir Tarybos direktyvos 2007/2/EB nuostatos dėl erdvinių duomenų rinkinių ir paslaugų sąveikumo"
    ),
    "rum": (
        "REGULAMENTUL (UE) NR. 1089/2010 AL COMISIEI din 23 noiembrie 2010 de punere în aplicare a Directivei "
        "2007/2/CE a Parlamentului European şi a Consiliului în ceea ce priveşte interoperabilitatea seturilor şi "
        "serviciilor de date spaţiale"
    ),
    "fin": (
        "Komission asetus (EU) N:o 1089/2010, annettu 23 päivänä marraskuuta 2010 , Euroopan parlamentin ja "
        "neuvoston direktiivin 2007/2/EY täytäntöönpanosta paikkatietoaineistojen ja -palvelujen yhteentoimivuuden "
        "osalta"
    ),
}


@pytest.mark.parametrize("code", UNION.split())
def test_each_language_of_the_union_but_irish_has_its_title(code: str) -> None:
    title = official_title(code)
    assert "1089/2010" in title
    assert is_official(title, code)
    assert is_official(title.upper(), code)
    assert not is_official(title, "fre" if code in {"eng", "en"} else "eng")


@pytest.mark.parametrize(("code", "title"), PRINTED.items())
def test_printings_differ(code: str, title: str) -> None:
    assert is_official(title)
    assert is_official(title, code)


@pytest.mark.parametrize("code", ["gle", "ga", "nor", "ice", "", "zxx"])
def test_no_title_is_made_up(code: str) -> None:
    assert official_title(code) == ""


@pytest.mark.parametrize(
    "title",
    [
        "",
        "1089/2010",
        "Commission Regulation (EU) No 1089/2010",
        official_title("eng").replace("(EU)", "(EC)"),
        "Verordnung (EU) Nr. 1089/2010",
    ],
)
def test_what_is_short_or_wrong_is_not_official(title: str) -> None:
    assert not is_official(title)
    assert not is_official(title, "eng")


@pytest.mark.parametrize("code", ["eng; USA", "en-GB", "ENG"])
def test_language_is_read_from_what_begins_with_it(code: str) -> None:
    assert official_title(code) == official_title("eng")
