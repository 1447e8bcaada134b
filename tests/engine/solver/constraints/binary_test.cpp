#include "engine/solver/constraints/binary.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::Binary;
using rul::solver::Condition;
using rul::solver::IntervalTable;

namespace {

using Table = std::vector<std::vector<IntervalTable::Interval>>;

void post(World& w, IntVar a, IntVar b, const Table& by_a, Value b_count,
          const Condition& when = {}) {
    const IntervalTable table{by_a};
    w.post<Binary>(a, b, std::make_shared<const IntervalTable>(table),
                   std::make_shared<const IntervalTable>(table.mirrored(b_count)), when);
}

Table random_table(Random& random, Value a_count, Value b_count) {
    Table table(static_cast<std::size_t>(a_count));
    for (auto& intervals : table)
        for (Value b = 0; b < b_count; ++b) {
            if (random.between(0, 2) == 0) continue;
            if (!intervals.empty() && intervals.back().last == b - 1)
                intervals.back().last = b;
            else
                intervals.push_back({b, b});
        }
    return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(binary)

//     b  0 1 2 3 4 5
//   a 0  # # . . # .        b >= 2 leaves a = 0 only with 4, and takes a = 1 away
//     1  # # . . . .
//     2  . . . # . .
BOOST_AUTO_TEST_CASE(keeps_what_has_a_partner) {
    World w;
    const auto a = w.var(0, 2), b = w.var(0, 5);
    post(w, a, b, {{{0, 1}, {4, 4}}, {{0, 1}}, {{3, 3}}}, 6);
    w.decide(at_least(b, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(a) == (Values{0, 2}), boost::test_tools::per_element());
    BOOST_TEST(w.values(b) == (Values{3, 4}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(a, 1)) == Literals{at_least(b, 2)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(gives_holes_within_the_intervals_as_reasons) {
    World w;
    const auto a = w.var(0, 2), b = w.var(0, 5, {3});
    post(w, a, b, {{{0, 5}}, {{3, 3}}, {{0, 5}}}, 6);
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.reason(differs(a, 1)) == Literals{differs(b, 3)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(fails_when_nothing_goes_together) {
    World w;
    const auto a = w.var(0, 1), b = w.var(0, 3);
    post(w, a, b, {{{0, 1}}, {{1, 1}}}, 4);
    w.decide(at_least(b, 2));
    BOOST_TEST(!w.propagate());
    BOOST_TEST(w.conflict() == Literals{at_least(b, 2)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(mirrors_a_table) {
    const IntervalTable table{Table{{{0, 1}, {3, 3}}, {}, {{1, 3}}}};
    const IntervalTable mirror = table.mirrored(5);
    BOOST_TEST(mirror.count() == 5);
    for (Value a = 0; a < 3; ++a)
        for (Value b = 0; b < 5; ++b)
            BOOST_TEST(table.allows(a, b) == mirror.allows(b, a));
    BOOST_TEST(mirror.of(7).empty());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_var(w, random, 0, 5), b = random_var(w, random, 0, 6);
        const Condition when = random_condition(w, random, a);
        post(w, a, b, random_table(random, random.between(4, 6), 7), 7, when);
        w.check_everything(when.is_empty() ? Strength::domain : Strength::complete, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
