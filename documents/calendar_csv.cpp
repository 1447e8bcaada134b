#include "documents/calendar_csv.hpp"

#include "engine/model/naming.hpp"
#include "engine/model/words.hpp"

namespace rul::documents {

namespace {

using base::Language;

// What spreadsheets take for a formula they are told is text: a name may not run a program.
std::string as_text(const std::string& cell) {
    const bool is_formula =
        !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
    return is_formula ? "'" + cell : cell;
}

std::string quoted(const std::string& cell, char separator) {
    if (cell.find_first_of(std::string{"\"\r\n"} + separator) == std::string::npos) return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

std::string line_of(const std::vector<std::string>& cells, char separator) {
    std::string line;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) line += separator;
        line += quoted(as_text(cell), separator);
    }
    return line + "\r\n";
}

std::vector<std::string> titles_in(Language language) {
    if (language == Language::danish)
        return {"møde", "organ",    "titel", "dato",   "ugedag",   "uge",       "start",
                "slut", "mødeform", "sted",  "lokale", "tilstand", "bemærkning"};
    return {"meeting", "body", "title", "date", "weekday", "week",  "start",
            "end",     "mode", "venue", "room", "state",   "remark"};
}

std::string room_of(const model::Brief& brief, const model::Placement& placement) {
    if (!placement.venue || !placement.room) return "";
    return brief.at(*placement.venue).rooms[static_cast<std::size_t>(*placement.room)].name;
}

std::string venue_of(const model::Brief& brief, const model::Placement& placement) {
    auto without_room = placement;
    without_room.room.reset();
    return venue_words(brief, without_room);
}

std::vector<std::string> cells_of(const model::Brief& brief, const CalendarRow& row,
                                  Language language) {
    const auto& meeting = brief.at(row.meeting);
    const auto& [date, time, mode, venue, room] = row.placement;
    const bool danish = language == Language::danish;
    return {meeting.key,
            brief.at(meeting.body).key,
            model::meeting_name(brief, meeting, language),
            danish ? model::to_digits(date) : model::to_iso(date),
            std::string{model::weekday_name(model::weekday_of(date), language)},
            std::to_string(model::iso_week(date).week),
            time ? model::clock_text(time->from, language) : "",
            time ? model::clock_text(time->to, language) : "",
            mode_words(mode, language),
            venue_of(brief, row.placement),
            room_of(brief, row.placement),
            row.cancelled ? (danish ? "aflyst" : "cancelled") : (danish ? "holdes" : "held"),
            remark_words(brief, row, language)};
}

}  // namespace

std::string calendar_csv(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
                         Language language) {
    const char separator = language == Language::danish ? ';' : ',';
    std::string text = "\xEF\xBB\xBF" + line_of(titles_in(language), separator);
    for (const CalendarRow& row : calendar_rows(brief, plan, filter))
        text += line_of(cells_of(brief, row, language), separator);
    return text;
}

}  // namespace rul::documents
