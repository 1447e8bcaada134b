#include "config/reader/counts.hpp"

#include "config/notation/distances.hpp"
#include "config/notation/times.hpp"
#include "config/reader/lists.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rul::config {

using base::both;
using model::Meeting;

namespace {

std::optional<SaidCount> to_count(Draft& draft, const Node& node, const model::DateRange& within) {
    SaidCount count{.within = within, .place = node.place};
    if (node.kind == Node::Kind::whole) {
        const auto whole = whole_of(node, 0, within.days(), draft.report);
        if (!whole) return std::nullopt;
        count.least = count.most = *whole;
        return count;
    }
    const auto range = said(node, draft.report, read_count);
    if (!range) return std::nullopt;
    count.least = range->least.value_or(0);
    count.most = range->most.value_or(within.days() + 1);
    if (count.most <= within.days()) return count;
    draft.report.error(
        node.place, "config.count-open",
        both("der er ingen øvre grænse for antallet af møder",
             "there is no upper limit to the number of meetings"),
        {.help = both(R"(skriv fx count = "3-5"; højst ét møde om dagen)",
                      R"(write for example count = "3-5"; at most one meeting a day)")});
    return std::nullopt;
}

std::optional<SaidCount> read_part(Draft& draft, const Node& node) {
    Fields fields{node, draft.report};
    const Node* within_node = fields.find("within");
    const Node* count = fields.require("count", "count = 3");
    fields.report_unknown();
    std::optional<model::DateRange> within = draft.brief.period;
    if (within_node != nullptr) within = said(*within_node, draft.report, read_dates, draft.period);
    if (!within || count == nullptr) return std::nullopt;
    const model::DateRange& period = draft.brief.period;
    if (period.contains(within->first) && period.contains(within->last))
        return to_count(draft, *count, *within);
    draft.report.error(
        within_node->place, "config.count-outside",
        both("det ligger ikke helt i planens periode",
             "it does not lie wholly within the plan's period"),
        {.help = both("ret datoerne, eller udvid period på linje {}",
                      "correct the dates or extend period on line {}", draft.period_place.line)});
    return std::nullopt;
}

void check_disjoint(Draft& draft, const std::vector<SaidCount>& counts) {
    for (std::size_t i = 1; i < counts.size(); ++i) {
        if (!counts[i].within.overlaps(counts[i - 1].within)) continue;
        draft.report.error(
            counts[i].place, "config.count-overlap",
            both("to antal gælder for samme tid", "two counts hold for the same time"),
            {.help = both("lad den ene slutte dagen før den anden; den første står "
                          "på linje {}",
                          "let the one end the day before the other; the first is "
                          "on line {}",
                          counts[i - 1].place.line)});
    }
}

void read_fixed_list(Draft& draft, const Node* node, bool seminar, SaidDates& dates) {
    if (node == nullptr) return;
    const std::vector<Column> columns{
        {"date", "dato", true}, {"time", "tid"}, {"mode", "form"}, {"venue", "mødested"}};
    for (const Row& row : read_list(draft, *node, columns)) {
        const auto date = read_date_row(draft, row, 0, Bounds::period, seminar);
        if (date) dates.settled.push_back({*date});
    }
}

void read_either(Draft& draft, const Node* node, bool seminar, SaidDates& dates) {
    if (node == nullptr) return;
    const bool single = std::none_of(node->items.begin(), node->items.end(), [](const Node& item) {
        return item.kind == Node::Kind::list;
    });
    const std::vector<const Node*> groups = single ? std::vector{node} : items_of(*node);
    for (const Node* group : groups)
        if (auto choice = read_choice(draft, *group, seminar); !choice.empty())
            dates.settled.push_back(std::move(choice));
}

// `next`: the date given after this one, which is the next meeting if this one was cancelled.
void report_cancelled(Draft& draft, const SaidDate& cancelled, const Place& fixed,
                      std::optional<model::Date> next) {
    const auto words = [](model::Date date) {
        return model::in_both([date](base::Language l) { return model::to_words(date, l); });
    };
    const base::Text date = words(cancelled.appointment.date);
    base::Text help = both("slet det ene; det er fastlagt på linje {}",
                           "delete one of them; it is fixed on line {}", fixed.line);
    if (next) {
        help.danish += "; er det aflyst, er det næste møde " + words(*next).danish;
        help.english += "; if it is cancelled, the next meeting is " + words(*next).english;
    }
    draft.report.error(cancelled.place, "config.cancelled-fixed",
                       {fmt::format("mødet {} er både aflyst og fastlagt", date.danish),
                        fmt::format("the meeting on {} is both cancelled and fixed", date.english)},
                       {.help = std::move(help)});
}

void check_twice(Draft& draft, const SaidDates& dates) {
    std::map<model::Date, Place> seen;
    for (const auto& choice : dates.settled)
        for (const SaidDate& date : choice) {
            const auto [at, is_new] = seen.emplace(date.appointment.date, date.place);
            if (!is_new)
                draft.report.error(
                    date.place, "config.same-date",
                    both("den samme dato er givet to gange", "the same date is given twice"),
                    {.help =
                         both("ret den ene; den første står på linje {}",
                              "correct one of them; the first is on line {}", at->second.line)});
        }
    for (const SaidDate& date : dates.cancelled) {
        const auto at = seen.find(date.appointment.date);
        if (at == seen.end()) continue;
        const auto next = std::next(at);
        report_cancelled(draft, date, at->second,
                         next == seen.end() ? std::nullopt : std::optional{next->first});
    }
}

model::Date first_of(const std::vector<SaidDate>& choice) {
    return std::min_element(choice.begin(), choice.end(),
                            [](const SaidDate& a, const SaidDate& b) {
                                return a.appointment.date < b.appointment.date;
                            })
        ->appointment.date;
}

using Choices = std::vector<const std::vector<SaidDate>*>;

Choices in_order(const SaidDates& dates, const model::DateRange& within) {
    Choices found;
    for (const auto& choice : dates.settled)
        if (within.contains(first_of(choice))) found.push_back(&choice);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return first_of(*a) < first_of(*b); });
    return found;
}

void settle(Draft& draft, const model::Series& series, const model::Quota& quota,
            const Choices& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::size_t at = static_cast<std::size_t>(quota.first) + i;
        if (at >= series.meetings.size()) return;
        Meeting& meeting = draft.brief.meetings[series.meetings[at].index];
        for (const SaidDate& date : *choices[i])
            meeting.options.push_back(date.appointment);
        meeting.state = choices[i]->size() == 1 ? Meeting::State::fixed : Meeting::State::either_or;
        meeting.source = choices[i]->front().place.location();
    }
}

void include(Draft& draft, model::Series& series, const Choices& choices) {
    for (const auto* choice : choices) {
        if (choice->size() == 1) {
            series.includes.push_back(choice->front().appointment);
            continue;
        }
        draft.report.error(
            choice->front().place, "config.either-number",
            both("det er uklart, hvilket møde i rækken det er",
                 "it is not clear which meeting of the series this is"),
            {.help = both("skriv [[meeting]] med id = \"{0}/2\" og either = [...]",
                          "write [[meeting]] with id = \"{0}/2\" and either = [...]", series.key)});
    }
}

}  // namespace

std::vector<SaidCount> read_counts(Draft& draft, const Node* node) {
    std::vector<SaidCount> counts;
    if (node == nullptr) return counts;
    for (const Node* item : items_of(*node)) {
        const auto count = item->kind == Node::Kind::table
                               ? read_part(draft, *item)
                               : to_count(draft, *item, draft.brief.period);
        if (count) counts.push_back(*count);
    }
    std::stable_sort(counts.begin(), counts.end(), [](const SaidCount& a, const SaidCount& b) {
        return a.within.first < b.within.first;
    });
    check_disjoint(draft, counts);
    return counts;
}

SaidDates read_dates_of(Draft& draft, Fields& fields, bool seminar) {
    SaidDates dates;
    for (const Node* item : fields.list("fixed"))
        if (auto date = read_date_of(draft, *item, Bounds::period, seminar))
            dates.settled.push_back({std::move(*date)});
    read_fixed_list(draft, fields.find("fixed_from"), seminar, dates);
    read_either(draft, fields.find("either"), seminar, dates);
    for (const Node* item : fields.list("cancelled"))
        if (auto date = read_date_of(draft, *item, Bounds::period, seminar))
            dates.cancelled.push_back(std::move(*date));
    check_twice(draft, dates);
    return dates;
}

std::vector<model::Quota> to_quotas(Draft& draft, const std::vector<SaidCount>& counts,
                                    const SaidDates& dates) {
    std::vector<model::Quota> quotas;
    for (const SaidCount& count : counts) {
        const int first = quotas.empty() ? 0 : quotas.back().first + quotas.back().most;
        quotas.push_back({count.within, count.least, count.most, first});
    }
    const int dated = static_cast<int>(dates.settled.size());
    if (counts.empty()) quotas.push_back({draft.brief.period, dated, dated, 0});
    return quotas;
}

void place_dates(Draft& draft, model::Series& series, const SaidDates& dates) {
    std::size_t placed = 0;
    for (const model::Quota& quota : series.quotas) {
        const Choices choices = in_order(dates, quota.within);
        const int number = static_cast<int>(choices.size());
        placed += choices.size();
        if (number > quota.most)
            draft.report.error(
                choices[static_cast<std::size_t>(quota.most)]->front().place,
                "config.too-many-dates",
                both("der er flere datoer ({}) end møder ({})",
                     "there are more dates ({}) than meetings ({})", number, quota.most),
                {.help = both("ret count, eller slet en dato", "correct count or delete a date")});
        else if (number == quota.most && quota.least == quota.most)
            settle(draft, series, quota, choices);
        else
            include(draft, series, choices);
    }
    if (placed == dates.settled.size()) return;
    for (const auto& choice : dates.settled) {
        const bool counted =
            std::any_of(series.quotas.begin(), series.quotas.end(),
                        [&](const model::Quota& q) { return q.within.contains(first_of(choice)); });
        if (counted || !draft.brief.period.contains(first_of(choice))) continue;
        draft.report.error(choice.front().place, "config.date-uncounted",
                           both("count siger intet om tiden omkring denne dato",
                                "count says nothing about the time around this date"),
                           {.help = both("tilføj en del af count, som datoen ligger i",
                                         "add a part of count in which the date lies")});
    }
}

}  // namespace rul::config
