import pytest

from vocabsvc.formats.check_digits import is_iso_7064, is_ror, sixteen_digits


@pytest.mark.parametrize(
    "text", ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700", "000000012146438X"]
)
def test_right_check_digit(text: str) -> None:
    assert is_iso_7064(text)


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "0000-0002-1694-2330", "0000-0020-1825-0097"])
def test_wrong_check_digit(text: str) -> None:
    assert not is_iso_7064(text)


def test_digits_in_a_text() -> None:
    assert sixteen_digits("https://orcid.org/0000-0002-1694-233x") == "0000-0002-1694-233X"
    assert sixteen_digits("ISNI 0000 0001 2103 2683") == "0000-0001-2103-2683"
    assert sixteen_digits("https://orcid.org/000-0002-1825-0097") == ""
    assert sixteen_digits("10000-0002-1825-0097") == ""


@pytest.mark.parametrize("code", ["044jxhp58", "02pry0c91", "03rmrcq20", "0213rcc28", "02z5nhe81"])
def test_ror(code: str) -> None:
    assert is_ror(code)
    assert not is_ror(f"{code[:-1]}{(int(code[-1]) + 1) % 10}")


@pytest.mark.parametrize("code", ["", "044jxhp5", "144jxhp58", "044ixhp58", "044jxhp5x"])
def test_what_cannot_be_a_ror(code: str) -> None:
    assert not is_ror(code)
