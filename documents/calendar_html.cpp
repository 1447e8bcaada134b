#include "documents/calendar_html.hpp"

#include "documents/year_days.hpp"
#include "engine/model/naming.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rul::documents {

namespace {

constexpr std::string_view style_sheet = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  color: #1b1f24; background: #fff; max-width: 72rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.7rem; margin: 0 0 .2rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
p.period { margin: 0 0 1.4rem; color: #4b5563; }
table.meetings { border-collapse: collapse; width: 100%; }
table.meetings caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
table.meetings th, table.meetings td { text-align: left; vertical-align: top;
  padding: .35rem .9rem .35rem 0; border-bottom: 1px solid #e2e5e9; }
table.meetings thead th { border-bottom: 2px solid #1b1f24; }
table.meetings td.number { text-align: right; font-variant-numeric: tabular-nums; }
table.meetings td.date, table.meetings td.time { white-space: nowrap; }
table.meetings tr.cancelled td { color: #6b7280; text-decoration: line-through; }
table.meetings tr.cancelled td.remark { text-decoration: none; }
.year { display: grid; grid-template-columns: repeat(auto-fill, minmax(17.5rem, 1fr));
  gap: 1.4rem 1.8rem; }
table.month { border-collapse: collapse; width: 100%; table-layout: fixed;
  font-size: .86rem; font-variant-numeric: tabular-nums; break-inside: avoid; }
table.month caption { text-align: left; font-weight: 600; padding-bottom: .2rem; }
table.month th { font-weight: 400; color: #5f6b7a; padding: .1rem; text-align: center;
  vertical-align: top; }
table.month abbr { text-decoration: none; }
table.month td { text-align: center; padding: .1rem; height: 2.5em; vertical-align: top;
  border: 1px solid #eceef1; }
table.month td.outside { border-color: transparent; }
table.month td.weekend { background: #f6f7f8; }
table.month td.blocked { background: repeating-linear-gradient(135deg, #eef0f3 0 3px,
  #fff 3px 7px); }
table.month td.holiday { background: #fdecec; color: #a3141c; }
table.month td.meets { background: #e3eefb; color: #0b3a75; }
table.month b { display: block; line-height: 1.1; }
dl.legend { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; }
dl.legend dt { font-weight: 700; } dl.legend dd { margin: 0; }
ul.closed { columns: 18rem; padding-left: 1.1rem; }
@media screen and (max-width: 50rem) {
  table.meetings td.date, table.meetings td.time { white-space: normal; }
}
@media print {
  @page { size: A4; margin: 14mm; }
  body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; }
  .year { grid-template-columns: repeat(3, 1fr); gap: .8rem 1rem; }
  section.overview { break-before: page; }
  table.month td { height: 2.1em; font-size: 8pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

std::string name_of(const model::Body& body) {
    return body.name.empty() ? body.key : body.name;
}

class Page {
  public:
    Page(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
         base::Language language)
        : brief_{brief},
          rows_{calendar_rows(brief, plan, filter)},
          left_out_{left_out(brief, plan, filter)},
          days_{brief, plan, filter},
          language_{language} {}

    [[nodiscard]] std::string text() const {
        const std::string title =
            escaped(brief_.title.empty() ? say("Mødekalender", "Meeting calendar") : brief_.title);
        return fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n"
            "<p class=\"period\">{}</p>\n{}{}{}{}</main>\n</body>\n</html>\n",
            language_ == base::Language::danish ? "da" : "en", title, style_sheet, title,
            escaped(model::to_words(brief_.period, language_)), meetings(), left_out_line(),
            overview(), closed_days());
    }

  private:
    [[nodiscard]] std::string say(std::string_view danish, std::string_view english) const {
        return std::string{language_ == base::Language::danish ? danish : english};
    }

    [[nodiscard]] std::string meetings() const {
        std::string text = fmt::format(
            "<section>\n<table class=\"meetings\">\n<caption>{}</caption>\n<thead><tr>", caption());
        for (const auto& title :
             {say("Dato", "Date"), say("Uge", "Week"), say("Tid", "Time"), say("Organ", "Body"),
              say("Møde", "Meeting"), say("Sted", "Place"), say("Bemærkning", "Remark")})
            text += fmt::format("<th scope=\"col\">{}</th>", title);
        text += "</tr></thead>\n<tbody>\n";
        for (const CalendarRow& row : rows_)
            text += line_of(row);
        return text + "</tbody>\n</table>\n</section>\n";
    }

    [[nodiscard]] std::string caption() const {
        const auto held = std::count_if(rows_.begin(), rows_.end(),
                                        [](const auto& row) { return !row.cancelled; });
        return held == 1 ? say("1 møde", "1 meeting")
                         : fmt::format("{} {}", held, say("møder", "meetings"));
    }

    [[nodiscard]] std::string line_of(const CalendarRow& row) const {
        const auto& meeting = brief_.at(row.meeting);
        const auto date = row.placement.date;
        return fmt::format(
            "<tr{}><td class=\"date\"><time datetime=\"{}\">{}</time></td><td "
            "class=\"number\">{}</td>"
            "<td class=\"time\">{}</td><td>{}</td><td>{}</td><td>{}</td><td "
            "class=\"remark\">{}</td></tr>\n",
            row.cancelled ? " class=\"cancelled\"" : "", model::to_iso(date),
            model::to_words(date, language_), model::iso_week(date).week,
            escaped(time_words(row, language_)), escaped(name_of(brief_.at(meeting.body))),
            escaped(model::meeting_name(brief_, meeting, language_)),
            escaped(place_words(brief_, row.placement, language_)),
            escaped(remark_words(brief_, row, language_)));
    }

    [[nodiscard]] std::string left_out_line() const {
        if (left_out_.empty()) return "";
        std::string names;
        for (const auto id : left_out_)
            names += (names.empty() ? "" : ", ") + brief_.at(id).key;
        return fmt::format("<p>{}: {}</p>\n", say("Ikke lagt i kalenderen", "Not in the calendar"),
                           escaped(names));
    }

    [[nodiscard]] std::string overview() const {
        std::string text = fmt::format("<section class=\"overview\">\n<h2>{}</h2>\n",
                                       say("Året måned for måned", "The year month by month"));
        text += legend() + "<div class=\"year\">\n";
        for (const auto month : days_.months())
            text += month_table(month);
        return text + "</div>\n</section>\n";
    }

    [[nodiscard]] std::string legend() const {
        std::string text = "<dl class=\"legend\">\n";
        for (const auto body : days_.bodies())
            text += fmt::format("<dt>{}</dt><dd>{} ({})</dd>\n", days_.letter_of(body),
                                escaped(name_of(brief_.at(body))), escaped(brief_.at(body).key));
        return text + "</dl>\n";
    }

    [[nodiscard]] std::string month_table(std::chrono::year_month month) const {
        std::string text = fmt::format(
            "<table class=\"month\">\n<caption>{} {}</caption>\n"
            "<thead><tr><th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>",
            model::month_name(month.month(), language_), static_cast<int>(month.year()),
            say("uge", "week"), say("u", "w"));
        for (unsigned day = 1; day <= 7; ++day) {
            const std::chrono::weekday weekday{day % 7};
            text += fmt::format("<th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>",
                                model::weekday_name(weekday, language_),
                                model::short_weekday_name(weekday, language_));
        }
        text += "</tr></thead>\n<tbody>\n";
        for (const auto& week : YearDays::weeks_of(month))
            text += week_line(week);
        return text + "</tbody>\n</table>\n";
    }

    [[nodiscard]] std::string week_line(const YearDays::Week& week) const {
        const auto known = std::find_if(week.begin(), week.end(), [](auto day) { return !!day; });
        std::string text =
            fmt::format("<tr><th scope=\"row\">{}</th>", model::iso_week(**known).week);
        for (const auto& date : week)
            text += date ? day_cell(*date) : "<td class=\"outside\"></td>";
        return text + "</tr>\n";
    }

    [[nodiscard]] std::string day_cell(model::Date date) const {
        const YearDay day = days_.day(date);
        const std::string why = title_of(day);
        return fmt::format("<td{}{}>{}{}</td>", class_of(date, day),
                           why.empty() ? "" : fmt::format(" title=\"{}\"", escaped(why)),
                           static_cast<unsigned>(model::ymd(date).day()), letters_of(day));
    }

    [[nodiscard]] static std::string class_of(model::Date date, const YearDay& day) {
        if (!day.bodies.empty()) return " class=\"meets\"";
        if (day.holiday != nullptr) return " class=\"holiday\"";
        if (day.block != nullptr) return " class=\"blocked\"";
        return model::weekday_of(date).iso_encoding() >= 6 ? " class=\"weekend\"" : "";
    }

    [[nodiscard]] std::string title_of(const YearDay& day) const {
        std::string text;
        for (const auto body : day.bodies)
            text += (text.empty() ? "" : ", ") + brief_.at(body).key;
        if (!text.empty()) return text;
        if (day.holiday != nullptr) return day.holiday->in(language_);
        return day.block != nullptr ? day.block->why : "";
    }

    [[nodiscard]] std::string letters_of(const YearDay& day) const {
        std::string letters;
        for (const auto body : day.bodies)
            letters += days_.letter_of(body);
        return letters.empty() ? "" : "<b>" + letters + "</b>";
    }

    // "uge 28-31" where it is whole weeks, as everybody says it; else the days.
    [[nodiscard]] std::string days_words(const model::DateRange& days) const {
        const bool is_weeks = model::weekday_of(days.first) == std::chrono::Monday
                              && model::weekday_of(days.last) == std::chrono::Sunday;
        if (!is_weeks) return model::to_words(days, language_);
        const auto first = model::iso_week(days.first), last = model::iso_week(days.last);
        const std::string words = model::to_text(first, language_);
        return first == last ? words : fmt::format("{}-{}", words, last.week);
    }

    // Colours and titles are not for everyone: the closed days in words.
    [[nodiscard]] std::string closed_days() const {
        std::string text;
        for (auto date = brief_.period.first; date <= brief_.period.last;
             date += std::chrono::days{1})
            if (const auto* name = brief_.calendar.find_holiday(date))
                text += fmt::format("<li>{}: {}</li>\n", model::to_short(date, language_),
                                    escaped(name->in(language_)));
        for (const auto& block : brief_.blocks)
            if (block.is_for_everyone() && !block.time)
                for (const auto& days : block.days)
                    text += fmt::format("<li>{}: {}</li>\n", days_words(days), escaped(block.why));
        if (text.empty()) return "";
        return fmt::format("<section>\n<h2>{}</h2>\n<ul class=\"closed\">\n{}</ul>\n</section>\n",
                           say("Helligdage og spærringer", "Holidays and blocks"), text);
    }

    const model::Brief& brief_;
    std::vector<CalendarRow> rows_;
    std::vector<model::MeetingId> left_out_;
    YearDays days_;
    base::Language language_;
};

}  // namespace

std::string calendar_html(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
                          base::Language language) {
    return Page{brief, plan, filter, language}.text();
}

}  // namespace rul::documents
