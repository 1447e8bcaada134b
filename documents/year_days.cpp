#include "documents/year_days.hpp"

#include <algorithm>

namespace rul::documents {

namespace {

using std::chrono::days;

void insert_sorted(std::vector<model::BodyId>& bodies, model::BodyId body) {
    const auto at = std::lower_bound(bodies.begin(), bodies.end(), body);
    if (at == bodies.end() || *at != body) bodies.insert(at, body);
}

bool is_whole_day_for_everyone(const model::Block& block, model::Date date) {
    return block.is_for_everyone() && !block.time
           && model::touches(block, {date, date}, std::nullopt);
}

model::Date first_day(std::chrono::year_month month) {
    return model::Date{month / 1};
}

}  // namespace

YearDays::YearDays(const model::Brief& brief, const model::Plan& plan, const Filter& filter)
    : brief_{&brief} {
    for (const CalendarRow& row : calendar_rows(brief, plan, filter)) {
        if (row.cancelled) continue;
        const auto& meeting = brief.at(row.meeting);
        insert_sorted(bodies_, meeting.body);
        const auto last = model::last_day_of(meeting, row.placement);
        for (auto date = row.placement.date; date <= last; date += days{1})
            insert_sorted(meeting_days_[date], meeting.body);
    }
}

std::vector<std::chrono::year_month> YearDays::months() const {
    std::vector<std::chrono::year_month> months;
    const auto first = model::ymd(brief_->period.first);
    for (auto month = first.year() / first.month(); first_day(month) <= brief_->period.last;
         month += std::chrono::months{1})
        months.push_back(month);
    return months;
}

std::vector<YearDays::Week> YearDays::weeks_of(std::chrono::year_month month) {
    std::vector<Week> weeks;
    const auto end = first_day(month + std::chrono::months{1});
    for (auto date = first_day(month); date < end; date += days{1}) {
        const std::size_t column = model::weekday_of(date).iso_encoding() - 1;
        if (weeks.empty() || column == 0) weeks.emplace_back(7);
        weeks.back()[column] = date;
    }
    return weeks;
}

YearDay YearDays::day(model::Date date) const {
    YearDay day;
    const auto meetings = meeting_days_.find(date);
    if (meetings != meeting_days_.end()) day.bodies = meetings->second;
    day.holiday = brief_->calendar.find_holiday(date);
    const auto& blocks = brief_->blocks;
    const auto block = std::find_if(blocks.begin(), blocks.end(), [date](const auto& b) {
        return is_whole_day_for_everyone(b, date);
    });
    if (block != blocks.end()) day.block = &*block;
    return day;
}

std::vector<model::BodyId> YearDays::bodies() const {
    return bodies_;
}

std::string YearDays::letter_of(model::BodyId body) const {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const auto at = static_cast<std::size_t>(std::lower_bound(bodies_.begin(), bodies_.end(), body)
                                             - bodies_.begin());
    return at < letters.size() ? std::string{letters[at]} : "#";
}

}  // namespace rul::documents
