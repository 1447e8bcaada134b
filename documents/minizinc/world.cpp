#include "documents/minizinc/world.hpp"

#include "documents/minizinc/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rul::documents::minizinc {

using model::Date;
using model::DateRange;
using model::Meeting;
using model::MeetingId;
using std::chrono::days;

namespace {

constexpr DateRange plannable{model::first_plannable_date, model::last_plannable_date};

// Grows to hold dates one by one; those that cannot be planned are passed over.
class Hull {
  public:
    void add(Date date) {
        if (!plannable.contains(date)) return;
        if (!range_) range_ = {date, date};
        range_ = {std::min(range_->first, date), std::max(range_->last, date)};
    }
    void add(const DateRange& range) {
        if (range.last < range.first) return;
        add(std::clamp(range.first, plannable.first, plannable.last));
        add(std::clamp(range.last, plannable.first, plannable.last));
    }
    [[nodiscard]] std::optional<DateRange> range() const { return range_; }

  private:
    std::optional<DateRange> range_;
};

void add_meeting(const Meeting& meeting, Hull& hull) {
    if (is_event(meeting)) return hull.add(days_of_event(meeting));
    if (meeting.state == Meeting::State::free) hull.add(meeting.within);
    for (const auto& said : meeting.options)
        hull.add(said.date);
}

DateRange all_days(const model::Brief& brief) {
    Hull hull;
    hull.add(brief.period);
    for (const Meeting& meeting : brief.meetings)
        if (meeting.state != Meeting::State::cancelled) add_meeting(meeting, hull);
    for (const auto& series : brief.series)
        for (const auto& said : series.includes)
            hull.add(said.date);
    const DateRange found = hull.range().value_or(plannable);
    return {found.first, found.last + days{1}};  // seminars end the day after
}

}  // namespace

World::World(const model::Brief& brief) : brief_{brief}, days_{all_days(brief)} {
    used_.insert("'no venue'");
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const Meeting& meeting = brief.meetings[i];
        names_.push_back(unused(meeting.series ? "" : "meeting ", meeting.key));
        if (meeting.state != Meeting::State::cancelled) meetings_.emplace_back(i);
    }
    for (const auto& person : brief.persons)
        persons_.push_back(unused("person ", person.key));
    for (const auto& venue : brief.venues)
        venues_.push_back(unused("venue ", venue.key));
}

// A name in quotes that is neither one of MiniZinc's nor of the definitions: those hold letters,
// digits and underlines alone, these a blank or the stroke of "SDFU/3".
std::string World::unused(std::string_view kind, std::string_view key) {
    std::string name{kind};
    for (const char c : key)
        name += c == '\'' || c == '\\' || static_cast<unsigned char>(c) < ' ' ? '_' : c;
    if (kind.empty() && name.find('/') == std::string::npos) name.insert(0, "meeting ");
    while (!used_.insert(fmt::format("'{}'", name)).second)
        name += " again";
    return fmt::format("'{}'", name);
}

std::string World::group(const std::vector<MeetingId>& meetings) const {
    Items items;
    for (const MeetingId id : meetings)
        if (at(id).state != Meeting::State::cancelled) items.push_back(name(id));
    return list(items);
}

int World::day(Date date) const {
    return static_cast<int>((date - days_.first).count()) + 1;
}

std::string World::days(const DateRange& range) const {
    return fmt::format("{}..{}", day(range.first), day(range.last));
}

std::string World::valid(const DateRange& range) const {
    const bool is_always = range.first <= days_.first && days_.last <= range.last;
    return is_always ? "DAY" : days(range);
}

int World::moment(model::Moment moment) const {
    return static_cast<int>((moment - model::Moment{days_.first}).count()) + 24 * 60;
}

DateRange days_of_event(const Meeting& event) {
    if (!event.span) return {event.options.front().date, event.options.front().date};
    const Date first = std::chrono::floor<days>(event.span->start);
    // midnight ends the day before it
    return {first, std::max(first, std::chrono::floor<days>(event.span->end - model::minutes{1}))};
}

}  // namespace rul::documents::minizinc
