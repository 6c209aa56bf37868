"""The documents say what is so."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import ROOT
from tests.repository.test_shipped_data import BY_HAND
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.cli.app import main
from vocabsvc.settings import Settings

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n\$ vocabsvc (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
BUILD = re.compile(r"^vocabsvc (?P<command>build .*)$", re.MULTILINE)
CURL = re.compile(r"^curl .*$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#]+)")


def examples(pattern: re.Pattern[str]) -> list[object]:
    return [
        pytest.param(example, id=f"{page.name}-{number}")
        for page in PAGES
        for number, example in enumerate(pattern.finditer(page.read_text("utf-8")), start=1)
    ]


@pytest.fixture
def at_the_root(shipped_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("VOCABSVC_DATA", str(shipped_data))


@pytest.mark.no_cover
@pytest.mark.usefixtures("at_the_root")
@pytest.mark.parametrize("example", examples(CONSOLE))
def test_a_command_prints_what_is_shown(
    example: re.Match[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if example["command"].startswith("load "):
        monkeypatch.setenv("VOCABSVC_DATA", str(tmp_path))  # what other examples read stays as it is
    with pytest.raises(SystemExit):
        main(shlex.split(example["command"]))
    assert capsys.readouterr().out == example["output"]


@pytest.mark.no_cover
@pytest.mark.parametrize("example", examples(BUILD))
def test_a_build_that_is_shown_gives_what_ships_byte_by_byte(
    example: re.Match[str], shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    words = shlex.split(example["command"])
    folders = [f"--{name}={tmp_path / name}" for name in ("vocabularies", "mappings")]
    with pytest.raises(SystemExit) as ended:
        main([*words, *folders])
    assert ended.value.code == 0
    built = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    named = words[1 : words.index("--source")]
    shipped = (path for name in ("vocabularies", "mappings") for path in (ROOT / name).rglob("*") if path.is_file())
    wanted = {path.relative_to(ROOT) for path in shipped if not {path.parent.name, _set_of(path)} & BY_HAND}
    assert built == {path for path in wanted if not named or path.parent.name in named}
    for path in built:
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes(), path


def _set_of(path: Path) -> str:
    return path.name.removesuffix(".sssom.tsv")


@pytest.fixture(scope="module")
def shipped_client(shipped_data: Path) -> Iterator[TestClient]:
    settings = Settings(data=shipped_data)
    app = create_app(lambda: build_services(settings, snapshot_folder(settings).current()))
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.mark.no_cover
@pytest.mark.parametrize("example", examples(CURL))
def test_a_request_that_is_shown_is_answered(example: re.Match[str], shipped_client: TestClient) -> None:
    words = iter(shlex.split(example[0])[1:])
    method, headers, address, content, files = "GET", dict[str, str](), "", b"", dict[str, bytes]()
    for word in words:
        if word == "--json":
            method, content = "POST", next(words).encode()
            headers["Content-Type"] = "application/json"
        elif word == "-H":
            name, _, value = next(words).partition(":")
            headers[name] = value.strip()
        elif word == "--data-binary":
            method, content = "POST", (ROOT / next(words).removeprefix("@")).read_bytes()
        elif word == "-F":
            method, files = "POST", {"file": (ROOT / next(words).removeprefix("file=@")).read_bytes()}
        elif word != "-L":  # redirects are followed anyway
            address = word
    sent = {"files": files} if files else {"content": content}
    assert shipped_client.request(method, address, headers=headers, **sent).status_code == 200


def test_every_setting_is_documented_with_its_default() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `VOCABSVC_(\w+)` \| `([^`]*)` \|", page, re.MULTILINE))
    defaults = {name.upper(): str(field.default) for name, field in Settings.model_fields.items()}
    assert rows == defaults
    for field in Settings.model_fields.values():
        assert field.description is not None
        assert field.description.rstrip(".") in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
