#pragma once

#include "engine/model/brief.hpp"
#include "engine/planner/candidates.hpp"
#include "engine/planner/grid.hpp"
#include "engine/planner/judgement.hpp"
#include "engine/planner/pair_table.hpp"
#include "engine/planner/places.hpp"
#include "engine/planner/starts.hpp"
#include "engine/planner/without.hpp"
#include "engine/solver/constraints/condition.hpp"
#include "engine/solver/problem.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace rul::planner {

using solver::Cost;
using solver::IntVar;
using solver::Literal;

/// All of them hold; none: always.
using Literals = std::vector<Literal>;
/// When something is asked for; nothing: never.
using When = std::optional<Literals>;

/// A meeting held: which start, and where.
struct Sitting {
    model::MeetingId meeting;
    const Start* start = nullptr;
    Value place = 0;
};

/// By date, then start time (by date only first), then MeetingId.
[[nodiscard]] bool stands_before(const Sitting& a, const Sitting& b);

/// A brief on its way to becoming an integer problem: the variables of its meetings, and the words
/// in which the rules (encode/) are put into it.
///
/// One variable numbers the possible starts of a meeting in order of time, one value more stands
/// for "left out"; a second one is its place (Places), 0 when left out.
///
/// Everything that costs or is counted is one-sided: an auxiliary variable may always be worse than
/// it need be, so that the least cost over them is the cost of the plan.
class Encoding {
  public:
    /// Puts the whole brief into problem(). @post if !unplaceable().empty(), there is no plan.
    explicit Encoding(const model::Brief& brief, Without without = {});
    Encoding(const Encoding&) = delete;
    Encoding& operator=(const Encoding&) = delete;
    Encoding(Encoding&&) = delete;
    Encoding& operator=(Encoding&&) = delete;
    ~Encoding() = default;

    [[nodiscard]] const model::Brief& brief() const { return brief_; }
    [[nodiscard]] const Grid& grid() const { return grid_; }
    [[nodiscard]] const Places& places() const { return places_; }
    [[nodiscard]] const CandidateFinder& finder() const { return finder_; }
    [[nodiscard]] solver::Problem& problem() { return problem_; }
    [[nodiscard]] const solver::Problem& problem() const { return problem_; }

    /// Meetings that must be held and have no possible start.
    [[nodiscard]] const std::vector<model::MeetingId>& unplaceable() const { return unplaceable_; }
    /// Of every meeting that is not cancelled, what was found for it.
    [[nodiscard]] const Candidates& candidates(model::MeetingId id) const {
        return candidates_[id.index];
    }

    // ---- Rules --------------------------------------------------------------------------------

    [[nodiscard]] const Without& without() const { return without_; }
    /// Whether the rule is passed over.
    [[nodiscard]] bool is_ignored(model::RuleId rule) const;
    /// Whether soft costs are passed over.
    [[nodiscard]] bool ignores_costs() const { return without_.soft_rules; }
    /// Distances of neighbours that the series' path has taken upon itself.
    void note_in_path(model::RuleId rule) { in_path_.insert(rule); }
    [[nodiscard]] bool is_in_path(model::RuleId rule) const { return in_path_.contains(rule); }

    // ---- Meetings -----------------------------------------------------------------------------

    /// Whether the meeting has a variable: neither cancelled nor certainly left out.
    [[nodiscard]] bool is_planned(model::MeetingId id) const {
        return sitting_[id.index].starts != nullptr;
    }
    /// Those of the group that have one, in its order, each once.
    [[nodiscard]] std::vector<model::MeetingId> planned(const model::Group& group) const;
    [[nodiscard]] bool may_be_left_out(model::MeetingId id) const {
        return sitting_[id.index].may_be_left_out;
    }
    [[nodiscard]] const StartTable& starts(model::MeetingId id) const {
        return *sitting_[id.index].starts;
    }
    [[nodiscard]] Side side(model::MeetingId id) const { return {starts(id), may_be_left_out(id)}; }
    [[nodiscard]] IntVar start(model::MeetingId id) const { return sitting_[id.index].start; }
    [[nodiscard]] IntVar place(model::MeetingId id) const { return sitting_[id.index].place; }
    /// How many values its start has, "left out" included.
    [[nodiscard]] Value value_count(model::MeetingId id) const { return side(id).value_count(); }
    /// The sitting of a meeting when its variables have these values; nothing: left out.
    [[nodiscard]] std::optional<Sitting> sitting(model::MeetingId id, Value start,
                                                 Value place) const;

    [[nodiscard]] solver::Coordinate day(model::MeetingId id) const;
    [[nodiscard]] solver::Coordinate week(model::MeetingId id) const;
    /// In working days, else in days. @pre a unit of days
    [[nodiscard]] solver::Coordinate by(model::MeetingId id, model::Unit unit) const;
    /// In minutes. @pre all starts are timed
    [[nodiscard]] solver::Coordinate begin(model::MeetingId id) const;
    /// In minutes. @pre all starts are timed, and end in order
    [[nodiscard]] solver::Coordinate end(model::MeetingId id) const;

    /// Those of the group in date order, when that order is known whatever happens.
    [[nodiscard]] std::optional<std::vector<model::MeetingId>> in_date_order(
        const std::vector<model::MeetingId>& group) const;
    /// Whether `later` is left out whenever `earlier` is: both of one quota.
    [[nodiscard]] bool falls_with(model::MeetingId later, model::MeetingId earlier) const;

    // ---- Literals and conditions --------------------------------------------------------------

    [[nodiscard]] Literal yes() const { return solver::at_least(constant_, 1); }
    [[nodiscard]] Literal no() const { return solver::at_most(constant_, 0); }
    [[nodiscard]] bool is_yes(Literal l) const { return l == yes(); }
    [[nodiscard]] bool is_no(Literal l) const { return l == no(); }
    /// True exactly when all are; a variable of its own where it takes one.
    [[nodiscard]] Literal all_of(Literals literals);
    /// Held, with a start of which `is_in` is true.
    [[nodiscard]] Literal held_where(model::MeetingId id,
                                     const std::function<bool(const Start&)>& is_in);
    [[nodiscard]] Literal held(model::MeetingId id) const;
    /// At one of these places. @pre not place 0
    [[nodiscard]] Literal at_place(model::MeetingId id, const std::function<bool(Value)>& is_in);
    /// Dates in `range`, for constraints that only bind meetings held.
    [[nodiscard]] When dated(model::MeetingId id, const model::DateRange& range) const;
    /// Both; `never` wins.
    [[nodiscard]] static When both(When a, const When& b);

    /// Not all of them hold.
    void forbid(Literals literals);
    /// If all of `when` hold, `then` does.
    void imply(Literals when, Literal then);

    // ---- What is broken, and what it costs ----------------------------------------------------

    /// For a soft rule: the literal "is broken", which costs its points `times` over; no(): for
    /// `must`.
    [[nodiscard]] Literal broken(const model::Rule& rule, Cost times = 1);
    /// The condition of a constraint that a soft rule may break: `when`, and not `broken`.
    [[nodiscard]] Literals unless(Literals when, Literal broken) const;
    /// How much a soft rule is exceeded, 0..most, at its points each; for `must` fixed to 0.
    [[nodiscard]] IntVar excess(const model::Rule& rule, Value most, Cost times = 1);
    /// A variable 0..most that costs `each`.
    [[nodiscard]] IntVar costly(Value most, Cost each);
    /// Both held and `when`: the pair costs points * f(b - a). @pre f convex, f >= 0, points > 0
    void charge(const solver::Coordinate& a, const solver::Coordinate& b,
                const std::function<Cost(Value)>& f, Cost points, const Literals& when);
    /// least <= count <= most, for `must`; else what is missing or too much costs.
    void bound(const model::Rule& rule, IntVar count, Value least, Value most);
    /// The same of how many literals are true.
    void bound_count(const model::Rule& rule, const Literals& counted, std::optional<int> least,
                     std::optional<int> most);
    /// Pairs of starts, when both are held, as the table has them.
    void allow(model::MeetingId a, model::MeetingId b, const PairTable& table,
               const Literals& when = {});
    /// Whatever `f` makes of those held costs: at most `most` times `each`. For hard rules each is
    /// 0: f must be 0. `when` as everywhere.
    void judge(const std::vector<model::MeetingId>& meetings, const Literals& when, Value most,
               Cost each, const std::function<Cost(const std::vector<Sitting>& held)>& f);
    /// Something judgements ask, kept as long as the problem.
    template <class T, class... Args>
    T& keep(Args&&... args) {
        auto made = std::make_shared<T>(std::forward<Args>(args)...);
        kept_.push_back(made);
        return *made;
    }
    void judge_into(IntVar cost, const std::vector<model::MeetingId>& meetings,
                    const Literals& when,
                    const std::function<Cost(const std::vector<Sitting>& held)>& f);

  private:
    struct Variables {
        std::shared_ptr<const StartTable> starts;
        bool may_be_left_out = false;
        IntVar start;
        IntVar place;
    };

    void note_uncounted_series();
    void find_candidates();
    void make_variables(model::MeetingId id);
    void make_place(model::MeetingId id);
    [[nodiscard]] const PairTable& places_by_start(model::MeetingId id);
    [[nodiscard]] bool is_optional(model::MeetingId id) const;
    void add_unary_costs(model::MeetingId id);
    void leave_out(model::MeetingId id);
    [[nodiscard]] Literal interval(IntVar x, Value first, Value last);
    [[nodiscard]] Literal member(IntVar x, const std::vector<bool>& set);

    const model::Brief& brief_;
    Without without_;
    Grid grid_;
    Places places_;
    CandidateFinder finder_;
    solver::Problem problem_;
    IntVar constant_;
    std::vector<Candidates> candidates_;
    std::vector<Variables> sitting_;
    std::vector<model::MeetingId> unplaceable_;
    std::vector<std::vector<model::RuleId>> unary_;
    std::vector<bool> is_uncounted_;  // by series: its rule Count is passed over
    std::set<model::RuleId> in_path_;
    std::map<std::vector<Start>, std::shared_ptr<const StartTable>> tables_;
    std::map<std::pair<const StartTable*, bool>, PairTable> places_by_start_;
    std::vector<std::shared_ptr<void>> kept_;
    std::map<Literals, Literal> conjunctions_;
    std::map<std::pair<IntVar, std::vector<bool>>, Literal> members_;
};

}  // namespace rul::planner
