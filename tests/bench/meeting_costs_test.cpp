#include "bench/field/meeting_costs.hpp"

#include "tests/support/advice.hpp"
#include "tests/support/tasks.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Random;
using rul::bench::ChangeOfRoom;
using rul::bench::Touch;
using rul::solver::Problem;
using rul::solver::Task;

namespace {

constexpr Value times = 6;

// The tasks of the bench: all of one length, all held.
Task random_even_task(Problem& problem, Random& random) {
    Values start, end;
    const Value length = random.between(1, 2);
    for (Value v = 0; v + length <= times; ++v)
        if (random.between(0, 3) > 0 || start.empty()) {
            start.push_back(v);
            end.push_back(v + length);
        }
    const IntVar x = problem.new_var(0, static_cast<Value>(start.size()) - 1);
    return task_of(x, start, end);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(meeting_costs)

BOOST_AUTO_TEST_CASE(touch_agrees_with_brute_force) {
    for_each_seed(
        [](Random& random) {
            World w;
            std::vector<Task> tasks;
            for (int i = random.between(2, 3); i > 0; --i)
                tasks.push_back(even_task(w, random.between(1, 3), random.between(1, 2)));
            std::vector<IntVar> touch;
            for (int time = 0; time < 4; ++time)
                touch.push_back(w.var(0, random.between(0, 2)));
            w.post<Touch>(tasks, touch);
            w.check_everything(Strength::complete, random);
        },
        200);
}

BOOST_AUTO_TEST_CASE(change_of_room_agrees_with_brute_force) {
    for_each_seed(
        [](Random& random) {
            World w;
            const auto a = even_task(w, random.between(1, 6), random.between(1, 2));
            const auto b = even_task(w, random.between(1, 6), random.between(1, 2));
            const auto room_a = w.var(0, random.between(0, 2)),
                       room_b = w.var(0, random.between(0, 2));
            w.post<ChangeOfRoom>(a, b, room_a, room_b, w.var(0, random.between(0, 1)));
            w.check_everything(Strength::complete, random);
        },
        200);
}

BOOST_AUTO_TEST_CASE(advice_adds_up_to_what_they_cost) {
    for_each_seed([](Random& random) {
        Problem problem;
        std::vector<Task> tasks;
        std::vector<IntVar> rooms;
        for (int i = 0; i < 3; ++i) {
            tasks.push_back(random_even_task(problem, random));
            rooms.push_back(problem.new_var(0, 2));
        }
        std::vector<IntVar> touch;
        for (Value time = 0; time < times; ++time) {
            touch.push_back(problem.new_var(0, 9));
            problem.add_linear_cost(touch.back(), 100);
        }
        problem.post<Touch>(tasks, std::move(touch));
        const IntVar moves = problem.new_bool();
        problem.add_linear_cost(moves, 7);
        problem.post<ChangeOfRoom>(tasks[0], tasks[1], rooms[0], rooms[1], moves);
        check_advice(problem, random);
    });
}

BOOST_AUTO_TEST_SUITE_END()
