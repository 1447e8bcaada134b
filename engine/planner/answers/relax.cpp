#include "engine/planner/answers/relax.hpp"

#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"
#include "engine/planner/answers/asking.hpp"
#include "engine/planner/answers/changes.hpp"
#include "engine/planner/answers/core.hpp"
#include "engine/planner/answers/hitting_set.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::RuleId;

// Each time a rule given up is broken: more than wishes come to.
constexpr model::Points price_of_breaking = 1000;

Change change_for(const Demand& demand) {
    switch (demand.kind) {
        case Demand::Kind::rule:
            break;
        case Demand::Kind::appointment:
            return FreeDate{MeetingId{demand.index}};
        case Demand::Kind::include:
            return DropInclude{model::SeriesId{demand.index}, demand.date};
        case Demand::Kind::held:
            return LeaveOut{MeetingId{demand.index}};
    }
    return SoftenRule{RuleId{demand.index}};
}

GivenUp told(const model::Brief& brief, const Demand& demand) {
    const Change change = change_for(demand);
    GivenUp given{demand, "", size_of(brief, change), words_of(brief, change)};
    switch (demand.kind) {
        case Demand::Kind::rule:
            given.kind = "rule";
            given.text = model::words_and_place_of(brief, RuleId{demand.index});
            break;
        case Demand::Kind::appointment:
            given.kind = "date";
            break;
        case Demand::Kind::include:
            given.kind = "include";
            break;
        case Demand::Kind::held:
            given.kind = "meeting";
            break;
    }
    return given;
}

// Finds the cheapest demands to give up.
class Giver {
  public:
    Giver(const model::Brief& brief, const Asking& asking)
        : brief_{brief}, asking_{asking}, all_{dispensable_of(brief)} {
        for (const Demand& demand : all_)
            prices_.push_back(size_of(brief, change_for(demand)));
    }

    /// False: neither the cheapest nor any other set was found in good time.
    [[nodiscard]] bool find();
    [[nodiscard]] const Demands& given_up() const { return given_up_; }
    [[nodiscard]] model::Points bound() const { return bound_; }

  private:
    [[nodiscard]] Demands without(const Demands& given_up) const;
    [[nodiscard]] Existence exists_without(const Demands& given_up) const {
        return asking_.exists(brief_, letting_go_of(brief_, given_up, {}));
    }
    [[nodiscard]] Existence find_conflicts(Demands& given_up);
    void take_back_what_can_be(Demands& given_up) const;

    const model::Brief& brief_;
    const Asking& asking_;
    Demands all_;
    std::vector<model::Points> prices_;
    std::vector<std::vector<std::size_t>> conflicts_;  // places in all_
    Demands given_up_;
    model::Points bound_ = 0;
};

Demands Giver::without(const Demands& given_up) const {
    Demands rest;
    for (const Demand& demand : all_)
        if (std::find(given_up.begin(), given_up.end(), demand) == given_up.end())
            rest.push_back(demand);
    return rest;
}

// Conflicts that share no member with each other or with what is given up; gives them up, too,
// until there is a calendar.
Existence Giver::find_conflicts(Demands& given_up) {
    for (;;) {
        const Existence found = exists_without(given_up);
        if (found != Existence::no) return found;
        const Core core = find_core(brief_, without(given_up), given_up, asking_);
        if (!core.is_proved) return Existence::unknown;
        std::vector<std::size_t> places;
        for (const Demand& demand : core.demands) {
            places.push_back(static_cast<std::size_t>(std::find(all_.begin(), all_.end(), demand)
                                                      - all_.begin()));
            given_up.push_back(demand);
        }
        if (places.empty()) return Existence::no;  // not even without everything
        conflicts_.push_back(std::move(places));
    }
}

void Giver::take_back_what_can_be(Demands& given_up) const {
    for (std::size_t i = given_up.size(); i-- > 0;) {
        Demands fewer = given_up;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (exists_without(fewer) == Existence::yes) given_up = std::move(fewer);
    }
}

bool Giver::find() {
    for (;;) {
        given_up_.clear();
        bound_ = 0;
        for (const std::size_t i : cheapest_hitting_set(conflicts_, prices_)) {
            given_up_.push_back(all_[i]);
            bound_ += prices_[i];
        }
        Demands enough = given_up_;
        const std::size_t before = conflicts_.size();
        const Existence found = find_conflicts(enough);
        if (found == Existence::yes && conflicts_.size() > before) continue;
        if (found == Existence::yes) return true;
        // Cut short: whatever is left is given up, and what can be is taken back.
        enough = all_;
        if (exists_without(enough) != Existence::yes) return false;
        take_back_what_can_be(enough);
        given_up_ = std::move(enough);
        return true;
    }
}

// Dates given up had better not be far away.
void stay_near_dates(model::Brief& brief, const model::Brief& original, const Demands& given_up) {
    model::Rule rule;
    rule.key = "relax";
    rule.strength = model::soft(1);
    model::Keep keep;
    for (const Demand& demand : given_up) {
        if (demand.kind != Demand::Kind::appointment) continue;
        model::Meeting& meeting = brief.meetings[demand.index];
        if (meeting.published) continue;
        meeting.published = original.meetings[demand.index].options.front();
        keep.meetings.meetings.emplace_back(demand.index);
    }
    if (keep.meetings.meetings.empty()) return;
    rule.kind = keep;
    brief.rules.push_back(std::move(rule));
}

}  // namespace

Relaxed relax(const model::Brief& brief, const Limits& limits,
              const std::function<void(const Progress&)>& progress) {
    const Asking asking{limits};
    if (progress) progress({0, {}, 0, {"finder, hvad der må vige", "finding what must give way"}});
    Relaxed relaxed;
    Giver giver{brief, asking};
    const bool is_found = giver.find();
    relaxed.price_bound = giver.bound();
    if (!is_found) return relaxed;

    Changes changes;
    for (const Demand& demand : giver.given_up()) {
        relaxed.given_up.push_back(told(brief, demand));
        relaxed.price += relaxed.given_up.back().price;
        Change change = change_for(demand);
        if (auto* softer = std::get_if<SoftenRule>(&change)) softer->points = price_of_breaking;
        changes.push_back(change);
    }
    relaxed.brief = changed(brief, changes);
    stay_near_dates(relaxed.brief, brief, giver.given_up());
    relaxed.answer = asking.best(relaxed.brief, {}, {}, progress);
    return relaxed;
}

}  // namespace rul::planner
