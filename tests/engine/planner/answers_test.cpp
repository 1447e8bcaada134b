#include "engine/planner/answers/alternatives.hpp"
#include "engine/planner/answers/hitting_set.hpp"
#include "engine/planner/answers/relax.hpp"
#include "engine/planner/answers/repairs.hpp"
#include "engine/planner/answers/what_if.hpp"
#include "engine/planner/answers/why_not.hpp"
#include "engine/referee/referee.hpp"
#include "tests/engine/planner/oracle.hpp"
#include "tests/support/brief_builder.hpp"
#include "tests/support/random_brief.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>

// Every answer is put to brute force: all plans of tiny briefs, judged by the referee.

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul;           // NOLINT(google-build-using-namespace): tests only
using base::Random;
using planner::Demand;
using planner::Demands;
using planner::Status;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void add_some_rules(RandomBrief& made, Random& random) {
    for (int i = random.between(1, 4); i > 0; --i) {
        const int kind = random.between(1, 9);
        if (kind == 1) made.add_rule<model::Distance>();
        if (kind == 2) made.add_rule<model::Needs>();
        if (kind == 3) made.add_rule<model::SameDay>();
        if (kind == 4) made.add_rule<model::Spread>();
        if (kind == 5) made.add_rule<model::Mix>();
        if (kind == 6) made.add_rule<model::Load>();
        if (kind == 7) made.add_rule<model::Within>();
        if (kind == 8) made.add_rule<model::Blocked>();
        if (kind == 9) made.add_rule<model::Apart>();
    }
}

using Choices = std::vector<std::vector<std::optional<model::Placement>>>;

// All that the brief's own words allow; nothing: too many to look at.
std::optional<Choices> choices_of(const model::Brief& brief, std::size_t most_plans) {
    Random random{1};
    Choices choices;
    std::size_t plans = 1;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        choices.push_back(placements_of(brief, model::MeetingId{i}, random));
        plans *= choices.back().size();
    }
    if (plans > most_plans) return std::nullopt;
    return choices;
}

struct Judged {
    model::Plan plan;
    model::Points cost = 0;
};

// Every valid plan of the brief.
std::vector<Judged> valid_plans(const model::Brief& brief, const Choices& choices) {
    std::vector<Judged> found;
    for_each_plan(choices, [&](const model::Plan& plan) {
        const auto verdict = referee::judge(brief, plan);
        if (verdict.is_valid()) found.push_back({plan, verdict.cost});
    });
    return found;
}

constexpr std::size_t most_plans = 2000;

bool contains(const Demands& demands, const Demand& demand) {
    return std::find(demands.begin(), demands.end(), demand) != demands.end();
}

// Whether the meeting must be held for the number of its series, or for itself.
bool is_counted(const model::Brief& brief, model::MeetingId id, const Demands& kept) {
    if (!brief.at(id).series) return true;
    return std::any_of(kept.begin(), kept.end(), [&](const Demand& demand) {
        if (demand.kind != Demand::Kind::rule) return false;
        const auto* count = std::get_if<model::Count>(&brief.rules[demand.index].kind);
        return count != nullptr && count->series == *brief.at(id).series;
    });
}

// Whether what is broken is one of `kept`, or nothing that could be let go at all.
bool breaks(const model::Brief& brief, const referee::Finding& broken, const model::Plan& plan,
            const Demands& kept) {
    if (!std::holds_alternative<model::Appointments>(brief.at(broken.rule).kind))
        return contains(kept, {Demand::Kind::rule, broken.rule.index});
    // Dates that a series must have are asked for below.
    return std::any_of(broken.meetings.begin(), broken.meetings.end(), [&](model::MeetingId id) {
        const bool is_free = brief.at(id).state == model::Meeting::State::free;
        if (!plan.of(id)) return !is_free || is_counted(brief, id, kept);
        return is_free || contains(kept, {Demand::Kind::appointment, id.index});
    });
}

bool meets_include(const model::Brief& brief, const model::Plan& plan, const Demand& demand) {
    const model::Series& series = brief.series[demand.index];
    return std::any_of(series.meetings.begin(), series.meetings.end(), [&](model::MeetingId id) {
        return plan.of(id) && plan.of(id)->date == demand.date;
    });
}

bool keeps(const model::Brief& brief, const model::Plan& plan, const Demands& kept) {
    for (const Demand& demand : kept)
        if (demand.kind == Demand::Kind::include && !meets_include(brief, plan, demand))
            return false;
    const auto verdict = referee::judge(brief, plan);
    return std::none_of(
        verdict.violations.begin(), verdict.violations.end(),
        [&](const referee::Finding& broken) { return breaks(brief, broken, plan, kept); });
}

// Whether the meeting is on an agreed date, or in the part of the period that is its own.
bool is_in_its_days(const model::Meeting& meeting, model::Date date) {
    return meeting.within.contains(date)
           || std::any_of(meeting.options.begin(), meeting.options.end(),
                          [date](const auto& option) { return option.date == date; });
}

// What no letting go changes: the order of a series, the days a meeting may be on, and that
// meetings stand in slots by time, mode and venue.
bool is_in_shape(const model::Brief& brief, const model::Plan& plan) {
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        if (plan.placements[i] && !is_in_its_days(brief.meetings[i], plan.placements[i]->date))
            return false;
    for (const model::Series& series : brief.series) {
        std::optional<model::Date> before;
        for (const model::MeetingId id : series.meetings) {
            if (!plan.of(id)) continue;
            if (before && plan.of(id)->date <= *before) return false;
            before = plan.of(id)->date;
        }
    }
    const auto verdict = referee::judge(brief, plan);
    return std::none_of(verdict.violations.begin(), verdict.violations.end(), [&](const auto& v) {
        return std::holds_alternative<model::SlotChoice>(brief.at(v.rule).kind);
    });
}

// Calls f(brief, its valid plans) for random briefs small enough.
template <class F>
void for_each_small_brief(unsigned long rounds, F f) {
    for_each_seed(
        [&](Random& random) {
            RandomBrief made{random};
            add_some_rules(made, random);
            const auto choices = choices_of(made.brief(), most_plans);
            if (choices) f(made.brief(), *choices, valid_plans(made.brief(), *choices));
        },
        rounds);
}

bool is_full_run() {
    return std::getenv("RUL_SEED") == nullptr;
}

planner::Change giving_up(const Demand& demand) {
    switch (demand.kind) {
        case Demand::Kind::rule:
            break;
        case Demand::Kind::appointment:
            return planner::FreeDate{model::MeetingId{demand.index}};
        case Demand::Kind::include:
            return planner::DropInclude{model::SeriesId{demand.index}, demand.date};
        case Demand::Kind::held:
            return planner::LeaveOut{model::MeetingId{demand.index}};
    }
    return planner::SoftenRule{model::RuleId{demand.index}};
}

// Whether some plan keeps all but what the changes let go.
bool is_possible_after(const model::Brief& brief, const planner::Changes& changes) {
    const model::Brief changed = planner::changed(brief, changes);
    const auto choices = choices_of(changed, 20'000);
    BOOST_REQUIRE(choices.has_value());
    bool found = false;
    for_each_plan(*choices, [&](const model::Plan& plan) {
        found = found || referee::judge(changed, plan).is_valid();
    });
    return found;
}

// Fridays in the period for one body, two meetings fixed too near each other.
BriefBuilder two_too_near() {
    BriefBuilder b{"2023"};
    b.body("FFU")
        .slots({"fre 9-11"})
        .count(2)
        .fixed({"fre 03-03-2023 9-11", "fre 10-03-2023 9-11"});
    b.distance("FFU/1", "FFU/2", "mindst 14 dage");
    return b;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answers)

// ---- Why not ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_conflict_cannot_be_kept_by_any_plan_and_needs_each_of_its_members) {
    int conflicts = 0;
    int members = 0;
    for_each_small_brief(250, [&](const model::Brief& brief, const Choices& choices,
                                  const std::vector<Judged>& valid) {
        if (!valid.empty()) return;
        const planner::Asking asking{{}};
        const Demands all = planner::demands_of(brief);
        const planner::Core core = planner::find_core(brief, all, {}, asking);
        BOOST_REQUIRE(core.is_proved);
        BOOST_TEST(core.is_irreducible);
        ++conflicts;
        for_each_plan(choices, [&](const model::Plan& plan) {
            if (is_in_shape(brief, plan)) BOOST_REQUIRE(!keeps(brief, plan, core.demands));
        });
        for (const Demand& member : core.demands) {
            Demands others = core.demands;
            others.erase(std::find(others.begin(), others.end(), member));
            const auto without = planner::letting_go_of(brief, all, others);
            const planner::Answer rest = asking.best(brief, without);
            BOOST_REQUIRE(rest.plan.has_value());
            BOOST_TEST(keeps(brief, *rest.plan, others));
            ++members;
        }
    });
    if (is_full_run()) {
        BOOST_TEST(conflicts > 50);
        BOOST_TEST(members > conflicts);
    }
}

BOOST_AUTO_TEST_CASE(every_change_offered_is_enough_and_a_number_moves_no_further_than_it_must) {
    int changes = 0;
    int bounds = 0;
    for_each_small_brief(250, [&](const model::Brief& brief, const Choices&,
                                  const std::vector<Judged>& valid) {
        if (!valid.empty()) return;
        const planner::Asking asking{{}};
        const Demands all = planner::demands_of(brief);
        const planner::Core core = planner::find_core(brief, all, {}, asking);
        const auto persons = planner::persons_of(brief, core, all, asking);
        const auto exists = [&](const model::Brief& mended) { return asking.exists(mended, {}); };
        for (const auto& found :
             planner::find_changes({brief, core, persons, all}, asking, exists)) {
            const model::Brief mended = planner::changed(brief, {found.change});
            const planner::Answer answer = planner::plan(mended);
            BOOST_REQUIRE(answer.plan.has_value());
            BOOST_TEST(referee::judge(mended, *answer.plan).is_valid());
            BOOST_TEST(found.size > 0);
            BOOST_TEST(!planner::words_of(brief, found.change).empty());
            ++changes;
            const auto* moved = std::get_if<planner::MoveBound>(&found.change);
            if (moved == nullptr) continue;
            planner::MoveBound less = *moved;
            less.to += less.to > less.from ? -1 : 1;
            BOOST_TEST(
                (planner::plan(planner::changed(brief, {less})).status == Status::infeasible));
            ++bounds;
        }
    });
    if (is_full_run()) {
        BOOST_TEST(changes > 50);
        BOOST_TEST(bounds > 10);
    }
}

BOOST_AUTO_TEST_CASE(a_repair_of_several_conflicts_takes_all_its_steps) {
    BriefBuilder b = two_too_near();
    b.body("SSF")
        .slots({"man 13-16"})
        .count(2)
        .fixed({"man 06-03-2023 13-16", "man 13-03-2023 13-16"});
    b.distance("SSF/1", "SSF/2", "mindst 21 dage");
    const planner::Conflict conflict = planner::why_not(b.build());
    BOOST_TEST(conflict.others.size() == 1U);
    BOOST_REQUIRE(conflict.repairs.size() == 1U);
    BOOST_TEST(conflict.repairs.front().steps.size() == 2U);
    const auto& steps = conflict.repairs.front().steps;
    BOOST_TEST(conflict.repairs.front().size == steps[0].size + steps[1].size);
}

BOOST_AUTO_TEST_CASE(the_least_change_comes_first_and_is_told_in_the_users_words) {
    const planner::Conflict conflict = planner::why_not(two_too_near().build());
    BOOST_REQUIRE(!conflict.repairs.empty());
    const auto& first = conflict.repairs.front();
    BOOST_TEST(first.steps.front().kind == "bound");
    BOOST_TEST(has(first.steps.front().text.danish, "mindst 7 dage i stedet for 14 dage"),
               first.steps.front().text.danish);
    for (std::size_t i = 1; i < conflict.repairs.size(); ++i)
        BOOST_TEST(conflict.repairs[i - 1].size <= conflict.repairs[i].size);
    const auto is_move = [](const planner::Repair& r) { return r.steps.front().kind == "move"; };
    const auto move = std::find_if(conflict.repairs.begin(), conflict.repairs.end(), is_move);
    BOOST_REQUIRE((move != conflict.repairs.end()));
    // A week earlier on the same weekday: 10 points and 7 days.
    BOOST_TEST(has(move->steps.front().text.english, "move FFU/1 to Fri 24-02-2023"),
               move->steps.front().text.english);
    BOOST_TEST(move->size == 17);
}

// The changes offered that move one date, in their order.
static std::vector<base::Text> moves_offered(const model::Brief& brief) {
    std::vector<base::Text> texts;
    for (const planner::Repair& repair : planner::why_not(brief).repairs)
        if (repair.steps.front().kind == "move") texts.push_back(repair.steps.front().text);
    return texts;
}

BOOST_AUTO_TEST_CASE(a_move_within_its_day_says_that_the_hour_goes_and_another_day_is_offered) {
    BriefBuilder b{"2024"};
    const auto mayor = b.person("mayor");
    b.busy(mayor, "tir 05-03-2024 13-17");
    b.body("A").member(mayor).count(1).fixed({"tir 05-03-2024 14-16"});
    const auto moves = moves_offered(b.build());
    BOOST_REQUIRE(moves.size() == 2U);
    BOOST_TEST(has(moves[0].danish,
                   "stryg klokkeslættet for A/1: tir 05-03-2024 i stedet for tir "
                   "05-03-2024 14.00-16.00"),
               moves[0].danish);
    BOOST_TEST(has(moves[0].english, "leave out the clock time of A/1: Tue 05-03-2024 instead of"),
               moves[0].english);
    BOOST_TEST(has(moves[1].english, "move A/1 to Mon 04-03-2024 from Tue 05-03-2024"),
               moves[1].english);
}

BOOST_AUTO_TEST_CASE(a_move_to_another_hour_of_the_day_says_both_hours) {
    BriefBuilder b{"2024"};
    const auto mayor = b.person("mayor");
    b.busy(mayor, "tir 05-03-2024 13-17");
    b.body("A").member(mayor).slots({"tir 9-11"}).count(1).fixed({"tir 05-03-2024 14-16"});
    const auto moves = moves_offered(b.build());
    BOOST_REQUIRE(moves.size() == 2U);
    BOOST_TEST(has(moves[0].english,
                   "move A/1 to Tue 05-03-2024 09:00-11:00 from Tue 05-03-2024 14:00-16:00"),
               moves[0].english);
}

BOOST_AUTO_TEST_CASE(names_the_persons_who_cannot_be_in_two_places) {
    BriefBuilder b{"2023"};
    const auto anna = b.person("anna");
    const auto bo = b.person("bo");
    b.body("FFU")
        .member(anna)
        .member(bo)
        .slots({"fre 9-11"})
        .count(1)
        .fixed({"fre 03-03-2023 9-11"});
    b.body("SSF").member(anna).slots({"fre 10-12"}).count(1).fixed({"fre 03-03-2023 10-12"});
    const planner::Conflict conflict = planner::why_not(b.build());
    BOOST_TEST((conflict.persons == std::vector{anna}));
    BOOST_TEST(conflict.is_proved);
    BOOST_TEST(conflict.is_irreducible);
    BOOST_TEST(has(conflict.text.english, "it is about: anna"), conflict.text.english);
}

BOOST_AUTO_TEST_CASE(opens_only_the_week_of_a_block_that_is_needed) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(1);
    b.body("FFU").meeting(1).within("uge 9-10");
    b.block({"uge 7-8", "uge 9-10", "uge 42"}, "ferie");
    const planner::Conflict conflict = planner::why_not(b.build());
    BOOST_REQUIRE(!conflict.repairs.empty());
    const auto is_open = [](const planner::Repair& r) { return r.steps.front().kind == "open"; };
    const auto open = std::find_if(conflict.repairs.begin(), conflict.repairs.end(), is_open);
    BOOST_REQUIRE((open != conflict.repairs.end()));
    BOOST_TEST(has(open->steps.front().text.english, "free 27 February - 12 March 2023"),
               open->steps.front().text.english);
}

BOOST_AUTO_TEST_CASE(possibilities_are_counted_alike_before_and_after_whatever_venues_would_do) {
    BriefBuilder b{"2023"};
    b.venue("raadhus");
    b.venue("kulturhus");
    b.body("FFU").slots({"fre 9-11 fysisk"}).count(1).venues({"raadhus", "kulturhus"});
    b.body("FFU").meeting(1).within("uge 9-12");
    b.block({"uge 9"}, "ferie");
    const auto possible = planner::possibilities(b.build(), model::MeetingId{0U});
    BOOST_TEST(possible.considered == 4);
    BOOST_TEST(possible.starts_left == 3);
    BOOST_TEST(possible.left.size() == 6U);
}

BOOST_AUTO_TEST_CASE(one_possible_place_is_told_of_as_one) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(1);
    b.body("FFU").meeting(1).within("uge 9");
    b.block({"uge 9"}, "ferie");
    const base::Text text = planner::why_not(b.build()).text;
    BOOST_TEST(has(text.danish, "Det har 1 mulig placering, men"), text.danish);
    BOOST_TEST(has(text.english, "There is 1 way to place it, but\n  - 1 is taken by"),
               text.english);
}

// ---- The best partial plan --------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(nothing_cheaper_can_be_given_up) {
    int partial = 0;
    for_each_small_brief(
        120, [&](const model::Brief& brief, const Choices&, const std::vector<Judged>& valid) {
            const planner::Relaxed relaxed = planner::relax(brief);
            BOOST_REQUIRE(relaxed.answer.plan.has_value());
            BOOST_TEST(relaxed.given_up.empty() == !valid.empty());
            BOOST_TEST(relaxed.price == relaxed.price_bound);
            const auto verdict = referee::judge(relaxed.brief, *relaxed.answer.plan);
            BOOST_TEST(verdict.is_valid());
            BOOST_TEST(verdict.cost == relaxed.answer.cost);
            if (!valid.empty()) return;
            ++partial;
            const Demands all = planner::dispensable_of(brief);
            if (all.size() > 10) return;
            for (std::size_t subset = 0; subset < (std::size_t{1} << all.size()); ++subset) {
                planner::Changes changes;
                model::Points price = 0;
                for (std::size_t i = 0; i < all.size(); ++i)
                    if ((subset >> i & 1U) != 0) {
                        changes.push_back(giving_up(all[i]));
                        price += planner::size_of(brief, giving_up(all[i]));
                    }
                if (price < relaxed.price)
                    BOOST_TEST(!is_possible_after(brief, changes), "cheaper: " << price);
            }
        });
    if (is_full_run()) BOOST_TEST(partial > 20);
}

BOOST_AUTO_TEST_CASE(a_rule_given_up_is_broken_as_little_as_can_be) {
    BriefBuilder b{"2023"};
    b.body("FFU")
        .slots({"fre 9-11"})
        .count(3)
        .fixed({"fre 03-03-2023 9-11", "fre 10-03-2023 9-11", "fre 05-05-2023 9-11"});
    b.body("SSF").slots({"fre 9-11", "man 9-11"}).count(1);
    const auto rule = b.distance("FFU", "SSF", "0-20 dage");
    const planner::Relaxed relaxed = planner::relax(b.build());
    BOOST_REQUIRE(relaxed.given_up.size() == 1U);
    BOOST_TEST((relaxed.given_up.front().demand == Demand{Demand::Kind::rule, rule.index}));
    // From 23 to 30 March it is 43 days in all outside 0-20 days after 3 March, 10 March and before
    // 5 May.
    BOOST_TEST(relaxed.answer.cost / 1000 == 43);
}

// ---- Alternatives -----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(each_alternative_is_the_cheapest_that_differs_from_all_before_it) {
    int several = 0;
    int exhausted = 0;
    for_each_small_brief(120, [&](const model::Brief& brief, const Choices&,
                                  const std::vector<Judged>& valid) {
        if (valid.empty()) return;
        const planner::Wanted wanted{3, static_cast<int>(brief.meetings.size() % 2) + 1};
        const auto found = planner::alternatives(brief, wanted);
        for (std::size_t i = 0; i < 3; ++i) {
            std::optional<model::Points> cheapest;
            for (const Judged& plan : valid) {
                bool differs = true;
                for (std::size_t j = 0; j < std::min(i, found.found.size()); ++j)
                    differs =
                        differs
                        && static_cast<int>(
                               planner::differences(brief, plan.plan, *found.found[j].plan).size())
                               >= wanted.differ;
                if (differs && (!cheapest || plan.cost < *cheapest)) cheapest = plan.cost;
            }
            BOOST_REQUIRE(cheapest.has_value() == (i < found.found.size()));
            if (!cheapest) {
                BOOST_TEST(found.are_all);
                ++exhausted;
                break;
            }
            BOOST_TEST(found.found[i].cost == *cheapest);
            BOOST_TEST(found.found[i].bound == *cheapest);
            if (i > 0) ++several;
        }
    });
    if (is_full_run()) {
        BOOST_TEST(several > 20);
        BOOST_TEST(exhausted > 5);
    }
}

// ---- What if ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_if_agrees_with_every_plan_there_is) {
    int possible = 0;
    int impossible = 0;
    for_each_small_brief(
        120, [&](const model::Brief& brief, const Choices&, const std::vector<Judged>& valid) {
            if (valid.empty()) return;
            const planner::Answer best = planner::plan(brief);
            for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
                const model::MeetingId id{i};
                if (brief.at(id).kind == model::Meeting::Kind::event || !best.plan->of(id))
                    continue;
                const model::Date date = best.plan->of(id)->date + std::chrono::days{1};
                std::optional<model::Points> cheapest;
                for (const Judged& plan : valid)
                    if (plan.plan.of(id) && plan.plan.of(id)->date == date
                        && (!cheapest || plan.cost < *cheapest))
                        cheapest = plan.cost;
                const planner::WhatIf found = planner::what_if_on(brief, *best.plan, id, date);
                BOOST_REQUIRE(found.answer.plan.has_value() == cheapest.has_value());
                ++(cheapest ? possible : impossible);
                if (!cheapest) {
                    BOOST_TEST(found.answer.conflict.has_value());
                    continue;
                }
                BOOST_TEST(found.answer.cost == *cheapest);
                const auto verdict = referee::judge(brief, *found.answer.plan);
                BOOST_TEST(verdict.is_valid());
                BOOST_TEST(verdict.cost == *cheapest);
                BOOST_TEST(
                    (std::find(found.moved.begin(), found.moved.end(), id) != found.moved.end()));
            }
        });
    if (is_full_run()) {
        BOOST_TEST(possible > 10);
        BOOST_TEST(impossible > 30);
    }
}

BOOST_AUTO_TEST_CASE(a_date_is_forbidden_by_the_rules_that_forbid_it) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(1).fixed({"fre 03-03-2023 9-11"});
    b.body("SSF").slots({"man 9-11"}).count(1);
    const auto rule = b.distance("FFU", "SSF", "3-10 dage");
    b.body("KKR").slots({"ons 9-11"}).count(4);
    const model::Brief brief = b.build();
    const planner::Answer best = planner::plan(brief);
    const auto ssf = *brief.find_meeting("SSF/1");
    const auto forbidden =
        planner::what_if_on(brief, *best.plan, ssf, model::Date{std::chrono::year{2023} / 3 / 20});
    BOOST_REQUIRE(forbidden.answer.conflict.has_value());
    BOOST_TEST((forbidden.answer.conflict->rules == std::vector{rule}));
    BOOST_TEST(forbidden.answer.conflict->meetings.size() == 1U);
    const auto other = planner::what_if_not_on(brief, *best.plan, ssf, best.plan->of(ssf)->date);
    BOOST_REQUIRE(other.answer.plan.has_value());
    BOOST_TEST((other.moved == std::vector{ssf}));
}

// ---- Hitting sets -----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_cheapest_hitting_set_is_that_of_brute_force) {
    for_each_seed([](Random& random) {
        const std::size_t things = 8;
        std::vector<std::int64_t> prices;
        for (std::size_t i = 0; i < things; ++i)
            prices.push_back(random.between(1, 5));
        std::vector<std::vector<std::size_t>> sets(static_cast<std::size_t>(random.between(0, 6)));
        for (auto& set : sets) {
            for (std::size_t i = 0; i < things; ++i)
                if (random.between(1, 3) == 1) set.push_back(i);
            if (set.empty()) set.push_back(0);
        }
        const auto price_of = [&](const std::vector<std::size_t>& chosen) {
            return std::accumulate(
                chosen.begin(), chosen.end(), std::int64_t{0},
                [&](std::int64_t sum, std::size_t i) { return sum + prices[i]; });
        };
        std::int64_t least = price_of({0, 1, 2, 3, 4, 5, 6, 7});
        for (unsigned subset = 0; subset < 256; ++subset) {
            std::vector<std::size_t> chosen;
            for (std::size_t i = 0; i < things; ++i)
                if ((subset >> i & 1U) != 0) chosen.push_back(i);
            const auto meets = [&](const auto& set) {
                return std::any_of(set.begin(), set.end(),
                                   [&](std::size_t i) { return (subset >> i & 1U) != 0; });
            };
            if (std::all_of(sets.begin(), sets.end(), meets))
                least = std::min(least, price_of(chosen));
        }
        BOOST_TEST(price_of(planner::cheapest_hitting_set(sets, prices)) == least);
    });
}

BOOST_AUTO_TEST_SUITE_END()
