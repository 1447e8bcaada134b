#include "engine/planner/answers/demands.hpp"

#include <algorithm>
#include <variant>

namespace rul::planner {

namespace {

using model::Meeting;

void add_rules(const model::Brief& brief, bool soft_kinds_only, Demands& demands) {
    for (std::size_t i = 0; i < brief.rules.size(); ++i) {
        const model::Rule& rule = brief.rules[i];
        // What the rule Appointments asks are demands of their own.
        if (!rule.strength.must || std::holds_alternative<model::Appointments>(rule.kind)) continue;
        if (!soft_kinds_only || can_be_soft(rule.kind)) demands.push_back({Demand::Kind::rule, i});
    }
}

void add_appointments(const model::Brief& brief, Demands& demands) {
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const Meeting& meeting = brief.meetings[i];
        const bool is_appointed =
            meeting.state == Meeting::State::fixed || meeting.state == Meeting::State::either_or;
        if (is_appointed && meeting.kind != Meeting::Kind::event)
            demands.push_back({Demand::Kind::appointment, i});
    }
    for (std::size_t i = 0; i < brief.series.size(); ++i)
        for (const model::Appointment& included : brief.series[i].includes)
            demands.push_back({Demand::Kind::include, i, included.date});
}

struct CanBeSoft {
    bool operator()(const model::Attendance& /*kind*/) const { return false; }
    bool operator()(const model::Rooms& /*kind*/) const { return false; }
    bool operator()(const model::SlotChoice& /*kind*/) const { return false; }
    bool operator()(const model::Count& /*kind*/) const { return false; }
    bool operator()(const model::ClosedDays& /*kind*/) const { return false; }
    bool operator()(const model::Appointments& /*kind*/) const { return false; }
    template <class Other>
    bool operator()(const Other& /*kind*/) const {
        return true;
    }
};

}  // namespace

bool can_be_soft(const model::RuleKind& kind) {
    return std::visit(CanBeSoft{}, kind);
}

Demands demands_of(const model::Brief& brief) {
    Demands demands;
    add_rules(brief, false, demands);
    add_appointments(brief, demands);
    return demands;
}

Demands dispensable_of(const model::Brief& brief) {
    Demands demands;
    add_rules(brief, true, demands);
    add_appointments(brief, demands);
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const Meeting& meeting = brief.meetings[i];
        if (meeting.kind != Meeting::Kind::event && meeting.state != Meeting::State::cancelled
            && !meeting.may_be_left_out)
            demands.push_back({Demand::Kind::held, i});
    }
    return demands;
}

Without letting_go_of(const model::Brief& brief, const Demands& all, const Demands& kept) {
    Without without;
    without.soft_rules = true;
    without.rules.assign(brief.rules.size(), false);
    without.appointments.assign(brief.meetings.size(), false);
    without.meetings.assign(brief.meetings.size(), false);
    for (const Demand& demand : all) {
        if (std::find(kept.begin(), kept.end(), demand) != kept.end()) continue;
        switch (demand.kind) {
            case Demand::Kind::rule:
                without.rules[demand.index] = true;
                break;
            case Demand::Kind::appointment:
                without.appointments[demand.index] = true;
                break;
            case Demand::Kind::include:
                without.includes.emplace_back(model::SeriesId{demand.index}, demand.date);
                break;
            case Demand::Kind::held:
                without.meetings[demand.index] = true;
                break;
        }
    }
    return without;
}

}  // namespace rul::planner
