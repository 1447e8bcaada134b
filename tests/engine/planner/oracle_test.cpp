#include "tests/engine/planner/oracle.hpp"

#include "engine/model/words.hpp"
#include "engine/planner/encoding.hpp"
#include "engine/referee/referee.hpp"
#include "engine/solver/core/renaming.hpp"
#include "engine/solver/part.hpp"
#include "engine/solver/solve.hpp"
#include "tests/support/random_brief.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

// The planner and the referee were written apart from the same page (engine/model/rule.hpp). Here
// every plan of tiny briefs is put to both: what the one allows the other must allow, at the same
// price.

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul;           // NOLINT(google-build-using-namespace): tests only
using base::Random;

namespace {

constexpr std::size_t most_plans = 1500;

std::string shown(const model::Brief& brief, const model::Plan& plan,
                  const referee::Verdict& verdict) {
    std::ostringstream out;
    for (std::size_t i = 0; i < plan.placements.size(); ++i) {
        out << "\n  " << brief.meetings[i].key << ": ";
        const auto& at = plan.placements[i];
        if (!at) {
            out << "-";
            continue;
        }
        out << model::to_iso(at->date);
        if (at->time) out << ' ' << at->time->from.count() / 60 << '-' << at->time->to.count() / 60;
        out << " mode " << static_cast<int>(at->mode);
        if (at->venue) out << " venue " << at->venue->index;
        if (at->room) out << " room " << *at->room;
    }
    for (const auto& finding : verdict.violations)
        out << "\n  broken " << brief.at(finding.rule).key << ' '
            << model::name_of(brief.at(finding.rule).kind) << ": " << finding.text.english;
    for (const auto& finding : verdict.costs)
        out << "\n  " << finding.points << " for " << brief.at(finding.rule).key << ' '
            << model::name_of(brief.at(finding.rule).kind) << ": " << finding.text.english;
    for (const model::Rule& rule : brief.rules)
        out << "\n  " << rule.key << ' ' << model::name_of(rule.kind) << ' '
            << (rule.strength.must ? "must" : std::to_string(rule.strength.points)) << ' '
            << model::to_text(rule.validity);
    return out.str();
}

struct Tally {
    int briefs = 0;
    int possible = 0;  // with some valid plan
    int plans = 0;
    int valid = 0;
    int costly = 0;
};

void compare(const model::Brief& brief, Random& random, Tally& tally) {
    std::vector<std::vector<std::optional<model::Placement>>> choices;
    std::size_t plans = 1;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        choices.push_back(placements_of(brief, model::MeetingId{i}, random));
        plans *= choices.back().size();
    }
    // Not more than can be looked at; which are left out is the seed's choice.
    while (plans > most_plans) {
        auto& longest =
            *std::max_element(choices.begin(), choices.end(),
                              [](const auto& a, const auto& b) { return a.size() < b.size(); });
        plans = plans / longest.size() * (longest.size() - 1);
        longest.erase(longest.begin() + random.between(0, static_cast<int>(longest.size()) - 1));
    }
    const int valid_before = tally.valid;
    const planner::Encoding encoding{brief};
    std::optional<Completion> completion;
    if (encoding.unplaceable().empty()) completion.emplace(encoding.problem());
    for_each_plan(choices, [&](const model::Plan& plan) {
        const referee::Verdict verdict = referee::judge(brief, plan);
        std::optional<Cost> cost;
        if (completion) cost = cost_by_encoding(encoding, *completion, plan);
        ++tally.plans;
        if (verdict.is_valid()) ++tally.valid;
        if (verdict.is_valid() && verdict.cost > 0) ++tally.costly;
        if (cost.has_value() != verdict.is_valid())
            BOOST_FAIL("the planner " << (cost ? "allows" : "forbids")
                                      << shown(brief, plan, verdict));
        if (cost && *cost != verdict.cost)
            BOOST_FAIL("the planner counts " << *cost << ", the referee " << verdict.cost
                                             << shown(brief, plan, verdict));
    });
    ++tally.briefs;
    if (tally.valid > valid_before) ++tally.possible;
}

// Large plans are taken apart into copies of what is encoded: a copy of it all says the same.
void compare_with_copy(const model::Brief& brief) {
    const planner::Encoding encoding{brief};
    if (!encoding.unplaceable().empty()) return;
    const solver::Problem& problem = encoding.problem();
    solver::Part part{problem, problem.store(),
                      std::vector<bool>(problem.store().var_count(), true)};
    for (std::size_t i = 0; i < problem.constraints().size() + problem.clauses().size(); ++i)
        part.take(i);
    for (std::uint32_t x = 0; x < problem.costs().size(); ++x)
        if (!problem.costs()[x].empty())
            part.problem().add_cost(part.of(solver::IntVar{x}), problem.costs()[x]);
    for (const solver::SeriesPath& path : problem.paths())
        part.add_path(path);
    const auto whole = solver::solve(problem, {});
    const auto copied = solver::solve(part.problem(), {});
    BOOST_TEST((whole.status == copied.status));
    if (!copied.best) return;
    BOOST_TEST(whole.cost - problem.constant_cost() == copied.cost);
    BOOST_TEST(problem.holds(*copied.best));
}

// Behind as many others that mean nothing: a copy that still looks at one of these says otherwise.
void rename_each(const model::Brief& brief, Random& random) {
    const planner::Encoding encoding{brief};
    const solver::Store& store = encoding.problem().store();
    const auto count = static_cast<std::uint32_t>(store.var_count());
    solver::Renaming behind{count};
    for (std::uint32_t x = 0; x < count; ++x)
        behind.set({x}, {count + x});
    for (int i = 0; i < 5; ++i) {
        solver::Assignment values;
        for (std::uint32_t x = 0; x < 2 * count; ++x)
            values.push_back(
                random.between(store.initial_min({x % count}), store.initial_max({x % count})));
        const solver::Assignment own{values.begin() + count, values.end()};
        for (const auto& constraint : encoding.problem().constraints())
            BOOST_TEST(constraint->renamed(behind)->holds(values) == constraint->holds(own),
                       constraint->name() << " is about something else when renamed");
    }
}

template <class Kind>
void try_kind(unsigned long rounds) {
    Tally tally;
    for_each_seed(
        [&](Random& random) {
            RandomBrief made{random};
            made.add_rule<Kind>();
            if (random.between(0, 2) == 0) made.add_rule<Kind>();
            compare(made.brief(), random, tally);
            if (random.between(0, 3) > 0) return;
            compare_with_copy(made.brief());
            rename_each(made.brief(), random);
        },
        rounds);
    BOOST_TEST_MESSAGE(tally.briefs << " briefs, " << tally.possible << " of them possible, "
                                    << tally.plans << " plans, " << tally.valid << " valid, "
                                    << tally.costly << " costly");
    // What never says yes, or never costs, compares nothing.
    if (std::getenv("RUL_SEED") == nullptr) {
        BOOST_TEST(tally.valid > 50);
        BOOST_TEST(tally.plans > 2 * tally.valid);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(planner_and_referee_agree)

BOOST_AUTO_TEST_CASE(on_what_every_brief_has) {
    Tally tally;
    for_each_seed(
        [&](Random& random) {
            const RandomBrief made{random};
            compare(made.brief(), random, tally);
        },
        300);
    if (std::getenv("RUL_SEED") == nullptr) BOOST_TEST(tally.costly > 100);
}

BOOST_AUTO_TEST_CASE(on_distances) {
    try_kind<model::Distance>(150);
}
BOOST_AUTO_TEST_CASE(on_needs) {
    try_kind<model::Needs>(150);
}
BOOST_AUTO_TEST_CASE(on_same_days) {
    try_kind<model::SameDay>(100);
}
BOOST_AUTO_TEST_CASE(on_meetings_inside_others) {
    try_kind<model::Inside>(100);
}
BOOST_AUTO_TEST_CASE(on_spread) {
    try_kind<model::Spread>(100);
}
BOOST_AUTO_TEST_CASE(on_mixes) {
    try_kind<model::Mix>(100);
}
BOOST_AUTO_TEST_CASE(on_rotations) {
    try_kind<model::Rotation>(100);
}
BOOST_AUTO_TEST_CASE(on_bodies_apart) {
    try_kind<model::Apart>(100);
}
BOOST_AUTO_TEST_CASE(on_gatherings) {
    try_kind<model::Gather>(100);
}
BOOST_AUTO_TEST_CASE(on_loads) {
    try_kind<model::Load>(100);
}
BOOST_AUTO_TEST_CASE(on_deadlines) {
    try_kind<model::Deadline>(80);
}
BOOST_AUTO_TEST_CASE(on_notice) {
    try_kind<model::Notice>(80);
}
BOOST_AUTO_TEST_CASE(on_regularity) {
    try_kind<model::Regular>(100);
}
BOOST_AUTO_TEST_CASE(on_kept_plans) {
    try_kind<model::Keep>(80);
}
BOOST_AUTO_TEST_CASE(on_windows) {
    try_kind<model::Within>(80);
}
BOOST_AUTO_TEST_CASE(on_blocks) {
    try_kind<model::Blocked>(100);
}

BOOST_AUTO_TEST_CASE(on_all_together) {
    Tally tally;
    for_each_seed(
        [&](Random& random) {
            RandomBrief made{random};
            const int count = random.between(2, 5);
            for (int i = 0; i < count; ++i)
                switch (random.between(1, 16)) {
                    case 1:
                        made.add_rule<model::Distance>();
                        break;
                    case 2:
                        made.add_rule<model::Needs>();
                        break;
                    case 3:
                        made.add_rule<model::SameDay>();
                        break;
                    case 4:
                        made.add_rule<model::Inside>();
                        break;
                    case 5:
                        made.add_rule<model::Spread>();
                        break;
                    case 6:
                        made.add_rule<model::Mix>();
                        break;
                    case 7:
                        made.add_rule<model::Rotation>();
                        break;
                    case 8:
                        made.add_rule<model::Apart>();
                        break;
                    case 9:
                        made.add_rule<model::Gather>();
                        break;
                    case 10:
                        made.add_rule<model::Load>();
                        break;
                    case 11:
                        made.add_rule<model::Deadline>();
                        break;
                    case 12:
                        made.add_rule<model::Notice>();
                        break;
                    case 13:
                        made.add_rule<model::Regular>();
                        break;
                    case 14:
                        made.add_rule<model::Keep>();
                        break;
                    case 15:
                        made.add_rule<model::Within>();
                        break;
                    default:
                        made.add_rule<model::Blocked>();
                        break;
                }
            compare(made.brief(), random, tally);
        },
        300);
}

BOOST_AUTO_TEST_SUITE_END()
