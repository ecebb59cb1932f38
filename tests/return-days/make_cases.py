#!/usr/bin/env python3
"""Writes cases.tsv: what is handed in when, and when its result may be expected.

Reckoned here by walking the calendar day by day, apart from the program. The cases worked by hand in
src/feedback/matter/working_time_tests.rs are checked against this walk first.
"""
import calendar
import datetime as d
import pathlib

OFF = """2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-26 2026-04-27 2026-04-30
2026-05-01 2026-08-31 2026-09-01 2026-09-02 2026-11-24 2027-01-01 2027-02-06 2027-02-07 2027-04-16 2027-04-30 2027-05-01
2027-05-03 2027-09-02 2027-11-24""".split()
ESTIMATED = "2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-09-03".split()
WORKED = "2026-01-10 2026-08-22".split()
LAST = d.date(2027, 12, 31)
ONE = d.timedelta(days=1)


def is_working(day):
    text = day.isoformat()
    return text in WORKED or (day.weekday() < 5 and text not in OFF + ESTIMATED)


def forward(day):
    while not is_working(day):
        day += ONE
    return day


def months_on(day, months):
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def due(day, hour, cutoff, limit):
    today = d.date.fromisoformat(day)
    start = today if is_working(today) and not (cutoff != "-" and hour > cutoff) else forward(today + ONE)
    number, _, unit = limit.partition(" ")
    if limit == "same_day":
        end = start
    elif unit == "working_days":
        end, left = start, int(number)
        while left:
            end = forward(end + ONE)
            left -= 1
    elif unit == "days":
        end = forward(start + int(number) * ONE)
    elif unit == "months":
        end = forward(months_on(start, int(number)))
    else:
        return "-"
    if end > LAST or start > LAST:
        return "-"
    guessed = any(day <= one <= end.isoformat() for one in ESTIMATED)
    return end.isoformat() + ("~" if guessed else "")


BY_HAND = [
    ("2026-11-16", "15:01", 5, "2026-11-25"), ("2026-11-20", "14:59", 1, "2026-11-23"), ("2026-11-20", "16:00", 5, "2026-12-01"),
    ("2026-11-22", "23:59", 1, "2026-11-25"), ("2026-11-24", "10:00", 10, "2026-12-09"), ("2026-02-13", "10:00", 1, "2026-02-23"),
    ("2026-02-12", "10:00", 5, "2026-02-26"), ("2026-02-09", "09:00", 10, "2026-03-02"), ("2025-12-31", "10:00", 1, "2026-01-05"),
    ("2026-01-08", "10:00", 2, "2026-01-10"), ("2026-01-10", "16:00", 1, "2026-01-13"), ("2026-08-22", "10:00", 5, "2026-08-28"),
    ("2026-08-31", "10:00", 1, "2026-09-04"), ("2026-04-24", "10:00", 5, "2026-05-06"), ("2026-12-30", "15:01", 2, "2027-01-05"),
    ("2027-02-03", "10:00", 1, "2027-02-11~"), ("2027-02-03", "16:00", 5, "2027-02-18~"),
]
for day, hour, days, end in BY_HAND:
    assert due(day, hour, "15:00", f"{days} working_days") == end, (day, hour, days, end)

MOMENTS = [
    ("2025-12-31", "10:00"), ("2026-01-01", "09:00"), ("2026-01-02", "09:00"), ("2026-01-08", "10:00"), ("2026-01-09", "15:01"),
    ("2026-01-10", "10:00"), ("2026-01-10", "15:30"), ("2026-01-17", "10:00"), ("2026-01-30", "10:00"), ("2026-02-12", "10:00"),
    ("2026-02-13", "15:00"), ("2026-02-13", "15:01"), ("2026-02-17", "08:00"), ("2026-04-24", "10:00"), ("2026-04-26", "10:00"),
    ("2026-04-29", "16:00"), ("2026-08-20", "10:00"), ("2026-08-22", "10:00"), ("2026-08-28", "10:00"), ("2026-08-31", "10:00"),
    ("2026-11-20", "16:00"), ("2026-11-23", "00:00"), ("2026-11-23", "15:01"), ("2026-11-24", "10:00"), ("2026-12-30", "15:01"),
    ("2027-01-29", "10:00"), ("2027-02-03", "10:00"), ("2027-02-03", "16:00"), ("2027-02-06", "10:00"), ("2027-04-29", "17:00"),
    ("2027-09-01", "10:00"), ("2027-11-23", "15:01"), ("2027-12-30", "10:00"), ("2027-12-31", "15:01"),
]
LIMITS = ["same_day", "1 working_days", "3 working_days", "10 working_days", "3 days", "15 days", "1 months", "4 hours"]

lines = [
    "# Day, hour, cut-off hour (- is none), limit; then the day to expect: ~ where a day off on the way is not announced,",
    "# - where none can be said. Written by make_cases.py; held by src/catalogue/procedure/filing_time.rs and by",
    "# tests/browser/return-days.test.mjs. The calendar:",
    "# off " + " ".join(OFF), "# estimated " + " ".join(ESTIMATED), "# worked " + " ".join(WORKED),
]
for at, (day, hour) in enumerate(MOMENTS):
    for turn, limit in enumerate(LIMITS):
        if limit == "4 hours" and at % 9 or (at + turn) % 5 == 4:
            continue
        cutoff = "-" if (at + turn) % 7 == 6 else "15:00"
        lines.append("\t".join([day, hour, cutoff, limit, due(day, hour, cutoff, limit)]))
pathlib.Path(__file__).with_name("cases.tsv").write_text("\n".join(lines) + "\n")
