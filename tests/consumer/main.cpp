// Plans a tiny calendar with the installed libraries alone.
#include <rul/config/plan_file.hpp>
#include <rul/engine/planner/planner.hpp>
#include <rul/engine/referee/referee.hpp>

#include <iostream>

namespace {

constexpr auto tiny = R"(
title  = "Tiny"
period = "01-01-2027..31-03-2027"

[body.FFU]
count = 2
slots = ["fre 09.00-11.00"]

[body.SSF]
count = 1
slots = ["man 13.00-16.00"]

[[rule]]
for   = "SSF"
needs = "FFU 7-14 dage før"
)";

}  // namespace

int main() {
    rul::base::Diagnostics diagnostics;
    const auto brief = rul::config::parse_plan(tiny, "tiny.toml", {}, diagnostics);
    for (const auto& problem : diagnostics.all())
        rul::base::render(std::cerr, problem, rul::base::Language::english);
    if (!brief) return 2;

    const auto answer = rul::planner::plan(*brief);
    if (!answer.plan || answer.status != rul::planner::Status::optimal) return 1;
    const auto verdict = rul::referee::judge(*brief, *answer.plan);
    std::cout << answer.plan->placements.size() << " meetings, " << verdict.cost << " points\n";
    return verdict.is_valid() && verdict.cost == answer.cost ? 0 : 1;
}
