#include "documents/calendar_table.hpp"

#include "documents/table.hpp"
#include "engine/model/words.hpp"

namespace rul::documents {

namespace {

using base::both;

Style style_of(const CalendarRow& row) {
    return row.cancelled ? Style::faint : Style::plain;
}

enum class Dates { in_words, short_ones };

Table table_of(const model::Brief& brief, const std::vector<CalendarRow>& rows, Dates dates,
               base::Language language) {
    Table table{{{both("Dato", "Date").in(language)},
                 {both("Uge", "Week").in(language), Align::right},
                 {both("Tid", "Time").in(language)},
                 {both("Møde", "Meeting").in(language)},
                 {both("Titel", "Title").in(language), Align::left, true},
                 {both("Sted", "Place").in(language), Align::left, true},
                 {both("Bemærkning", "Remark").in(language), Align::left, true}}};
    for (const CalendarRow& row : rows) {
        const auto date = row.placement.date;
        table.add_row(
            {dates == Dates::in_words ? model::to_words(date, language)
                                      : model::to_short(date, language),
             std::to_string(model::iso_week(date).week), time_words(row, language),
             brief.at(row.meeting).key, own_title(brief, row),
             place_words(brief, row.placement, language), remark_words(brief, row, language)},
            style_of(row));
    }
    return table;
}

// Short dates where long ones would take the room the places need.
std::string table_in(const model::Brief& brief, const std::vector<CalendarRow>& rows,
                     const Look& look) {
    const Table table = table_of(brief, rows, Dates::in_words, look.language);
    if (look.width == 0 || table.natural_width() <= look.width) return table.render(look);
    return table_of(brief, rows, Dates::short_ones, look.language).render(look);
}

std::string names_of(const model::Brief& brief, const std::vector<model::MeetingId>& meetings) {
    std::string names;
    for (const auto id : meetings)
        names += (names.empty() ? "" : ", ") + brief.at(id).key;
    return names;
}

std::string left_out_line(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
                          const Look& look) {
    const auto meetings = left_out(brief, plan, filter);
    if (meetings.empty()) return "";
    return both("Ikke lagt i kalenderen: {}\n", "Not in the calendar: {}\n",
                names_of(brief, meetings))
        .in(look.language);
}

}  // namespace

std::string calendar_table(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
                           const Look& look) {
    const auto rows = calendar_rows(brief, plan, filter);
    const auto none = both("Ingen møder.\n", "No meetings.\n");
    return (rows.empty() ? none.in(look.language) : table_in(brief, rows, look))
           + left_out_line(brief, plan, filter, look);
}

std::string calendar_tables_by_body(const model::Brief& brief, const model::Plan& plan,
                                    const Filter& filter, const Look& look) {
    std::string text;
    for (std::size_t i = 0; i < brief.bodies.size(); ++i) {
        Filter of_body = filter;
        of_body.body = model::BodyId{i};
        if (filter.body && *filter.body != *of_body.body) continue;
        const bool has_any =
            !calendar_rows(brief, plan, of_body).empty() || !left_out(brief, plan, of_body).empty();
        if (!has_any) continue;
        const auto& body = brief.at(*of_body.body);
        const std::string title =
            body.name.empty() || body.name == body.key ? body.key : body.key + " – " + body.name;
        if (!text.empty()) text += '\n';
        text +=
            styled(title, Style::heading, look) + "\n" + calendar_table(brief, plan, of_body, look);
    }
    return text;
}

}  // namespace rul::documents
