#include "desk/last_year.hpp"

#include "config/notation/dates.hpp"
#include "config/notation/names.hpp"
#include "config/notation/slots.hpp"
#include "config/notation/times.hpp"
#include "config/text/csv.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
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
    date_column,
    start_column,
    end_column,
    mode_column,
    state_column
};

// As documents/calendar_csv writes them, the ones that matter first.
std::vector<config::Column> columns() {
    return {{"body", "organ", true}, {"date", "dato", true}, {"start", "start"},
            {"end", "slut"},         {"mode", "mødeform"},   {"state", "tilstand"},
            {"meeting", "møde"},     {"title", "titel"},     {"weekday", "ugedag"},
            {"week", "uge"},         {"venue", "sted"},      {"room", "lokale"},
            {"remark", "bemærkning"}};
}

template <class T>
std::optional<T> value_of(const config::Read<T>& read, const config::Node& cell,
                          config::Report& report) {
    if (!read) report.problem(read.problem, cell.place);
    return read.value;
}

std::optional<model::TimeRange> time_of(const config::Row& row, config::Report& report) {
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

std::optional<PastMeeting> past_meeting_of(const config::Row& row, config::Report& report) {
    const auto* body = row.find(body_column);
    const auto* date = row.find(date_column);
    if (body == nullptr || date == nullptr || was_cancelled(row)) return std::nullopt;
    const auto read = value_of(config::read_date(date->text, std::nullopt), *date, report);
    if (!read) return std::nullopt;
    PastMeeting meeting{.body = body->text, .date = *read, .time = time_of(row, report)};
    if (const auto* mode = row.find(mode_column))
        meeting.mode =
            value_of(config::read_mode(mode->text), *mode, report).value_or(Mode::unspecified);
    return meeting;
}

// "SDFU 3. møde" -> "SDFU"; "SSF seminar" -> "SSF"; another title stays as it is.
std::string body_in(std::string title) {
    const std::size_t number = title.find_first_of("0123456789");
    if (number != std::string::npos && number > 0) title.resize(number);
    for (const std::string_view word : {" møde", " meeting", " seminar", " møder"})
        if (const auto at = title.rfind(word); at != std::string::npos && at > 0) title.resize(at);
    title.erase(title.find_last_not_of(" -,:/") + 1);
    std::replace(title.begin(), title.end(), '/', '-');
    return title;
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

class PlanWriter {
  public:
    PlanWriter(std::string source, Language language)
        : source_{std::move(source)}, language_{language} {}

    [[nodiscard]] std::string text(const std::vector<PastMeeting>& past) const {
        const auto last = std::max_element(
            past.begin(), past.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
        const int year = std::min(static_cast<int>(model::ymd(last->date).year()) + 1, 2037);
        std::string toml = head(year);
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

    [[nodiscard]] std::string head(int year) const {
        return both(
                   "# Planfil lavet efter {0}. Alt, hvad der er mærket \"gæt\", er gættet ud fra "
                   "den: "
                   "ret det til.\n\n"
                   "title  = \"Mødekalender {1}\"\n"
                   "period = \"01-01-{1}..31-12-{1}\"\n",
                   "# A plan file made from {0}. Everything marked \"guess\" was guessed from it: "
                   "set it right.\n\n"
                   "title    = \"Meeting calendar {1}\"\n"
                   "period   = \"01-01-{1}..31-12-{1}\"\n"
                   "language = \"en\"\n",
                   quoted(source_), year)
            .in(language_);
    }

    [[nodiscard]] std::string body(const std::string& name,
                                   const std::vector<PastMeeting>& meetings) const {
        std::string toml = fmt::format("\n[body.{}]\n", quoted(name));
        toml += line("count", std::to_string(meetings.size()), say("møder holdt", "meetings held"));
        if (std::all_of(meetings.begin(), meetings.end(), is_seminar))
            toml += line("seminar", "true", say("fra 12 til 12", "from 12 to 12"));
        else
            toml += slots(meetings);
        return toml + gap(meetings) + mix(meetings);
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

    // Whole weeks round the shortest and the longest distance there was.
    [[nodiscard]] std::string gap(const std::vector<PastMeeting>& meetings) const {
        if (meetings.size() < 3) return "";
        std::set<int> days;
        for (std::size_t k = 1; k < meetings.size(); ++k)
            days.insert(static_cast<int>((meetings[k].date - meetings[k - 1].date).count()));
        const int least = *days.begin() / 7, most = (*days.rbegin() + 6) / 7;
        return line("gap",
                    fmt::format("{{ range = \"{}-{} {}\", strength = \"should\" }}", least, most,
                                say("uger", "weeks")),
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
    for (const auto& row : config::read_csv(source, columns(), report))
        if (auto meeting = past_meeting_of(row, report)) past.push_back(std::move(*meeting));
    return past;
}

std::vector<PastMeeting> past_meetings_of(const std::vector<model::CalendarEntry>& entries) {
    std::vector<PastMeeting> past;
    for (const auto& entry : entries) {
        if (!entry.busy) continue;
        past.push_back({.body = body_in(entry.title),
                        .date = std::chrono::floor<std::chrono::days>(entry.span.start),
                        .time = time_in(entry)});
    }
    return past;
}

std::string plan_like(const std::vector<PastMeeting>& past, const std::string& source,
                      Language language) {
    return PlanWriter{source, language}.text(past);
}

}  // namespace rul::desk
