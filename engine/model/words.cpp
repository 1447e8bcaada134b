#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <array>

namespace rul::model {

namespace {

bool is_danish(Language language) {
    return language == Language::danish;
}

// Sunday first, as std::chrono::weekday::c_encoding() counts.
struct Names {
    std::string_view danish, english;
};
constexpr std::array<Names, 7> weekdays{{{"søndag", "Sunday"},
                                         {"mandag", "Monday"},
                                         {"tirsdag", "Tuesday"},
                                         {"onsdag", "Wednesday"},
                                         {"torsdag", "Thursday"},
                                         {"fredag", "Friday"},
                                         {"lørdag", "Saturday"}}};
constexpr std::array<Names, 7> short_weekdays{{{"søn", "Sun"},
                                               {"man", "Mon"},
                                               {"tir", "Tue"},
                                               {"ons", "Wed"},
                                               {"tor", "Thu"},
                                               {"fre", "Fri"},
                                               {"lør", "Sat"}}};
constexpr std::array<Names, 12> months{{{"januar", "January"},
                                        {"februar", "February"},
                                        {"marts", "March"},
                                        {"april", "April"},
                                        {"maj", "May"},
                                        {"juni", "June"},
                                        {"juli", "July"},
                                        {"august", "August"},
                                        {"september", "September"},
                                        {"oktober", "October"},
                                        {"november", "November"},
                                        {"december", "December"}}};
constexpr std::array<Names, 12> short_months{{{"jan", "Jan"},
                                              {"feb", "Feb"},
                                              {"mar", "Mar"},
                                              {"apr", "Apr"},
                                              {"maj", "May"},
                                              {"jun", "Jun"},
                                              {"jul", "Jul"},
                                              {"aug", "Aug"},
                                              {"sep", "Sep"},
                                              {"okt", "Oct"},
                                              {"nov", "Nov"},
                                              {"dec", "Dec"}}};

// In the order of Unit: one, many.
constexpr std::array<std::array<Names, 2>, 5> units{
    {{{{"minut", "minute"}, {"minutter", "minutes"}}},
     {{{"time", "hour"}, {"timer", "hours"}}},
     {{{"dag", "day"}, {"dage", "days"}}},
     {{{"hverdag", "working day"}, {"hverdage", "working days"}}},
     {{{"uge", "week"}, {"uger", "weeks"}}}}};

std::string_view in(const Names& names, Language language) {
    return is_danish(language) ? names.danish : names.english;
}

unsigned day_of(Date date) {
    return static_cast<unsigned>(ymd(date).day());
}

std::string day_and_month(Date date, Language language) {
    return fmt::format(fmt::runtime(is_danish(language) ? "{}. {}" : "{} {}"), day_of(date),
                       month_name(ymd(date).month(), language));
}

int year_of(Date date) {
    return static_cast<int>(ymd(date).year());
}

// "28-49", "mindst 5", "højst 3", "præcis 7"; without the unit. Empty when no bound is set.
std::string bounds_text(std::optional<int> min, std::optional<int> max, Language language) {
    const bool da = is_danish(language);
    if (min && max) {
        if (*min == *max) return fmt::format(fmt::runtime(da ? "præcis {}" : "exactly {}"), *min);
        // A sign beside a dash cannot be read.
        return fmt::format(fmt::runtime(*min < 0 || *max < 0 ? "{}..{}" : "{}-{}"), *min, *max);
    }
    if (min) return fmt::format(fmt::runtime(da ? "mindst {}" : "at least {}"), *min);
    if (max) return fmt::format(fmt::runtime(da ? "højst {}" : "at most {}"), *max);
    return {};
}

}  // namespace

std::string_view weekday_name(std::chrono::weekday day, Language language) {
    return in(weekdays.at(day.c_encoding()), language);
}

std::string_view short_weekday_name(std::chrono::weekday day, Language language) {
    return in(short_weekdays.at(day.c_encoding()), language);
}

std::string_view month_name(std::chrono::month month, Language language) {
    return in(months.at(static_cast<unsigned>(month) - 1), language);
}

std::string_view short_month_name(std::chrono::month month, Language language) {
    return in(short_months.at(static_cast<unsigned>(month) - 1), language);
}

std::string to_words(Date date, Language language) {
    return fmt::format(fmt::runtime(is_danish(language) ? "{} den {}" : "{} {}"),
                       weekday_name(std::chrono::weekday{date}, language),
                       to_words_without_weekday(date, language));
}

std::string to_words_without_weekday(Date date, Language language) {
    return fmt::format("{} {}", day_and_month(date, language), year_of(date));
}

std::string to_short(Date date, Language language) {
    return fmt::format("{} {}", short_weekday_name(std::chrono::weekday{date}, language),
                       to_digits(date));
}

std::string to_digits(Date date) {
    return fmt::format("{:02}-{:02}-{:04}", day_of(date), static_cast<unsigned>(ymd(date).month()),
                       year_of(date));
}

std::string to_iso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", year_of(date), static_cast<unsigned>(ymd(date).month()),
                       day_of(date));
}

std::string to_text(const DateRange& range) {
    if (range.first == range.last) return to_digits(range.first);
    return to_digits(range.first) + ".." + to_digits(range.last);
}

std::string to_words(const DateRange& range, Language language) {
    std::string last = to_words_without_weekday(range.last, language);
    if (range.first == range.last) return last;
    const std::string first = year_of(range.first) == year_of(range.last)
                                  ? day_and_month(range.first, language)
                                  : to_words_without_weekday(range.first, language);
    return first + " - " + last;
}

std::string to_text(const IsoWeek& week, Language language) {
    return fmt::format("{} {}", is_danish(language) ? "uge" : "week", week.week);
}

std::string clock_text(minutes time, Language language) {
    return fmt::format("{:02}{}{:02}", time.count() / 60, is_danish(language) ? '.' : ':',
                       time.count() % 60);
}

std::string to_text(const TimeRange& range, Language language) {
    constexpr std::chrono::hours noon{12};
    if (range.from == noon && range.to == noon) return "12-12";
    return clock_text(range.from, language) + "-" + clock_text(range.to, language);
}

std::string length_text(minutes length, Language language) {
    const auto hours = length.count() / 60;
    const auto rest = length.count() % 60;
    if (hours == 0) return count_of(rest, Unit::minute, language);
    if (rest == 0) return count_of(hours, Unit::hour, language);
    return count_of(hours, Unit::hour, language) + " " + count_of(rest, Unit::minute, language);
}

std::string count_of(std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 || n == -1 ? one : many);
}

std::string_view unit_name(Unit unit, bool is_one, Language language) {
    return in(units.at(static_cast<std::size_t>(unit)).at(is_one ? 0 : 1), language);
}

std::string count_of(std::int64_t n, Unit unit, Language language) {
    return count_of(n, unit_name(unit, true, language), unit_name(unit, false, language));
}

std::string points_text(Points points, Language language) {
    return is_danish(language) ? fmt::format("{} point", points)
                               : count_of(points, "point", "points");
}

std::string to_text(const DistanceRange& range, Language language) {
    const std::string bounds = bounds_text(range.min, range.max, language);
    if (bounds.empty()) {
        if (!range.ideal) return {};
        return "ideal " + count_of(*range.ideal, range.unit, language);
    }
    const int spoken = range.max ? *range.max : *range.min;
    const bool is_one = spoken == 1 || spoken == -1;
    std::string text = fmt::format("{} {}", bounds, unit_name(range.unit, is_one, language));
    // "præcis 7" says its ideal already.
    const bool is_exact = range.min && range.min == range.max;
    if (range.ideal && !(is_exact && range.ideal == range.min))
        text += fmt::format(", ideal {}", *range.ideal);
    return text;
}

std::string to_text(const Offset& offset, Language language) {
    const bool da = is_danish(language);
    if (offset.count == 0) return da ? "samme dag" : "same day";
    const int size = offset.count < 0 ? -offset.count : offset.count;
    const std::string_view side =
        offset.count < 0 ? (da ? "før" : "before") : (da ? "efter" : "after");
    return fmt::format("{} {}", count_of(size, offset.unit, language), side);
}

std::string_view to_text(Mode mode, Language language) {
    switch (mode) {
        case Mode::teams:
            return "teams";
        case Mode::physical:
            return is_danish(language) ? "fysisk" : "physical";
        case Mode::hybrid:
            return "hybrid";
        case Mode::unspecified:
            break;
    }
    return {};
}

std::string to_text(const Strength& strength, Language language) {
    const bool da = is_danish(language);
    if (strength.must) return da ? "skal" : "must";
    if (strength.points == should_points) return da ? "bør" : "should";
    if (strength.points == wish_points) return da ? "ønske" : "wish";
    return points_text(strength.points, language);
}

std::string range_text(std::optional<int> least, std::optional<int> most, Language language) {
    if (least && least == most) return std::to_string(*least);
    return bounds_text(least, most, language);
}

}  // namespace rul::model
