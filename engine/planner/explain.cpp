#include "engine/planner/explain.hpp"

#include "engine/planner/encoding.hpp"
#include "engine/planner/tell.hpp"
#include "engine/solver/solve.hpp"

#include <algorithm>
#include <atomic>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::RuleId;

// One thing the user asked for that could be let go.
struct Demand {
    enum class Kind { rule, appointment, includes };
    Kind kind = Kind::rule;
    std::size_t index = 0;  // RuleId, MeetingId
};

// Finds a set of demands that cannot be met together, by letting go of the others.
class ConflictFinder {
  public:
    ConflictFinder(const model::Brief& brief, const Limits& limits);

    [[nodiscard]] std::vector<Demand> find();

  private:
    [[nodiscard]] Without without_all_but(const std::vector<Demand>& kept) const;
    /// Whether there is certainly no calendar that meets these.
    [[nodiscard]] bool is_conflict(const std::vector<Demand>& kept) const;
    [[nodiscard]] bool is_stopped() const { return limits_.stop != nullptr && *limits_.stop; }
    void drop_chunks(std::vector<Demand>& kept, std::size_t size) const;

    const model::Brief& brief_;
    const Limits& limits_;
    std::vector<Demand> all_;
};

ConflictFinder::ConflictFinder(const model::Brief& brief, const Limits& limits)
    : brief_{brief}, limits_{limits} {
    for (std::size_t i = 0; i < brief.rules.size(); ++i)
        if (brief.rules[i].strength.must
            && !std::holds_alternative<model::Appointments>(brief.rules[i].kind))
            all_.push_back({Demand::Kind::rule, i});
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const model::Meeting& meeting = brief.meetings[i];
        const bool is_appointed = meeting.state == model::Meeting::State::fixed
                                  || meeting.state == model::Meeting::State::either_or;
        if (is_appointed && meeting.kind != model::Meeting::Kind::event)
            all_.push_back({Demand::Kind::appointment, i});
    }
    const auto includes = [](const model::Series& series) { return !series.includes.empty(); };
    if (std::any_of(brief.series.begin(), brief.series.end(), includes))
        all_.push_back({Demand::Kind::includes, 0});
}

Without ConflictFinder::without_all_but(const std::vector<Demand>& kept) const {
    Without without;
    without.soft_rules = true;
    without.rules.assign(brief_.rules.size(), false);
    without.appointments.assign(brief_.meetings.size(), false);
    const auto set = [&without](const Demand& demand, bool is_out) {
        if (demand.kind == Demand::Kind::rule) without.rules[demand.index] = is_out;
        if (demand.kind == Demand::Kind::appointment) without.appointments[demand.index] = is_out;
        if (demand.kind == Demand::Kind::includes) without.includes = is_out;
    };
    for (const Demand& demand : all_)
        set(demand, true);
    for (const Demand& demand : kept)
        set(demand, false);
    return without;
}

bool ConflictFinder::is_conflict(const std::vector<Demand>& kept) const {
    const Encoding encoding{brief_, without_all_but(kept)};
    if (!encoding.unplaceable().empty()) return true;
    // Any calendar at all is an answer; and what is not proved in good time counts as no conflict.
    constexpr std::int64_t enough_effort = 5'000'000;
    std::atomic<bool> is_enough = false;
    const auto result = solver::solve(
        encoding.problem(), {limits_.seed, enough_effort, limits_.seconds, &is_enough},
        [&](std::optional<solver::Cost> best, solver::Cost /*bound*/, const solver::Assignment*) {
            if (best || is_stopped()) is_enough = true;
        });
    return result.status == solver::SolveResult::Status::infeasible;
}

void ConflictFinder::drop_chunks(std::vector<Demand>& kept, std::size_t size) const {
    for (std::size_t end = kept.size(); end > 0 && !is_stopped();) {
        const std::size_t first = end > size ? end - size : 0;
        std::vector<Demand> fewer = kept;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(first),
                    fewer.begin() + static_cast<std::ptrdiff_t>(end));
        if (is_conflict(fewer)) kept = std::move(fewer);
        end = first;
    }
}

// Larger pieces first: most demands have nothing to do with it. The last round, one by one, is what
// makes the set irreducible.
std::vector<Demand> ConflictFinder::find() {
    std::vector<Demand> kept = all_;
    for (std::size_t size = (kept.size() + 1) / 2; size > 1; size = (size + 1) / 2) {
        drop_chunks(kept, size);
        size = std::min(size, kept.size() + 1);
    }
    drop_chunks(kept, 1);
    return kept;
}

}  // namespace

Conflict explain(const model::Brief& brief, const Limits& limits) {
    ConflictFinder finder{brief, limits};
    Conflict conflict;
    bool has_includes = false;
    for (const Demand& demand : finder.find()) {
        if (demand.kind == Demand::Kind::rule) conflict.rules.emplace_back(demand.index);
        if (demand.kind == Demand::Kind::appointment) conflict.meetings.emplace_back(demand.index);
        has_includes = has_includes || demand.kind == Demand::Kind::includes;
    }
    if (has_includes)
        if (const auto rule = find_rule<model::Appointments>(brief, {}))
            conflict.rules.push_back(*rule);
    std::sort(conflict.rules.begin(), conflict.rules.end());
    const Encoding whole{brief, {.rules = {}, .appointments = {}, .soft_rules = true}};
    conflict.text = tell_conflict(brief, conflict, whole);
    for (const MeetingId id : whole.unplaceable())
        if (std::find(conflict.meetings.begin(), conflict.meetings.end(), id)
            == conflict.meetings.end())
            conflict.meetings.push_back(id);
    return conflict;
}

}  // namespace rul::planner
