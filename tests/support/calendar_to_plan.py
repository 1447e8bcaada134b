#!/usr/bin/env python3
"""Turns a real published calendar (reference/calendars/*.yaml) into a plan file.

usage: calendar_to_plan.py CALENDAR.yaml [--withhold]     the plan file goes to standard output

Without --withhold every date is fixed, as published, its weekday as a check digit: what the source
stated, errors and all. With --withhold no date is given away: bodies, how many meetings, the weekdays and
times they use, holidays, blocks and stated or observed lead times; the engine finds the dates.
"""
import argparse
import datetime
import sys
from collections import Counter, defaultdict

import yaml

DANISH = ["man", "tir", "ons", "tor", "fre", "lør", "søn"]
ENGLISH = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4}
DURATION = datetime.timedelta(hours=2)  # where only the start is known


def as_date(value):
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))


def written(day):
    return f"{day.day:02}-{day.month:02}-{day.year}"


def quoted(text):
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def time_of(meeting, body):
    """"17.30-19.30", or nothing when no time is known."""
    start = meeting.get("start") or body.get("start")
    if not start:
        return ""
    first = datetime.datetime.strptime(start, "%H:%M")
    end = meeting.get("end") or body.get("end")
    last = datetime.datetime.strptime(end, "%H:%M") if end else first + DURATION
    if last.day != first.day:
        last = first.replace(hour=23, minute=45)
    return f"{first:%H.%M}-{last:%H.%M}"


def mode_of(meeting):
    return {"virtual": " teams", "physical": " fysisk"}.get(meeting.get("mode"), "")


class Calendar:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.data = yaml.safe_load(file)
        first, last = self.data["period"].split("/")
        self.first, self.last = as_date(first), as_date(last)
        self.bodies = {body["id"]: body for body in self.data["bodies"]}
        self.meetings = defaultdict(list)
        for meeting in self.data["meetings"]:
            meeting["day"] = as_date(meeting["date"])
            if meeting["day"] not in [other["day"] for other in self.meetings[meeting["body"]]]:
                self.meetings[meeting["body"]].append(meeting)
        for meetings in self.meetings.values():
            meetings.sort(key=lambda meeting: meeting["day"])

    def header(self, title):
        holidays = "dk" if self.data["country"] == "DK" else "none"
        return [f"title  = {quoted(title)}", f'period = "{written(self.first)}..{written(self.last)}"', "",
                "[defaults]", f'holidays = "{holidays}"', ""]

    def published(self):
        lines = self.header(self.data["title"])
        for key, meetings in self.meetings.items():
            lines += [f"[body.{quoted(key)}]", f"name  = {quoted(self.bodies[key]['name'])}", "fixed = ["]
            for meeting in meetings:
                weekday = meeting.get("stated_weekday", "")
                when = " ".join(filter(None, [weekday, written(meeting["day"]),
                                              time_of(meeting, self.bodies[key])]))
                lines.append(f'  "{when}{mode_of(meeting)}",')
            lines += ["]", ""]
        return lines

    def weekdays(self, key):
        """Those that carry the body's meetings: a pattern with room, as the published one has."""
        for rule in self.data.get("rules_stated", []):
            if rule.get("body") == key and rule["kind"] in ("slot", "nth_weekday") and rule.get("weekday") in ENGLISH:
                return [ENGLISH[rule["weekday"]]]
        count = Counter(meeting["day"].weekday() for meeting in self.meetings[key])
        return sorted(day for day, _ in count.most_common())

    def body_rules(self, key):
        meetings = self.meetings[key]
        time = time_of(meetings[0], self.bodies[key])
        main = self.weekdays(key)
        slots = [" ".join(filter(None, [",".join(DANISH[day] for day in main), time]))]
        lines = [f"[body.{quoted(key)}]", f"name  = {quoted(self.bodies[key]['name'])}", f"count = {len(meetings)}"]
        slots = [quoted(slot) for slot in slots]
        if len(main) == 1:
            rest = ",".join(DANISH[day] for day in range(5) if day != main[0])
            slots.append("{ when = " + quoted(" ".join(filter(None, [rest, time]))) + ", cost = 10 }")
        lines.append(f"slots = [{', '.join(slots)}]")
        if len(meetings) > 1:
            span = (meetings[-1]["day"] - meetings[0]["day"]).days
            ideal = max(round(span / (len(meetings) - 1)), 1)
            lines.append(f'gap   = {{ range = "1-{max(ideal * 3, 7)} dage, ideal {ideal} dage", ideal_points = 1 }}')
        return lines + [""]

    def precedence_rules(self):
        lines = []
        for rule in self.data.get("precedence", []):
            befores = [b for b in rule["before"].split(",") if b in self.meetings]
            afters = [a for a in rule["after"].split(",") if a in self.meetings]
            if "exact_days" in rule:
                exact = rule["exact_days"]
                window = f"{max(exact - 3, 0)}-{exact + 3} dage før, ideal {exact} dage"
            else:
                least = rule.get("min_days", 1)
                window = f"{least}-{rule.get('max_days', max(4 * least, 45))} dage før"
            for after in afters:
                for before in befores:
                    lines += ["[[rule]]", f'id    = "{before}-foer-{after}"', f"for   = {quoted(after)}",
                              f"needs = {quoted(before + ' ' + window)}", 'strength = 100', ""]
        return lines

    def withheld(self):
        lines = self.header(self.data["title"] + ", datoer udeladt")
        if self.data["country"] == "DK":
            for year in range(self.first.year, self.last.year + 1):
                lines += ["[[block]]", f'id = "skoleferie-{year}"',
                          f'when = ["uge 7 {year}", "uge 8 {year}", "uge 42 {year}"]', 'why = "skoleferie"',
                          'strength = 150', "", "[[block]]", f'id = "sommer-{year}"', f'when = "uge 27-32 {year}"',
                          'why = "sommerferie"', 'strength = 200', "", "[[block]]", f'id = "jul-{year}"',
                          f'when = ["uge 1 {year}", "uge 51 {year}", "20-12-{year}..31-12-{year}"]', 'why = "jul"', 'strength = 150', ""]
        for number, block in enumerate(self.data.get("blocks", []), 1):
            lines += ["[[block]]", f'id = "spaerring-{number}"',
                      f'when = "{written(as_date(block["from"]))}..{written(as_date(block["to"]))}"',
                      f"why = {quoted(block['why'])}", ""]
        for key in self.meetings:
            lines += self.body_rules(key)
        return lines + self.precedence_rules()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("calendar")
    parser.add_argument("--withhold", action="store_true", help="give no dates away")
    options = parser.parse_args()
    calendar = Calendar(options.calendar)
    lines = calendar.withheld() if options.withhold else calendar.published()
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
