#include "engine/planner/answers/why_not.hpp"

#include "engine/planner/answers/repairs.hpp"
#include "engine/planner/tell.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

constexpr int most_conflicts = 12;       // repaired one after another
constexpr std::size_t most_repairs = 8;  // told of

Conflict told(const model::Brief& brief, const Core& core,
              const std::vector<model::PersonId>& persons) {
    Conflict conflict;
    conflict.is_proved = core.is_proved;
    conflict.is_irreducible = core.is_irreducible;
    conflict.persons = persons;
    for (const Demand& demand : core.demands) {
        if (demand.kind == Demand::Kind::rule) conflict.rules.emplace_back(demand.index);
        if (demand.kind == Demand::Kind::appointment) conflict.meetings.emplace_back(demand.index);
        if (demand.kind == Demand::Kind::include)
            conflict.includes.push_back({model::SeriesId{demand.index}, demand.date});
    }
    conflict.text = tell_conflict(brief, conflict);
    return conflict;
}

Repair::Step step(const model::Brief& brief, const Priced& priced) {
    return {std::string{name_of(priced.change)}, words_of(brief, priced.change), priced.size};
}

Repair repair_of(std::vector<Repair::Step> steps) {
    Repair repair{std::move(steps)};
    for (const Repair::Step& each : repair.steps)
        repair.size += each.size;
    return repair;
}

// Several conflicts: the least change to each in turn, until there is a calendar.
class Mender {
  public:
    Mender(const model::Brief& brief, const Asking& asking) : brief_{brief}, asking_{asking} {}

    [[nodiscard]] std::optional<Repair> find();
    /// What each conflict was, in the order they were met; the first is that of the brief itself.
    [[nodiscard]] const std::vector<base::Text>& conflicts() const { return conflicts_; }

  private:
    [[nodiscard]] Existence exists(const Changes& changes) const {
        Without no_wishes;
        no_wishes.soft_rules = true;
        return asking_.exists(changed(brief_, changes), no_wishes);
    }
    [[nodiscard]] bool mend_one_more();
    void drop_what_is_not_needed();

    const model::Brief& brief_;
    const Asking& asking_;
    Changes changes_;
    std::vector<Repair::Step> steps_;
    std::vector<base::Text> conflicts_;
};

// False: this conflict has no repair.
bool Mender::mend_one_more() {
    const model::Brief now = changed(brief_, changes_);
    const Demands all = demands_of(now);
    const Core core = find_core(now, all, {}, asking_);
    if (!core.is_proved) return false;
    const Quarrel quarrel{now, core, persons_of(now, core, all, asking_), all};
    conflicts_.push_back(told(now, core, quarrel.persons).text);
    const auto found = find_changes(quarrel, asking_, [&](const model::Brief& mended) {
        return asking_.exists(mended, letting_go_of(mended, demands_of(mended), core.demands));
    });
    if (found.empty()) return false;
    changes_.push_back(found.front().change);
    steps_.push_back(step(now, found.front()));
    return true;
}

void Mender::drop_what_is_not_needed() {
    for (std::size_t i = changes_.size(); i-- > 0;) {
        Changes fewer = changes_;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (exists(fewer) != Existence::yes) continue;
        changes_ = std::move(fewer);
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

std::optional<Repair> Mender::find() {
    for (int i = 0; i < most_conflicts && !asking_.is_stopped(); ++i) {
        const Existence found = exists(changes_);
        if (found == Existence::unknown) return std::nullopt;
        if (found == Existence::yes) {
            drop_what_is_not_needed();
            return repair_of(steps_);
        }
        if (!mend_one_more()) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Conflict conflict_of(const model::Brief& brief, const Asking& asking, const Extra& extra,
                     const std::optional<Demand>& likely) {
    const Demands all = demands_of(brief);
    if (likely) {
        const Core core = find_core(brief, {*likely}, all, asking, extra);
        if (core.is_proved) return told(brief, core, {});
    }
    const Core core = find_core(brief, all, {}, asking, extra);
    return told(brief, core, persons_of(brief, core, all, asking, extra));
}

// What took the starts of meetings that have none at all.
void tell_unplaceable(const model::Brief& brief, Conflict& conflict) {
    Without no_wishes;
    no_wishes.soft_rules = true;
    const Encoding whole{brief, no_wishes};
    conflict.unplaceable = whole.unplaceable();
    base::Text text;
    for (const model::MeetingId id : conflict.unplaceable) {
        const base::Text of_this = unplaceable_words(brief, id, whole.candidates(id));
        text.danish += of_this.danish;
        text.english += of_this.english;
    }
    conflict.text = {text.danish + conflict.text.danish, text.english + conflict.text.english};
}

Conflict why_not(const model::Brief& brief, const Limits& limits) {
    const Asking asking{limits};
    const Demands all = demands_of(brief);
    const Core core = find_core(brief, all, {}, asking);
    const auto persons = persons_of(brief, core, all, asking);
    Conflict conflict = told(brief, core, persons);
    tell_unplaceable(brief, conflict);
    if (!core.is_proved) return conflict;

    Without no_wishes;
    no_wishes.soft_rules = true;
    const auto found =
        find_changes({brief, core, persons, all}, asking,
                     [&](const model::Brief& mended) { return asking.exists(mended, no_wishes); });
    for (const Priced& priced : found)
        if (conflict.repairs.size() < most_repairs)
            conflict.repairs.push_back(repair_of({step(brief, priced)}));
    if (!found.empty()) return conflict;
    Mender mender{brief, asking};
    if (auto repair = mender.find()) {
        conflict.others.assign(mender.conflicts().begin() + 1, mender.conflicts().end());
        conflict.repairs.push_back(std::move(*repair));
    }
    return conflict;
}

}  // namespace rul::planner
