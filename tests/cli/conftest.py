from collections.abc import Callable
from dataclasses import dataclass

import pytest

from vocabsvc.cli.app import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the shell would."""

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        assert "Traceback" not in written.err
        return Outcome(ended.value.code, written.out, written.err)

    return run
