#include "engine/planner/encode/distances.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/planner/encode/steps.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/separation.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace rul::planner {

namespace {

using model::Distance;
using model::MeetingId;

// Calls f(a, b) for the pairs that count among those held.
using EachPair = std::function<void(std::vector<Sitting> held,
                                    const std::function<void(const Sitting&, const Sitting&)>& f)>;

void each_neighbours(std::vector<Sitting> held,
                     const std::function<void(const Sitting&, const Sitting&)>& f) {
    std::sort(held.begin(), held.end(), stands_before);
    for (std::size_t i = 1; i < held.size(); ++i)
        f(held[i - 1], held[i]);
}

void as_given(std::vector<Sitting> held,
              const std::function<void(const Sitting&, const Sitting&)>& f) {
    if (held.size() == 2) f(held[0], held[1]);
}

// Puts one Distance rule into the problem, pair by pair.
class DistanceEncoder {
  public:
    DistanceEncoder(Encoding& e, const model::Rule& rule, const Distance& kind)
        : e_{e},
          rule_{rule},
          kind_{kind},
          measure_{kind.range},
          outside_points_{rule.strength.must || e.ignores_costs() ? 0 : rule.strength.points},
          ideal_points_{measure_.ideal && !e.ignores_costs() ? kind.ideal_points : 0} {}

    void in_step();
    void neighbours();
    void every_pair();

  private:
    [[nodiscard]] bool is_valid_on(const Start& start) const {
        return rule_.validity.contains(e_.grid().date_of(start.day));
    }
    [[nodiscard]] std::optional<Value> distance(const Sitting& a, const Sitting& b) const {
        if (!is_valid_on(*b.start)) return std::nullopt;
        return measure_.from_to(e_.grid(), e_.brief().calendar, *a.start, *b.start);
    }
    [[nodiscard]] Cost worst_cost(const std::vector<MeetingId>& meetings, Cost unit) const;
    [[nodiscard]] Cost cost_of(Value distance, Cost unit) const {
        return outside_points_ / unit * measure_.outside(distance)
               + ideal_points_ / unit * measure_.off_ideal(distance);
    }
    void post(MeetingId a, MeetingId b, const Literals& when);
    void post_in_days(MeetingId a, MeetingId b, const Literals& when);
    void post_in_minutes(MeetingId a, MeetingId b, const Literals& when);
    void post_either_way(MeetingId a, MeetingId b);
    void judge(const std::vector<MeetingId>& meetings, const Literals& when, const EachPair& each);

    Encoding& e_;
    const model::Rule& rule_;
    const Distance& kind_;
    Measure measure_;
    Cost outside_points_;
    Cost ideal_points_;
};

// Costs rise away from the ideal: the least and the greatest distance cost most.
Cost DistanceEncoder::worst_cost(const std::vector<MeetingId>& meetings, Cost unit) const {
    Value first = 0;
    Value last = 0;
    for (const MeetingId id : meetings) {
        const StartTable& starts = e_.starts(id);
        const auto& at = measure_.in_minutes ? *starts.begins() : *starts.days();
        first = std::min(first, at.front() - starts.greatest_length());
        last = std::max(last, at.back() + starts.greatest_length());
    }
    const Value span = last - first;
    return std::max(cost_of(span, unit), cost_of(-span, unit))
           * static_cast<Cost>(meetings.size() - 1);
}

void DistanceEncoder::judge(const std::vector<MeetingId>& meetings, const Literals& when,
                            const EachPair& each) {
    if (rule_.strength.must)
        e_.judge(meetings, when, 0, 0, [this, each](const std::vector<Sitting>& held) {
            Cost broken = 0;
            each(held, [&](const Sitting& a, const Sitting& b) {
                const auto d = distance(a, b);
                if (d && !measure_.contains(*d)) ++broken;
            });
            return broken;
        });
    const Cost unit = std::gcd(outside_points_, ideal_points_);
    if (unit == 0) return;
    const auto most =
        static_cast<Value>(std::min<Cost>(worst_cost(meetings, unit), Cost{solver::max_value}));
    e_.judge(meetings, when, most, unit, [this, each, unit](const std::vector<Sitting>& held) {
        Cost sum = 0;
        each(held, [&](const Sitting& a, const Sitting& b) {
            if (const auto d = distance(a, b)) sum += cost_of(*d, unit);
        });
        return sum;
    });
}

void DistanceEncoder::post(MeetingId a, MeetingId b, const Literals& when) {
    if (a == b) return;
    const When dated = Encoding::both(when, e_.dated(b, rule_.validity));
    if (!dated) return;
    if (measure_.in_minutes)
        post_in_minutes(a, b, *dated);
    else
        post_in_days(a, b, *dated);
}

void DistanceEncoder::post_in_days(MeetingId a, MeetingId b, const Literals& when) {
    const solver::Coordinate from = e_.by(a, measure_.unit);
    const solver::Coordinate to = e_.by(b, measure_.unit);
    if (rule_.strength.must) {
        const solver::Condition bound{when};
        if (measure_.least) e_.problem().post<solver::Lag>(from, to, *measure_.least, bound);
        if (measure_.most) e_.problem().post<solver::Lag>(to, from, -*measure_.most, bound);
    }
    const auto outside = [this](Value d) { return measure_.outside(d); };
    const auto off_ideal = [this](Value d) { return measure_.off_ideal(d); };
    e_.charge(from, to, outside, outside_points_, when);
    e_.charge(from, to, off_ideal, ideal_points_, when);
}

void DistanceEncoder::post_in_minutes(MeetingId a, MeetingId b, const Literals& when) {
    if (rule_.strength.must) {
        const auto fits = [this](const Start& from, const Start& to) {
            const auto d = measure_.from_to(e_.grid(), e_.brief().calendar, from, to);
            return !d || measure_.contains(*d);
        };
        e_.allow(a, b, pairs_with(e_.side(a), e_.side(b), {}, fits), when);
    }
    if (outside_points_ > 0 || ideal_points_ > 0) judge({a, b}, when, as_given);
}

void DistanceEncoder::in_step() {
    const Steps steps{e_, kind_.from, kind_.to};
    for (const Steps::Pair& pair : steps.pairs())
        post(pair.a, pair.b, pair.when);
}

void DistanceEncoder::neighbours() {
    const std::vector<MeetingId> group = e_.planned(kind_.from);
    const auto ordered = e_.in_date_order(group);
    if (!ordered) {
        judge(group, {}, each_neighbours);
        return;
    }
    for (std::size_t i = 0; i < ordered->size(); ++i) {
        Literals when;  // those between are left out
        for (std::size_t j = i + 1; j < ordered->size(); ++j) {
            const auto falls = [&](std::size_t k) {
                return e_.falls_with((*ordered)[j], (*ordered)[k]);
            };
            bool can_be_neighbour = true;
            for (std::size_t k = i + 1; k < j; ++k)
                can_be_neighbour = can_be_neighbour && !falls(k);
            if (can_be_neighbour) post((*ordered)[i], (*ordered)[j], when);
            if (!e_.may_be_left_out((*ordered)[j])) break;
            when.push_back(e_.day((*ordered)[j]).left_out());
        }
    }
}

// Both are of both groups: from the earlier to the later, whichever that is.
void DistanceEncoder::post_either_way(MeetingId a, MeetingId b) {
    if (const auto ordered = e_.in_date_order({a, b})) {
        post(ordered->front(), ordered->back(), {});
        return;
    }
    judge({a, b}, {}, each_neighbours);
    const auto is_always_valid = [this](MeetingId id) {
        const When dated = e_.dated(id, rule_.validity);
        return dated && dated->empty();
    };
    if (!rule_.strength.must || measure_.in_minutes || !is_always_valid(a) || !is_always_valid(b))
        return;
    const solver::Coordinate x = e_.by(a, measure_.unit);
    const solver::Coordinate y = e_.by(b, measure_.unit);
    if (measure_.least.value_or(0) > 0)
        e_.problem().post<solver::Separation>(x, y, *measure_.least);
    if (measure_.most) {
        e_.problem().post<solver::Lag>(x, y, -*measure_.most);
        e_.problem().post<solver::Lag>(y, x, -*measure_.most);
    }
}

void DistanceEncoder::every_pair() {
    const std::vector<MeetingId> from = e_.planned(kind_.from);
    const std::vector<MeetingId> to = e_.planned(kind_.to);
    const auto contains = [](const std::vector<MeetingId>& group, MeetingId id) {
        return std::find(group.begin(), group.end(), id) != group.end();
    };
    std::set<std::pair<MeetingId, MeetingId>> seen;
    for (const MeetingId a : from)
        for (const MeetingId b : to) {
            if (!contains(from, b) || !contains(to, a))
                post(a, b, {});
            else if (a != b && seen.insert(std::minmax(a, b)).second)
                post_either_way(a, b);
        }
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Distance& kind) {
    // Judgements outlive this call, and with them what they ask.
    auto& encoder = e.keep<DistanceEncoder>(e, rule, kind);
    switch (kind.pairs) {
        case Distance::Pairs::in_step:
            encoder.in_step();
            break;
        case Distance::Pairs::neighbours:
            encoder.neighbours();
            break;
        case Distance::Pairs::every_pair:
            encoder.every_pair();
            break;
    }
}

}  // namespace rul::planner
