#include "engine/model/plan.hpp"
#include "engine/planner/encode/clashes.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/in_set.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/no_overlap.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rul::planner {

namespace {

using model::Attendance;
using model::MeetingId;
using model::Member;
using model::PersonId;
using model::Presence;

bool counts_for_quorum(const Member& member) {
    return (member.presence == Presence::required || member.presence == Presence::counted)
           && (member.role == model::Role::chair || member.role == model::Role::co_chair
               || member.role == model::Role::member);
}

// A person at a meeting, in the foremost presence they have there.
struct Seat {
    MeetingId meeting;
    Presence presence = Presence::required;
    /// Nobody can do without them: required, and nobody replaces them.
    bool is_indispensable = false;
};

// Puts the rule Attendance into the problem.
//
// Indispensable persons keep their meetings apart by constraints. For everybody else a variable
// says "cannot come", made when it is first asked for; clashes of two meetings make it true.
class AttendanceEncoder {
  public:
    AttendanceEncoder(Encoding& e, const Attendance& kind)
        : e_{e},
          pause_{static_cast<Value>(kind.pause.count())},
          kind_{kind},
          nesting_{e},
          clashes_{e},
          seats_(e.brief().persons.size()) {}

    void encode();

  private:
    using Pair = std::pair<MeetingId, MeetingId>;

    void seat_everybody();
    void seat(MeetingId id);
    [[nodiscard]] bool is_event(MeetingId id) const {
        return e_.brief().at(id).kind == model::Meeting::Kind::event;
    }
    [[nodiscard]] bool can_hinder(MeetingId a, MeetingId b);
    [[nodiscard]] Value greatest_gap(MeetingId a, MeetingId b);

    // Indispensable persons.
    void keep_apart_the_indispensable();
    void keep_apart(const std::vector<MeetingId>& meetings);
    void keep_apart(MeetingId a, MeetingId b);
    void keep_singles_apart(const std::vector<MeetingId>& single,
                            const std::vector<MeetingId>& together);
    struct Journey {
        Value gap;
        Literal here, there;
    };
    [[nodiscard]] std::vector<Journey> journeys_between(MeetingId first, MeetingId second);
    [[nodiscard]] const std::vector<model::VenueId>& venues_about(MeetingId id);

    // All others.
    [[nodiscard]] Literal is_away(PersonId person, const Seat& seat);
    void hinder(PersonId person, const Seat& seat, Literal away);
    [[nodiscard]] Literal hindered(MeetingId hinderer, MeetingId hindered, Hindrance by);
    void post_clashes(MeetingId first, MeetingId second, Hindrance by, Literal hindered);
    [[nodiscard]] const Seat* find_seat(PersonId person, MeetingId meeting) const;

    // What it costs.
    void judge_meeting(MeetingId id);
    void judge_member(MeetingId id, const Member& member);
    [[nodiscard]] bool is_simply_busy(PersonId person, const Seat& seat);
    [[nodiscard]] Literal is_missing(MeetingId id, const Member& member);
    void judge_quorum(MeetingId id);
    void charge_busy(MeetingId id, PersonId person, Cost points);
    [[nodiscard]] std::vector<bool> busy_starts(MeetingId id, PersonId person) const;

    Encoding& e_;
    Value pause_;
    const Attendance& kind_;
    Nesting nesting_;
    Clashes clashes_;
    std::vector<std::vector<Seat>> seats_;  // by person
    std::map<Pair, bool> can_hinder_;
    std::map<Pair, Value> greatest_gap_;                             // by twins
    std::map<MeetingId, std::vector<model::VenueId>> venues_about_;  // by twin
    std::map<std::tuple<MeetingId, MeetingId, Hindrance>, Literal> hindered_;
    std::map<std::pair<PersonId, MeetingId>, Literal> away_;
    std::map<std::tuple<PersonId, MeetingId, Presence>, Literal> missing_;
};

// ---- Who sits where ---------------------------------------------------------------------------

void AttendanceEncoder::seat(MeetingId id) {
    const std::vector<Member>& attendees = e_.brief().at(id).attendees;
    for (const Member& member : attendees) {
        auto& seats = seats_[member.person.index];
        if (seats.empty() || seats.back().meeting != id) seats.push_back({id, member.presence});
        Seat& mine = seats.back();
        mine.presence = std::min(mine.presence, member.presence);
        if (member.presence == Presence::required)
            mine.is_indispensable =
                mine.is_indispensable || substitutes_of(attendees, member.person).empty();
    }
}

void AttendanceEncoder::seat_everybody() {
    for (std::size_t i = 0; i < e_.brief().meetings.size(); ++i)
        if (e_.is_planned(MeetingId{i})) seat(MeetingId{i});
}

const Seat* AttendanceEncoder::find_seat(PersonId person, MeetingId meeting) const {
    const auto& seats = seats_[person.index];
    const auto at = std::find_if(seats.begin(), seats.end(),
                                 [meeting](const Seat& s) { return s.meeting == meeting; });
    return at == seats.end() ? nullptr : &*at;
}

Value AttendanceEncoder::greatest_gap(MeetingId a, MeetingId b) {
    const auto [at, is_new] =
        greatest_gap_.try_emplace({clashes_.twin_of(a), clashes_.twin_of(b)}, pause_);
    if (!is_new) return at->second;
    for (const Value x : e_.starts(a).places())
        for (const Value y : e_.starts(b).places()) {
            const auto& from = e_.places().at(x).venue;
            const auto& to = e_.places().at(y).venue;
            if (!from || !to) continue;
            at->second =
                std::max(at->second,
                         static_cast<Value>(model::travel_between(e_.brief(), *from, *to).count()));
        }
    return at->second;
}

bool AttendanceEncoder::can_hinder(MeetingId a, MeetingId b) {
    const Pair pair = std::minmax(a, b);
    const auto known = can_hinder_.find(pair);
    if (known != can_hinder_.end()) return known->second;
    const bool can = !(is_event(a) && is_event(b)) && !nesting_.are_nested(a, b)
                     && clashes_.can_clash(a, b, greatest_gap(a, b));
    can_hinder_.emplace(pair, can);
    return can;
}

// ---- Clashes ----------------------------------------------------------------------------------

// `first` (with Hindrance::earlier: where it begins first) and `second` do not clash unless
// `hindered`.
void AttendanceEncoder::post_clashes(MeetingId first, MeetingId second, Hindrance by,
                                     Literal hindered) {
    const auto post = [&](Value gap, Literals when) {
        if (const auto& apart = clashes_.pairs_apart(first, second, gap, by))
            e_.allow(first, second, *apart, e_.unless(std::move(when), hindered));
    };
    post(pause_, {});
    for (const Journey& journey : journeys_between(first, second))
        post(journey.gap, {journey.here, journey.there});
}

// Between the venues of the two, where that takes longer than the pause.
std::vector<AttendanceEncoder::Journey> AttendanceEncoder::journeys_between(MeetingId first,
                                                                            MeetingId second) {
    const auto at_venue = [this](MeetingId id, model::VenueId venue) {
        return e_.at_place(
            id, [this, venue](Value place) { return e_.places().at(place).venue == venue; });
    };
    std::vector<Journey> journeys;
    const std::vector<model::VenueId>& ends = venues_about(second);
    for (const model::VenueId from : venues_about(first))
        for (const model::Travel& way : e_.brief().at(from).travel) {
            const auto gap = static_cast<Value>(way.time.count());
            if (gap <= pause_ || way.to == from) continue;
            if (!std::binary_search(ends.begin(), ends.end(), way.to)) continue;
            const Literal here = at_venue(first, from);
            const Literal there = e_.is_no(here) ? e_.no() : at_venue(second, way.to);
            if (!e_.is_no(here) && !e_.is_no(there)) journeys.push_back({gap, here, there});
        }
    return journeys;
}

// The venues of its places.
const std::vector<model::VenueId>& AttendanceEncoder::venues_about(MeetingId id) {
    const auto [at, is_new] = venues_about_.try_emplace(clashes_.twin_of(id));
    if (!is_new) return at->second;
    std::vector<model::VenueId>& venues = at->second;
    for (const Value place : e_.starts(id).places())
        if (const auto& venue = e_.places().at(place).venue) venues.push_back(*venue);
    std::sort(venues.begin(), venues.end());
    venues.erase(std::unique(venues.begin(), venues.end()), venues.end());
    return venues;
}

Literal AttendanceEncoder::hindered(MeetingId hinderer, MeetingId hindered, Hindrance by) {
    const auto key = by == Hindrance::clash ? std::tuple{std::min(hinderer, hindered),
                                                         std::max(hinderer, hindered), by}
                                            : std::tuple{hinderer, hindered, by};
    const auto known = hindered_.find(key);
    if (known != hindered_.end()) return known->second;
    const Literal literal = solver::is_true(e_.problem().new_bool());
    post_clashes(hinderer, hindered, by, literal);
    hindered_.emplace(key, literal);
    return literal;
}

// ---- Indispensable persons --------------------------------------------------------------------

void AttendanceEncoder::keep_apart(MeetingId a, MeetingId b) {
    post_clashes(a, b, Hindrance::clash, e_.no());
}

void AttendanceEncoder::keep_singles_apart(const std::vector<MeetingId>& single,
                                           const std::vector<MeetingId>& together) {
    for (std::size_t i = 0; i < single.size(); ++i) {
        for (const MeetingId other : together)
            if (can_hinder(single[i], other)) keep_apart(single[i], other);
        for (std::size_t j = i + 1; j < single.size(); ++j)
            if (can_hinder(single[i], single[j])) keep_apart(single[i], single[j]);
    }
}

// One NoOverlap for those with a time; pair by pair what does not fit in there.
void AttendanceEncoder::keep_apart(const std::vector<MeetingId>& meetings) {
    std::vector<MeetingId> together;
    std::vector<MeetingId> single;
    for (const MeetingId id : meetings) {
        const bool fits =
            e_.starts(id).is_timed()
            && std::all_of(together.begin(), together.end(), [&](MeetingId other) {
                   return !nesting_.are_nested(id, other) && !(is_event(id) && is_event(other));
               });
        (fits ? together : single).push_back(id);
    }
    std::vector<solver::Task> tasks;
    tasks.reserve(together.size());
    for (const MeetingId id : together)
        tasks.push_back({e_.start(id), e_.starts(id).begins(), e_.starts(id).ends()});
    if (tasks.size() > 1) e_.problem().post<solver::NoOverlap>(std::move(tasks), pause_);
    keep_singles_apart(single, together);
    // Travel longer than the pause, between those together.
    for (std::size_t i = 0; i < together.size(); ++i)
        for (std::size_t j = i + 1; j < together.size(); ++j)
            if (greatest_gap(together[i], together[j]) > pause_
                && can_hinder(together[i], together[j]))
                keep_apart(together[i], together[j]);
}

void AttendanceEncoder::keep_apart_the_indispensable() {
    std::vector<std::vector<MeetingId>> sets;
    for (const auto& seats : seats_) {
        std::vector<MeetingId> meetings;
        for (const Seat& seat : seats)
            if (seat.is_indispensable) meetings.push_back(seat.meeting);
        const auto is_in_conflict = [&](MeetingId id) {
            return std::any_of(meetings.begin(), meetings.end(), [&](MeetingId other) {
                return other != id && can_hinder(id, other);
            });
        };
        std::vector<MeetingId> in_conflict;
        std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(in_conflict),
                     is_in_conflict);
        if (in_conflict.size() > 1) sets.push_back(std::move(in_conflict));
    }
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    for (const auto& set : sets) {
        const bool is_part = std::any_of(sets.begin(), sets.end(), [&](const auto& other) {
            return other.size() > set.size()
                   && std::includes(other.begin(), other.end(), set.begin(), set.end());
        });
        if (!is_part) keep_apart(set);
    }
}

// ---- All others -------------------------------------------------------------------------------

std::vector<bool> AttendanceEncoder::busy_starts(MeetingId id, PersonId person) const {
    std::vector<bool> busy;
    for (const Start& start : e_.starts(id).all())
        busy.push_back(!is_event(id) && e_.finder().is_busy(person, start));
    return busy;
}

// Everything that keeps the person from coming makes `away` true.
void AttendanceEncoder::hinder(PersonId person, const Seat& seat, Literal away) {
    for (const Seat& other : seats_[person.index]) {
        if (other.meeting == seat.meeting || !can_hinder(seat.meeting, other.meeting)) continue;
        if (other.presence < seat.presence)
            e_.imply({hindered(other.meeting, seat.meeting, Hindrance::clash)}, away);
        else if (other.presence == seat.presence)
            e_.imply({hindered(other.meeting, seat.meeting, Hindrance::earlier)}, away);
    }
    std::vector<bool> busy = busy_starts(seat.meeting, person);
    if (std::any_of(busy.begin(), busy.end(), [](bool b) { return b; }))
        e_.problem().post<solver::InSet>(e_.start(seat.meeting),
                                         std::make_shared<const std::vector<bool>>(std::move(busy)),
                                         away);
}

Literal AttendanceEncoder::is_away(PersonId person, const Seat& seat) {
    const auto known = away_.find({person, seat.meeting});
    if (known != away_.end()) return known->second;
    const Literal away = solver::is_true(e_.problem().new_bool());
    hinder(person, seat, away);
    away_.emplace(std::pair{person, seat.meeting}, away);
    return away;
}

bool AttendanceEncoder::is_simply_busy(PersonId person, const Seat& seat) {
    const auto& seats = seats_[person.index];
    return std::none_of(seats.begin(), seats.end(), [&](const Seat& other) {
        return other.meeting != seat.meeting && other.presence <= seat.presence
               && can_hinder(seat.meeting, other.meeting);
    });
}

// ---- What it costs ----------------------------------------------------------------------------

// Neither they nor a substitute can come.
Literal AttendanceEncoder::is_missing(MeetingId id, const Member& member) {
    const auto key = std::tuple{member.person, id, member.presence};
    const auto known = missing_.find(key);
    if (known != missing_.end()) return known->second;
    Literals all{is_away(member.person, *find_seat(member.person, id))};
    for (const PersonId substitute : substitutes_of(e_.brief().at(id).attendees, member.person))
        all.push_back(is_away(substitute, *find_seat(substitute, id)));
    Literal missing = all.front();
    if (all.size() > 1) {
        missing = solver::is_true(e_.problem().new_bool());
        e_.imply(all, missing);
    }
    missing_.emplace(key, missing);
    return missing;
}

void AttendanceEncoder::charge_busy(MeetingId id, PersonId person, Cost points) {
    std::vector<Cost> costs;
    for (const bool busy : busy_starts(id, person))
        costs.push_back(busy ? points : 0);
    if (e_.may_be_left_out(id)) costs.push_back(0);
    if (std::any_of(costs.begin(), costs.end(), [](Cost c) { return c > 0; }))
        e_.problem().add_cost(e_.start(id), costs);
}

void AttendanceEncoder::judge_member(MeetingId id, const Member& member) {
    const Seat& seat = *find_seat(member.person, id);
    const bool has_substitute = !substitutes_of(e_.brief().at(id).attendees, member.person).empty();
    if (member.presence == Presence::required) {
        // Those without a substitute are kept apart; busy times have taken their starts away.
        if (has_substitute) {
            e_.forbid({is_missing(id, member)});
            return;
        }
        for (const Seat& other : seats_[member.person.index])
            if (other.meeting != id && other.presence == Presence::required
                && !other.is_indispensable && can_hinder(id, other.meeting))
                e_.forbid({hindered(other.meeting, id, Hindrance::earlier)});
        return;
    }
    const Cost points = member.presence == Presence::counted    ? kind_.missing_member
                        : member.presence == Presence::optional ? kind_.missing_guest
                                                                : 0;
    if (points == 0 || e_.ignores_costs()) return;
    if (!has_substitute && is_simply_busy(member.person, seat)) {
        charge_busy(id, member.person, points);
        return;
    }
    const Literal missing = is_missing(id, member);
    e_.problem().add_linear_cost({missing.var}, points);
}

void AttendanceEncoder::judge_quorum(MeetingId id) {
    const model::Meeting& meeting = e_.brief().at(id);
    if (!meeting.quorum) return;
    Value present = 0;
    std::map<IntVar, Value> may_miss;
    for (const Member& member : meeting.attendees) {
        if (!counts_for_quorum(member)) continue;
        ++present;
        if (member.presence == Presence::counted) ++may_miss[{is_missing(id, member).var}];
    }
    std::vector<std::pair<Value, IntVar>> terms;
    terms.reserve(may_miss.size());
    for (const auto& [missing, times] : may_miss)
        terms.emplace_back(times, missing);
    const Value spare = present - *meeting.quorum;
    if (spare < 0)
        e_.forbid({e_.held(id)});
    else if (!terms.empty())
        e_.problem().post<solver::LinearAtMost>(std::move(terms), Cost{spare});
}

void AttendanceEncoder::judge_meeting(MeetingId id) {
    for (const Member& member : e_.brief().at(id).attendees)
        judge_member(id, member);
    judge_quorum(id);
}

void AttendanceEncoder::encode() {
    seat_everybody();
    keep_apart_the_indispensable();
    for (std::size_t i = 0; i < e_.brief().meetings.size(); ++i)
        if (e_.is_planned(MeetingId{i})) judge_meeting(MeetingId{i});
}

}  // namespace

void encode(Encoding& e, const model::Rule& /*rule*/, const Attendance& kind) {
    AttendanceEncoder{e, kind}.encode();
}

}  // namespace rul::planner
