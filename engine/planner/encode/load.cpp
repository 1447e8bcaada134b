#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/bucket_excess.hpp"
#include "engine/solver/constraints/channel.hpp"
#include "engine/solver/constraints/function.hpp"

#include <algorithm>
#include <map>

namespace rul::planner {

namespace {

using model::Load;
using model::MeetingId;
using model::PersonId;

// What one person's meetings weigh: each meeting, and with travel those of its places that are
// away.
struct Burden {
    MeetingId meeting;
    std::vector<bool> is_away;  // by place; empty: travel does not count

    friend auto operator<=>(const Burden&, const Burden&) = default;
};

// Puts one Load rule into the problem.
class LoadEncoder {
  public:
    LoadEncoder(Encoding& e, const model::Rule& rule, const Load& kind)
        : e_{e}, rule_{rule}, kind_{kind} {}

    void encode();

  private:
    /// A meeting on one of the days it touches, or its way there.
    struct Member {
        solver::Coordinate bucket;
        int weight = 1;
    };

    [[nodiscard]] std::vector<Burden> burdens_of(PersonId person) const;
    [[nodiscard]] std::vector<bool> places_away(PersonId person) const;
    [[nodiscard]] bool is_valid(const Start& start) const {
        return rule_.validity.contains(e_.grid().date_of(start.day));
    }
    /// The bucket of the `offset`-th day it touches; nothing when it does not count there.
    [[nodiscard]] std::optional<Value> bucket(const Start& start, Value offset) const;
    [[nodiscard]] Value days_touched(MeetingId id) const;
    void add_members(const Burden& burden, std::vector<Member>& members);
    void add_member(MeetingId id, Value offset, std::vector<Member>& members);
    void add_journey(const Burden& burden, Value offset, std::vector<Member>& members);
    void limit(const std::vector<Burden>& burdens, Cost persons);

    Encoding& e_;
    const model::Rule& rule_;
    const Load& kind_;
};

std::vector<bool> LoadEncoder::places_away(PersonId person) const {
    std::vector<bool> away;
    const std::string& home = e_.brief().at(person).municipality;
    for (Value place = 0; place < e_.places().count(); ++place) {
        const auto& venue = e_.places().at(place).venue;
        const std::string there = venue ? e_.brief().at(*venue).municipality : std::string{};
        away.push_back(!home.empty() && !there.empty() && home != there);
    }
    return away;
}

std::vector<Burden> LoadEncoder::burdens_of(PersonId person) const {
    std::vector<Burden> burdens;
    const std::vector<bool> away = kind_.travel ? places_away(person) : std::vector<bool>{};
    for (std::size_t i = 0; i < e_.brief().meetings.size(); ++i) {
        const MeetingId id{i};
        const auto& attendees = e_.brief().at(id).attendees;
        const bool is_expected =
            std::any_of(attendees.begin(), attendees.end(), [&](const model::Member& m) {
                return m.person == person && m.presence != model::Presence::standby;
            });
        if (is_expected && e_.is_planned(id)) burdens.push_back({id, away});
    }
    return burdens;
}

std::optional<Value> LoadEncoder::bucket(const Start& start, Value offset) const {
    if (!is_valid(start) || start.day + offset > start.last_day) return std::nullopt;
    if (kind_.per == Load::Per::day) return start.day + offset;
    return Grid::week_of(e_.grid().date_of(start.day));
}

Value LoadEncoder::days_touched(MeetingId id) const {
    if (kind_.per == Load::Per::week) return 1;
    Value days = 1;
    for (const Start& start : e_.starts(id).all())
        days = std::max(days, start.last_day - start.day + 1);
    return days;
}

// The member's variable counts the buckets in which it can be, one value more is "in none".
void LoadEncoder::add_member(MeetingId id, Value offset, std::vector<Member>& members) {
    std::vector<Value> buckets;
    for (const Start& start : e_.starts(id).all())
        if (const auto at = bucket(start, offset)) buckets.push_back(*at);
    if (buckets.empty()) return;
    const auto all = static_cast<Value>(buckets.size());
    if (offset == 0 && all == e_.starts(id).count()) {
        members.push_back(
            {{e_.start(id), std::make_shared<const std::vector<Value>>(std::move(buckets))}});
        return;
    }
    std::vector<Value> by_start;
    Value next = 0;
    for (const Start& start : e_.starts(id).all())
        by_start.push_back(bucket(start, offset) ? next++ : all);
    if (e_.may_be_left_out(id)) by_start.push_back(all);
    const IntVar at = e_.problem().new_var(0, all);
    e_.problem().post<solver::Channel>(
        e_.start(id), at, std::make_shared<const std::vector<Value>>(std::move(by_start)));
    members.push_back({{at, std::make_shared<const std::vector<Value>>(std::move(buckets))}});
}

// Once more, if the meeting is physical and at a place that is away.
void LoadEncoder::add_journey(const Burden& burden, Value offset, std::vector<Member>& members) {
    const MeetingId id = burden.meeting;
    const Literal away = e_.at_place(id, [&](Value place) {
        return static_cast<bool>(burden.is_away[static_cast<std::size_t>(place)]);
    });
    std::vector<Value> buckets;
    std::vector<Value> by_start;  // then by away or not
    const auto counts = [&](const Start& start) {
        return model::needs_venue(start.mode) && bucket(start, offset);
    };
    const StartTable& starts = e_.starts(id);
    const auto all =
        static_cast<Value>(std::count_if(starts.all().begin(), starts.all().end(), counts));
    if (all == 0 || e_.is_no(away)) return;
    for (const Start& start : starts.all()) {
        const bool does = counts(start);
        by_start.push_back(all);
        by_start.push_back(does ? static_cast<Value>(buckets.size()) : all);
        if (does) buckets.push_back(*bucket(start, offset));
    }
    if (e_.may_be_left_out(id)) by_start.insert(by_start.end(), 2, all);
    const IntVar is_away = e_.problem().new_bool();
    e_.problem().add_clause({!away, solver::is_true(is_away)});
    e_.problem().add_clause({away, solver::is_false(is_away)});
    const IntVar at = e_.problem().new_var(0, all);
    e_.problem().post<solver::Function>(
        e_.start(id), is_away, at, std::make_shared<const std::vector<Value>>(std::move(by_start)),
        2);
    members.push_back({{at, std::make_shared<const std::vector<Value>>(std::move(buckets))}});
}

void LoadEncoder::add_members(const Burden& burden, std::vector<Member>& members) {
    for (Value offset = 0; offset < days_touched(burden.meeting); ++offset) {
        add_member(burden.meeting, offset, members);
        if (!burden.is_away.empty()) add_journey(burden, offset, members);
    }
}

void LoadEncoder::limit(const std::vector<Burden>& burdens, Cost persons) {
    std::vector<Member> members;
    for (const Burden& burden : burdens)
        add_members(burden, members);
    const auto n = static_cast<Value>(members.size());
    if (n <= kind_.most) return;
    std::vector<solver::Coordinate> coordinates;
    std::vector<int> weights;
    for (const Member& member : members) {
        coordinates.push_back(member.bucket);
        weights.push_back(member.weight);
    }
    e_.problem().post<solver::BucketExcess>(std::move(coordinates), std::move(weights), kind_.most,
                                            e_.excess(rule_, n, persons));
}

void LoadEncoder::encode() {
    std::vector<PersonId> persons = kind_.persons;
    if (persons.empty())
        for (std::size_t i = 0; i < e_.brief().persons.size(); ++i)
            persons.emplace_back(i);
    // Persons of whom the same is asked are limited once, at the price of all of them.
    std::map<std::vector<Burden>, Cost> alike;
    for (const PersonId person : persons)
        ++alike[burdens_of(person)];
    for (const auto& [burdens, count] : alike)
        limit(burdens, count);
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Load& kind) {
    LoadEncoder{e, rule, kind}.encode();
}

}  // namespace rul::planner
