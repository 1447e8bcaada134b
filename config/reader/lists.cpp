#include "config/reader/lists.hpp"

#include "config/notation/names.hpp"
#include "config/notation/times.hpp"
#include "config/reader/references.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rul::config {

using base::both;
using model::Busy;

namespace {

constexpr std::chrono::days one_day{1};
constexpr std::array<std::string_view, 6> other_files{".xlsx", ".xls", ".ods",
                                                      ".txt",  ".pst", ".pdf"};

Busy busy_from(model::Date date, const std::optional<model::TimeRange>& time, std::string why) {
    if (!time) return busy_days({date, date}, std::move(why));
    return {{model::Moment{date} + time->from, model::Moment{date} + time->to}, std::move(why)};
}

// "ons 01-02-2023 09.00-12.00", or days: "uge 10".
void add_text(Draft& draft, const Node& node, const std::string& why, std::vector<Busy>& into) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return;
    const auto appointment = read_appointment(*text, draft.period);
    if (appointment && appointment->appointment.time) {
        into.push_back(
            busy_from(appointment->appointment.date, appointment->appointment.time, why));
        return;
    }
    // Days are the wider notation; but what looks like a date with a time is to be judged as one.
    const auto days = read_all_dates(*text, draft.period);
    const bool is_dated = text->find(':') != std::string::npos || appointment;
    if (!days && is_dated) {
        static_cast<void>(accept(appointment, node, draft.report));
        return;
    }
    if (const auto found = accept(days, node, draft.report))
        for (const model::DateRange& range : *found)
            into.push_back(busy_days(range, why));
}

void add_list(Draft& draft, const Node& node, std::vector<Busy>& into) {
    const std::vector<Column> columns{{"date", "dato", true}, {"time", "tid"}, {"why", "hvorfor"}};
    for (const Row& row : read_list(draft, node, columns)) {
        const Node* date = row.find(0);
        const Node* time = row.find(1);
        const Node* why = row.find(2);
        const std::string reason = why == nullptr ? "" : why->text;
        if (date == nullptr) continue;
        if (time == nullptr) {
            add_text(draft, *date, reason, into);
            continue;
        }
        const auto day = said(*date, draft.report, read_date, draft.period);
        const auto range = said(*time, draft.report, read_time_range);
        if (day && range) into.push_back(busy_from(*day, range, reason));
    }
}

// "lister/optaget.xlsx", "https://...": meant as a file, but of no kind that can be read.
bool looks_like_a_file(std::string_view text) {
    if (text.find("://") != std::string_view::npos) return true;
    const std::string name = fold(text);
    return std::any_of(other_files.begin(), other_files.end(),
                       [&name](std::string_view end) { return name.ends_with(end); });
}

void add_ics(Draft& draft, const Node& node, std::vector<Busy>& into) {
    for (model::CalendarEntry& entry : read_entries(draft, node, draft.brief.period))
        if (entry.busy) into.push_back({entry.span, std::move(entry.title)});
}

}  // namespace

bool is_list_file(std::string_view name) {
    return name.ends_with(".csv") || name.ends_with(".CSV");
}

bool is_ics_file(std::string_view name) {
    return name.ends_with(".ics") || name.ends_with(".ICS");
}

bool is_file_name(std::string_view name) {
    return is_list_file(name) || is_ics_file(name);
}

std::vector<Row> read_list(Draft& draft, const Node& node, const std::vector<Column>& columns) {
    const std::string* name = text_of(node, draft.report);
    if (name == nullptr) return {};
    const bool is_on_the_net = name->find("://") != std::string::npos;
    if (!is_list_file(*name) && !is_on_the_net) {
        draft.report.error(node.place, "config.not-csv",
                           both("{} er ikke en .csv-fil", "{} is no .csv file", *name),
                           {.help = both("gem listen fra regnearket som \"CSV UTF-8\"",
                                         "save the list from the spreadsheet as \"CSV UTF-8\"")});
        return {};
    }
    const SourceText* text = draft.folder.read(*name, node.place, draft.report);
    if (text == nullptr) return {};
    return read_csv(*text, columns, draft.report);
}

std::vector<model::CalendarEntry> read_entries(Draft& draft, const Node& node,
                                               const model::DateRange& window) {
    const auto file = draft.folder.find(node.text, node.place, draft.report);
    if (!file) return {};
    if (!draft.read_ics) {
        draft.report.error(node.place, "config.no-ics",
                           both(".ics-filer kan ikke læses her", "no .ics files can be read here"),
                           {.help = both("brug en .csv-fil", "use a .csv file")});
        return {};
    }
    auto entries = draft.read_ics(*file, window, draft.brief.timezone, node.place.location(),
                                  draft.report.diagnostics());
    return std::move(entries).value_or(std::vector<model::CalendarEntry>{});
}

Busy busy_days(const model::DateRange& days, std::string why) {
    return {{model::Moment{days.first}, model::Moment{days.last + one_day}}, std::move(why)};
}

std::vector<Busy> read_busy(Draft& draft, const Node* node) {
    std::vector<Busy> busy;
    if (node == nullptr) return busy;
    for (const Node* item : items_of(*node)) {
        if (item->kind == Node::Kind::table) {
            Fields fields{*item, draft.report};
            const Node* when = fields.require("when", R"(when = "uge 10")");
            const std::string why = fields.text("why").value_or("");
            fields.report_unknown();
            if (when != nullptr)
                for (const Node* one : items_of(*when))
                    add_text(draft, *one, why, busy);
        } else if (item->kind == Node::Kind::text && is_ics_file(item->text)) {
            add_ics(draft, *item, busy);
        } else if (item->kind == Node::Kind::text
                   && (is_list_file(item->text) || looks_like_a_file(item->text))) {
            add_list(draft, *item, busy);
        } else {
            add_text(draft, *item, "", busy);
        }
    }
    return busy;
}

}  // namespace rul::config
