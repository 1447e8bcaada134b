#include "engine/planner/encode/needs_encoder.hpp"
#include "engine/planner/encode/steps.hpp"
#include "engine/solver/constraints/deviation.hpp"
#include "engine/solver/constraints/exists_in_window.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/nearest_cost.hpp"

#include <algorithm>
#include <numeric>

namespace rul::planner {

namespace {

constexpr std::size_t most_named = 512;  // pairs of who may serve whom

}  // namespace

using model::MeetingId;
using model::Needs;

Cost NeedsEncoder::greatest_ideal_cost() const {
    if (ideal_points_ == 0) return 0;
    return ideal_points_
           * std::max(measure_.off_ideal(*measure_.least), measure_.off_ideal(*measure_.most));
}

bool NeedsEncoder::has_coordinates(MeetingId id, bool as_subject) const {
    if (!measure_.in_minutes) return true;
    const StartTable& starts = e_.starts(id);
    const bool by_end = as_subject == (kind_.side == Needs::Side::after);
    return starts.is_timed() && (!by_end || starts.ends_in_order());
}

solver::Coordinate NeedsEncoder::coordinate(MeetingId id, bool as_subject) const {
    if (!measure_.in_minutes) return e_.by(id, measure_.unit);
    return as_subject == (kind_.side == Needs::Side::after) ? e_.end(id) : e_.begin(id);
}

Value NeedsEncoder::least() const {
    return kind_.side == Needs::Side::before ? *measure_.least : -*measure_.most;
}

Value NeedsEncoder::most() const {
    return kind_.side == Needs::Side::before ? *measure_.most : -*measure_.least;
}

// When both are held.
void NeedsEncoder::require_window(MeetingId subject, MeetingId provider, const Literals& when) {
    if (has_coordinates(subject, true) && has_coordinates(provider, false)) {
        const solver::Coordinate s = coordinate(subject, true);
        const solver::Coordinate p = coordinate(provider, false);
        e_.problem().post<solver::Lag>(p, s, least(), solver::Condition{when});
        e_.problem().post<solver::Lag>(s, p, -most(), solver::Condition{when});
        return;
    }
    const auto serve = [this](const Start& s, const Start& p) { return serves(s, p); };
    e_.allow(subject, provider, pairs_with(e_.side(subject), e_.side(provider), {}, serve), when);
}

void NeedsEncoder::forbid_window(MeetingId subject, MeetingId provider, const Literals& when) {
    const auto serve = [this](const Start& s, const Start& p) { return serves(s, p); };
    e_.allow(subject, provider, pairs_without(e_.side(subject), e_.side(provider), {}, serve),
             when);
}

void NeedsEncoder::charge_ideal(IntVar cost, MeetingId subject, MeetingId provider,
                                const Literals& when) {
    if (ideal_points_ == 0) return;
    if (measure_.in_minutes) {
        e_.judge_into(cost, {subject, provider}, when, [this](const std::vector<Sitting>& held) {
            return held.size() < 2 ? 0 : ideal_cost(*held[0].start, *held[1].start);
        });
        return;
    }
    solver::Coordinate a = e_.by(provider, measure_.unit);
    solver::Coordinate b = e_.by(subject, measure_.unit);
    if (kind_.side == Needs::Side::after) std::swap(a, b);
    auto f = std::make_shared<solver::ConvexCost>();
    f->first = b.of(0) - a.of(a.count() - 1);
    for (Value d = f->first; d <= b.of(b.count() - 1) - a.of(0); ++d)
        f->of.push_back(ideal_points_ * measure_.off_ideal(d));
    e_.problem().post<solver::Deviation>(a, b, std::shared_ptr<const solver::ConvexCost>{f}, cost,
                                         solver::Condition{when});
}

// ---- The k-th has the k-th --------------------------------------------------------------------

void NeedsEncoder::in_step() {
    const Steps steps{e_, kind_.subject, provider_.meetings};
    std::map<MeetingId, Literal> broken_of;
    std::map<MeetingId, IntVar> ideal_of;
    const auto broken_for = [&](MeetingId subject) {
        const auto known = broken_of.find(subject);
        return known != broken_of.end() ? known->second
                                        : broken_of.emplace(subject, broken()).first->second;
    };
    const auto fail = [&](MeetingId subject, Literals when) {
        when.push_back(e_.held(subject));
        e_.imply(std::move(when), broken_for(subject));
    };
    for (const Steps::Pair& pair : steps.pairs()) {
        const When dated = Encoding::both(pair.when, e_.dated(pair.a, rule_.validity));
        if (!dated) continue;
        if (pair.a == pair.b) {
            fail(pair.a, *dated);
            continue;
        }
        const Literal is_broken = broken_for(pair.a);
        const Literals served = e_.unless(*dated, is_broken);
        require_window(pair.a, pair.b, served);
        if (ideal_points_ > 0) {
            if (!ideal_of.contains(pair.a)) ideal_of.emplace(pair.a, ideal_var());
            charge_ideal(ideal_of.at(pair.a), pair.a, pair.b, served);
        }
        if (!may_prefer_broken(greatest_ideal_cost())) continue;
        Literals unserved = *dated;
        unserved.push_back(is_broken);
        unserved.push_back(e_.held(pair.b));
        forbid_window(pair.a, pair.b, unserved);
    }
    for (const Steps::Single& single : steps.first_alone()) {
        const When dated = Encoding::both(single.when, e_.dated(single.meeting, rule_.validity));
        if (dated) fail(single.meeting, *dated);
    }
}

// ---- The nearest provider -----------------------------------------------------------------------

// What a subject costs by how far away its nearest provider is; beyond the window, the rule's
// points.
void NeedsEncoder::nearest_for(MeetingId subject) {
    const When dated = e_.dated(subject, rule_.validity);
    if (!dated) return;
    std::vector<solver::Coordinate> coordinates;
    for (const MeetingId p : providers_)
        if (p != subject) coordinates.push_back(coordinate(p, false));
    if (rule_.strength.must)
        e_.problem().post<solver::ExistsInWindow>(coordinate(subject, true), coordinates, least(),
                                                  most(), solver::Condition{*dated});
    const Cost beyond = rule_.strength.must ? greatest_ideal_cost() : rule_.strength.points;
    const Cost most_paid = std::max(beyond, greatest_ideal_cost());
    if (e_.ignores_costs() || most_paid == 0) return;
    auto f = std::make_shared<solver::Nearness>();
    f->first = least();
    for (Value d = least(); d <= most(); ++d) {
        const Value said = kind_.side == Needs::Side::before ? d : -d;
        f->of.push_back(ideal_points_ * measure_.off_ideal(said));
    }
    f->beyond = beyond;
    const IntVar cost = e_.costly(static_cast<Value>(most_paid), 1);
    e_.problem().post<solver::NearestCost>(coordinate(subject, true), std::move(coordinates),
                                           std::shared_ptr<const solver::Nearness>{f}, cost,
                                           solver::Condition{*dated});
}

void NeedsEncoder::nearest() {
    for (const MeetingId subject : subjects_)
        nearest_for(subject);
    if (rule_.strength.must && providers_.size() > 1
        && subjects_.size() * providers_.size() <= most_named)
        name_servers();
}

// One that serves `subject`, by its number in the group; none: as many as there are.
IntVar NeedsEncoder::name_server(MeetingId subject) {
    const auto none = static_cast<Value>(providers_.size());
    const When dated = e_.dated(subject, rule_.validity);
    Literals asked = dated.value_or(Literals{e_.no()});
    asked.push_back(e_.held(subject));
    const Literal is_asked = e_.all_of(asked);
    const solver::Problem::Implied implied{e_.problem()};
    const IntVar server = e_.problem().new_var(0, none);
    for (Value j = 0; j < none; ++j) {
        const MeetingId provider = providers_[static_cast<std::size_t>(j)];
        const Literal is_it = solver::equals(server, j);
        if (provider == subject || e_.is_no(is_asked)) {
            e_.problem().require(!is_it);
            continue;
        }
        e_.imply({is_it}, e_.held(provider));
        e_.imply({is_it}, is_asked);
        require_window(subject, provider, {is_it});
    }
    e_.imply({is_asked}, !solver::equals(server, none));
    return server;
}

// Of one series: then all that are held are in order, whatever is left out.
std::optional<std::vector<MeetingId>> NeedsEncoder::in_series_order(
    const std::vector<MeetingId>& group) const {
    return least_gap(group) ? e_.in_date_order(group) : std::nullopt;
}

// Nobody serves itself: so not all have the same to choose from.
bool NeedsEncoder::serve_each_other() const {
    return std::find_first_of(subjects_.begin(), subjects_.end(), providers_.begin(),
                              providers_.end())
           != subjects_.end();
}

// Who serves whom: the day-by-day rows of a window between two meetings say far more than those of
// "some meeting in it", so proofs decide this first. In order of time the servers can be in order
// as well: each the latest that serves.
void NeedsEncoder::name_servers() {
    const auto subjects = in_series_order(subjects_);
    const auto providers = in_series_order(providers_);
    const bool are_ordered = subjects && providers && !measure_.in_minutes && !serve_each_other();
    if (are_ordered) {
        subjects_ = *subjects;
        providers_ = *providers;
    }
    std::vector<solver::Coordinate> servers;
    const auto numbers = std::make_shared<std::vector<Value>>(providers_.size());
    std::iota(numbers->begin(), numbers->end(), 0);
    for (const MeetingId subject : subjects_)
        servers.emplace_back(name_server(subject), numbers);
    if (!are_ordered) return;
    const solver::Problem::Implied implied{e_.problem()};
    const Value least = is_own_anyway() ? 1 : 0;
    for (std::size_t i = 1; i < servers.size(); ++i)
        e_.problem().post<solver::Lag>(servers[i - 1], servers[i], least);
}

// As many of the one as of the other, no meeting both, all held and in order of date, each needing
// one of its own: then the k-th may as well have the k-th. (Windows are all alike and costs convex,
// so that two that cross can be exchanged.)
bool NeedsEncoder::is_surely_in_step() const {
    if (!kind_.own || !rule_.strength.must || measure_.in_minutes) return false;
    if (subjects_.size() != providers_.size()) return false;
    const auto is_sure = [this](const std::vector<MeetingId>& group, const model::Group& said) {
        const auto ordered = e_.in_date_order(group);
        return ordered && *ordered == group && group == said.meetings
               && std::none_of(group.begin(), group.end(),
                               [this](MeetingId id) { return e_.may_be_left_out(id); });
    };
    const auto dated = [this](MeetingId id) {
        const When when = e_.dated(id, rule_.validity);
        return when && when->empty();
    };
    const auto is_provider = [this](MeetingId id) {
        return std::find(providers_.begin(), providers_.end(), id) != providers_.end();
    };
    return is_sure(subjects_, kind_.subject) && is_sure(providers_, provider_.meetings)
           && std::none_of(subjects_.begin(), subjects_.end(), is_provider)
           && std::all_of(subjects_.begin(), subjects_.end(), dated);
}

// The series of all these meetings, and how many days at least lie between two of them.
std::optional<Value> NeedsEncoder::least_gap(const std::vector<MeetingId>& group) const {
    const auto holds_all = [&](const solver::SeriesPath& path) {
        return std::all_of(group.begin(), group.end(), [&](MeetingId id) {
            return std::any_of(path.members.begin(), path.members.end(),
                               [&](const auto& member) { return member.var() == e_.start(id); });
        });
    };
    const auto& paths = e_.problem().paths();
    const auto path = std::find_if(paths.begin(), paths.end(), holds_all);
    if (path == paths.end()) return std::nullopt;
    const auto first = std::find_if(path->gap_cost.begin(), path->gap_cost.end(),
                                    [](Cost cost) { return cost < solver::infinite_cost; });
    return path->least_gap + static_cast<Value>(first - path->gap_cost.begin());
}

// Two subjects are always so far from each other that no provider stands in the windows of both:
// then each has one of its own whenever each has one.
bool NeedsEncoder::is_own_anyway() const {
    const auto gap = subjects_.size() > 1 ? least_gap(subjects_) : 0;
    if (!gap) return false;
    for (std::size_t i = 0; i < subjects_.size(); ++i)
        for (std::size_t j = 0; j < subjects_.size(); ++j)
            if (i != j && !are_further_than_windows(subjects_[i], subjects_[j], *gap)) return false;
    return true;
}

// Of any two starts that are `gap` days or more from each other.
bool NeedsEncoder::are_further_than_windows(MeetingId a, MeetingId b, Value gap) const {
    const solver::Coordinate from = coordinate(a, true);
    const solver::Coordinate to = coordinate(b, true);
    const std::vector<Start>& later = e_.starts(b).all();
    std::size_t w = 0;
    for (std::size_t v = 0; v < e_.starts(a).all().size(); ++v) {
        while (w < later.size() && later[w].day < e_.starts(a).all()[v].day + gap)
            ++w;
        if (w == later.size()) break;
        if (to.of(static_cast<Value>(w)) - from.of(static_cast<Value>(v)) <= most() - least())
            return false;
    }
    return true;
}

void NeedsEncoder::encode() {
    subjects_ = e_.planned(kind_.subject);
    providers_ = e_.planned(provider_.meetings);
    if (kind_.in_step || is_surely_in_step()) {
        in_step();
        return;
    }
    const bool have_coordinates =
        std::all_of(subjects_.begin(), subjects_.end(),
                    [this](MeetingId id) { return has_coordinates(id, true); })
        && std::all_of(providers_.begin(), providers_.end(),
                       [this](MeetingId id) { return has_coordinates(id, false); });
    // How near the nearest is, is counted in days or more; that there is one, in minutes too.
    const bool only_must_exist = rule_.strength.must && ideal_points_ == 0;
    if (have_coordinates && (only_must_exist || !measure_.in_minutes)
        && (!kind_.own || is_own_anyway()))
        nearest();
    else
        choose();
}

void encode(Encoding& e, const model::Rule& rule, const Needs& kind) {
    // Judgements outlive this call, and with them what they ask.
    for (const Needs::Provider& provider : kind.providers)
        e.keep<NeedsEncoder>(e, rule, kind, provider).encode();
}

}  // namespace rul::planner
