#include "base/random.hpp"
#include "documents/minizinc/model.hpp"
#include "engine/planner/planner.hpp"
#include "tests/support/random_brief.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

// Writes small random briefs for another solver to judge: N.mzn, the model; N.calendar.mzn, our
// calendar, where there is one; and a line "N, cost or infeasible, rule kinds" for each to stdout.
// Each rule kind in turn gets EACH briefs of which it decides the answer.
//
//     minizinc_cases FOLDER EACH [FIRST-SEED]

using namespace rul;           // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only

namespace {

using AddRule = void (*)(RandomBrief&);

// Every kind that a random brief does not have of itself.
constexpr std::array<AddRule, 16> kinds{
    [](RandomBrief& brief) { brief.add_rule<model::Distance>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Needs>(); },
    [](RandomBrief& brief) { brief.add_rule<model::SameDay>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Inside>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Spread>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Mix>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Rotation>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Apart>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Gather>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Load>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Deadline>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Notice>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Regular>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Keep>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Within>(); },
    [](RandomBrief& brief) { brief.add_rule<model::Blocked>(); }};

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

// Whether the rule decided this brief's answer. Beside it stands a rule of another kind, so that
// rules meet; it is there with and without.
bool try_case(const Cases& cases, std::size_t kind, unsigned long seed, bool needs_calendar) {
    constexpr planner::Limits limits{.effort = 2'000'000};
    base::Random random{seed};
    RandomBrief made{random};
    kinds.at(static_cast<std::size_t>(random.between(0, static_cast<int>(kinds.size()) - 1)))(made);
    const planner::Answer before = planner::plan(made.brief(), limits);
    if (!before.plan) return false;
    kinds.at(kind)(made);
    const planner::Answer after = planner::plan(made.brief(), limits);
    if (!is_proved(before) || !is_proved(after) || told(before) == told(after)) return false;
    if (needs_calendar && !after.plan) return false;
    write_case(cases, seed, made.brief(), after);
    return true;
}

void write_cases(const Cases& cases, std::size_t kind) {
    constexpr unsigned long tries = 5'000;  // of each kind: seeds enough, and names apart
    unsigned long found = 0;
    for (unsigned long i = 0; i < tries && found < cases.each; ++i)
        // One in four may have no calendar.
        if (try_case(cases, kind, cases.first + kind * tries + i, found % 4 != 3)) ++found;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const Cases cases{argv[1], std::stoul(argv[2]), argc > 3 ? std::stoul(argv[3]) : 0};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        write_cases(cases, kind);
    return std::cout.good() ? 0 : 1;
}
