#include "engine/referee/matching.hpp"
#include "tests/engine/referee/trial.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only
using model::Needs;
using model::soft;
using testing::Trial;

namespace {

Needs& last_rule(Trial& t) {
    return std::get<Needs>(t.raw().rules.back().kind);
}

// SSF 14 April and 12 May, FFU 10 March: 35 days before the first, 63 before the second.
Trial one_ffu() {
    Trial t;
    t.body("FFU").count(1, 2);
    t.body("SSF").count(2);
    t.put("FFU/1", "fre 10-03-2023");
    t.put_all("SSF", {"fre 14-04-2023", "fre 12-05-2023"});
    return t;
}

using Match = std::vector<std::optional<std::size_t>>;

// How many rows are served and at what price, the best there is: every assignment is tried.
std::pair<int, model::Points> best_by_brute_force(const referee::CostTable& costs, std::size_t row,
                                                  std::vector<bool>& used) {
    if (row == costs.size()) return {0, 0};
    auto best = best_by_brute_force(costs, row + 1, used);
    for (std::size_t column = 0; column < used.size(); ++column) {
        if (used[column] || !costs[row][column]) continue;
        used[column] = true;
        const auto rest = best_by_brute_force(costs, row + 1, used);
        used[column] = false;
        const std::pair with{rest.first + 1, rest.second + *costs[row][column]};
        if (with.first > best.first || (with.first == best.first && with.second < best.second))
            best = with;
    }
    return best;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(needs)

BOOST_AUTO_TEST_CASE(each_subject_needs_some_provider_in_the_window_before_it) {
    Trial t = one_ffu();
    t.needs("SSF", "FFU 28-63 dage før");
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.verdict().cost == 0);

    t.raw().rules.clear();
    t.needs("SSF", "FFU 28-49 dage før");
    BOOST_TEST(t.violations()
               == "SSF/2 | SSF/2 (fre 12-05-2023) har intet FFU-møde 28-49 dage før\n");
    BOOST_TEST(t.verdict().violations.front().text.english
               == "SSF/2 (Fri 12-05-2023) has no FFU meeting 28-49 days before");
    BOOST_TEST(t.verdict().violations.front().points == 0);
}

BOOST_AUTO_TEST_CASE(the_mirror_form_looks_after_the_subject) {
    Trial t = one_ffu();
    t.needs("FFU", "SSF 28-49 dage efter");
    BOOST_TEST(t.violations() == "");
    t.put("SSF/1", "fre 31-03-2023");
    BOOST_TEST(t.violations()
               == "FFU/1 | FFU/1 (fre 10-03-2023) har intet SSF-møde 28-49 dage efter\n");
}

BOOST_AUTO_TEST_CASE(a_provider_left_out_serves_nobody_and_a_subject_left_out_needs_nothing) {
    Trial t = one_ffu();
    t.put("FFU/2", "fre 07-04-2023");
    t.needs("SSF", "FFU 28-49 dage før");
    BOOST_TEST(t.violations() == "");

    Trial idle;
    idle.body("FFU").count(0, 1);
    idle.body("SSF").count(0, 1);
    idle.needs("SSF", "FFU 28-49 dage før");
    BOOST_TEST(idle.violations() == "");
}

BOOST_AUTO_TEST_CASE(a_soft_need_costs_its_points_for_each_subject_without) {
    Trial t = one_ffu();
    t.needs("SSF", "FFU 1-20 dage før", soft(20));
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.verdict().cost == 40);
    BOOST_TEST(t.verdict().costs.size() == 2U);
}

BOOST_AUTO_TEST_CASE(join_needs_every_provider) {
    Trial t = one_ffu();
    t.body("SDFU").count(1);
    t.put("SDFU/1", "man 03-04-2023");  // 11 days before the first, 39 before the second
    t.needs("SSF", "FFU 28-63 dage før");
    last_rule(t).providers.push_back({t.group("SDFU"), {7, {}, 30, model::Unit::day}});
    BOOST_TEST(t.violations()
               == "SSF/2 | SSF/2 (fre 12-05-2023) har intet SDFU-møde 7-30 dage før\n");
}

BOOST_AUTO_TEST_CASE(one_named_meeting_is_named_as_such) {
    Trial t = one_ffu();
    t.needs("SSF/2", "FFU/1 28-49 dage før");
    BOOST_TEST(t.violations() == "SSF/2 | SSF/2 (fre 12-05-2023) har ikke FFU/1 28-49 dage før\n");
}

BOOST_AUTO_TEST_CASE(in_step_the_kth_needs_the_kth) {
    Trial t = one_ffu();
    t.put("FFU/2", "tor 09-03-2023");  // 64 days before SSF/2, 36 before SSF/1
    t.needs("SSF", "FFU 28-63 dage før");
    BOOST_TEST(t.violations() == "");  // FFU/1 serves both
    last_rule(t).in_step = true;
    BOOST_TEST(t.violations()
               == "SSF/2 | SSF/2 (fre 12-05-2023) har ikke det tilsvarende FFU-møde 28-63 dage "
                  "før\n");
}

BOOST_AUTO_TEST_CASE(the_kth_is_counted_before_the_validity_is_asked) {
    Trial t = one_ffu();
    t.put("FFU/2", "fre 07-04-2023");
    t.needs("SSF", "FFU 35 dage før");
    last_rule(t).providers.front().window = {35, {}, 35, model::Unit::day};
    last_rule(t).in_step = true;
    t.raw().rules.back().validity.first = testing::said(config::read_date("01-05-2023", {}), "");
    BOOST_TEST(t.violations() == "");  // SSF/2 still goes with FFU/2
}

BOOST_AUTO_TEST_CASE(own_lets_no_provider_serve_two) {
    Trial t = one_ffu();
    t.needs("SSF", "FFU 28-63 dage før");
    last_rule(t).own = true;
    BOOST_TEST(t.verdict().violations.size() == 1U);
    BOOST_TEST(t.violations().find("har intet FFU-møde for sig selv 28-63 dage før")
               != std::string::npos);
    t.put("FFU/2", "tor 13-04-2023");
    BOOST_TEST(t.violations() == "");
}

//                 10/3       17/3                 14/4    21/4
// FFU             1          2
// SSF                                             1       2        ideal 35: 1-1 and 2-2
BOOST_AUTO_TEST_CASE(own_serves_the_most_and_then_the_cheapest) {
    Trial t;
    t.body("FFU").count(2);
    t.body("SSF").count(2);
    t.put_all("FFU", {"fre 10-03-2023", "fre 17-03-2023"});
    t.put_all("SSF", {"fre 14-04-2023", "fre 21-04-2023"});
    t.needs("SSF", "FFU 28-49 dage før, ideal 28 dage");
    BOOST_TEST(t.verdict().cost == 7);  // FFU/2 is 28 before SSF/1, 35 before SSF/2
    last_rule(t).own = true;
    // 1-1 and 2-2: 7 + 7. Crossed: 0 for SSF/1, 42 days for SSF/2: 14 + 7.
    BOOST_TEST(t.verdict().cost == 14);

    // SSF/2 can only have FFU/2, so SSF/1, which would rather have it, takes FFU/1.
    last_rule(t).providers.front().window.max = 35;
    BOOST_TEST(t.verdict().is_valid());
    BOOST_TEST(t.costs()
               == "7: FFU/1 SSF/1 | SSF/1 (fre 14-04-2023) betjenes af FFU/1 (fre 10-03-2023): 35 "
                  "dage; idealet er 28 dage\n"
                  "7: FFU/2 SSF/2 | SSF/2 (fre 21-04-2023) betjenes af FFU/2 (fre 17-03-2023): 35 "
                  "dage; idealet er 28 dage\n");
}

BOOST_AUTO_TEST_CASE(without_own_the_provider_that_costs_least_serves) {
    Trial t = one_ffu();
    t.put("FFU/2", "fre 07-04-2023");  // 7 before SSF/1, 35 before SSF/2
    t.needs("SSF", "FFU 1-70 dage før, ideal 30 dage");
    last_rule(t).ideal_points = 2;
    // SSF/1: FFU/1 is 5 off, FFU/2 23; SSF/2: FFU/2 is 5 off.
    BOOST_TEST(t.verdict().cost == 20);
}

BOOST_AUTO_TEST_CASE(a_meeting_by_date_only_serves_nobody_in_hours) {
    Trial t;
    t.meeting("a", "FFU");
    t.meeting("b", "FFU");
    t.put("a", "fre 10-03-2023 9-10").put("b", "fre 10-03-2023 11-12");
    t.needs("b", "a 1-2 timer før");
    BOOST_TEST(t.violations() == "");
    t.put("a", "fre 10-03-2023");
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_meeting_does_not_serve_itself) {
    Trial t;
    t.body("FFU").count(1);
    t.put("FFU/1", "fre 10-03-2023");
    t.rule(Needs{t.group("FFU"), {{t.group("FFU"), {0, {}, 7, model::Unit::day}}}});
    BOOST_TEST(t.verdict().violations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(matching_agrees_with_brute_force) {
    testing::for_each_seed([](base::Random& random) {
        const auto columns = static_cast<std::size_t>(random.between(1, 5));
        referee::CostTable costs(static_cast<std::size_t>(random.between(0, 5)));
        for (auto& row : costs)
            for (std::size_t column = 0; column < columns; ++column)
                row.push_back(random.between(0, 2) == 0
                                  ? std::nullopt
                                  : std::optional<model::Points>{random.between(0, 9)});
        const Match match = referee::cheapest_matching(costs);
        std::vector<bool> used(columns);
        std::pair<int, model::Points> found{0, 0};
        for (std::size_t row = 0; row < costs.size(); ++row) {
            if (!match[row]) continue;
            BOOST_TEST(!used[*match[row]]);
            used[*match[row]] = true;
            BOOST_REQUIRE(costs[row][*match[row]].has_value());
            found = {found.first + 1, found.second + *costs[row][*match[row]]};
        }
        std::vector<bool> unused(columns);
        BOOST_TEST((found == best_by_brute_force(costs, 0, unused)));
    });
}

BOOST_AUTO_TEST_SUITE_END()
