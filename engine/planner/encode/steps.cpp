#include "engine/planner/encode/steps.hpp"

#include "engine/solver/constraints/count.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;

std::vector<Counter> counters_of(Encoding& e, const std::vector<MeetingId>& group) {
    std::vector<Counter> counters;
    for (const Ordinal& ordinal : ordinals_of(e, group))
        counters.emplace_back(e, ordinal.certain, ordinal.open);
    return counters;
}

// How many of the whole group are held.
Counter total_of(Encoding& e, const std::vector<MeetingId>& group) {
    Value certain = 0;
    Literals open;
    for (const MeetingId id : group)
        if (e.may_be_left_out(id))
            open.push_back(e.held(id));
        else
            ++certain;
    return {e, certain, open};
}

// The k-th (from 0) of `group` is alone when of the other group at most k are held.
std::vector<Steps::Single> alone(Encoding& e, const std::vector<MeetingId>& group,
                                 const std::vector<Counter>& counters, const Counter& total) {
    std::vector<Steps::Single> singles;
    for (std::size_t i = 0; i < group.size(); ++i)
        for (Value k = counters[i].least(); k <= counters[i].most(); ++k) {
            const Literal when = e.all_of({counters[i].is(e, k), total.is_at_most(e, k)});
            if (!e.is_no(when)) singles.push_back({group[i], {when}});
        }
    return singles;
}

}  // namespace

std::vector<Ordinal> ordinals_of(Encoding& e, const std::vector<MeetingId>& group) {
    std::vector<Ordinal> ordinals(group.size());
    for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (e.may_be_left_out(group[j]) && !e.falls_with(group[i], group[j]))
                ordinals[i].open.push_back(e.held(group[j]));
            else
                ++ordinals[i].certain;
    return ordinals;
}

Counter::Counter(Encoding& e, Value certain, const Literals& open)
    : certain_{certain}, open_{static_cast<Value>(open.size())} {
    if (open.empty()) return;
    count_ = e.problem().new_var(0, open_);
    e.problem().post<solver::Count>(open, count_);
}

Literal Counter::is(Encoding& e, Value k) const {
    if (k < least() || most() < k) return e.no();
    return open_ == 0 ? e.yes() : solver::equals(count_, k - certain_);
}

Literal Counter::is_at_most(Encoding& e, Value k) const {
    if (k < least()) return e.no();
    return most() <= k ? e.yes() : solver::at_most(count_, k - certain_);
}

Steps::Steps(Encoding& e, const model::Group& a, const model::Group& b) {
    const std::vector<MeetingId> first = e.planned(a);
    const std::vector<MeetingId> second = e.planned(b);
    const std::vector<Counter> of_first = counters_of(e, first);
    const std::vector<Counter> of_second = counters_of(e, second);
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < second.size(); ++j) {
            const Value least = std::max(of_first[i].least(), of_second[j].least());
            const Value most = std::min(of_first[i].most(), of_second[j].most());
            for (Value k = least; k <= most; ++k) {
                Literals when{of_first[i].is(e, k), of_second[j].is(e, k)};
                when.erase(std::remove(when.begin(), when.end(), e.yes()), when.end());
                pairs_.push_back({first[i], second[j], std::move(when)});
            }
        }
    first_alone_ = alone(e, first, of_first, total_of(e, second));
    second_alone_ = alone(e, second, of_second, total_of(e, first));
}

}  // namespace rul::planner
