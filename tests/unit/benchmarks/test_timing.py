import pytest

from benchmarks.timing import Spread, at_least, at_most, show_spread, timed


def test_a_spread_has_the_percentiles_in_whatever_order_the_times_come() -> None:
    times = [float(number) for number in range(100, 0, -1)]
    assert Spread.of(times) == Spread(51.0, 96.0, 100.0, 100)
    assert Spread.of([7.0]) == Spread(7.0, 7.0, 7.0, 1)


def test_every_item_is_timed_once() -> None:
    seen: list[str] = []
    assert timed(seen.append, ["a", "b"]).count == 2
    assert seen == ["a", "b"]


def test_an_aim_is_met_up_to_its_figure() -> None:
    assert (at_most(5.0, 5), at_most(5.01, 5)) == ("aim ≤ 5: met", "aim ≤ 5: MISSED")
    assert (at_least(0.2, 0.2), at_least(0.19, 0.2)) == ("aim ≥ 0.2: met", "aim ≥ 0.2: MISSED")


def test_a_line_shows_the_percentiles_and_the_aim(capsys: pytest.CaptureFixture[str]) -> None:
    show_spread("suggest", Spread(1.0, 2.0, 3.456, 10), 5)
    show_spread("map", Spread(1.0, 2.0, 3.0, 10))
    assert capsys.readouterr().out.splitlines() == [
        "suggest                    p50 1.00  p95 2.00  p99 3.46 ms  (n=10)  [aim ≤ 5: met]",
        "map                        p50 1.00  p95 2.00  p99 3.00 ms  (n=10)",
    ]
