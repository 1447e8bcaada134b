#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::Date;
using model::DateRange;
using model::Spread;
using model::Within;
using std::chrono::days;
using std::chrono::months;

namespace {

unsigned months_in(Spread::Part part) {
    return part == Spread::Part::month ? 1 : part == Spread::Part::quarter ? 3 : 6;
}

// The week, month, quarter or half year that `date` lies in.
DateRange part_around(Spread::Part part, Date date) {
    if (part == Spread::Part::week) return *model::days_of(model::iso_week(date));
    const auto ymd = model::ymd(date);
    const unsigned length = months_in(part);
    const unsigned first = (static_cast<unsigned>(ymd.month()) - 1) / length * length + 1;
    const auto start = ymd.year() / std::chrono::month{first};
    const auto next = start + months{length};
    return {Date{start / 1}, Date{next / 1} - days{1}};
}

std::vector<DateRange> parts_of(const Spread& rule, const DateRange& period) {
    if (rule.part == Spread::Part::window)
        return rule.window ? std::vector{*rule.window} : std::vector<DateRange>{};
    std::vector<DateRange> found;
    for (Date date = period.first; date <= period.last; date = found.back().last + days{1})
        found.push_back(part_around(rule.part, date));
    return found;
}

bool is_within(const DateRange& part, const DateRange& whole) {
    return whole.first <= part.first && part.last <= whole.last;
}

// "januar 2023", "1. kvartal 2023", "uge 42".
Text part_text(Spread::Part part, const DateRange& range) {
    const auto ymd = model::ymd(range.first);
    const int year = static_cast<int>(ymd.year());
    const unsigned nth = (static_cast<unsigned>(ymd.month()) - 1) / months_in(part) + 1;
    switch (part) {
        case Spread::Part::quarter:
            return base::both("{}. kvartal {}", "quarter {} of {}", nth, year);
        case Spread::Part::half_year:
            return base::both("{}. halvår {}", "half {} of {}", nth, year);
        case Spread::Part::week:
            return model::in_both([&](base::Language language) {
                return to_text(model::iso_week(range.first), language);
            });
        case Spread::Part::month:
            return model::in_both([&](base::Language language) {
                return fmt::format("{} {}", model::month_name(ymd.month(), language), year);
            });
        case Spread::Part::window:
            break;
    }
    return base::both("perioden {}", "the period {}", model::to_text(range));
}

void judge_part(const Spread& rule, const DateRange& part, const MeetingIds& all, Ruling& ruling) {
    MeetingIds in_part;
    std::copy_if(all.begin(), all.end(), std::back_inserter(in_part),
                 [&](model::MeetingId id) { return part.contains(ruling.standing().date_of(id)); });
    const int count = static_cast<int>(in_part.size());
    const Text is = say("{} har {} i {}", "{} has {} in {}", rule.meetings.said,
                        meeting_count(in_part.size()), part_text(rule.part, part));
    const bool is_whole =
        is_within(part, ruling.brief().period) && is_within(part, ruling.rule().validity);
    if (rule.most && count > *rule.most)
        ruling.broken(in_part,
                      say("{}, højst {} tillades", "{}, at most {} allowed", is, *rule.most),
                      count - *rule.most);
    if (rule.least && is_whole && count < *rule.least)
        ruling.broken(in_part,
                      say("{}, mindst {} kræves", "{}, at least {} needed", is, *rule.least),
                      *rule.least - count);
}

bool is_on_side(const Within& rule, Date date) {
    switch (rule.side) {
        case Within::Side::before:
            return date < rule.window.first;
        case Within::Side::inside:
            return rule.window.contains(date);
        case Within::Side::after:
            return date > rule.window.last;
    }
    return false;
}

Text side_text(Within::Side side) {
    switch (side) {
        case Within::Side::before:
            return {"før", "before"};
        case Within::Side::inside:
            return {"i", "within"};
        case Within::Side::after:
            return {"efter", "after"};
    }
    return {};
}

}  // namespace

void judge(const Spread& rule, Ruling& ruling) {
    const MeetingIds counted = ruling.bound(ruling.standing().held(rule.meetings));
    for (const DateRange& part : parts_of(rule, ruling.brief().period))
        judge_part(rule, part, counted, ruling);
}

void judge(const Within& rule, Ruling& ruling) {
    for (const auto id : ruling.bound(ruling.standing().held(rule.meetings)))
        if (!is_on_side(rule, ruling.standing().date_of(id)))
            ruling.broken({id},
                          say("{} ligger ikke {} {} ({})", "{} is not {} {} ({})", ruling.name(id),
                              side_text(rule.side), rule.said, model::to_text(rule.window)));
}

}  // namespace rul::referee
