import re
import time

import pytest

from vocabsvc.shacl.regex import BadPattern, compile_pattern

SECONDS = 3


@pytest.mark.parametrize(
    ("pattern", "flags", "text", "matches"),
    [
        ("b", "", "abc", True),
        ("^a$", "", "a\n", False),
        ("^a$", "m", "b\na\n", True),
        (r"a\$$", "", "a$", True),
        ("[$]", "", "$", True),
        ("A", "i", "a", True),
        ("É", "i", "é", True),
        ("a.b", "", "a\nb", False),
        ("a.b", "s", "a\nb", True),
        (r"\s", "", "\u00a0", False),
        (r"\s", "", "\t", True),
        (r"[\s]", "", "\u00a0", False),
        (r"^\S$", "", "\u00a0", True),
        ("a b", "x", "ab", True),
        ("a#b", "x", "a#b", True),
        ("[ ]", "x", " ", True),
        ("a.b", "q", "a.b", True),
        ("a.b", "q", "axb", False),
        ("[[]", "", "[", True),
        ("[a&&b]", "", "&", True),
        (r"\d", "", "٣", True),
    ],
)
def test_patterns_mean_what_xpath_says(pattern: str, flags: str, text: str, matches: bool) -> None:  # noqa: FBT001
    assert (compile_pattern(pattern, flags).search(text) is not None) is matches


@pytest.mark.parametrize(
    ("pattern", "flags", "reason"),
    [
        ("[a", "", "bad regular expression '\\[a': unterminated character set"),
        ("a{2,1}", "", "min repeat greater than max"),
        ("a\\", "", "bad escape"),
        (r"\p{L}", "", r"\\p in a regular expression is not supported"),
        (r"[\i]", "", r"\\i in a regular expression is not supported"),
        ("a", "z", "unknown flag 'z'"),
        ("(" * 5000 + ")" * 5000, "", "nested too deeply"),
        ("a" * 60_000, "", "more than 50000 characters"),
        ("[a-z]" * 20_000, "", "too complex|more than"),
        ("(" + "|".join(f"w{number}" for number in range(3000)) + ")*x", "", "too complex"),
        ("a?" * 5000, "", "too complex|catastrophic"),
        ("(((((a{20}){20}){20}){20}){20})*", "", "catastrophic|too complex"),
        ("((){9999}){9999}a", "", "too complex: what is repeated has no characters"),
    ],
)
def test_bad_patterns_are_refused_in_bounded_time(pattern: str, flags: str, reason: str) -> None:
    start = time.perf_counter()
    with pytest.raises(BadPattern, match=reason):
        compile_pattern(pattern, flags)
    assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a*)*b",
        "^(a|a)*$",
        "^((a|a))*$",
        "(a|b|ab)*c",
        "(.*)*x",
        "(x+x+)+y",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "([a-z]{1,30}){1,30}",
        "(a{1,3})*$",
        "(a?){30}a{30}",
        "a?" * 30 + "a" * 30,
        ".*.*.*.*.*x",
        "(?=(a+)+b)x",
        "(?i)(A|a|é)*b(a+)*",
        "([^b]|[^c])*d",
        "([^b]a?)*d",
        r"(\w|\d)*(\w|\d)*(\w|\d)*(\w|\d)*(\w|\d)*x",
        r"(a)(\1|a)*b\1",
        "(?>(a+)+)b",
        "(a)?(?(1)a|(a+)+)b",
        r"^(\w+\s?)*$",
        "^(b(a?)*)*$",
        "^((a*)?b)*$",
        "^((a?)*b)*$",
        "^(b(a?)+)*$",
        "^(b(a?)*?)*$",
        "^(b(?:a?)?)*$",
        "^(b(a?){0,2})*$",
        "^(b()*)*$",
        "^(b()?)*$",
        r"^(b(\B)+)*$",
    ],
)
def test_catastrophic_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(BadPattern, match="catastrophic"):
        compile_pattern(pattern, "")


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(\w+\.)*\w+$",
        r"^\s*(.*?)\s*$",
        r"^https?://[^/\s]+(/[^/\s]*)*$",
        r"^10\.[0-9]{4,9}/\S+$",
        r"^(\d{4}-){1,12}$",
        r"^([0-9a-f]{4}-?){8}$",
        r"^([0-9]{1,3}\.)*[0-9]{1,3}$",
        r"^([A-Z]{0,2}[0-9]{2,4};)*$",
        "^(a|b|)*$",
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
        r"^(a|ab)*c$",
        r"^-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$",
        "(?:[A-Z]{2,3}|[a-z]+)-[0-9]+",
        r"^(['\"])[^'\"]*\1$",
        "(?i)^[^a]b*$",
        "^(" + "|".join(f"code{number}" for number in range(300)) + ")$",
    ],
)
def test_patterns_of_every_day_are_let_through(pattern: str) -> None:
    assert isinstance(compile_pattern(pattern, ""), re.Pattern)
