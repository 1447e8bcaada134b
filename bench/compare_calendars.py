#!/usr/bin/env python3
"""Plans real published calendars anew, without their dates, and prints both side by side.

usage: compare_calendars.py RUL CALENDARS [NAME...]

CALENDARS: the folder of published calendars (reference/calendars); NAME: those to compare, by the
beginning of their file's name. The engine is told bodies, counts, weekdays and times, holidays,
blocks and lead times, never a date (tests/support/calendar_to_plan.py --withhold). Measures:

    gap cv      standard deviation / mean of the gaps between a body's meetings: less is more even
    main day    share of the meetings on the body's most used weekday
    bad weeks   meetings in weeks 7, 8, 42, 27-32, 51-1
    lead        share of the lead times that lie in the stated or observed window
"""
import datetime
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "support"))
from calendar_to_plan import Calendar  # noqa: E402: it lies beside the tests

USUAL = ["01", "04", "07"]
BAD_WEEKS = {7, 8, 42, 51, 52, 53, 1} | set(range(27, 33))


def gap_cv(days):
    gaps = [(b - a).days for a, b in zip(days, days[1:])]
    return statistics.pstdev(gaps) / statistics.mean(gaps) if len(gaps) > 1 else 0.0


def main_day(days):
    return max(Counter(day.weekday() for day in days).values()) / len(days)


def bad_weeks(days):
    return sum(day.isocalendar()[1] in BAD_WEEKS for day in days)


def lead_share(calendar, dates):
    """Of the meetings that need another before them: how many have one within the window."""
    met = all_ = 0
    for rule in calendar.data.get("precedence", []):
        exact = rule.get("exact_days")
        least = exact - 3 if exact else rule.get("min_days", 1)
        most = exact + 3 if exact else rule.get("max_days", max(4 * least, 45))
        for after in rule["after"].split(","):
            for before in rule["before"].split(","):
                for day in dates.get(after, []) if before in dates else []:
                    all_ += 1
                    met += any(least <= (day - first).days <= most for first in dates[before])
    return met / all_ if all_ else 1.0


def planned_dates(rul, calendar):
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder) / "rul.toml"
        plan.write_text("\n".join(calendar.withheld()) + "\n", encoding="utf-8")
        done = subprocess.run([rul, "plan", str(plan), "--json", "--seconds", "60"], capture_output=True,
                              text=True, check=False)
        if done.returncode not in (0, 4):
            sys.exit(f"rul plan answered {done.returncode}:\n{done.stdout}{done.stderr}")
        answer = json.loads(done.stdout)
    dates = {}
    for meeting in answer["calendar"]["meetings"]:
        dates.setdefault(meeting["body"], []).append(datetime.date.fromisoformat(meeting["date"]))
    return {body: sorted(days) for body, days in dates.items()}, answer["status"]


def compare(rul, file):
    calendar = Calendar(file)
    published = {body: [m["day"] for m in meetings] for body, meetings in calendar.meetings.items()}
    planned, status = planned_dates(rul, calendar)
    print(f"{calendar.data['title']} ({status})")
    print(f"  {'body':<10}{'meetings':>9}   {'gap cv':>15}   {'main day':>15}   {'bad weeks':>15}")
    print(f"  {'':<10}{'':>9}   {'published ours':>15}   {'published ours':>15}   {'published ours':>15}")
    worse = []
    for body, real in published.items():
        ours = planned[body]
        row = [(gap_cv(real), gap_cv(ours), -1), (main_day(real), main_day(ours), 1),
               (bad_weeks(real), bad_weeks(ours), -1)]
        print(f"  {body:<10}{len(real):>9}   {row[0][0]:>9.2f}{row[0][1]:>6.2f}   {row[1][0]:>9.0%}{row[1][1]:>6.0%}"
              f"   {row[2][0]:>9}{row[2][1]:>6}")
        if row[0][1] > row[0][0] + 0.005:
            worse.append(f"{body}: less even")
        if row[2][1] > row[2][0]:
            worse.append(f"{body}: more in bad weeks")
    leads = lead_share(calendar, published), lead_share(calendar, planned)
    print(f"  lead times in the window: published {leads[0]:.0%}, ours {leads[1]:.0%}")
    if leads[1] < leads[0]:
        worse.append("fewer lead times in the window")
    print("  " + ("; ".join(worse) if worse else "at least as good in all") + "\n")
    return not worse


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    rul, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not folder.is_dir():
        sys.exit(f"no calendars in {folder}: they are not part of this repository")
    good = 0
    names = sys.argv[3:] or USUAL
    for name in names:
        good += compare(rul, next(folder.glob(f"{name}*.yaml")))
    print(f"{good} of {len(names)} at least as good as published in every measure")
    sys.exit(0 if good >= min(3, len(names)) else 1)


if __name__ == "__main__":
    main()
