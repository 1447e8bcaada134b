#include "documents/report.hpp"

#include "documents/calendar_rows.hpp"
#include "documents/table.hpp"
#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rul::documents {

namespace {

using base::both;
using base::Language;

// Findings under their rules, each rule once, as the file has them.
template <class Visit>
void for_each_rule(const model::Brief& brief, const std::vector<Cost>& costs, Visit visit) {
    for (std::size_t i = 0; i < brief.rules.size(); ++i) {
        std::vector<const Cost*> its_own;
        for (const Cost& cost : costs)
            if (cost.rule == model::RuleId{i}) its_own.push_back(&cost);
        if (!its_own.empty()) visit(brief.rules[i], its_own);
    }
}

model::Points sum_of(const std::vector<const Cost*>& costs) {
    return std::accumulate(costs.begin(), costs.end(), model::Points{0},
                           [](model::Points sum, const Cost* cost) { return sum + cost->points; });
}

// The points of one cost stand beside it only where they are not those of the whole rule.
std::string words_of(const Cost& cost, std::size_t costs_of_rule, Language language) {
    const std::string& text = cost.text.in(language);
    return costs_of_rule == 1 ? text : fmt::format("{} ({})", text, cost.points);
}

std::string one_decimal(double value, Language language) {
    std::string text = fmt::format("{:.1f}", value);
    if (language == Language::danish) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string list_of(const std::vector<int>& numbers) {
    return fmt::format("{}", fmt::join(numbers, " "));
}

std::vector<model::Date> dates_of(const model::Series& series, const model::Plan& plan) {
    std::vector<model::Date> dates;
    for (const auto id : series.meetings)
        if (plan.of(id)) dates.push_back(plan.of(id)->date);
    std::sort(dates.begin(), dates.end());
    return dates;
}

Evenness evenness_of_series(model::SeriesId series, const std::vector<model::Date>& dates) {
    Evenness even{series, {}};
    for (std::size_t k = 1; k < dates.size(); ++k)
        even.gaps.push_back(static_cast<int>((dates[k] - dates[k - 1]).count()));
    const auto n = static_cast<double>(even.gaps.size());
    even.mean = std::accumulate(even.gaps.begin(), even.gaps.end(), 0.0) / n;
    double squares = 0;
    for (const int gap : even.gaps)
        squares += (gap - even.mean) * (gap - even.mean);
    even.deviation = std::sqrt(squares / n);
    even.least = *std::min_element(even.gaps.begin(), even.gaps.end());
    even.most = *std::max_element(even.gaps.begin(), even.gaps.end());
    return even;
}

}  // namespace

std::string place_of(const base::Location& source) {
    if (source.file.empty() || source.line == 0) return source.file;
    return fmt::format("{}:{}", source.file, source.line);
}

std::string costs_text(const model::Brief& brief, const std::vector<Cost>& costs,
                       const Look& look) {
    if (costs.empty()) return "";
    Table table{{{both("Point", "Points").in(look.language), Align::right},
                 {both("Regel og møder", "Rule and meetings").in(look.language), Align::left, true},
                 {both("Skrevet i", "Written in").in(look.language)}}};
    for_each_rule(brief, costs, [&](const model::Rule& rule, const auto& its_own) {
        table.add_row({std::to_string(sum_of(its_own)),
                       model::words_of(brief, rule).in(look.language),
                       place_of(model::place_of(rule))});
        for (const Cost* cost : its_own)
            table.add_row({"", "– " + words_of(*cost, its_own.size(), look.language), ""},
                          Style::faint);
    });
    return table.render(look);
}

std::string violations_text(const model::Brief& brief, const std::vector<Cost>& violations,
                            const Look& look) {
    std::string text;
    for_each_rule(brief, violations, [&](const model::Rule& rule, const auto& its_own) {
        const std::string place = place_of(model::place_of(rule));
        text += styled(model::words_of(brief, rule).in(look.language), Style::bad, look)
                + (place.empty() ? "" : " (" + place + ")") + "\n";
        for (const Cost* cost : its_own)
            text += "  – " + cost->text.in(look.language) + "\n";
    });
    return text;
}

std::vector<Evenness> evenness_of(const model::Brief& brief, const model::Plan& plan) {
    std::vector<Evenness> all;
    for (std::size_t i = 0; i < brief.series.size(); ++i) {
        const auto dates = dates_of(brief.series[i], plan);
        if (dates.size() >= 2) all.push_back(evenness_of_series(model::SeriesId{i}, dates));
    }
    return all;
}

std::string evenness_text(const model::Brief& brief, const model::Plan& plan, const Look& look) {
    const auto all = evenness_of(brief, plan);
    if (all.empty()) return "";
    Table table{{{both("Serie", "Series").in(look.language)},
                 {both("Møder", "Meetings").in(look.language), Align::right},
                 {both("Snit", "Mean").in(look.language), Align::right},
                 {both("Spredning", "Std dev").in(look.language), Align::right},
                 {both("Mindst", "Least").in(look.language), Align::right},
                 {both("Mest", "Most").in(look.language), Align::right},
                 {both("Dage mellem møderne", "Days between meetings").in(look.language),
                  Align::left, true}}};
    for (const Evenness& even : all)
        table.add_row({brief.at(even.series).key, std::to_string(even.gaps.size() + 1),
                       one_decimal(even.mean, look.language),
                       one_decimal(even.deviation, look.language), std::to_string(even.least),
                       std::to_string(even.most), list_of(even.gaps)});
    return table.render(look);
}

std::string missing_text(const model::Brief& brief, const model::Plan& plan,
                         const std::vector<std::vector<model::PersonId>>& missing,
                         const Look& look) {
    Table table{{{both("Møde", "Meeting").in(look.language)},
                 {both("Dato", "Date").in(look.language)},
                 {both("Kan ikke komme", "Cannot come").in(look.language), Align::left, true}}};
    for (const CalendarRow& row : calendar_rows(brief, plan)) {
        if (row.cancelled || missing[row.meeting.index].empty()) continue;
        std::string names;
        for (const auto person : missing[row.meeting.index])
            names += (names.empty() ? "" : "; ") + brief.at(person).name;
        table.add_row(
            {brief.at(row.meeting).key, model::to_short(row.placement.date, look.language), names});
    }
    return table.empty() ? "" : table.render(look);
}

}  // namespace rul::documents
