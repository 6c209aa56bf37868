"""What validating a record costs, stage by stage, with one process and with two."""

import contextlib
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from lxml import etree

from benchmarks.timing import Spread, at_least, at_most, show, show_spread, timed
from vocabsvc.bootstrap.validation import build_validation
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.records.reading import read_records
from vocabsvc.garbage import leave_out_what_is_loaded
from vocabsvc.schemas.reports import FileReportOut
from vocabsvc.services.validation.batch import FileValidation, validate_files
from vocabsvc.services.validation.validation import Validation
from vocabsvc.settings import Settings

_SLOWEST_RECORD = 400.0
_OUTSIDE_MILLISECONDS = 10.0
_TIMES_LXML = 25.0
_TWO_PROCESSES = 1.5
_ROUNDS = 5
_MANY = 10_000
_MEGABYTES = 30.0
_APART = {"engine", "xsd", "lxml's parse"}


def measure_validation(data: Path, records: Path) -> bool:
    """Print the figures; tell whether those that are ratios have their aim. Needs the shared records."""
    files = sorted(records.rglob("*.xml"))
    if not files:
        show("validate a record", "not measured: ../shared is absent")
        return True
    validation = build_validation(Settings(data=data))
    leave_out_what_is_loaded()  # as the server and the batch do
    contents = [path.read_bytes() for path in files]
    _profiles(validation, contents)
    met = _stages(validation, contents)
    met &= _processes(data, [str(path) for path in files])
    return _memory(validation, contents) and met


def _profiles(validation: Validation, contents: Sequence[bytes]) -> None:
    names = [profile.name for profile in validation.profiles()]
    for name in names:
        show_spread(f"validate, {name}", timed(partial(_validate, validation, [name]), contents[::4]))
    spread = timed(partial(_validate, validation, names), contents)
    show("validate, all profiles", spread, at_most(spread.p95, _SLOWEST_RECORD))


def _validate(validation: Validation, profiles: Sequence[str], data: bytes) -> None:
    with contextlib.suppress(UnreadableRecord):
        validation.validate(data, profiles)


def _stages(validation: Validation, contents: Sequence[bytes]) -> bool:
    names = [profile.name for profile in validation.profiles()]
    selection = validation.select(names)
    stages: dict[str, list[float]] = {}
    outside, parsing = [], []
    for data in contents:
        with contextlib.suppress(UnreadableRecord, etree.XMLSyntaxError):
            laps = _Laps()
            # Where the record itself is parsed: a loop over nothing but lxml has the caches to itself.
            etree.fromstring(data)
            laps.end("lxml's parse")
            document = read_records(data, max_bytes=validation.max_record_bytes)
            laps.end("read")
            for record in document.records:
                validation.report(record, selection, lap=laps.end)
            for name, time_of_stage in laps.times.items():
                stages.setdefault(name, []).append(time_of_stage)
            outside.append(sum(taken for name, taken in laps.times.items() if name not in _APART))
            parsing.append(laps.times["lxml's parse"])
    for name, times in stages.items():
        show_spread(f"  {name}", Spread.of(times))
    spread = Spread.of(outside)
    show("outside engine and XSD", spread, at_most(spread.p50, _OUTSIDE_MILLISECONDS))
    alone = timed(etree.fromstring, [data for data in contents if _parses(data)])
    ratio = spread.p50 / alone.p50
    show("  against a loop over lxml", f"{ratio:.1f} x of {alone.p50:.2f} ms", at_most(ratio, _TIMES_LXML))
    beside = statistics.median(one / other for one, other in zip(outside, parsing, strict=True))
    show("  against lxml on each record", f"{beside:.1f} x, median of the records")
    show("  all records together", f"{sum(outside) / sum(parsing):.1f} x")
    return spread.p50 <= _OUTSIDE_MILLISECONDS and ratio <= _TIMES_LXML


class _Laps:
    """Milliseconds of each stage of one document, each since the one before."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}
        self._since = time.perf_counter()

    def end(self, stage: str) -> None:
        now = time.perf_counter()
        self.times[stage] = self.times.get(stage, 0.0) + (now - self._since) * 1000
        self._since = time.perf_counter()


def _parses(data: bytes) -> bool:
    try:
        etree.fromstring(data)
    except etree.XMLSyntaxError:
        return False
    return True


def _processes(data: Path, names: Sequence[str]) -> bool:
    ratios = []
    for _ in range(_ROUNDS):
        one, two = (_seconds(data, names, jobs) for jobs in (1, 2))
        ratios.append(one / two)
    gain = statistics.median(ratios)
    show("two processes against one", f"{gain:.2f} x over {len(names)} records", at_least(gain, _TWO_PROCESSES))
    return gain >= _TWO_PROCESSES


def _seconds(data: Path, names: Sequence[str], jobs: int) -> float:
    start = time.perf_counter()
    for _ in validate_files(names, partial(_start, data), jobs):
        pass
    return time.perf_counter() - start


def _start(data: Path) -> Callable[[str], list[str]]:
    validation = build_validation(Settings(data=data))
    work = FileValidation(validation, _read, [one.name for one in validation.profiles()], all_states=False)
    return lambda name: [FileReportOut.of_file(one).model_dump_json() for one in work.reports(name)]


def _read(name: str) -> bytes:
    return Path(name).read_bytes()


def _memory(validation: Validation, contents: Sequence[bytes]) -> bool:
    draw = random.Random(8)  # noqa: S311 - a sample, not a secret
    names = [profile.name for profile in validation.profiles()]
    for data in contents:
        _validate(validation, names, data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    for _ in range(_MANY - len(contents)):
        _validate(validation, ["core"], draw.choice(contents))
    seconds = time.perf_counter() - start
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    rate = (_MANY - len(contents)) / seconds * 60
    show("memory over 10,000 records", f"+{more:.0f} MB", at_most(more, _MEGABYTES))
    show("one process, core", f"{rate:,.0f} records a minute")
    return more <= _MEGABYTES
