#include "engine/solver/bounds/row_sums.hpp"

#include "base/random.hpp"
#include "tests/support/seeds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rul::solver;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;

namespace {

// Some variables, some rows over them, and where the variables stand.
struct Case {
    explicit Case(Random& random) {
        for (int i = random.between(1, 4); i > 0; --i)
            s.new_var(random.between(0, 2), random.between(3, 9));
        for (int i = random.between(1, 6); i > 0; --i) {
            Row row{.bound = random.between(-2, 2)};
            for (int k = random.between(0, 4); k > 0; --k) {
                const Value first = random.between(0, 9);
                row.terms.push_back(
                    {any_var(random), first, first + random.between(0, 4), random.between(-3, 3)});
            }
            rows.add(std::move(row));
        }
        for (std::uint32_t x = 0; x < s.var_count(); ++x)
            values.push_back(any_value(random, {x}));
    }

    IntVar any_var(Random& random) const {
        return {static_cast<std::uint32_t>(random.between(0, static_cast<int>(s.var_count()) - 1))};
    }
    Value any_value(Random& random, IntVar x) const {
        return random.between(s.initial_min(x), s.initial_max(x));
    }
    // Sum of the row's terms - its bound, by definition.
    Cost excess(std::size_t r) const {
        Cost sum = -rows.rows()[r].bound;
        for (const Term& term : rows.rows()[r].terms) {
            const Value v = values[term.x.index];
            if (term.first <= v && v <= term.last) sum += term.coefficient;
        }
        return sum;
    }

    Store s;
    Relaxation rows{s};
    Assignment values;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(row_sums)

BOOST_AUTO_TEST_CASE(keep_every_excess_right_however_variables_move) {
    for_each_seed([](Random& random) {
        Case c{random};
        RowSums sums{c.rows, c.s.var_count()};
        sums.move_all(c.values);
        for (int i = 0; i < 20; ++i) {
            const IntVar x = c.any_var(random);
            c.values[x.index] = c.any_value(random, x);
            sums.move(x, c.values[x.index]);
            for (std::size_t r = 0; r < c.rows.rows().size(); ++r)
                BOOST_TEST(sums.excess(r) == c.excess(r));
        }
    });
}

BOOST_AUTO_TEST_CASE(tell_each_row_that_a_move_broke_once) {
    for_each_seed([](Random& random) {
        Case c{random};
        RowSums sums{c.rows, c.s.var_count()};
        sums.move_all(c.values);
        for (int i = 0; i < 20; ++i) {
            std::vector<bool> was_broken;
            for (std::size_t r = 0; r < c.rows.rows().size(); ++r)
                was_broken.push_back(c.excess(r) > 0);
            sums.clear_broken();
            const IntVar x = c.any_var(random);
            c.values[x.index] = c.any_value(random, x);
            sums.move(x, c.values[x.index]);
            for (std::uint32_t r = 0; r < was_broken.size(); ++r) {
                const auto told = std::count(sums.broken().begin(), sums.broken().end(), r);
                BOOST_TEST(told <= 1);
                if (!was_broken[r] && c.excess(r) > 0) BOOST_TEST(told == 1);
            }
        }
    });
}

BOOST_AUTO_TEST_CASE(count_the_ends_of_terms_walked_over_as_work) {
    Store s;
    const IntVar x = s.new_var(0, 100);
    Relaxation rows{s};
    rows.add({.terms = {{x, 40, 50, 1}, {x, 60, 60, 1}}});
    RowSums sums{rows, 1};
    sums.move(x, 39);
    BOOST_TEST(sums.work() == 0);
    sums.move(x, 55);
    BOOST_TEST(sums.work() == 2);
    sums.move(x, 100);
    BOOST_TEST(sums.work() == 4);
}

BOOST_AUTO_TEST_SUITE_END()
