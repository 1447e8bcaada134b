#include "engine/planner/encode/matching.hpp"
#include "engine/planner/encode/needs_encoder.hpp"
#include "engine/solver/constraints/all_different_except.hpp"
#include "engine/solver/constraints/exists_in_window.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <algorithm>
#include <numeric>

// A provider that is chosen: one of its own, or one of those that no window can be said of.
namespace rul::planner {

using model::MeetingId;

// What the choice implies, said day by day: choices have rows of their own, each much weaker.
void NeedsEncoder::someone_serves(MeetingId subject, const Literals& when) {
    if (!has_coordinates(subject, true)) return;
    std::vector<solver::Coordinate> coordinates;
    for (const MeetingId p : providers_) {
        if (p == subject) continue;
        if (!has_coordinates(p, false)) return;
        coordinates.push_back(coordinate(p, false));
    }
    e_.problem().post<solver::ExistsInWindow>(coordinate(subject, true), coordinates, least(),
                                              most(), solver::Condition{when});
}

// Which provider serves `subject`: its number in the group; as many as there are: none.
IntVar NeedsEncoder::choose_for(MeetingId subject) {
    const auto none = static_cast<Value>(providers_.size());
    const IntVar chosen = e_.problem().new_var(0, none);
    const When dated = e_.dated(subject, rule_.validity);
    Literals asked = dated.value_or(Literals{e_.no()});
    asked.push_back(e_.held(subject));
    const Literal is_asked = e_.all_of(asked);
    const Literal is_broken = e_.is_no(is_asked) ? e_.no() : broken();
    const IntVar ideal = ideal_var();
    const bool forced = !kind_.own && may_prefer_broken(greatest_ideal_cost());
    for (Value j = 0; j < none; ++j) {
        const MeetingId provider = providers_[static_cast<std::size_t>(j)];
        const Literal is_it = solver::equals(chosen, j);
        if (provider == subject || e_.is_no(is_asked)) {
            e_.problem().require(!is_it);
            continue;
        }
        e_.imply({is_it}, e_.held(provider));
        e_.imply({is_it}, is_asked);
        require_window(subject, provider, {is_it});
        charge_ideal(ideal, subject, provider, {is_it});
        if (forced) forbid_window(subject, provider, {solver::equals(chosen, none), is_asked});
    }
    e_.imply({is_asked, solver::equals(chosen, none)}, is_broken);
    if (dated) someone_serves(subject, e_.unless(*dated, is_broken));
    return chosen;
}

void NeedsEncoder::choose() {
    // A matching of the most subjects may cost more than one of fewer: then judge it as a whole.
    const auto worst = greatest_ideal_cost() * static_cast<Cost>(subjects_.size());
    pays_together_ = kind_.own && may_prefer_broken(worst);
    std::vector<IntVar> chosen;
    for (const MeetingId subject : subjects_)
        chosen.push_back(choose_for(subject));
    if (kind_.own && chosen.size() > 1)
        e_.problem().post<solver::AllDifferentExcept>(chosen,
                                                      static_cast<Value>(providers_.size()));
    if (pays_together_) pay_together();
}

Cost NeedsEncoder::matched_cost(const std::vector<Sitting>& held, Cost unit) const {
    const auto is_in = [](const std::vector<MeetingId>& group, MeetingId id) {
        return std::find(group.begin(), group.end(), id) != group.end();
    };
    std::vector<std::vector<std::optional<Cost>>> costs;
    for (const Sitting& s : held) {
        if (!is_in(subjects_, s.meeting)
            || !rule_.validity.contains(e_.grid().date_of(s.start->day)))
            continue;
        auto& row = costs.emplace_back();
        for (const Sitting& p : held)
            if (is_in(providers_, p.meeting) && p.meeting != s.meeting
                && serves(*s.start, *p.start))
                row.emplace_back(ideal_cost(*s.start, *p.start));
            else
                row.emplace_back();
    }
    const Matching best = cheapest_matching(costs);
    const auto unserved = static_cast<Cost>(costs.size()) - best.served;
    return (unserved * rule_.strength.points + best.cost) / unit;
}

void NeedsEncoder::pay_together() {
    const Cost unit = std::gcd(rule_.strength.points, ideal_points_);
    Cost worst = 0;
    for (auto& [points, part] : parts_)
        worst += Cost{points} * e_.problem().store().initial_max(part);
    const IntVar paid = e_.costly(static_cast<Value>(worst / unit), unit);
    parts_.emplace_back(static_cast<Value>(-unit), paid);
    e_.problem().post<solver::LinearAtMost>(parts_, Cost{0});
    std::vector<MeetingId> all = subjects_;
    for (const MeetingId p : providers_)
        if (std::find(all.begin(), all.end(), p) == all.end()) all.push_back(p);
    e_.judge_into(paid, all, {}, [this, unit](const std::vector<Sitting>& held) {
        return matched_cost(held, unit);
    });
}

}  // namespace rul::planner
