"""The pages as a metadata editor meets them, in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.server import running_server
from vocabsvc.services.services import Services

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr",
)


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with running_server(services) as address:
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("chromium or chromedriver is absent")
    options = ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = Chrome(options, ChromeService(driver))
    yield browser
    browser.quit()


def test_an_editor_finds_a_term_and_reads_it_in_french(browser: Chrome, address: str, tmp_path: Path) -> None:
    browser.get(f"{address}/?lang=fr")
    field = browser.find_element(By.ID, "q")
    field.send_keys("oxygen")
    options = WebDriverWait(browser, 10).until(lambda page: page.find_elements(By.CSS_SELECTOR, "#suggestions option"))
    assert options[0].get_attribute("value") == "Oxygène dissous du bassin d'essai"
    field.submit()
    hit = WebDriverWait(browser, 10).until(lambda page: page.find_element(By.CSS_SELECTOR, ".hits a"))
    hit.click()
    heading = browser.find_element(By.TAG_NAME, "h1")
    assert heading.text == "Oxygène dissous du bassin d'essai"
    browser.find_element(By.LINK_TEXT, "English").click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "Dissolved oxygen of the test basin"
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call] # selenium's


def test_a_query_is_run_in_the_page(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/sparql?lang=fr")
    field = browser.find_element(By.ID, "query")
    assert "PREFIX skos:" in str(field.get_attribute("value"))
    below = "return arguments[0].scrollHeight - arguments[0].scrollTop - arguments[0].clientHeight"
    assert browser.execute_script(below, field) <= 1
    browser.find_element(By.CSS_SELECTOR, "#query-form button").click()
    head = WebDriverWait(browser, 10).until(lambda page: page.find_element(By.CSS_SELECTOR, "#answer th"))
    assert head.text == "concept"
    assert "Lignes : " in browser.find_element(By.ID, "answer").text
    assert "query=PREFIX" in browser.current_url
    field.clear()
    field.send_keys("SELECT * {")
    browser.find_element(By.CSS_SELECTOR, "#query-form button").click()
    refusal = WebDriverWait(browser, 10).until(lambda page: page.find_element(By.CSS_SELECTOR, "#answer [role=alert]"))
    assert "La requête n’a pas reçu de réponse" in refusal.text
    assert "error at" in refusal.text
    logged = browser.get_log("browser")  # type: ignore[no-untyped-call] # selenium's
    assert [entry for entry in logged if "400 (Bad Request)" not in entry["message"]] == []
