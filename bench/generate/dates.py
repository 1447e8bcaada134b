"""Working days of a Danish year, and dates as plan files write them."""
import datetime

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["man", "tir", "ons", "tor", "fre", "lør", "søn"]
SUMMER_WEEKS = range(28, 32)
SCHOOL_HOLIDAY_WEEKS = (7, 42)


def easter(year):
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def closed_days(year):
    """Public holidays (from 2024 on) and the days that are closed by custom."""
    movable = {easter(year) + offset * DAY for offset in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {datetime.date(year, m, d) for m, d in ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26),
                                                    (12, 31))}
    return movable | fixed


def open_days(year):
    """Working days outside the summer and the school holidays, in order."""
    closed = closed_days(year)
    first = datetime.date(year, 1, 1)
    days = (first + i * DAY for i in range(366))
    return [day for day in days if day.year == year and day.weekday() < 5 and day not in closed
            and day.isocalendar()[1] not in (*SUMMER_WEEKS, *SCHOOL_HOLIDAY_WEEKS)]


def written(date):
    return date.strftime("%d-%m-%Y")


def clock(minutes):
    return f"{minutes // 60:02}.{minutes % 60:02}"
