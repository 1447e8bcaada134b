#include "desk/last_year.hpp"

#include "config/notation/dates.hpp"
#include "config/notation/names.hpp"
#include "config/notation/slots.hpp"
#include "config/notation/times.hpp"
#include "config/text/csv.hpp"
#include "config/text/soundness.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace rul::desk {

namespace {

using base::both;
using base::Language;
using model::Mode;

constexpr model::minutes noon = std::chrono::hours{12};

bool is_seminar(const PastMeeting& meeting) {
    return meeting.time && meeting.time->from == noon && meeting.time->to == noon;
}

// ---- Reading ----------------------------------------------------------------------------------

enum ColumnIndex : std::size_t {
    body_column,
    committee_column,
    meeting_column,
    title_column,
    date_column,
    start_column,
    end_column,
    time_column,
    mode_column,
    venue_column,
    state_column
};

// As documents/calendar_csv writes them, and what else people call them.
std::vector<config::Column> columns() {
    return {{"body", "organ"},  {"committee", "udvalg"}, {"meeting", "møde"},
            {"title", "titel"}, {"date", "dato", true},  {"start", "start"},
            {"end", "slut"},    {"time", "tid"},         {"mode", "mødeform"},
            {"venue", "sted"},  {"state", "tilstand"}};
}

template <class T>
std::optional<T> value_of(const config::Read<T>& read, const config::Node& cell,
                          config::Report& report) {
    if (!read) report.problem(read.problem, cell.place);
    return read.value;
}

std::optional<model::TimeRange> time_of(const config::Row& row, config::Report& report) {
    if (const auto* time = row.find(time_column))
        return value_of(config::read_time_range(time->text), *time, report);
    const auto* start = row.find(start_column);
    const auto* end = row.find(end_column);
    if (start == nullptr || end == nullptr) return std::nullopt;
    const auto from = value_of(config::read_time(start->text), *start, report);
    const auto to = value_of(config::read_time(end->text), *end, report);
    if (!from || !to) return std::nullopt;
    const bool is_noon_to_noon = *from == noon && *to == noon;
    if (*from < *to || is_noon_to_noon) return model::TimeRange{*from, *to};
    report.error(end->place, "desk.past-time",
                 both("mødet slutter, før det begynder", "the meeting ends before it begins"));
    return std::nullopt;
}

bool was_cancelled(const config::Row& row) {
    const auto* state = row.find(state_column);
    return state != nullptr && (state->text == "aflyst" || state->text == "cancelled");
}

// "SDFU 3. møde" -> "SDFU"; "SSF seminar" -> "SSF"; another title stays as it is.
std::string body_in(std::string title) {
    const std::size_t number = title.find_first_of("0123456789");
    if (number != std::string::npos && number > 0) title.resize(number);
    for (const std::string_view word : {" møde", " meeting", " seminar"})
        if (const auto at = title.rfind(word); at != std::string::npos && at > 0) title.resize(at);
    for (const std::string_view end : {"-møde", "-seminar"})
        if (title.size() > end.size() && title.ends_with(end))
            title.resize(title.size() - end.size());
    title.erase(title.find_last_not_of(" -,:/") + 1);
    std::replace(title.begin(), title.end(), '/', '-');
    return title;
}

// Whose meeting it was, from the first column that tells.
std::string body_of(const config::Row& row) {
    for (const std::size_t column : {body_column, committee_column})
        if (const auto* cell = row.find(column)) return cell->text;
    for (const std::size_t column : {meeting_column, title_column})
        if (const auto* cell = row.find(column)) return body_in(cell->text);
    return {};
}

// As the mode is said; else where they met says it.
Mode mode_of(const config::Row& row, config::Report& report) {
    if (const auto* mode = row.find(mode_column))
        return value_of(config::read_mode(mode->text), *mode, report).value_or(Mode::unspecified);
    const auto* venue = row.find(venue_column);
    if (venue == nullptr) return Mode::unspecified;
    const auto said = config::read_mode(venue->text);
    return said ? *said.value : Mode::physical;
}

std::optional<PastMeeting> past_meeting_of(const config::Row& row, config::Report& report) {
    const auto* date = row.find(date_column);
    std::string body = body_of(row);
    if (body.empty() || date == nullptr || was_cancelled(row)) return std::nullopt;
    const auto read = value_of(config::read_date(date->text, std::nullopt), *date, report);
    if (!read) return std::nullopt;
    const auto* title = row.find(title_column);
    return PastMeeting{.body = std::move(body),
                       .date = *read,
                       .time = time_of(row, report),
                       .mode = mode_of(row, report),
                       .title = title == nullptr ? "" : title->text};
}

bool says_cancelled(std::string_view title) {
    const std::string said = config::fold(title);
    return said.starts_with("aflyst") || said.starts_with("cancel");
}

std::optional<model::TimeRange> time_in(const model::CalendarEntry& entry) {
    if (entry.all_day) return std::nullopt;
    const auto day = std::chrono::floor<std::chrono::days>(entry.span.start);
    const model::TimeRange time{entry.span.start - day, entry.span.end - day};
    constexpr model::minutes midnight = std::chrono::hours{24};
    if (time.to <= midnight) return time;
    const bool is_noon_to_noon = time.from == noon && time.to == noon + midnight;
    return is_noon_to_noon ? std::optional{model::TimeRange{noon, noon}} : std::nullopt;
}

// ---- Guessing ---------------------------------------------------------------------------------

struct Habit {
    unsigned weekday = 0;  // ISO
    std::optional<model::TimeRange> time;
    Mode mode = Mode::unspecified;
    int times = 0;

    [[nodiscard]] auto when() const { return std::tuple{weekday, time, mode}; }
};

// What the body did, the most usual first.
std::vector<Habit> habits_of(const std::vector<PastMeeting>& meetings) {
    std::vector<Habit> habits;
    for (const PastMeeting& meeting : meetings) {
        Habit habit{model::weekday_of(meeting.date).iso_encoding(), meeting.time, meeting.mode, 1};
        const auto known = std::find_if(habits.begin(), habits.end(), [&habit](const Habit& h) {
            return h.when() == habit.when();
        });
        if (known == habits.end())
            habits.push_back(habit);
        else
            ++known->times;
    }
    std::stable_sort(habits.begin(), habits.end(), [](const Habit& a, const Habit& b) {
        return std::tuple{-a.times, a.when()} < std::tuple{-b.times, b.when()};
    });
    return habits;
}

std::string quoted(std::string_view text) {
    std::string toml = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') toml += '\\';
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') toml += c;
    }
    return toml + '"';
}

// A key of TOML needs no quotes when it has these letters alone.
std::string key_of(std::string_view name) {
    const bool is_bare = !name.empty()
                         && name.find_first_not_of(
                                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
                                == std::string_view::npos;
    return is_bare ? std::string{name} : quoted(name);
}

// The twelve months after those of `past`: a calendar year when it lay in one.
model::DateRange period_after(const std::vector<PastMeeting>& past) {
    using std::chrono::days;
    using std::chrono::years;
    const auto [first, last] = std::minmax_element(
        past.begin(), past.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    const auto begin = model::ymd(first->date), end = model::ymd(last->date);
    const bool is_over_new_year =
        begin.year() != end.year() && last->date - first->date < days{365};
    const auto month = is_over_new_year ? begin.month() : std::chrono::January;
    const auto year = std::min((is_over_new_year ? begin.year() : end.year()) + years{1},
                               std::chrono::year{is_over_new_year ? 2036 : 2037});
    return {model::Date{year / month / 1}, model::Date{(year + years{1}) / month / 1} - days{1}};
}

class PlanWriter {
  public:
    PlanWriter(std::string source, Language language)
        : source_{std::move(source)}, language_{language} {}

    [[nodiscard]] std::string text(const std::vector<PastMeeting>& past) const {
        std::string toml = head(period_after(past));
        std::vector<std::string> written;
        for (const PastMeeting& meeting : past) {
            if (std::find(written.begin(), written.end(), meeting.body) != written.end()) continue;
            written.push_back(meeting.body);
            toml += body(meeting.body, of_body(past, meeting.body));
        }
        return toml;
    }

  private:
    static std::vector<PastMeeting> of_body(const std::vector<PastMeeting>& past,
                                            const std::string& name) {
        std::vector<PastMeeting> meetings;
        std::copy_if(past.begin(), past.end(), std::back_inserter(meetings),
                     [&name](const PastMeeting& meeting) { return meeting.body == name; });
        std::sort(meetings.begin(), meetings.end(),
                  [](const auto& a, const auto& b) { return a.date < b.date; });
        return meetings;
    }

    [[nodiscard]] std::string say(std::string_view danish, std::string_view english) const {
        return std::string{language_ == Language::danish ? danish : english};
    }

    [[nodiscard]] std::string head(const model::DateRange& period) const {
        const int first = static_cast<int>(model::ymd(period.first).year());
        const int last = static_cast<int>(model::ymd(period.last).year());
        return both(
                   "# Planfil lavet efter {0}. Alt, hvad der er mærket \"gæt\", er gættet ud fra "
                   "den: "
                   "ret det til.\n\n"
                   "title  = \"Mødekalender {1}\"\n"
                   "period = \"{2}\"\n",
                   "# A plan file made from {0}. Everything marked \"guess\" was guessed from it: "
                   "set it right.\n\n"
                   "title    = \"Meeting calendar {1}\"\n"
                   "period   = \"{2}\"\n"
                   "language = \"en\"\n",
                   quoted(source_),
                   first == last ? std::to_string(first) : fmt::format("{}-{}", first, last),
                   model::to_text(period))
            .in(language_);
    }

    [[nodiscard]] std::string body(const std::string& name,
                                   const std::vector<PastMeeting>& meetings) const {
        std::vector<PastMeeting> ordinary, seminars;
        std::partition_copy(meetings.begin(), meetings.end(), std::back_inserter(seminars),
                            std::back_inserter(ordinary), is_seminar);
        if (ordinary.empty()) ordinary.swap(seminars);
        std::string toml = fmt::format("\n[body.{}]\n", key_of(name));
        toml += line("count", std::to_string(ordinary.size()), say("møder holdt", "meetings held"));
        if (is_seminar(ordinary.front()))
            toml += line("seminar", "true", say("fra 12 til 12", "from 12 to 12"));
        else
            toml += slots(ordinary);
        toml += gap(ordinary) + mix(ordinary);
        for (std::size_t k = 0; k < seminars.size(); ++k)
            toml += seminar(name, seminars[k], seminars.size() > 1 ? k + 1 : 0);
        return toml;
    }

    // A seminar among a body's ordinary meetings; `number` tells several apart.
    [[nodiscard]] std::string seminar(const std::string& body, const PastMeeting& meeting,
                                      std::size_t number) const {
        std::string id = body + "-seminar";
        if (number > 0) id += std::to_string(number);
        const auto month = model::ymd(meeting.date).month();
        std::string toml = fmt::format("\n[[meeting]]  # {}\nid      = {}\nbody    = {}\n",
                                       say("gæt: fra 12 til 12", "guess: from 12 to 12"),
                                       quoted(id), quoted(body));
        if (!meeting.title.empty()) toml += fmt::format("title   = {}\n", quoted(meeting.title));
        return toml + "seminar = true\n"
               + line("within ", quoted(model::month_name(month, language_)),
                      say("måneden som sidst", "the month as last time"));
    }

    [[nodiscard]] std::string line(std::string_view key, const std::string& value,
                                   const std::string& why) const {
        return fmt::format("{:<5} = {}  # {}: {}\n", key, value, say("gæt", "guess"), why);
    }

    [[nodiscard]] std::string slots(const std::vector<PastMeeting>& meetings) const {
        const auto habits = habits_of(meetings);
        std::string toml = fmt::format("slots = [  # {}\n", say("gæt", "guess"));
        for (const Habit& habit : habits) {
            const bool is_odd_one = habit.times == 1 && habits.front().times > 1;
            const std::string when = quoted(words_of(habit));
            toml += fmt::format(
                "  {},  # {}\n", is_odd_one ? fmt::format("{{ when = {}, cost = 5 }}", when) : when,
                model::count_of(habit.times, say("gang", "time"), say("gange", "times")));
        }
        return toml + "]\n";
    }

    [[nodiscard]] std::string words_of(const Habit& habit) const {
        std::string words{
            model::short_weekday_name(std::chrono::weekday{habit.weekday % 7}, language_)};
        if (habit.time && habit.time->from < habit.time->to)
            words += " " + model::to_text(*habit.time, language_);
        if (habit.mode != Mode::unspecified)
            words += " " + std::string{model::to_text(habit.mode, language_)};
        return words;
    }

    // Whole weeks round the shortest and the longest distance there was, and the mean of them: the
    // year would otherwise be planned as closely as the shortest allows.
    [[nodiscard]] std::string gap(const std::vector<PastMeeting>& meetings) const {
        if (meetings.size() < 3) return "";
        std::set<int> days;
        for (std::size_t k = 1; k < meetings.size(); ++k)
            days.insert(static_cast<int>((meetings[k].date - meetings[k - 1].date).count()));
        const int least = *days.begin() / 7, most = (*days.rbegin() + 6) / 7;
        const auto whole = (meetings.back().date - meetings.front().date).count();
        const auto weeks = 7 * static_cast<double>(meetings.size() - 1);
        const int ideal = static_cast<int>(std::lround(static_cast<double>(whole) / weeks));
        return line(
            "gap",
            fmt::format("{{ range = \"{0}-{1} {2}, ideal {3} {2}\", strength = \"should\" }}",
                        least, most, say("uger", "weeks"), ideal),
            fmt::format("{}-{} {}", *days.begin(), *days.rbegin(), say("dage", "days")));
    }

    [[nodiscard]] std::string mix(const std::vector<PastMeeting>& meetings) const {
        const auto count = [&meetings](Mode mode) {
            return std::count_if(meetings.begin(), meetings.end(),
                                 [mode](const PastMeeting& m) { return m.mode == mode; });
        };
        const auto teams = count(Mode::teams), physical = count(Mode::physical);
        if (teams == 0 || physical == 0) return "";
        return line("mix",
                    fmt::format("{{ shares = \"{} teams, {} {}\", strength = \"should\" }}", teams,
                                physical, say("fysisk", "physical")),
                    say("som sidst", "as last time"));
    }

    std::string source_;
    Language language_;
};

}  // namespace

std::vector<PastMeeting> read_past_csv(std::string_view text, const std::string& file,
                                       base::Diagnostics& diagnostics) {
    const config::SourceText source{file, std::string{text}};
    config::Report report{diagnostics};
    std::vector<PastMeeting> past;
    if (!config::is_utf8(source, report)) return past;
    const auto rows =
        config::read_csv(source, columns(), report, config::OtherColumns::passed_over);
    for (const auto& row : rows)
        if (auto meeting = past_meeting_of(row, report)) past.push_back(std::move(*meeting));
    const bool tells_whose = std::any_of(rows.begin(), rows.end(),
                                         [](const auto& row) { return !body_of(row).empty(); });
    if (!rows.empty() && !tells_whose)
        report.error({&source, 1, 1, 1}, "desk.whose-meetings",
                     both("det fremgår ikke, hvis møder det er", "it does not say whose meetings"),
                     {.help = both("en kolonne skal hedde organ, udvalg, møde eller titel",
                                   "a column must be called body, committee, meeting or title")});
    return past;
}

std::vector<PastMeeting> past_meetings_of(const std::vector<model::CalendarEntry>& entries) {
    // Our own overview, and many a club's calendar, takes nobody's time: all of it is free.
    const bool has_busy =
        std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.busy; });
    std::vector<PastMeeting> past;
    for (const auto& entry : entries) {
        if ((has_busy && !entry.busy) || says_cancelled(entry.title)) continue;
        past.push_back({.body = body_in(entry.title),
                        .date = std::chrono::floor<std::chrono::days>(entry.span.start),
                        .time = time_in(entry),
                        .title = entry.title});
    }
    return past;
}

std::string plan_like(const std::vector<PastMeeting>& past, const std::string& source,
                      Language language) {
    return PlanWriter{source, language}.text(past);
}

}  // namespace rul::desk
