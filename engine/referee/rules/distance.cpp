#include "engine/referee/measure.hpp"
#include "engine/referee/rules/rules.hpp"

#include <algorithm>
#include <utility>

namespace rul::referee {

using base::Text;
using model::Distance;
using model::MeetingId;

namespace {

using Pairs = std::vector<std::pair<MeetingId, MeetingId>>;

Pairs neighbours(const MeetingIds& by_date) {
    Pairs found;
    for (std::size_t i = 1; i < by_date.size(); ++i)
        found.emplace_back(by_date[i - 1], by_date[i]);
    return found;
}

Pairs in_step(const MeetingIds& from, const MeetingIds& to) {
    Pairs found;
    for (std::size_t k = 0; k < std::min(from.size(), to.size()); ++k)
        if (from[k] != to[k]) found.emplace_back(from[k], to[k]);
    return found;
}

Pairs every_pair(const Standing& standing, const MeetingIds& from, const MeetingIds& to) {
    Pairs found;
    for (const MeetingId a : from) {
        for (const MeetingId b : to) {
            const bool is_met_both_ways = contains(from, b) && contains(to, a);
            if (a == b || (is_met_both_ways && standing.is_before(b, a))) continue;
            found.emplace_back(a, b);
        }
    }
    return found;
}

Pairs pairs_of(const Distance& rule, const Standing& standing) {
    const MeetingIds from = standing.held(rule.from);
    const MeetingIds to = standing.held(rule.to);
    switch (rule.pairs) {
        case Distance::Pairs::neighbours:
            return neighbours(standing.by_date(from));
        case Distance::Pairs::in_step:
            return in_step(from, to);
        case Distance::Pairs::every_pair:
            return every_pair(standing, from, to);
    }
    return {};
}

void judge_pair(const Distance& rule, MeetingId a, MeetingId b, Ruling& ruling) {
    const auto distance = distance_between(ruling.standing(), a, b, rule.range.unit);
    if (!distance) return;
    const Text is = distance_text(*distance, rule.range.unit);
    if (const auto outside = excess(rule.range, *distance); outside > 0)
        ruling.broken({a, b},
                      say("der er {} fra {} til {}, men der skal være {}",
                          "{} from {} to {}, but it must be {}", is, ruling.name(a), ruling.name(b),
                          window_text(rule.range)),
                      outside);
    if (!rule.range.ideal) return;
    ruling.charged(
        {a, b},
        say("der er {} fra {} til {}; idealet er {}", "{} from {} to {}; {} is the ideal", is,
            ruling.name(a), ruling.name(b), ideal_text(rule.range)),
        rule.ideal_points * deviation(rule.range, *distance));
}

}  // namespace

void judge(const Distance& rule, Ruling& ruling) {
    for (const auto& [a, b] : pairs_of(rule, ruling.standing()))
        if (ruling.binds(b)) judge_pair(rule, a, b, ruling);
}

}  // namespace rul::referee
