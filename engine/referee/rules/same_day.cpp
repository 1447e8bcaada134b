#include "engine/referee/measure.hpp"
#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::Inside;
using model::MeetingId;
using model::SameDay;

namespace {

bool has_gap(const SameDay& rule, const Standing& standing, MeetingId first, MeetingId second) {
    model::DistanceRange gap = rule.gap;
    if (!gap.min) gap.min = 0;
    const auto distance = distance_between(standing, first, second, gap.unit);
    return !distance || excess(gap, *distance) == 0;
}

// What is wrong with the pair; empty when nothing is.
Text fault(const SameDay& rule, const Standing& standing, MeetingId first, MeetingId second) {
    if (standing.date_of(first) != standing.date_of(second))
        return {"ligger ikke samme dag", "are not on the same day"};
    if (!has_gap(rule, standing, first, second))
        return say("skal følge efter hinanden med {} imellem", "must follow one another, {} apart",
                   window_text(rule.gap));
    const auto& place = standing.at(first).venue;
    if (rule.same_venue && (!place || place != standing.at(second).venue))
        return {"er ikke på samme mødested", "are not at the same venue"};
    return {};
}

void judge_pair(const SameDay& rule, MeetingId first, MeetingId second, Ruling& ruling) {
    if (!ruling.binds(second)) return;
    const Text found = fault(rule, ruling.standing(), first, second);
    if (!found.empty())
        ruling.broken({first, second}, say("{} og {} {}", "{} and {} {}", ruling.name(first),
                                           ruling.name(second), found));
}

// Those of `longer` from the `from`-th on, which have no partner in `shorter`.
void judge_rest(const MeetingIds& longer, std::size_t from, const std::string& shorter,
                Ruling& ruling) {
    for (std::size_t k = from; k < longer.size(); ++k)
        if (ruling.binds(longer[k]))
            ruling.broken({longer[k]}, say("{} har intet møde i {} samme dag",
                                           "{} has no meeting of {} on its day",
                                           ruling.name(longer[k]), shorter));
}

bool lies_inside(const Inside& rule, const Standing& standing, MeetingId inner, MeetingId outer) {
    const auto inner_span = standing.span_of(inner);
    const auto outer_span = standing.span_of(outer);
    if (!inner_span || !outer_span || !outer_span->contains(*inner_span)) return false;
    if (!rule.time) return true;
    const auto day = standing.date_of(outer) + std::chrono::days{rule.day};
    return *inner_span == model::MomentRange{day + rule.time->from, day + rule.time->to};
}

Text at_time(const Inside& rule) {
    if (!rule.time) return {};
    return model::in_both([&](base::Language language) {
        const bool is_danish = language == base::Language::danish;
        return fmt::format(" {} {} {}", is_danish ? "på dag" : "on day", rule.day + 1,
                           to_text(*rule.time, language));
    });
}

}  // namespace

void judge(const SameDay& rule, Ruling& ruling) {
    const MeetingIds first = ruling.standing().held(rule.first);
    const MeetingIds second = ruling.standing().held(rule.second);
    const std::size_t pairs = std::min(first.size(), second.size());
    for (std::size_t k = 0; k < pairs; ++k)
        if (first[k] != second[k]) judge_pair(rule, first[k], second[k], ruling);
    judge_rest(first, pairs, rule.second.said, ruling);
    judge_rest(second, pairs, rule.first.said, ruling);
}

void judge(const Inside& rule, Ruling& ruling) {
    const MeetingIds inner = ruling.standing().held(rule.meetings);
    const MeetingIds outer = ruling.standing().held(rule.seminars);
    for (std::size_t k = 0; k < inner.size(); ++k) {
        if (!ruling.binds(inner[k])) continue;
        if (k >= outer.size()) {
            ruling.broken({inner[k]}, say("{} skal ligge inde i {}, som ikke holdes",
                                          "{} must lie inside {}, "
                                          "which is not held",
                                          ruling.name(inner[k]), rule.seminars.said));
        } else if (!lies_inside(rule, ruling.standing(), inner[k], outer[k])) {
            ruling.broken({inner[k], outer[k]},
                          say("{} ligger ikke inde i {}{}", "{} is not inside {}{}",
                              ruling.name(inner[k]), ruling.name(outer[k]), at_time(rule)));
        }
    }
}

}  // namespace rul::referee
