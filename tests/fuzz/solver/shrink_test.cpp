#include "tests/fuzz/solver/shrink.hpp"

#include "tests/fuzz/solver/judge.hpp"
#include "tests/fuzz/solver/write.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rul::fuzz;  // NOLINT(google-build-using-namespace): tests only

namespace {

Recipe recipe_of(std::uint64_t seed) {
    rul::base::Random random{seed};
    return random_recipe(random, 2000);
}

bool has(const Recipe& recipe, Kind kind) {
    return std::any_of(recipe.posts.begin(), recipe.posts.end(),
                       [kind](const Post& post) { return post.kind == kind; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fuzzed_problems)

BOOST_AUTO_TEST_CASE(have_every_kind_of_constraint_and_are_valid) {
    std::set<Kind> met;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const Recipe recipe = recipe_of(seed);
        BOOST_REQUIRE(is_valid(recipe));
        BOOST_REQUIRE(assignments(recipe) <= 2000);
        for (const Post& post : recipe.posts)
            met.insert(post.kind);
    }
    BOOST_TEST(met.size() == static_cast<std::size_t>(kinds));
}

BOOST_AUTO_TEST_CASE(are_the_same_for_the_same_seed) {
    for (std::uint64_t seed = 0; seed < 50; ++seed)
        BOOST_TEST(write(recipe_of(seed)).calls == write(recipe_of(seed)).calls);
}

// Whatever the fault were: here, that there is a lag with a condition.
BOOST_AUTO_TEST_CASE(lose_all_that_the_failure_does_not_need) {
    const auto fails = [](const Recipe& recipe) {
        return std::any_of(recipe.posts.begin(), recipe.posts.end(), [](const Post& post) {
            return post.kind == Kind::lag && !post.when.empty();
        });
    };
    std::uint64_t seed = 0;
    while (!fails(recipe_of(seed)))
        ++seed;
    const Recipe small = shrunk(recipe_of(seed), fails);
    BOOST_TEST(is_valid(small));
    BOOST_TEST(small.posts.size() == 1U);
    BOOST_TEST(small.posts[0].when.size() == 1U);
    BOOST_TEST(small.posts[0].numbers == std::vector<Value>{0}, boost::test_tools::per_element());
    BOOST_TEST(small.variables.size() == 2U);
    BOOST_TEST(assignments(small) == 1);
    BOOST_TEST((small.clauses.empty() && small.series.empty() && small.required.empty()));
}

BOOST_AUTO_TEST_CASE(of_two_kinds_stay_two_when_both_matter) {
    const auto fails = [](const Recipe& recipe) {
        return has(recipe, Kind::nearest_cost) && has(recipe, Kind::cumulative);
    };
    std::uint64_t seed = 0;
    while (!fails(recipe_of(seed)))
        ++seed;
    const Recipe small = shrunk(recipe_of(seed), fails);
    BOOST_TEST(small.posts.size() == 2U);
    BOOST_TEST(assignments(small) == 1);
}

BOOST_AUTO_TEST_CASE(are_printed_as_a_test_with_what_went_wrong) {
    Recipe recipe;
    recipe.variables = {{.max = 1, .at = {0, 4}, .costs = {3, 0}}, {.max = 1, .at = {2, 4}}};
    recipe.posts = {{.kind = Kind::lag, .vars = {0, 1}, .numbers = {2}}};
    recipe.seed = 7;
    recipe.effort = 20;
    BOOST_TEST(as_test(recipe, "bound 4 above the optimum 3")
               == "// bound 4 above the optimum 3\n"
                  "Problem p;\n"
                  "const IntVar x0 = p.new_var(0, 1);\n"
                  "p.add_cost(x0, {3, 0});\n"
                  "const Coordinate m0{x0, numbers({0, 4})};\n"
                  "const IntVar x1 = p.new_var(0, 1);\n"
                  "const Coordinate m1{x1, numbers({2, 4})};\n"
                  "p.post<Lag>(m0, m1, 2);\n"
                  "const SolveResult found = solve(p, {.seed = 7, .effort = 20});\n");
}

BOOST_AUTO_TEST_SUITE_END()
