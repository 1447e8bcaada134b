#include "base/random.hpp"
#include "documents/minizinc/model.hpp"
#include "engine/planner/planner.hpp"
#include "tests/support/random_brief.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

// Writes small random briefs for another solver to judge: N.mzn, the model; N.calendar.mzn, our
// calendar, where there is one; and a line "N, cost or infeasible, rule kinds" for each to stdout.
// Each rule kind in turn gets EACH briefs of which it decides the answer.
//
//     minizinc_cases FOLDER EACH [FIRST-SEED]

using namespace rul;           // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only

namespace {

template <class Kind, class... Of>
constexpr bool is_one_of = (std::is_same_v<Kind, Of> || ...);

// A random meeting is seldom at a venue, and there is seldom a meeting for each room: rules about
// places would seldom decide.
void gather_at_venues(model::Brief& brief) {
    std::vector<model::VenueId> venues;
    for (std::size_t i = 0; i < brief.venues.size(); ++i) {
        venues.emplace_back(i);
        if (brief.venues[i].rooms.size() > 1) brief.venues[i].rooms.resize(1);
    }
    for (model::Meeting& meeting : brief.meetings) {
        if (meeting.kind == model::Meeting::Kind::event) continue;
        meeting.venues = venues;
        meeting.modes = {model::Mode::physical};
    }
}

// A rule of each kind; nothing of those that every random brief has of itself.
using AddRule = void (*)(RandomBrief&);

template <class Kind>
void add_rule(RandomBrief& made) {
    if constexpr (is_one_of<Kind, model::Rooms, model::Rotation, model::Gather>)
        gather_at_venues(made.brief());
    if constexpr (!is_one_of<Kind, model::Attendance, model::Rooms, model::SlotChoice, model::Count,
                             model::ClosedDays, model::Appointments>)
        made.add_rule<Kind>();
}

template <std::size_t... Kind>
constexpr std::array<AddRule, sizeof...(Kind)> adders(std::index_sequence<Kind...> /*kinds*/) {
    return {add_rule<std::variant_alternative_t<Kind, model::RuleKind>>...};
}

constexpr auto add_rule_of =
    adders(std::make_index_sequence<std::variant_size_v<model::RuleKind>>{});

model::Brief without(model::Brief brief, std::size_t kind) {
    const auto is_of_kind = [kind](const model::Rule& rule) { return rule.kind.index() == kind; };
    brief.rules.erase(std::remove_if(brief.rules.begin(), brief.rules.end(), is_of_kind),
                      brief.rules.end());
    return brief;
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream{file, std::ios::binary} << text;
}

std::string kinds_of(const model::Brief& brief) {
    std::set<std::string_view> names;
    for (const model::Rule& rule : brief.rules)
        names.insert(name_of(rule.kind));
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ",").append(name);
    return text;
}

struct Cases {
    std::filesystem::path folder;
    unsigned long each = 0;
    unsigned long first = 0;
};

constexpr planner::Limits limits{.effort = 20'000};

std::string told(const planner::Answer& answer) {
    return answer.plan ? std::to_string(answer.cost) : "infeasible";
}

bool is_proved(const planner::Answer& answer) {
    return answer.status == planner::Status::optimal
           || answer.status == planner::Status::infeasible;
}

void write_case(const Cases& cases, unsigned long name, const model::Brief& brief,
                const planner::Answer& answer) {
    const std::string file = std::to_string(name);
    write(cases.folder / (file + ".mzn"), documents::minizinc_model(brief));
    if (answer.plan)
        write(cases.folder / (file + ".calendar.mzn"),
              documents::minizinc_calendar(brief, *answer.plan));
    std::cout << file << '\t' << told(answer) << '\t' << kinds_of(brief) << '\n';
}

bool decides(std::size_t kind, const model::Brief& brief, const planner::Answer& answer) {
    const planner::Answer other = planner::plan(without(brief, kind), limits);
    return other.plan && is_proved(other) && told(other) != told(answer);
}

// Writes the brief of this seed, if the rules of the kind decide its answer. Where
// `meeting_others`, there is a calendar, and rules of another kind decide it too.
bool try_case(const Cases& cases, std::size_t kind, unsigned long seed, bool meeting_others) {
    base::Random random{seed};
    RandomBrief made{random};
    std::set<std::size_t> others;
    for (int i = 0; i < 3; ++i) {
        const auto other = random.between(0, static_cast<int>(add_rule_of.size()) - 1);
        others.insert(static_cast<std::size_t>(other));
        add_rule_of.at(static_cast<std::size_t>(other))(made);
    }
    others.erase(kind);
    add_rule_of.at(kind)(made);
    const planner::Answer answer = planner::plan(made.brief(), limits);
    if (!is_proved(answer) || (meeting_others && !answer.plan)) return false;
    if (!decides(kind, made.brief(), answer)) return false;
    const auto decides_too = [&](std::size_t other) {
        return decides(other, made.brief(), answer);
    };
    if (meeting_others && std::none_of(others.begin(), others.end(), decides_too)) return false;
    write_case(cases, seed, made.brief(), answer);
    return true;
}

void write_cases(const Cases& cases, std::size_t kind) {
    constexpr unsigned long tries = 700;  // of each kind: seeds enough, and names apart
    unsigned long found = 0;
    for (unsigned long i = 0; i < tries && found < cases.each; ++i)
        // Every third one may be without a calendar.
        if (try_case(cases, kind, cases.first + kind * tries + i, found % 3 != 2)) ++found;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const Cases cases{argv[1], std::stoul(argv[2]), argc > 3 ? std::stoul(argv[3]) : 0};
    for (std::size_t kind = 0; kind < add_rule_of.size(); ++kind)
        write_cases(cases, kind);
    return std::cout.good() ? 0 : 1;
}
