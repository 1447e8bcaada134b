#include "engine/planner/encode/encode.hpp"
#include "engine/planner/encode/steps.hpp"

#include <set>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::Regular;

// What is to be regular: a weekday, a start in minutes, an ISO week.
using Habit = int;

Habit weekday_number(model::Date date) {
    return static_cast<Habit>(model::weekday_of(date).c_encoding());
}

std::optional<Habit> habit_of(Regular::What what, model::Date date,
                              const std::optional<model::TimeRange>& time) {
    switch (what) {
        case Regular::What::weekday:
            return weekday_number(date);
        case Regular::What::week:
            return model::iso_week(date).week;
        case Regular::What::time:
            break;
    }
    if (!time) return std::nullopt;
    return static_cast<Habit>(time->from.count());
}

// Puts one Regular rule into the problem.
class RegularEncoder {
  public:
    RegularEncoder(Encoding& e, const model::Rule& rule, const Regular& kind)
        : e_{e}, rule_{rule}, kind_{kind} {}

    void majority();
    void last_year();

  private:
    [[nodiscard]] std::optional<Habit> habit(const Start& start) const {
        const model::Date date = e_.grid().date_of(start.day);
        if (!rule_.validity.contains(date)) return std::nullopt;
        return habit_of(kind_.what, date, start.time);
    }
    [[nodiscard]] Literal differs_from(MeetingId id, Habit usual) {
        return e_.held_where(id, [&](const Start& start) {
            const auto is = habit(start);
            return is && *is != usual;
        });
    }

    Encoding& e_;
    const model::Rule& rule_;
    const Regular& kind_;
};

// A variable chooses what is usual; what differs from that is broken. The cheapest choice is the
// most common value.
void RegularEncoder::majority() {
    const std::vector<MeetingId> group = e_.planned(kind_.meetings);
    std::set<Habit> possible;
    for (const MeetingId id : group)
        for (const Start& start : e_.starts(id).all())
            if (const auto is = habit(start)) possible.insert(*is);
    if (possible.size() < 2) return;
    const IntVar usual = e_.problem().new_var(0, static_cast<Value>(possible.size()) - 1);
    for (const MeetingId id : group) {
        const Literal is_broken = e_.broken(rule_);
        Value number = 0;
        for (const Habit habit : possible)
            e_.imply({solver::equals(usual, number++), differs_from(id, habit)}, is_broken);
    }
}

void RegularEncoder::last_year() {
    const std::vector<MeetingId> group = e_.planned(kind_.meetings);
    const std::vector<Ordinal> ordinals = ordinals_of(e_, group);
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Counter number{e_, ordinals[i].certain, ordinals[i].open};
        const Literal is_broken = e_.broken(rule_);
        for (std::size_t k = 0; k < kind_.last_year.size(); ++k) {
            const Literal is_kth = number.is(e_, static_cast<Value>(k));
            const auto then = habit_of(kind_.what, kind_.last_year[k], std::nullopt);
            if (!e_.is_no(is_kth)) e_.imply({is_kth, differs_from(group[i], *then)}, is_broken);
        }
    }
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Regular& kind) {
    RegularEncoder encoder{e, rule, kind};
    if (kind.last_year.empty() && kind.what != Regular::What::week)
        encoder.majority();
    else if (kind.what != Regular::What::time)
        encoder.last_year();
}

}  // namespace rul::planner
