"""Numbers, dates and durations as French writes them."""

from datetime import UTC, date, datetime

import pytest

from sessions.reports.wording import duration, hour, listed, long_day, many, number, percent


@pytest.mark.parametrize("seconds, told", [
    (0, "0\u202fmin"), (59, "1\u202fmin"), (2100, "35\u202fmin"), (3600, "1\u202fh"), (5700, "1\u202fh\u202f35"), (7199, "2\u202fh"), (3900, "1\u202fh\u202f05"),
])  # fmt: skip
def test_a_duration_is_told_to_the_minute(seconds, told):
    assert duration(seconds) == told


@pytest.mark.parametrize("day, told", [
    (date(2026, 10, 1), "jeudi 1er octobre 2026"), (date(2026, 2, 28), "samedi 28 février 2026"), (date(2028, 2, 29), "mardi 29 février 2028"),
])  # fmt: skip
def test_a_day_is_written_in_full(day, told):
    assert long_day(day) == told


@pytest.mark.parametrize("moment, told", [
    (datetime(2026, 7, 1, 7, 5, tzinfo=UTC), "9\u202fh\u202f05"), (datetime(2026, 1, 15, 8, 30, tzinfo=UTC), "9\u202fh\u202f30"),
])  # fmt: skip
def test_an_hour_is_that_of_paris_in_summer_and_in_winter(moment, told):
    assert hour(moment) == told


@pytest.mark.parametrize("told, expected", [
    (number(4.25), "4,2"), (number(5.0), "5"), (number(0.04), "0"), (percent(0.544), "54\u202f%"), (percent(1), "100\u202f%"),
    (many(0, "réponse"), "0\u00a0réponse"), (many(1, "réponse"), "1\u00a0réponse"), (many(2, "réponse"), "2\u00a0réponses"),
    (many(2, "main levée", "mains levées"), "2\u00a0mains levées"),
    (listed([]), ""), (listed(["Nadia"]), "Nadia"), (listed(("Nadia", "Paul", "Inès")), "Nadia, Paul et Inès"),
])  # fmt: skip
def test_numbers_and_lists_read_as_french(told, expected):
    assert told == expected
