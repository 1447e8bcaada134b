#include "config/proof/parts.hpp"

#include <algorithm>
#include <limits>

// Rules about distances are differences: "b at least 28 days after a" is x_b - x_a >= 28. Draw an
// arrow for each; rules contradict each other just when some round trip along the arrows is
// shorter than nothing, and the trip is the explanation.
//
// Source: Bellman 1958, Ford 1956; the tree of last improvements holds the cycle.
namespace rul::config::proof {

namespace {

using model::Meeting;
using Days = std::int64_t;

// x_to - x_from <= days.
struct Arrow {
    enum class Why { rule, date, window, order };

    std::size_t from = 0;
    std::size_t to = 0;
    Days days = 0;
    Why why = Why::rule;
    const model::Rule* rule = nullptr;
    model::DistanceRange said;  // of a rule
    // The meetings as the rule names them, whichever way the arrow goes.
    std::size_t first = 0;
    std::size_t second = 0;
};

// From the first of these nodes, the origin of time, come the dates: x is days since the period
// begins.
class Arrows {
  public:
    explicit Arrows(const Proof& proof)
        : proof_{proof}, brief_{proof.brief()}, origin_{brief_.meetings.size()} {
        add_windows();
        add_order();
        for (const model::Rule& rule : brief_.rules)
            if (rule.strength.must && is_always_valid(brief_, rule) && !proof.is_blamed(rule))
                add_rule(rule);
    }

    [[nodiscard]] const std::vector<Arrow>& all() const { return arrows_; }
    [[nodiscard]] std::size_t nodes() const { return origin_ + 1; }
    [[nodiscard]] std::size_t origin() const { return origin_; }

  private:
    [[nodiscard]] Days day(Date date) const { return (date - brief_.period.first).count(); }
    [[nodiscard]] const Meeting& meeting(std::size_t node) const { return brief_.meetings[node]; }
    [[nodiscard]] bool is_of_one_series(const std::vector<MeetingId>& meetings) const {
        return std::all_of(meetings.begin(), meetings.end(), [&](MeetingId id) {
            return brief_.at(id).series && brief_.at(id).series == brief_.at(meetings[0]).series;
        });
    }
    [[nodiscard]] bool are_seminars(const model::Group& group) const {
        return std::all_of(group.meetings.begin(), group.meetings.end(), [&](MeetingId id) {
            return brief_.at(id).kind == Meeting::Kind::seminar;
        });
    }

    void add_windows();
    void add_order();
    void add_rule(const model::Rule& rule);
    void add_distance(const model::Rule& rule, const model::Distance& distance);
    void add_in_step(const model::Rule& rule, const model::Group& first, const model::Group& second,
                     const model::DistanceRange& range);
    void add_pair(const model::Rule& rule, MeetingId a, MeetingId b,
                  const model::DistanceRange& range);

    const Proof& proof_;
    const Brief& brief_;
    std::size_t origin_;
    std::vector<Arrow> arrows_;
};

void Arrows::add_windows() {
    for (std::size_t i = 0; i < brief_.meetings.size(); ++i) {
        const auto& days = proof_.window(MeetingId{i}).days;
        if (days.empty() || !is_certain(meeting(i))) continue;
        const auto why = days.size() == 1 ? Arrow::Why::date : Arrow::Why::window;
        arrows_.push_back({.from = origin_,
                           .to = i,
                           .days = day(days.back()),
                           .why = why,
                           .first = i,
                           .second = i});
        arrows_.push_back({.from = i,
                           .to = origin_,
                           .days = -day(days.front()),
                           .why = why,
                           .first = i,
                           .second = i});
    }
}

// Meeting k + 1 of a series is on a later date than k. Two that are fixed are looked at elsewhere.
void Arrows::add_order() {
    for (std::size_t i = 0; i < brief_.series.size(); ++i) {
        if (proof_.is_blamed(model::SeriesId{i})) continue;
        const model::Series& series = brief_.series[i];
        std::optional<MeetingId> last;
        for (const MeetingId id : series.meetings) {
            if (!is_certain(brief_.at(id))) continue;
            if (last && !(is_fixed(brief_.at(*last)) && is_fixed(brief_.at(id))))
                arrows_.push_back({.from = id.index,
                                   .to = last->index,
                                   .days = -1,
                                   .why = Arrow::Why::order,
                                   .first = last->index,
                                   .second = id.index});
            last = id;
        }
    }
}

// The distance as days; working days take at least so many days, and weekends between them.
void Arrows::add_pair(const model::Rule& rule, MeetingId a, MeetingId b,
                      const model::DistanceRange& range) {
    if (!is_certain(brief_.at(a)) || !is_certain(brief_.at(b)) || a == b) return;
    if (!is_in_days(range.unit)) return;
    const bool is_working = range.unit == model::Unit::working_day;
    const Days unit = range.unit == model::Unit::week ? 7 : 1;
    Arrow arrow{.rule = &rule, .said = range, .first = a.index, .second = b.index};
    if (range.min && (!is_working || *range.min > 0)) {
        const Days least = *range.min * unit + (is_working ? 2 * ((*range.min - 1) / 5) : 0);
        arrow.from = b.index;
        arrow.to = a.index;
        arrow.days = -least;
        arrows_.push_back(arrow);
    }
    if (range.max && !is_working) {
        arrow.from = a.index;
        arrow.to = b.index;
        arrow.days = *range.max * unit;
        arrows_.push_back(arrow);
    }
}

// The k-th with the k-th, as far as it is certain which the k-th are.
void Arrows::add_in_step(const model::Rule& rule, const model::Group& first,
                         const model::Group& second, const model::DistanceRange& range) {
    const std::size_t pairs = std::min(first.meetings.size(), second.meetings.size());
    for (std::size_t k = 0; k < pairs; ++k) {
        const MeetingId a = first.meetings[k];
        const MeetingId b = second.meetings[k];
        if (!is_certain(brief_.at(a)) || !is_certain(brief_.at(b))) return;
        add_pair(rule, a, b, range);
    }
}

void Arrows::add_distance(const model::Rule& rule, const model::Distance& distance) {
    using Pairs = model::Distance::Pairs;
    const auto& from = distance.from.meetings;
    const auto& to = distance.to.meetings;
    constexpr std::size_t most_pairs = 10'000;
    if (distance.pairs == Pairs::in_step) {
        add_in_step(rule, distance.from, distance.to, distance.range);
    } else if (distance.pairs == Pairs::every_pair) {
        if (from.size() * to.size() > most_pairs) return;
        for (const MeetingId a : from)
            for (const MeetingId b : to)
                add_pair(rule, a, b, distance.range);
    } else {
        // In the order of a series; other groups have no order beforehand.
        if (!is_of_one_series(from)) return;
        for (std::size_t k = 1; k < from.size(); ++k) {
            const Meeting& a = brief_.at(from[k - 1]);
            const Meeting& b = brief_.at(from[k]);
            if (b.ordinal == a.ordinal + 1) add_pair(rule, from[k - 1], from[k], distance.range);
        }
    }
}

void Arrows::add_rule(const model::Rule& rule) {
    const model::DistanceRange same_day{0, {}, 0, model::Unit::day};
    if (const auto* const distance = std::get_if<model::Distance>(&rule.kind))
        add_distance(rule, *distance);
    if (const auto* const same = std::get_if<model::SameDay>(&rule.kind))
        add_in_step(rule, same->first, same->second, same_day);
    const auto* const inside = std::get_if<model::Inside>(&rule.kind);
    if (inside != nullptr && are_seminars(inside->seminars))
        add_in_step(rule, inside->seminars, inside->meetings, {0, {}, 1, model::Unit::day});
    if (const auto* const needs = std::get_if<model::Needs>(&rule.kind)) {
        const bool is_before = needs->side == model::Needs::Side::before;
        for (const auto& provider : needs->providers) {
            const bool is_single =
                needs->subject.meetings.size() == 1 && provider.meetings.meetings.size() == 1;
            if (!is_single && !needs->in_step) continue;
            add_in_step(rule, is_before ? provider.meetings : needs->subject,
                        is_before ? needs->subject : provider.meetings, provider.window);
        }
    }
}

// The arrows of a round trip of negative length, in order; empty when there is none.
std::vector<Arrow> find_contradiction(const Arrows& arrows) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<Days> least(arrows.nodes(), 0);
    std::vector<std::size_t> last_arrow(arrows.nodes(), none);
    std::size_t improved = none;
    for (std::size_t round = 0; round <= arrows.nodes(); ++round) {
        improved = none;
        for (std::size_t i = 0; i < arrows.all().size(); ++i) {
            const Arrow& arrow = arrows.all()[i];
            if (least[arrow.from] + arrow.days >= least[arrow.to]) continue;
            least[arrow.to] = least[arrow.from] + arrow.days;
            last_arrow[arrow.to] = i;
            improved = arrow.to;
        }
        if (improved == none) return {};
    }
    // After so many steps back along the improvements we are on the cycle.
    std::size_t node = improved;
    for (std::size_t step = 0; step < arrows.nodes(); ++step)
        node = arrows.all()[last_arrow[node]].from;
    std::vector<Arrow> trip;
    const std::size_t start = node;
    do {
        const Arrow& arrow = arrows.all()[last_arrow[node]];
        trip.push_back(arrow);
        node = arrow.from;
    } while (node != start);
    std::reverse(trip.begin(), trip.end());
    return trip;
}

const base::Location& place_of(const Brief& brief, const Arrow& arrow) {
    if (arrow.rule != nullptr) return arrow.rule->source;
    const Meeting& meeting = brief.meetings[arrow.second];
    return meeting.options.empty() ? meeting.source : meeting.options.front().source;
}

Text arrow_words(const Proof& proof, const Arrow& arrow, std::size_t origin) {
    const Brief& brief = proof.brief();
    const std::string& first = brief.meetings[arrow.first].key;
    const std::string& second = brief.meetings[arrow.second].key;
    const auto& days = proof.window(MeetingId{arrow.second}).days;
    switch (arrow.why) {
        case Arrow::Why::rule:
            break;
        case Arrow::Why::date:
            return say("{} er {}", "{} is {}", second, day_words(days.front()));
        case Arrow::Why::window:
            return arrow.from == origin
                       ? say("{} kan senest være {}", "{} can be {} at the latest", second,
                             day_words(days.back()))
                       : say("{} kan tidligst være {}", "{} can be {} at the earliest", second,
                             day_words(days.front()));
        case Arrow::Why::order:
            return say("{} ligger efter {}", "{} is after {}", second, first);
    }
    if (std::holds_alternative<model::SameDay>(arrow.rule->kind))
        return say("{} og {} samme dag", "{} and {} on the same day", first, second);
    if (std::holds_alternative<model::Inside>(arrow.rule->kind))
        return say("{} inde i {}", "{} inside {}", second, first);
    return say("fra {} til {} {}", "from {} to {} {}", first, second, distance_words(arrow.said));
}

// The line that stands first in the file begins the list.
void rotate_to_first_line(const Brief& brief, std::vector<Arrow>& trip) {
    const auto order = [&](const Arrow& arrow) {
        return std::pair{arrow.rule == nullptr, place_of(brief, arrow).line};
    };
    std::rotate(
        trip.begin(),
        std::min_element(trip.begin(), trip.end(),
                         [&](const Arrow& a, const Arrow& b) { return order(a) < order(b); }),
        trip.end());
}

// Many rules of one series say the same again and again; the first of each place is enough.
Text trip_words(const Proof& proof, const std::vector<Arrow>& trip, std::size_t origin) {
    constexpr std::size_t most_shown = 8;
    const base::Location& here = place_of(proof.brief(), trip.front());
    Text list;
    for (std::size_t i = 0; i < std::min(trip.size(), most_shown); ++i) {
        const base::Location& there = place_of(proof.brief(), trip[i]);
        list = say("{}{}{}: {}", "{}{}{}: {}", list, i == 0 ? "" : "; ", line_of(there, here),
                   arrow_words(proof, trip[i], origin));
    }
    if (trip.size() > most_shown)
        list = say("{}; og {} til", "{}; and {} more", list, trip.size() - most_shown);
    return list;
}

}  // namespace

void check_distances(Proof& proof) {
    // One contradiction at a time: its rules are then left out, so that the next one shows.
    constexpr int most_reported = 10;
    for (int k = 0; k < most_reported; ++k) {
        const Arrows arrows{proof};
        std::vector<Arrow> trip = find_contradiction(arrows);
        if (trip.empty()) return;
        rotate_to_first_line(proof.brief(), trip);
        Days sum = 0;
        for (const Arrow& arrow : trip)
            sum += arrow.days;
        const Text missing =
            model::in_both([&](Language l) { return count_of(-sum, model::Unit::day, l); });
        proof.error("plan.contradiction", place_of(proof.brief(), trip.front()),
                    say("disse regler kan ikke alle holde: der mangler {}",
                        "these rules cannot all hold: they are {} short", missing),
                    trip_words(proof, trip, arrows.origin()));
        const bool has_rule = std::any_of(trip.begin(), trip.end(),
                                          [](const Arrow& arrow) { return arrow.rule != nullptr; });
        if (!has_rule) return;
        for (const Arrow& arrow : trip)
            if (arrow.rule != nullptr) proof.blame(*arrow.rule);
    }
}

}  // namespace rul::config::proof
