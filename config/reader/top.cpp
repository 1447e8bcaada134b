#include "config/reader/draft.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/references.hpp"
#include "config/reader/titles.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using base::Language;

namespace {

constexpr int max_period_days = 5 * 366;

// The top keys of the plan file itself, as one table.
Node plain_keys(const Draft& draft) {
    Node table;
    table.place = draft.top;
    for (const Entry* entry : draft.entries)
        table.entries.push_back({entry->key, entry->place, {}});
    return table;
}

const Node* find_top(const Draft& draft, std::string_view key) {
    for (const Entry* entry : draft.entries)
        if (entry->key == key) return &entry->value;
    return nullptr;
}

bool read_period(Draft& draft) {
    const Node* node = find_top(draft, "period");
    if (node == nullptr) {
        draft.report.error(draft.top, "config.no-period",
                           both("planen siger ikke, hvilken periode den gælder",
                                "the plan does not say which period it is for"),
                           {.help = both(R"(skriv fx period = "01-01-2023..31-12-2023" øverst)",
                                         "write for example period = \"01-01-2023..31-12-2023\" at "
                                         "the top")});
        return false;
    }
    const auto days = said(*node, draft.report, read_dates, Period{});
    if (!days) return false;
    draft.brief.period = *days;
    draft.period = *days;
    draft.period_place = node->place;
    if (days->days() <= max_period_days) return true;
    draft.report.error(
        node->place, "config.long-period",
        both("perioden er på {} dage", "the period has {} days", days->days()),
        {.help = both("planlæg højst fem år ad gangen", "plan at most five years at a time")});
    return false;
}

void read_grid(Draft& draft, Fields& fields) {
    const Node* node = fields.find("grid");
    if (node == nullptr) return;
    const bool whole = node->kind == Node::Kind::whole;
    if (whole
        && (node->whole == 5 || node->whole == 10 || node->whole == 15 || node->whole == 30)) {
        draft.brief.grid = model::minutes{node->whole};
        return;
    }
    draft.report.error(
        node->place, "config.grid",
        both("sådan kan timen ikke deles", "the hour cannot be divided like that"),
        {.help = both("skriv grid = 5, 10, 15 eller 30", "write grid = 5, 10, 15 or 30")});
}

void read_timezone(Draft& draft, Fields& fields) {
    const auto name = fields.text("timezone");
    if (!name) return;
    const auto is_part = [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9')
               || c == '_' || c == '-' || c == '+' || c == '/';
    };
    const bool plain = std::all_of(name->begin(), name->end(), is_part);
    if (plain
        && (*name == "UTC"
            || (name->find('/') != std::string::npos && name->back() != '/'
                && name->front() != '/'))) {
        draft.brief.timezone = *name;
        return;
    }
    draft.report.error(fields.find("timezone")->place, "config.timezone",
                       both("\"{}\" er ikke navnet på en tidszone",
                            "\"{}\" is not the name of a time zone", *name),
                       {.help = both(R"(skriv fx "Europe/Copenhagen")",
                                     R"(write for example "Europe/Copenhagen")")});
}

void read_language(Draft& draft, Fields& fields) {
    constexpr std::array<Word<Language>, 4> words{{{"da", Language::danish},
                                                   {"en", Language::english},
                                                   {"dansk", Language::danish},
                                                   {"english", Language::english}}};
    if (const Node* node = fields.find("language"))
        draft.brief.language =
            choose(*node, words, both("et sprog, Rul taler", "a language Rul speaks"), draft.report)
                .value_or(Language::danish);
}

void read_organizer(Draft& draft, Fields& fields) {
    const Node* node = fields.find("organizer");
    if (node == nullptr || table_of(*node, draft.report) == nullptr) return;
    Fields organizer{*node, draft.report};
    auto& to = draft.brief.organizer;
    to.name = organizer.text("name").value_or(to.name);
    to.email = organizer.text("email").value_or(to.email);
    organizer.report_unknown();
    if (to.email.find('@') == std::string::npos
        || to.email.find_first_of(" \r\n") != std::string::npos)
        draft.report.error(
            organizer.find("email")->place, "config.email",
            both("\"{}\" er ikke en mailadresse", "\"{}\" is no e-mail address", to.email),
            {.help = both(R"(skriv fx "sekretariat@example.org")",
                          R"(write for example "sekretariat@example.org")")});
}

// ---- The calendar
// --------------------------------------------------------------------------------

struct Closed {
    std::vector<model::Holiday> days;
    bool is_danish = false;
};

// The holidays of the years around the period: deadlines and substitute dates reach beyond it.
model::DateRange years_around(const model::DateRange& period) {
    return {period.first - std::chrono::days{366}, period.last + std::chrono::days{366}};
}

void add_list(Draft& draft, const Node& node, Closed& closed) {
    const std::vector<Column> columns{{"date", "dato", true}, {"name", "navn"}};
    for (const Row& row : read_list(draft, node, columns)) {
        const Node* date = row.find(0);
        const auto day =
            date == nullptr ? std::nullopt : said(*date, draft.report, read_date, draft.period);
        const Node* name = row.find(1);
        if (day) closed.days.push_back({*day, base::same(name == nullptr ? "" : name->text)});
    }
}

void add_ics(Draft& draft, const Node& node, Closed& closed) {
    for (const model::CalendarEntry& entry :
         read_entries(draft, node, years_around(draft.brief.period))) {
        const auto first = std::chrono::floor<std::chrono::days>(entry.span.start);
        const auto last = std::chrono::floor<std::chrono::days>(entry.span.end - model::minutes{1});
        for (auto day = first; day <= last; day += std::chrono::days{1})
            closed.days.push_back({day, base::same(entry.title)});
    }
}

void read_holidays(Draft& draft, const Node* node, Closed& closed) {
    if (node == nullptr) {
        closed.is_danish = true;
        return;
    }
    for (const Node* item : items_of(*node)) {
        const std::string* text = text_of(*item, draft.report);
        if (text == nullptr) continue;
        if (*text == "dk") {
            closed.is_danish = true;
        } else if (is_list_file(*text)) {
            add_list(draft, *item, closed);
        } else if (is_ics_file(*text)) {
            add_ics(draft, *item, closed);
        } else if (*text != "none" && *text != "ingen") {
            draft.report.error(item->place, "config.holidays",
                               both("ukendte helligdage \"{}\"", "unknown holidays \"{}\"", *text),
                               {.help = both(R"(skriv "dk", "ingen" eller en .ics- eller .csv-fil)",
                                             R"(write "dk", "none" or an .ics or .csv file)")});
        }
    }
}

model::CustomaryDays read_customary(Draft& draft, const Node* node) {
    model::CustomaryDays days;
    if (node == nullptr) return days;
    days = {false, false, false};
    using Day = bool model::CustomaryDays::*;
    constexpr std::array<Word<Day>, 6> words{
        {{"grundlovsdag", &model::CustomaryDays::constitution_day},
         {"juleaftensdag", &model::CustomaryDays::christmas_eve},
         {"nytårsaftensdag", &model::CustomaryDays::new_years_eve},
         {"constitution day", &model::CustomaryDays::constitution_day},
         {"christmas eve", &model::CustomaryDays::christmas_eve},
         {"new year's eve", &model::CustomaryDays::new_years_eve}}};
    for (const Node* item : items_of(*node))
        if (const auto day =
                choose(*item, words, both("en sædvanlig lukkedag", "a customary closed day"),
                       draft.report))
            days.** day = true;
    return days;
}

// A whole year closed would be a slip of the pen, and a long wait.
void add_closed(const model::DateRange& days, const std::string& why, Closed& closed) {
    const base::Text name = why.empty() ? both("lukkedag", "closed day") : base::same(why);
    for (auto day = days.first; day <= days.last; day += std::chrono::days{1})
        closed.days.push_back({day, name});
}

void read_closed(Draft& draft, const Node* node, Closed& closed) {
    if (node == nullptr) return;
    for (const Node* item : items_of(*node)) {
        const Node* when = item;
        std::string why;
        if (item->kind == Node::Kind::table) {
            Fields fields{*item, draft.report};
            when = fields.require("when", R"(when = "27-12-2023..29-12-2023")");
            why = fields.text("why").value_or("");
            fields.report_unknown();
        }
        for (const model::DateRange& days : read_days(draft, when))
            add_closed(days, why, closed);
    }
}

void read_calendar(Draft& draft, Fields& fields) {
    Closed closed;
    const Node* holidays = fields.find("holidays");
    read_holidays(draft, holidays, closed);
    draft.defaults.holidays_place = holidays == nullptr ? draft.period_place : holidays->place;
    const Node* customary_node = fields.find("closed_days");
    const auto customary = read_customary(draft, customary_node);
    read_closed(draft, fields.find("closed"), closed);
    if (closed.is_danish) {
        const auto around = years_around(draft.brief.period);
        for (auto year = model::ymd(around.first).year(); year <= model::ymd(around.last).year();
             ++year) {
            const auto danish = model::danish_holidays(year, customary);
            closed.days.insert(closed.days.begin(), danish.begin(), danish.end());
        }
    } else if (customary_node != nullptr && !customary_node->items.empty()) {
        draft.report.error(
            customary_node->place, "config.customary-days",
            both("lukkedagene hører til de danske helligdage, som planen ikke bruger",
                 "the closed days belong to the Danish holidays, which the plan "
                 "does not use"),
            {.help = both(R"(slet linjen, eller skriv holidays = "dk")",
                          R"(delete the line or write holidays = "dk")")});
    }
    draft.brief.calendar = model::Calendar{closed.days};
}

void read_attendance(Draft& draft, Fields& fields) {
    auto& to = draft.defaults.attendance;
    draft.defaults.attendance_place = draft.period_place;
    if (const Node* pause = fields.find("break")) {
        to.pause = read_length_of(draft, pause).value_or(to.pause);
        draft.defaults.attendance_place = pause->place;
    }
    const int most = static_cast<int>(max_points);
    to.missing_member =
        fields.whole("missing_member", 0, most).value_or(static_cast<int>(to.missing_member));
    to.missing_guest =
        fields.whole("missing_guest", 0, most).value_or(static_cast<int>(to.missing_guest));
}

// The keys of all [defaults], of the plan and of included files.
Node joined_defaults(Draft& draft) {
    Node joined;
    joined.place = draft.period_place;
    for (const Entry* entry : draft.entries) {
        if (entry->key != "defaults" || table_of(entry->value, draft.report) == nullptr) continue;
        for (const Entry& key : entry->value.entries) {
            const Entry* earlier = joined.find(key.key);
            if (earlier == nullptr)
                joined.entries.push_back(key);
            else
                draft.report.error(key.place, "config.default-twice",
                                   both("{} er sagt allerede i {}", "{} is said already in {}",
                                        key.key, earlier->place.source->name()),
                                   {.help = both("slet den ene", "delete one of them")});
        }
    }
    return joined;
}

}  // namespace

bool read_top(Draft& draft) {
    const Node keys = plain_keys(draft);
    Fields known{keys, draft.report};
    known.allow({"title",    "period",    "timezone", "language",     "grid",
                 "today",    "organizer", "include",  "persons_from", "published_from",
                 "defaults", "person",    "venue",    "body",         "series",
                 "meeting",  "block",     "event",    "process",      "rule"});
    known.report_unknown();
    if (!read_period(draft)) return false;

    Node top;
    top.place = draft.top;
    for (const Entry* entry : draft.entries)
        top.entries.push_back(*entry);
    Fields fields{top, draft.report};
    draft.brief.title = fields.text("title").value_or(
        std::filesystem::path{draft.top.source->name()}.stem().string());
    if (const Node* title = fields.find("title"))
        check_title_of_plan(draft, draft.brief.title, title->place);
    read_grid(draft, fields);
    read_timezone(draft, fields);
    read_language(draft, fields);
    read_organizer(draft, fields);
    if (const Node* today = fields.find("today"))
        draft.brief.today = said(*today, draft.report, read_date, Period{});
    if (draft.today) draft.brief.today = draft.today;
    return true;
}

void read_defaults(Draft& draft) {
    const Node table = joined_defaults(draft);
    Fields fields{table, draft.report};
    read_calendar(draft, fields);
    read_attendance(draft, fields);
    read_deadlines(draft, fields, draft.defaults.deadlines);
    draft.defaults.notice = read_notice(draft, fields.find("notice"));
    if (const Node* slots = fields.find("slots")) draft.defaults.slots_place = slots->place;
    draft.defaults.slots = read_slots(draft, fields.find("slots"), false);
    draft.defaults.modes = read_modes(draft, fields.find("mode"));
    draft.defaults.length = read_length_of(draft, fields.find("length"));
    draft.defaults.venues = read_venues(draft, fields.find("venues"));
    fields.report_unknown();
}

}  // namespace rul::config
