#include "engine/solver/constraints/not_together.hpp"

#include "tests/support/world.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::solver::NotTogether;
using rul::solver::Task;

namespace {

Task task(IntVar x, Values start, Values end) {
    return {x, std::make_shared<const Values>(std::move(start)),
            std::make_shared<const Values>(std::move(end))};
}

Task random_task(World& w, Random& random) {
    Values start{random.between(0, 2)}, end;
    const int count = random.between(1, 4);
    for (int i = 1; i < count; ++i)
        start.push_back(start.back() + random.between(0, 2));
    for (const Value s : start)
        end.push_back(s + random.between(1, 3));
    const Value last = count - (random.between(0, 1) == 0 ? 0 : 1);
    return task(w.var(0, last, random_holes(random, 0, last)), start, end);
}

std::shared_ptr<const std::vector<bool>> set_of(std::vector<bool> set) {
    return std::make_shared<const std::vector<bool>>(std::move(set));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(not_together)

BOOST_AUTO_TEST_CASE(sends_the_second_elsewhere_when_they_certainly_overlap) {
    World w;
    const auto a = task(w.var(0, 2), {0, 1, 9}, {3, 4, 12});
    const auto b = task(w.var(0, 1), {2, 9}, {5, 12});
    const auto room_a = w.var(0, 2), room_b = w.var(0, 2);
    w.post<NotTogether>(a, b, room_a, room_b, set_of({false, true, true}));
    w.decide(at_most(a.x, 1));
    w.decide(at_most(b.x, 0));
    w.decide(at_least(room_a, 2));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(room_b) == (Values{0, 1}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(room_b, 2))
                   == (Literals{at_most(a.x, 1), at_most(b.x, 0), at_least(room_a, 2)}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_the_times_apart_in_one_room) {
    World w;
    const auto a = task(w.var(0, 0), {2}, {4});
    const auto b = task(w.var(0, 4), {0, 1, 2, 3, 4}, {2, 3, 4, 5, 6});
    const auto room_a = w.var(1, 1), room_b = w.var(0, 1);
    w.post<NotTogether>(a, b, room_a, room_b, set_of({false, true}));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.inferences().empty());
    w.decide(at_least(room_b, 1));
    BOOST_TEST(w.propagate());
    BOOST_TEST(w.values(b.x) == (Values{0, 4}), boost::test_tools::per_element());
    BOOST_TEST(w.reason(differs(b.x, 2)) == Literals{at_least(room_b, 1)},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lets_them_share_what_is_not_exclusive) {
    World w;
    const auto a = task(w.var(0, 0), {2}, {4}), b = task(w.var(0, 0), {2}, {4});
    w.post<NotTogether>(a, b, w.var(3, 3), w.var(3, 3), set_of({true}));  // beyond the table
    BOOST_TEST(w.propagate());
    World v;
    const auto c = task(v.var(0, 0), {2}, {4}), d = task(v.var(0, 0), {2}, {4});
    v.post<NotTogether>(c, d, v.var(0, 0), v.var(0, 0), set_of({true}));
    BOOST_TEST(!v.propagate());
    BOOST_TEST(v.conflict().empty());
}

BOOST_AUTO_TEST_CASE(agrees_with_brute_force) {
    for_each_seed([](Random& random) {
        World w;
        const auto a = random_task(w, random), b = random_task(w, random);
        const auto room_a = random_var(w, random, 0, 3), room_b = random_var(w, random, 0, 3);
        w.post<NotTogether>(a, b, room_a, room_b, set_of({true, false, true}));
        w.check_everything(Strength::last_open, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
