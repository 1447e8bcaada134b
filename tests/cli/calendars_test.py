#!/usr/bin/env python3
"""Reads eleven real published calendars, as stated and with their dates withheld, with `rul check`.

They are not part of the repository: RUL_REFERENCE says where they are; without it, beside the source
folder. tests/support/calendar_to_plan.py makes the plan files.

    tests/cli/calendars_test.py RUL
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CALENDARS = pathlib.Path(os.environ.get("RUL_REFERENCE", ROOT.parent / "shared/reference")) / "calendars"
HOW_MANY = 11
TIMEOUT = 120  # seconds; the slowest takes two
sys.path.insert(0, str(ROOT / "tests/support"))
sys.dont_write_bytecode = True
from calendar_to_plan import DANISH, Calendar  # noqa: E402: the path is known only now

rul = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else "rul").resolve()


def checked(lines):
    """What `rul check --json` says of a plan file of these lines, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder) / "rul.toml"
        plan.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = subprocess.run([rul, "check", plan, "--json"], stdin=subprocess.DEVNULL, check=False,
                              capture_output=True, timeout=TIMEOUT)
    return json.loads(done.stdout), done.returncode


def misstated(calendar):
    """How many meetings the source puts on a weekday that their date is not."""
    return sum(meeting.get("stated_weekday", DANISH[meeting["day"].weekday()])
               != DANISH[meeting["day"].weekday()]
               for meetings in calendar.meetings.values() for meeting in meetings)


def meetings_of(calendar):
    return sum(len(meetings) for meetings in calendar.meetings.values())


def error_codes(said):
    return [one["code"] for one in said["diagnostics"] if one["severity"] == "error"]


@unittest.skipUnless(CALENDARS.is_dir(), f"no calendars at {CALENDARS} (set RUL_REFERENCE)")
class PublishedCalendars(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = sorted(CALENDARS.glob("*.yaml"))

    def test_all_of_them_are_here(self):
        self.assertEqual(len(self.files), HOW_MANY)

    def test_as_published_each_is_read_whole_but_for_weekdays_stated_wrongly(self):
        wrong = 0
        for file in self.files:
            with self.subTest(file.stem):
                calendar = Calendar(file)
                said, code = checked(calendar.published())
                self.assertEqual(error_codes(said), ["notation.weekday"] * misstated(calendar))
                self.assertEqual(code, 1 if misstated(calendar) else 0)
                if code == 0:
                    self.assertEqual(said["contents"]["meetings"], meetings_of(calendar))
                    self.assertIs(said["calendar_exists"], True)
                wrong += misstated(calendar)
        self.assertGreater(wrong, 0, "no calendar with a mistake is left to find it in")

    def test_with_its_dates_withheld_each_can_be_planned_anew(self):
        for file in self.files:
            with self.subTest(file.stem):
                calendar = Calendar(file)
                said, code = checked(calendar.withheld())
                self.assertEqual(error_codes(said), [])
                self.assertEqual(code, 0)
                self.assertEqual(said["contents"]["meetings"], meetings_of(calendar))
                self.assertIs(said["calendar_exists"], True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
