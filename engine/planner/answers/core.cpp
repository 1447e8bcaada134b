#include "engine/planner/answers/core.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace rul::planner {

namespace {

// Drops what is not needed for `is_conflict`, larger pieces first. The last round, one by one, is
// what makes the set irreducible.
template <class T>
void shrink(std::vector<T>& kept,
            const std::function<bool(const std::vector<T>& kept)>& is_conflict) {
    const auto drop_pieces = [&](std::size_t size) {
        for (std::size_t end = kept.size(); end > 0;) {
            const std::size_t first = end > size ? end - size : 0;
            std::vector<T> fewer = kept;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(first),
                        fewer.begin() + static_cast<std::ptrdiff_t>(end));
            if (is_conflict(fewer)) kept = std::move(fewer);
            end = first;
        }
    };
    for (std::size_t size = (kept.size() + 1) / 2; size > 1;) {
        drop_pieces(size);
        size = (std::min(size, kept.size()) + 1) / 2;
    }
    drop_pieces(1);
}

// Each of the persons is somebody else at every meeting, who is never busy.
model::Brief without_persons(const model::Brief& brief,
                             const std::vector<model::PersonId>& persons) {
    model::Brief changed = brief;
    const auto is_out = [&persons](model::PersonId person) {
        return std::binary_search(persons.begin(), persons.end(), person);
    };
    for (model::Meeting& meeting : changed.meetings) {
        std::map<model::PersonId, model::PersonId> other;
        const auto replace = [&](model::PersonId& person) {
            if (!is_out(person)) return;
            const auto [at, is_new] =
                other.emplace(person, model::PersonId{changed.persons.size()});
            if (is_new) {
                changed.persons.push_back(brief.at(person));
                changed.persons.back().busy.clear();
            }
            person = at->second;
        };
        for (model::Member& member : meeting.attendees) {
            replace(member.person);
            if (member.replaces) replace(*member.replaces);
        }
    }
    return changed;
}

bool is_about_persons(const model::Rule& rule) {
    return std::holds_alternative<model::Attendance>(rule.kind)
           || std::holds_alternative<model::Load>(rule.kind);
}

}  // namespace

Core find_core(const model::Brief& brief, const Demands& demands, const Demands& given_up,
               const Asking& asking, const Extra& extra) {
    Demands all = demands;
    all.insert(all.end(), given_up.begin(), given_up.end());
    Core core;
    core.demands = demands;
    const auto ask = [&](const Demands& kept) {
        const Existence found = asking.exists(brief, letting_go_of(brief, all, kept), extra);
        const bool is_one_less = kept.size() + 1 == core.demands.size();
        if (found == Existence::unknown && is_one_less) core.is_irreducible = false;
        if (found == Existence::no) core.is_proved = true;
        return found == Existence::no;
    };
    shrink<Demand>(core.demands, ask);
    // Nothing was let go: then the question is still to be asked of the whole.
    if (!core.is_proved) static_cast<void>(ask(core.demands));
    return core;
}

std::vector<model::PersonId> persons_of(const model::Brief& brief, const Core& core,
                                        const Demands& all, const Asking& asking,
                                        const Extra& extra) {
    const auto names_persons = [&brief](const Demand& demand) {
        return demand.kind == Demand::Kind::rule && is_about_persons(brief.rules[demand.index]);
    };
    if (std::none_of(core.demands.begin(), core.demands.end(), names_persons)) return {};
    std::set<model::PersonId> seated;
    for (const model::Meeting& meeting : brief.meetings)
        for (const model::Member& member : meeting.attendees)
            seated.insert(member.person);
    const std::vector<model::PersonId> everybody{seated.begin(), seated.end()};
    std::vector<model::PersonId> kept = everybody;
    const Without without = letting_go_of(brief, all, core.demands);
    const auto ask = [&](const std::vector<model::PersonId>& needed) {
        std::vector<model::PersonId> out;
        std::set_difference(everybody.begin(), everybody.end(), needed.begin(), needed.end(),
                            std::back_inserter(out));
        return asking.exists(without_persons(brief, out), without, extra) == Existence::no;
    };
    shrink<model::PersonId>(kept, ask);
    return kept;
}

}  // namespace rul::planner
