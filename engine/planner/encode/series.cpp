#include "engine/planner/encode/distances.hpp"
#include "engine/planner/encode/encode.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;

// Whether the rule is about the gaps between all meetings of the series, in days, all the time.
const model::Distance* find_gap_rule(const Encoding& e, const model::Rule& rule,
                                     const std::vector<MeetingId>& members) {
    const auto* distance = std::get_if<model::Distance>(&rule.kind);
    if (distance == nullptr || distance->pairs != model::Distance::Pairs::neighbours)
        return nullptr;
    const Measure measure{distance->range};
    if (measure.in_minutes || measure.unit == model::Unit::working_day) return nullptr;
    std::vector<MeetingId> group = e.planned(distance->from);
    std::vector<MeetingId> all = members;
    std::sort(group.begin(), group.end());
    std::sort(all.begin(), all.end());
    const auto is_valid = [&](MeetingId id) {
        const When dated = e.dated(id, rule.validity);
        return dated && dated->empty();
    };
    return group == all && std::all_of(all.begin(), all.end(), is_valid) ? distance : nullptr;
}

void add_gap_costs(Encoding& e, const model::Rule& rule, const model::Distance& distance,
                   solver::SeriesPath& path) {
    const Measure measure{distance.range};
    for (std::size_t i = 0; i < path.gap_cost.size(); ++i) {
        const auto gap = path.least_gap + static_cast<Value>(i);
        Cost& cost = path.gap_cost[i];
        if (rule.strength.must && !measure.contains(gap)) cost = solver::infinite_cost;
        if (cost >= solver::infinite_cost || e.ignores_costs()) continue;
        if (!rule.strength.must) cost += rule.strength.points * measure.outside(gap);
        cost += distance.ideal_points * measure.off_ideal(gap);
    }
}

std::vector<MeetingId> planned_members(const Encoding& e, const model::Series& series) {
    std::vector<MeetingId> members;
    for (const MeetingId id : series.meetings)
        if (e.is_planned(id)) members.push_back(id);
    return members;
}

void add_path(Encoding& e, model::SeriesId series, const std::vector<MeetingId>& members) {
    solver::SeriesPath path;
    Value first = e.starts(members.front()).days()->front();
    Value last = first;
    for (const MeetingId id : members) {
        path.members.push_back(e.day(id));
        first = std::min(first, e.starts(id).days()->front());
        last = std::max(last, e.starts(id).days()->back());
    }
    path.gap_cost.assign(static_cast<std::size_t>(std::max(last - first, 1)), 0);
    const auto& rules = e.brief().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const model::RuleId rule{i};
        const model::Distance* const gaps = find_gap_rule(e, rules[i], members);
        if (gaps == nullptr || e.is_ignored(rule)) continue;
        add_gap_costs(e, rules[i], *gaps, path);
        e.note_in_path(rule);
    }
    for (const model::Appointment& included : e.brief().at(series).includes)
        if (!e.without().drops_include(series, included.date))
            path.must_pass.push_back(e.grid().day_of(included.date));
    e.problem().add_path(std::move(path));
}

// Of one quota, the left-out ones are the last.
void leave_out_last_first(Encoding& e, const std::vector<MeetingId>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!e.may_be_left_out(members[i])) continue;
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            if (!e.falls_with(members[j], members[i])) continue;
            e.forbid({e.day(members[i]).left_out(), e.held(members[j])});
            if (e.may_be_left_out(members[j])) break;  // it takes those after it with it
        }
    }
}

Literal held(Encoding& e, MeetingId id) {
    return e.is_planned(id) ? e.held(id) : e.no();
}

void charge_left_out(Encoding& e, MeetingId id, Cost points) {
    if (!e.is_planned(id)) {
        e.problem().add_constant_cost(points);
        return;
    }
    if (!e.may_be_left_out(id)) return;
    std::vector<Cost> costs(static_cast<std::size_t>(e.value_count(id)), 0);
    costs.back() = points;
    e.problem().add_cost(e.start(id), costs);
}

bool asks_for_includes(const Encoding& e, model::SeriesId id) {
    const auto& includes = e.brief().at(id).includes;
    return std::any_of(includes.begin(), includes.end(), [&](const model::Appointment& included) {
        return !e.without().drops_include(id, included.date);
    });
}

}  // namespace

void encode_series(Encoding& e) {
    for (std::size_t i = 0; i < e.brief().series.size(); ++i) {
        const model::SeriesId id{i};
        const std::vector<MeetingId> members = planned_members(e, e.brief().at(id));
        if (members.empty() && asks_for_includes(e, id)) e.forbid({});
        if (members.empty()) continue;
        leave_out_last_first(e, members);
        add_path(e, id, members);
    }
}

void encode(Encoding& e, const model::Rule& /*rule*/, const model::Count& kind) {
    const model::Series& series = e.brief().at(kind.series);
    for (const model::Quota& quota : series.quotas)
        for (int i = 0; i < quota.most; ++i) {
            const MeetingId id = series.meetings[static_cast<std::size_t>(quota.first + i)];
            if (i < quota.least && !e.without().excuses(id)) e.forbid({!held(e, id)});
            if (!e.ignores_costs()) charge_left_out(e, id, kind.missing);
        }
}

}  // namespace rul::planner
