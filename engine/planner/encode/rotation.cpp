#include "engine/model/plan.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::Rotation;

constexpr int quarter_hour = 15;

// Puts one Rotation rule into the problem.
class RotationEncoder {
  public:
    RotationEncoder(Encoding& e, const model::Rule& rule, const Rotation& kind)
        : e_{e}, rule_{rule}, kind_{kind}, group_{e.planned(kind.meetings)} {}

    void encode();

  private:
    [[nodiscard]] std::string municipality(Value place) const {
        const auto& venue = e_.places().at(place).venue;
        return venue ? e_.brief().at(*venue).municipality : std::string{};
    }
    /// A physical meeting in the validity at one of these places.
    [[nodiscard]] Literal visits(MeetingId id, const std::function<bool(Value)>& places) {
        const Literal is_physical = e_.held_where(id, [this](const Start& start) {
            return model::needs_venue(start.mode)
                   && rule_.validity.contains(e_.grid().date_of(start.day));
        });
        return e_.all_of({e_.at_place(id, places), is_physical});
    }
    [[nodiscard]] Literal visits(MeetingId id, const std::string& town) {
        return visits(id, [&](Value place) { return municipality(place) == town; });
    }
    void be_fair();
    void go_on();
    void judge_repeats();
    void travel_little();
    void travel_little(MeetingId id);

    Encoding& e_;
    const model::Rule& rule_;
    const Rotation& kind_;
    std::vector<MeetingId> group_;
};

void RotationEncoder::be_fair() {
    const std::set<std::string> towns(kind_.municipalities.begin(), kind_.municipalities.end());
    const auto n = static_cast<Value>(group_.size());
    std::vector<IntVar> counts;
    for (const std::string& town : towns) {
        Literals here;
        for (const MeetingId id : group_)
            here.push_back(visits(id, town));
        counts.push_back(e_.problem().new_var(0, n));
        e_.problem().post<solver::Count>(here, counts.back());
    }
    if (counts.size() < 2) return;
    const IntVar unfair = e_.excess(rule_, n);
    for (const IntVar a : counts)
        for (const IntVar b : counts)
            if (a != b)
                e_.problem().post<solver::LinearAtMost>(
                    std::vector<std::pair<Value, IntVar>>{{1, a}, {-1, b}, {-1, unfair}}, Cost{1});
}

// Without a known order of dates: judged when all is known.
void RotationEncoder::judge_repeats() {
    const auto repeats = [this](const std::vector<Sitting>& held) {
        std::vector<Sitting> visits;
        std::copy_if(held.begin(), held.end(), std::back_inserter(visits), [&](const Sitting& s) {
            return model::needs_venue(s.start->mode) && s.place != 0
                   && rule_.validity.contains(e_.grid().date_of(s.start->day));
        });
        std::sort(visits.begin(), visits.end(), stands_before);
        Cost count = 0;
        for (std::size_t i = 1; i < visits.size(); ++i) {
            const std::string town = municipality(visits[i].place);
            count += !town.empty() && town == municipality(visits[i - 1].place) ? 1 : 0;
        }
        return count;
    };
    e_.judge(group_, {}, static_cast<Value>(group_.size()),
             rule_.strength.must ? 0 : rule_.strength.points, repeats);
}

// Two visits to one town have a visit to another between them.
void RotationEncoder::go_on() {
    const auto ordered = e_.in_date_order(group_);
    if (!ordered) {
        judge_repeats();
        return;
    }
    std::set<std::string> towns;
    for (Value place = 1; place < e_.places().count(); ++place)
        if (!municipality(place).empty()) towns.insert(municipality(place));
    const auto anywhere = [](Value place) { return place != 0; };
    for (std::size_t i = 0; i < ordered->size(); ++i) {
        Literals between;
        for (std::size_t j = i + 1; j < ordered->size(); ++j) {
            const Literal is_broken = e_.broken(rule_);
            for (const std::string& town : towns) {
                Literals both = between;
                both.push_back(visits((*ordered)[i], town));
                both.push_back(visits((*ordered)[j], town));
                if (std::none_of(both.begin(), both.end(),
                                 [this](Literal l) { return e_.is_no(l); }))
                    e_.imply(std::move(both), is_broken);
            }
            const Literal is_visit = visits((*ordered)[j], anywhere);
            if (e_.is_yes(is_visit)) break;
            between.push_back(!is_visit);
        }
    }
}

void RotationEncoder::travel_little(MeetingId id) {
    const model::Meeting& meeting = e_.brief().at(id);
    const auto travel = [&](model::VenueId venue) {
        return model::mean_travel(e_.brief(), meeting.attendees, venue);
    };
    std::map<Cost, std::set<Value>> places_by_cost;
    for (const Value place : e_.starts(id).places()) {
        const auto& venue = e_.places().at(place).venue;
        if (!venue) continue;
        const int here = travel(*venue);
        int nearest = here;
        for (const model::VenueId other : meeting.venues)
            nearest = std::min(nearest, travel(other));
        places_by_cost[(here - nearest + quarter_hour - 1) / quarter_hour].insert(place);
    }
    for (const auto& [cost, places] : places_by_cost) {
        if (cost == 0) continue;
        const auto& its = places;
        const Literal goes = visits(id, [&its](Value place) { return its.contains(place); });
        e_.imply({goes}, solver::is_true(e_.costly(1, cost * kind_.nearest_points)));
    }
}

void RotationEncoder::travel_little() {
    if (kind_.nearest_points == 0 || e_.ignores_costs()) return;
    for (const MeetingId id : group_)
        travel_little(id);
}

void RotationEncoder::encode() {
    if (kind_.fair) be_fair();
    if (kind_.no_repeat) go_on();
    travel_little();
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Rotation& kind) {
    // Judgements outlive this call, and with them what they ask.
    e.keep<RotationEncoder>(e, rule, kind).encode();
}

}  // namespace rul::planner
