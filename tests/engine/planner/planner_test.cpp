#include "engine/planner/planner.hpp"

#include "engine/referee/referee.hpp"
#include "tests/engine/planner/oracle.hpp"
#include "tests/support/brief_builder.hpp"
#include "tests/support/random_brief.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using namespace rul;           // NOLINT(google-build-using-namespace): tests only
using base::Random;
using planner::Status;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void add_some_rules(RandomBrief& made, Random& random) {
    for (int i = random.between(1, 4); i > 0; --i) {
        const int kind = random.between(1, 8);
        if (kind == 1) made.add_rule<model::Distance>();
        if (kind == 2) made.add_rule<model::Needs>();
        if (kind == 3) made.add_rule<model::SameDay>();
        if (kind == 4) made.add_rule<model::Spread>();
        if (kind == 5) made.add_rule<model::Mix>();
        if (kind == 6) made.add_rule<model::Load>();
        if (kind == 7) made.add_rule<model::Within>();
        if (kind == 8) made.add_rule<model::Regular>();
    }
}

// The cheapest valid plan among all there are, or nothing; false: too many to look at.
bool find_cheapest(const model::Brief& brief, Random& random,
                   std::optional<model::Points>& cheapest) {
    std::vector<std::vector<std::optional<model::Placement>>> choices;
    std::size_t plans = 1;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        choices.push_back(placements_of(brief, model::MeetingId{i}, random));
        plans *= choices.back().size();
    }
    constexpr std::size_t most_plans = 5000;
    if (plans > most_plans) return false;
    for_each_plan(choices, [&](const model::Plan& plan) {
        const referee::Verdict verdict = referee::judge(brief, plan);
        if (verdict.is_valid() && (!cheapest || verdict.cost < *cheapest)) cheapest = verdict.cost;
    });
    return true;
}

// Two bodies that share a member, with a rule that cannot be kept between them.
struct Impossible {
    BriefBuilder b{"2023"};
    model::RuleId early, late, other;

    Impossible() {
        b.body("FFU").slots({"fre 9-11"}).count(2);
        b.body("SSF").slots({"man 13-16"}).count(1);
        early =
            b.rule(model::Within{b.group("SSF"), said("maj"), model::Within::Side::before, "maj"},
                   model::must, "before = \"maj\"");
        other = b.distance("FFU/1", "FFU/2", "mindst 14 dage");
        late =
            b.rule(model::Within{b.group("SSF"), said("juni"), model::Within::Side::after, "juni"},
                   model::must, "after = \"juni\"");
    }

    [[nodiscard]] model::DateRange said(std::string_view days) const {
        return testing::said(config::read_dates(days, BriefBuilder{"2023"}.raw().period), days);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(planning)

BOOST_AUTO_TEST_CASE(finds_the_cheapest_calendar_the_referee_passes) {
    int solved = 0;
    int impossible = 0;
    for_each_seed(
        [&](Random& random) {
            RandomBrief made{random};
            add_some_rules(made, random);
            const model::Brief& brief = made.brief();
            std::optional<model::Points> cheapest;
            if (!find_cheapest(brief, random, cheapest)) return;
            const planner::Answer answer = planner::plan(brief);
            BOOST_REQUIRE((answer.status == Status::optimal) == cheapest.has_value());
            ++(cheapest ? solved : impossible);
            if (!cheapest) {
                BOOST_TEST((answer.status == Status::infeasible));
                BOOST_REQUIRE(answer.conflict.has_value());
                BOOST_TEST(!answer.conflict->text.empty());
                return;
            }
            const referee::Verdict verdict = referee::judge(brief, *answer.plan);
            BOOST_TEST(verdict.is_valid());
            BOOST_TEST(verdict.cost == answer.cost);
            BOOST_TEST(answer.cost == *cheapest);
            BOOST_TEST(answer.bound == *cheapest);
        },
        200);
    if (std::getenv("RUL_SEED") == nullptr) {
        BOOST_TEST(solved > 30);
        BOOST_TEST(impossible > 30);
    }
}

// With the meetings of SSF far enough from each other one of their own is one at all: both ways of
// asking for it must agree with what the referee says.
BOOST_AUTO_TEST_CASE(gives_each_meeting_a_provider_of_its_own_however_far_apart_they_are) {
    int solved = 0;
    int impossible = 0;
    for_each_seed(
        [&](Random& random) {
            BriefBuilder b{"02-01-2023..10-02-2023"};
            const int least = random.between(1, 4);
            b.body("FFU").slots({"fre 9-11"}).count(2);
            b.body("SSF").slots({"man 9-11"}).count(2).gap(fmt::format("{}-6 uger", least));
            const int from = random.between(1, 10);
            const int to = from + random.between(0, 21);
            const bool has_ideal = random.between(0, 1) == 1;
            model::Needs needs{.subject = b.group("SSF"),
                               .providers = {{b.group("FFU"),
                                              {from, has_ideal ? std::optional{from} : std::nullopt,
                                               to, model::Unit::day}}}};
            needs.own = true;
            needs.ideal_points = has_ideal ? 1 : 0;
            b.rule(needs, random.between(0, 1) == 0 ? model::must : model::soft(5));
            const model::Brief brief = b.build();
            std::optional<model::Points> cheapest;
            BOOST_REQUIRE(find_cheapest(brief, random, cheapest));
            const planner::Answer answer = planner::plan(brief);
            BOOST_REQUIRE((answer.status == Status::optimal) == cheapest.has_value());
            ++(cheapest ? solved : impossible);
            if (cheapest) BOOST_TEST(answer.cost == *cheapest);
        },
        60);
    if (std::getenv("RUL_SEED") == nullptr) {
        BOOST_TEST(solved > 20);
        BOOST_TEST(impossible > 5);
    }
}

// Eight meetings serve six, and six serve four: which serves which is what must be settled. Some
// thousand ticks for each way there is, not for each day.
BOOST_AUTO_TEST_CASE(proves_a_calendar_in_which_meetings_must_be_served_by_one_of_many) {
    BriefBuilder b{"2027"};
    b.body("DF").slots({"tir 9-11", "tor 9-11"}).count(8).gap("34-65 dage, ideal 44 dage");
    b.body("FSN").slots({"man 13-15", "tir 13-15"}).count(6).gap("33-93 dage, ideal 62 dage");
    b.body("KPN").slots({"ons 15-17"}).count(4).gap("74-122 dage, ideal 98 dage");
    b.needs("FSN", "DF 12-18 dage før");
    b.needs("KPN", "FSN 12-29 dage før");
    const planner::Answer answer = planner::plan(b.build(), {.effort = 3'000'000});
    BOOST_TEST((answer.status == Status::optimal));
}

// The first can only be served by the second, and the second by the first: who serves is not in
// order.
BOOST_AUTO_TEST_CASE(lets_meetings_of_one_body_serve_each_other) {
    BriefBuilder b{"02-01-2023..31-01-2023"};
    b.body("FFU").slots({"man 9-11", "tor 9-11"}).count(2).gap("3-4 dage");
    const model::Needs needs{.subject = b.group("FFU"),
                             .providers = {{b.group("FFU"), {-5, {}, 5, model::Unit::day}}}};
    b.rule(needs, model::must);
    BOOST_TEST((planner::plan(b.build()).status == Status::optimal));
}

BOOST_AUTO_TEST_CASE(gives_the_same_calendar_twice) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11", "man 13-15"}).count(4).gap("8-16 uger", model::soft(5));
    const model::Brief brief = b.build();
    const auto first = planner::plan(brief);
    const auto second = planner::plan(brief);
    BOOST_REQUIRE(first.plan.has_value());
    BOOST_TEST((first.plan->placements == second.plan->placements));
}

BOOST_AUTO_TEST_CASE(names_exactly_the_rules_that_conflict) {
    const Impossible made;
    const planner::Answer answer = planner::plan(made.b.build());
    BOOST_REQUIRE((answer.status == Status::infeasible));
    // Without its count, the meeting would simply be left out.
    BOOST_REQUIRE(answer.conflict->rules.size() == 3U);
    BOOST_TEST((answer.conflict->rules[0] == made.early));
    BOOST_TEST((answer.conflict->rules[1] == made.late));
    const model::Brief brief = made.b.build();
    const model::Rule& third = brief.at(answer.conflict->rules[2]);
    BOOST_TEST(third.key == "SSF.count");
    BOOST_TEST(has(answer.conflict->text.danish, "Disse 3 krav kan ikke opfyldes på én gang"));
    BOOST_TEST(has(answer.conflict->text.english, "before maj (plan.toml:"),
               answer.conflict->text.english);
    BOOST_TEST(!has(answer.conflict->text.english, "mindst 14 dage"));
}

BOOST_AUTO_TEST_CASE(names_the_fixed_dates_that_conflict) {
    BriefBuilder b{"2023"};
    b.body("FFU")
        .slots({"fre 9-11"})
        .count(3)
        .fixed({"fre 03-03-2023 9-11", "fre 10-03-2023 9-11", "fre 05-05-2023 9-11"});
    const auto rule = b.distance("FFU/1", "FFU/2", "mindst 14 dage");
    const planner::Answer answer = planner::plan(b.build());
    BOOST_REQUIRE(answer.conflict.has_value());
    BOOST_TEST((answer.conflict->rules == std::vector{rule}));
    BOOST_TEST(answer.conflict->meetings.size() == 2U);
    BOOST_TEST(has(answer.conflict->text.danish, "FFU/1 er fastsat til fre 03-03-2023"));
}

BOOST_AUTO_TEST_CASE(tells_what_took_the_starts_of_a_meeting_that_has_none) {
    BriefBuilder b{"2023"};
    b.body("FFU").slots({"fre 9-11"}).count(1);
    b.body("FFU").meeting(1).within("uge 14-15");
    b.block({"uge 15"}, "ferie");
    const planner::Answer answer = planner::plan(b.build());
    BOOST_REQUIRE((answer.status == Status::infeasible));
    const std::string& text = answer.conflict->text.danish;
    // The Fridays of weeks 14 and 15 are Good Friday and one in the block.
    BOOST_TEST(has(text, "FFU/1 har ingen mulig dato. Det har 2 mulige placeringer"));
    BOOST_TEST(has(text, "1 tages af: spærring: ferie"), text);
    BOOST_TEST(has(text, "helligdage"));
    BOOST_TEST(answer.conflict->unplaceable.size() == 1U);
}

BOOST_AUTO_TEST_CASE(explains_with_a_set_of_which_each_part_is_needed) {
    for_each_seed(
        [](Random& random) {
            RandomBrief made{random};
            add_some_rules(made, random);
            const model::Brief& brief = made.brief();
            const planner::Answer answer = planner::plan(brief);
            if (answer.status != Status::infeasible) return;
            // A brief in which one rule of the set is soft is possible, or has another conflict.
            for (const model::RuleId id : answer.conflict->rules) {
                model::Brief softer = brief;
                softer.rules.erase(softer.rules.begin() + id.index);
                const planner::Answer then = planner::plan(softer);
                if (then.status == Status::infeasible)
                    BOOST_TEST((then.conflict->rules != answer.conflict->rules));
            }
        },
        60);
}

BOOST_AUTO_TEST_SUITE_END()
