"""The official titles of Regulation (EU) No 1089/2010: OJ L 323, 8.12.2010, p. 11, and EUR-Lex, 32010R1089.

In Croatian it is that of the special edition (chapter 13, volume 63); there is none in Irish.
"""

import re
from functools import cache

from vocabsvc.model.folding import fold_words

_TITLES = {
    "bul bg": (
        "РЕГЛАМЕНТ (ЕС) № 1089/2010 НА КОМИСИЯТА от 23 ноември 2010 година за прилагане на Директива 2007/2/ЕО на "
        "Европейския парламент и на Съвета по отношение на оперативната съвместимост на масиви от пространствени "
        "данни и услуги за пространствени данни"
    ),
    "spa es": (
        "REGLAMENTO (UE) No 1089/2010 DE LA COMISIÓN de 23 de noviembre de 2010 por el que se aplica la Directiva "
        "2007/2/CE del Parlamento Europeo y del Consejo en lo que se refiere a la interoperabilidad de los conjuntos "
        "y los servicios de datos espaciales"
    ),
    "cze ces cs": (
        "NAŘÍZENÍ KOMISE (EU) č. 1089/2010 ze dne 23. listopadu 2010, kterým se provádí směrnice Evropského "
        "parlamentu a Rady 2007/2/ES, pokud jde o interoperabilitu sad prostorových dat a služeb prostorových dat"
    ),
    "dan da": (
        "KOMMISSIONENS FORORDNING (EU) Nr. 1089/2010 af 23. november 2010 om gennemførelse af Europa-Parlamentets og "
        "Rådets direktiv 2007/2/EF for så vidt angår interoperabilitet for geodatasæt og -tjenester"
    ),
    "ger deu de": (
        "VERORDNUNG (EG) Nr. 1089/2010 DER KOMMISSION vom 23. November 2010 zur Durchführung der Richtlinie 2007/2/EG "
        "des Europäischen Parlaments und des Rates hinsichtlich der Interoperabilität von Geodatensätzen und -diensten"
    ),
    "est et": (
        "KOMISJONI MÄÄRUS (EL) nr 1089/2010, 23. november 2010, millega rakendatakse Euroopa Parlamendi ja nõukogu "
        "direktiivi 2007/2/EÜ seoses ruumiandmekogumite ja -teenuste ristkasutatavusega"
    ),
    "gre ell el": (
        "ΚΑΝΟΝΙΣΜΟΣ (ΕΕ) αριθ. 1089/2010 ΤΗΣ ΕΠΙΤΡΟΠΗΣ της 23ης Νοεμβρίου 2010 σχετικά με την εφαρμογή της οδηγίας "
        "2007/2/ΕΚ του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου όσον αφορά τη διαλειτουργικότητα των συνόλων και "
        "των υπηρεσιών χωρικών δεδομένων"
    ),
    "eng en": (
        "COMMISSION REGULATION (EU) No 1089/2010 of 23 November 2010 implementing Directive 2007/2/EC of the European "
        "Parliament and of the Council as regards interoperability of spatial data sets and services"
    ),
    "fre fra fr": (
        "RÈGLEMENT (UE) No 1089/2010 DE LA COMMISSION du 23 novembre 2010 portant modalités d’application de la "
        "directive 2007/2/CE du Parlement européen et du Conseil en ce qui concerne l’interopérabilité des séries et "
        "des services de données géographiques"
    ),
    "hrv hr": (
        "UREDBA KOMISIJE (EU) br. 1089/2010 od 23. studenoga 2010. o provedbi Direktive 2007/2/EZ Europskog "
        "parlamenta i Vijeća o međuoperativnosti skupova prostornih podataka i usluga u vezi s prostornim podacima"
    ),
    "ita it": (
        "REGOLAMENTO (UE) N. 1089/2010 DELLA COMMISSIONE del 23 novembre 2010 recante attuazione della direttiva "
        "2007/2/CE del Parlamento europeo e del Consiglio per quanto riguarda l’interoperabilità dei set di dati "
        "territoriali e dei servizi di dati territoriali"
    ),
    "lav lv": (
        "KOMISIJAS REGULA (ES) Nr. 1089/2010 (2010. gada 23. novembris), ar kuru īsteno Eiropas Parlamenta un Padomes "
        "Direktīvu 2007/2/EK attiecībā uz telpisko datu kopu un telpisko datu pakalpojumu savstarpējo izmantojamību"
    ),
    "lit lt": (
        "KOMISIJOS REGLAMENTAS (ES) Nr. 1089/2010 2010 m. lapkričio 23 d. kuriuo įgyvendinamos Europos Parlamento ir "
        "Tarybos direktyvos 2007/2/EB nuostatos dėl erdvinių duomenų rinkinių ir paslaugų sąveikumo"
    ),
    "hun hu": (
        "A BIZOTTSÁG 1089/2010/EU RENDELETE (2010. november 23.) a 2007/2/EK európai parlamenti és tanácsi irányelv "
        "téradatkészletek és -szolgáltatások interoperabilitására vonatkozó rendelkezéseinek végrehajtásáról"
    ),
    "mlt mt": (
        "REGOLAMENT TAL-KUMMISSJONI (UE) Nru 1089/2010 tat-23 ta’ Novembru 2010 li jimplimenta d-Direttiva 2007/2/KE "
        "tal-Parlament Ewropew u tal-Kunsill fir-rigward tal-interoperabbiltà tas-settijiet ta’ dejta u servizzi "
        "ġeografiċi"
    ),
    "dut nld nl": (
        "VERORDENING (EU) Nr. 1089/2010 VAN DE COMMISSIE van 23 november 2010 ter uitvoering van Richtlijn 2007/2/EG "
        "van het Europees Parlement en de Raad betreffende de interoperabiliteit van verzamelingen ruimtelijke "
        "gegevens en van diensten met betrekking tot ruimtelijke gegevens"
    ),
    "pol pl": (
        "ROZPORZĄDZENIE KOMISJI (UE) NR 1089/2010 z dnia 23 listopada 2010 r. w sprawie wykonania dyrektywy 2007/2/WE "
        "Parlamentu Europejskiego i Rady w zakresie interoperacyjności zbiorów i usług danych przestrzennych"
    ),
    "por pt": (
        "REGULAMENTO (UE) N.o 1089/2010 DA COMISSÃO de 23 de Novembro de 2010 que estabelece as disposições de "
        "execução da Directiva 2007/2/CE do Parlamento Europeu e do Conselho relativamente à interoperabilidade dos "
        "conjuntos e serviços de dados geográficos"
    ),
    "rum ron ro": (
        "REGULAMENTUL (UE) NR. 1089/2010 AL COMISIEI din 23 noiembrie 2010 de punere în aplicare a Directivei "
        "2007/2/CE a Parlamentului European și a Consiliului în ceea ce privește interoperabilitatea seturilor și "
        "serviciilor de date spațiale"
    ),
    "slo slk sk": (
        "NARIADENIE KOMISIE (EÚ) č. 1089/2010 z 23. novembra 2010, ktorým sa vykonáva smernica Európskeho parlamentu "
        "a Rady 2007/2/ES, pokiaľ ide o interoperabilitu súborov a služieb priestorových údajov"
    ),
    "slv sl": (
        "UREDBA KOMISIJE (EU) št. 1089/2010 z dne 23. novembra 2010 o izvajanju Direktive 2007/2/ES Evropskega "
        "parlamenta in Sveta glede medopravilnosti zbirk prostorskih podatkov in storitev v zvezi s prostorskimi "
        "podatki"
    ),
    "fin fi": (
        "KOMISSION ASETUS (EU) N:o 1089/2010, annettu 23 päivänä marraskuuta 2010, Euroopan parlamentin ja neuvoston "
        "direktiivin 2007/2/EY täytäntöönpanosta paikkatietoaineistojen ja -palvelujen yhteentoimivuuden osalta"
    ),
    "swe sv": (
        "KOMMISSIONENS FÖRORDNING (EU) nr 1089/2010 av den 23 november 2010 om genomförande av Europaparlamentets och "
        "rådets direktiv 2007/2/EG vad gäller interoperabilitet för rumsliga datamängder och datatjänster"
    ),
}
"""As printed, by the ISO 639 codes of their language."""

_ALSO = {
    "ger deu de": (
        "VERORDNUNG (EU) Nr. 1089/2010 DER KOMMISSION vom 23. November 2010 zur Durchführung der Richtlinie 2007/2/EG "
        "des Europäischen Parlaments und des Rates hinsichtlich der Interoperabilität von Geodatensätzen und -diensten"
    ),
    "lit lt": (
        "2010 m. lapkričio 23 d. Komisijos reglamentas (ES) Nr. 1089/2010, kuriuo įgyvendinamos Europos Parlamento ir "
        "Tarybos direktyvos 2007/2/EB nuostatos dėl erdvinių duomenų rinkinių ir paslaugų sąveikumo"
    ),
}
"""German of the Union, where it was printed of the Community; Lithuanian as in EUR-Lex, with the date first."""

_NUMBER_SIGN = re.compile(r"(?<=\))[^0-9()]{1,8}(?=1089)")
_FIRST_CODE = re.compile("[a-z]+")


def official_title(language: str) -> str:
    """Return the title in a language (its ISO 639 code, or a tag or text that begins with it), ``""`` if not known."""
    return _TITLES.get(_codes_of(language), "")


def is_official(title: str, language: str = "") -> bool:
    """Tell whether a title is the official one, in a language or in any.

    Printings differ in capitals, accents, punctuation, spaces and the sign for number, so these do not count.
    """
    known = [_codes_of(language)] if language else [*_TITLES]
    folded = _folded(title)
    return any(folded in _official(codes) for codes in known)


@cache
def _official(codes: str) -> frozenset[str]:
    return frozenset(_folded(by_codes[codes]) for by_codes in (_TITLES, _ALSO) if codes in by_codes)


def _codes_of(language: str) -> str:
    code = _FIRST_CODE.match(language.strip().lower())
    return next((codes for codes in _TITLES if code and code.group() in codes.split()), "")


def _folded(title: str) -> str:
    return "".join(fold_words(_NUMBER_SIGN.sub(" ", title))).replace("đ", "d")
