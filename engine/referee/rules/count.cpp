#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::Count;
using model::MeetingId;
using model::Quota;
using model::Series;

namespace {

MeetingIds meetings_of(const Series& series, const Quota& quota) {
    const auto& all = series.meetings;
    const auto first = std::min(all.size(), static_cast<std::size_t>(quota.first));
    const auto last = std::min(all.size(), first + static_cast<std::size_t>(quota.most));
    return {all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(last)};
}

void judge_tail(const MeetingIds& meetings, Ruling& ruling) {
    std::optional<MeetingId> left_out;
    for (const MeetingId id : meetings) {
        if (!ruling.standing().is_held(id)) {
            if (!left_out) left_out = id;
        } else if (left_out) {
            ruling.violated({*left_out, id},
                            say("{} er udeladt, men {} holdes: kun de sidste må udelades",
                                "{} is left out, but {} is held: only the last may be left out",
                                ruling.name(*left_out), ruling.name(id)));
        }
    }
}

void judge_quota(const Count& rule, const Series& series, const Quota& quota, Ruling& ruling) {
    const MeetingIds meetings = meetings_of(series, quota);
    MeetingIds left_out;
    std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(left_out),
                 [&](MeetingId id) { return !ruling.standing().is_held(id); });
    const std::size_t held = meetings.size() - left_out.size();
    const auto fewer = quota.most - static_cast<int>(held);
    const Text is = say("{} har {} i {}", "{} has {} in {}", series.key, meeting_count(held),
                        model::to_text(quota.within));
    if (static_cast<int>(held) < quota.least)
        ruling.violated(left_out,
                        say("{}, mindst {} kræves", "{}, at least {} needed", is, quota.least));
    if (fewer > 0)
        ruling.charged(left_out,
                       say("{}, {} færre end der kan være", "{}, {} fewer than it may", is, fewer),
                       rule.missing * fewer);
    judge_tail(meetings, ruling);
}

void judge_order(const Series& series, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    std::optional<MeetingId> before;
    for (const MeetingId id : series.meetings) {
        if (!standing.is_held(id)) continue;
        if (before && standing.date_of(*before) >= standing.date_of(id))
            ruling.violated({*before, id}, say("{} skal ligge før {}", "{} must be before {}",
                                               ruling.name(*before), ruling.name(id)));
        before = id;
    }
}

}  // namespace

void judge(const Count& rule, Ruling& ruling) {
    const Series& series = ruling.brief().at(rule.series);
    for (const Quota& quota : series.quotas)
        judge_quota(rule, series, quota, ruling);
    judge_order(series, ruling);
}

}  // namespace rul::referee
