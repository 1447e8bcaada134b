#include "engine/planner/answers/repairs.hpp"

#include "engine/model/plan.hpp"

#include <algorithm>
#include <cstdlib>

namespace rul::planner {

namespace {

using model::Date;
using model::MeetingId;
using model::RuleId;
using std::chrono::days;

// A question that costs more than this is not worth the answer.
constexpr std::int64_t effort_of_a_price = 200'000;

// Whether a meeting at `date` touches one of the days.
bool touches(const model::Meeting& meeting, Date date, const model::DateRange& range) {
    const Date last = meeting.kind == model::Meeting::Kind::seminar ? date + days{1} : date;
    return date <= range.last && range.first <= last;
}

// Tries the changes that each member of one conflict suggests.
class ChangeFinder {
  public:
    ChangeFinder(const Quarrel& quarrel, const Asking& asking,
                 const std::function<Existence(const model::Brief&)>& exists)
        : quarrel_{quarrel},
          brief_{quarrel.brief},
          asking_{asking.with_at_most(effort_of_a_price)},
          exists_{exists} {}

    [[nodiscard]] std::vector<Priced> find();

    void try_kind(RuleId rule, const model::Count& kind);
    void try_kind(RuleId rule, const model::SlotChoice& kind);
    void try_kind(RuleId rule, const model::Blocked& kind);
    void try_kind(RuleId rule, const model::ClosedDays& kind);
    void try_kind(RuleId rule, const model::Attendance& kind);
    template <class Other>
    void try_kind(RuleId rule, const Other& /*kind*/) {
        try_bounds(rule);
        if (can_be_soft(brief_.at(rule).kind)) try_softer(rule);
    }

  private:
    [[nodiscard]] bool works(const Change& change) const {
        return exists_(changed(brief_, {change})) == Existence::yes;
    }
    bool keep_if_it_works(const Change& change) {
        if (!works(change)) return false;
        found_.push_back({change, size_of(brief_, change)});
        return true;
    }
    void try_softer(RuleId rule);
    void try_bounds(RuleId rule);
    void try_bound(RuleId rule, std::size_t at, const Bound& bound);
    void try_appointment(MeetingId id);
    [[nodiscard]] std::optional<MoveDate> nearest_move(MeetingId id, Cost of_its_own_dates) const;
    void try_to_open(model::BlockId block, const model::Plan& plan);
    [[nodiscard]] bool is_closed(MeetingId id, Date date) const;
    [[nodiscard]] std::optional<model::Plan> plan_letting_go_of(const Demand& demand,
                                                                const Extra& extra) const;

    const Quarrel& quarrel_;
    const model::Brief& brief_;
    Asking asking_;
    const std::function<Existence(const model::Brief&)>& exists_;
    std::vector<Priced> found_;
};

// The cheapest calendar, by `extra` alone, that need not meet one member of the conflict. First of
// the whole brief; where there is none, of the conflict.
std::optional<model::Plan> ChangeFinder::plan_letting_go_of(const Demand& demand,
                                                            const Extra& extra) const {
    const auto without = [&](const Demands& from) {
        Demands kept;
        std::remove_copy(from.begin(), from.end(), std::back_inserter(kept), demand);
        return letting_go_of(brief_, quarrel_.all, kept);
    };
    auto answer = asking_.best(brief_, without(quarrel_.all), extra);
    if (!answer.plan) answer = asking_.best(brief_, without(quarrel_.core.demands), extra);
    return answer.plan;
}

// ---- Rules ------------------------------------------------------------------------------------

// And what it would then cost, where that can be answered soon.
void ChangeFinder::try_softer(RuleId rule) {
    const SoftenRule change{rule};
    if (!keep_if_it_works(change)) return;
    const model::Brief softer = changed(without_wishes(brief_), {change});
    const auto price_with = [&](const Demands& kept) {
        Without without = letting_go_of(brief_, quarrel_.all, kept);
        without.soft_rules = false;
        for (std::size_t i = 0; i < brief_.rules.size(); ++i)
            without.rules[i] = without.rules[i] || !brief_.rules[i].strength.must;
        return asking_.best(softer, without);
    };
    auto answer = price_with(quarrel_.all);
    if (!answer.plan) answer = price_with(quarrel_.core.demands);
    if (answer.plan) found_.back().size = std::max(answer.cost, change.points);
}

void ChangeFinder::try_bounds(RuleId rule) {
    const std::vector<Bound> bounds = bounds_of(brief_.at(rule).kind);
    for (std::size_t at = 0; at < bounds.size(); ++at)
        try_bound(rule, at, bounds[at]);
}

// The nearest number with which it works: steps that double, and then between the last two.
void ChangeFinder::try_bound(RuleId rule, std::size_t at, const Bound& bound) {
    const auto moved = [&](int by) {
        return MoveBound{rule, at, bound.value,
                         bound.is_least ? bound.value - by : bound.value + by};
    };
    const int most = bound.is_least ? bound.value - bound.furthest : bound.furthest - bound.value;
    if (most <= 0 || !works(moved(most))) return;
    int too_little = 0;
    int enough = 1;
    while (enough < most && !works(moved(enough))) {
        too_little = enough;
        enough = std::min(enough * 2, most);
    }
    while (enough - too_little > 1) {
        const int middle = too_little + (enough - too_little) / 2;
        (works(moved(middle)) ? enough : too_little) = middle;
    }
    found_.push_back({moved(enough), size_of(brief_, moved(enough))});
}

void ChangeFinder::try_kind(RuleId /*rule*/, const model::Count& kind) {
    const model::Series& series = brief_.at(kind.series);
    for (std::size_t quota = 0; quota < series.quotas.size(); ++quota)
        for (int to = series.quotas[quota].least - 1; to >= 0; --to)
            if (keep_if_it_works(HoldFewer{kind.series, quota, series.quotas[quota].least, to}))
                break;
}

void ChangeFinder::try_kind(RuleId rule, const model::SlotChoice& /*kind*/) {
    for (unsigned day = 1; day <= 5; ++day)
        if (keep_if_it_works(AddWeekday{rule, std::chrono::weekday{day}})) return;
}

// Which of the block's days would be used if it were not there: as few meetings in it as can be.
void ChangeFinder::try_kind(RuleId rule, const model::Blocked& kind) {
    const model::Block& block = brief_.blocks[kind.block.index];
    const auto in_block = [&](MeetingId id, Date date) {
        const auto is_touched = [&](const model::DateRange& range) {
            return touches(brief_.at(id), date, range);
        };
        return Cost{std::any_of(block.days.begin(), block.days.end(), is_touched) ? 1 : 0};
    };
    const auto plan = plan_letting_go_of({Demand::Kind::rule, rule.index}, pricing(in_block));
    if (plan) try_to_open(kind.block, *plan);
    try_softer(rule);
}

void ChangeFinder::try_to_open(model::BlockId block, const model::Plan& plan) {
    for (const model::DateRange& range : brief_.blocks[block.index].days) {
        bool is_used = false;
        for (std::size_t i = 0; i < brief_.meetings.size(); ++i)
            if (const auto& at = plan.placements[i])
                is_used = is_used || touches(brief_.meetings[i], at->date, range);
        if (is_used && keep_if_it_works(OpenDays{block, range})) return;
    }
}

bool ChangeFinder::is_closed(MeetingId id, Date date) const {
    const bool is_overnight = brief_.at(id).kind == model::Meeting::Kind::seminar;
    return brief_.calendar.find_holiday(date) != nullptr
           || (is_overnight && brief_.calendar.find_holiday(date + days{1}) != nullptr);
}

// A meeting agreed for a closed day may lie there: as few as can be.
void ChangeFinder::try_kind(RuleId rule, const model::ClosedDays& /*kind*/) {
    const auto plan = plan_letting_go_of(
        {Demand::Kind::rule, rule.index},
        pricing([this](MeetingId id, Date date) { return Cost{is_closed(id, date) ? 1 : 0}; }));
    if (!plan) return;
    for (std::size_t i = 0; i < brief_.meetings.size(); ++i) {
        const MeetingId id{i};
        const auto& at = plan->of(id);
        if (!at || brief_.at(id).state != model::Meeting::State::free || !is_closed(id, at->date))
            continue;
        if (keep_if_it_works(AgreeOn{id, {at->date, at->time, at->mode, at->venue, {}}})) return;
    }
}

// Somebody stays away from the meetings of a body.
void ChangeFinder::try_kind(RuleId /*rule*/, const model::Attendance& /*kind*/) {
    for (const model::PersonId person : quarrel_.persons)
        for (std::size_t body = 0; body < brief_.bodies.size(); ++body) {
            const Change excuse = Excuse{person, model::BodyId{body}};
            if (size_of(brief_, excuse) > 0) keep_if_it_works(excuse);
        }
}

// ---- Dates ------------------------------------------------------------------------------------

// To the nearest date that will do; one of those agreed already counts as so many days away.
std::optional<MoveDate> ChangeFinder::nearest_move(MeetingId id, Cost of_its_own_dates) const {
    const model::Meeting& meeting = brief_.at(id);
    const auto away = [&](Date date) {
        Cost least = solver::infinite_cost;
        for (const model::Appointment& option : meeting.options)
            least = std::min<Cost>(least, std::chrono::abs(date - option.date).count());
        return least == 0 ? of_its_own_dates : least;
    };
    const auto plan = plan_letting_go_of(
        {Demand::Kind::appointment, id.index},
        pricing([&](MeetingId other, Date date) { return other == id ? away(date) : Cost{0}; }));
    if (!plan || !plan->of(id)) return std::nullopt;
    const auto& at = plan->of(id);
    return MoveDate{id, {at->date, at->time, at->mode, at->venue, {}}};
}

// On the same date without its hour or elsewhere, where that will do; and on another date.
void ChangeFinder::try_appointment(MeetingId id) {
    const auto is_agreed = [&](const MoveDate& move) {
        const auto& options = brief_.at(id).options;
        return std::any_of(options.begin(), options.end(), [&](const model::Appointment& option) {
            return option.date == move.to.date;
        });
    };
    const auto nearest = nearest_move(id, 0);
    if (!nearest) return;
    if (!keep_if_it_works(*nearest)) {
        keep_if_it_works(FreeDate{id});
        return;
    }
    if (!is_agreed(*nearest)) return;
    constexpr Cost further_than_any_other = 10'000;
    const auto other = nearest_move(id, further_than_any_other);
    if (other && !is_agreed(*other)) keep_if_it_works(*other);
}

std::vector<Priced> ChangeFinder::find() {
    for (const Demand& demand : quarrel_.core.demands) {
        if (asking_.is_stopped()) break;
        switch (demand.kind) {
            case Demand::Kind::rule:
                std::visit([&](const auto& kind) { try_kind(RuleId{demand.index}, kind); },
                           brief_.rules[demand.index].kind);
                break;
            case Demand::Kind::appointment:
                try_appointment(MeetingId{demand.index});
                break;
            case Demand::Kind::include:
                keep_if_it_works(DropInclude{model::SeriesId{demand.index}, demand.date});
                break;
            case Demand::Kind::held:
                keep_if_it_works(LeaveOut{MeetingId{demand.index}});
                break;
        }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Priced& a, const Priced& b) { return a.size < b.size; });
    return std::move(found_);
}

}  // namespace

std::vector<Priced> find_changes(const Quarrel& quarrel, const Asking& asking,
                                 const std::function<Existence(const model::Brief&)>& exists) {
    return ChangeFinder{quarrel, asking, exists}.find();
}

}  // namespace rul::planner
