#include "engine/referee/rules/rules.hpp"

#include <cstdlib>

namespace rul::referee {

using base::Text;
using model::Apart;
using model::MeetingId;

namespace {

bool are_apart(const Apart& rule, model::Date a, model::Date b) {
    if (rule.week) return model::iso_week(a) != model::iso_week(b);
    return std::abs((b - a).count()) >= rule.days;
}

Text demand(const Apart& rule) {
    if (rule.week) return {"de må ikke ligge i samme uge", "they may not be in one week"};
    if (rule.days == 1) return {"de må ikke ligge samme dag", "they may not be on one day"};
    return base::both("der skal være mindst {} dage imellem", "they must be {} days apart",
                      rule.days);
}

}  // namespace

void judge(const Apart& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    const MeetingIds a = standing.held(rule.a);
    const MeetingIds b = standing.held(rule.b);
    const auto is_named = [&](MeetingId one, MeetingId other) {
        return contains(a, one) && contains(b, other) && ruling.binds(other);
    };
    for (const MeetingId one : standing.held())
        for (const MeetingId other : standing.held()) {
            if (!(one < other) || !(is_named(one, other) || is_named(other, one))) continue;
            if (are_apart(rule, standing.date_of(one), standing.date_of(other))) continue;
            ruling.broken({one, other}, say("{} og {}: {}", "{} and {}: {}", ruling.name(one),
                                            ruling.name(other), demand(rule)));
        }
}

}  // namespace rul::referee
