#include "base/parallel.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <future>
#include <latch>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace rul::base;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(parallel)

BOOST_AUTO_TEST_CASE(everything_is_done_once_with_any_number_of_threads) {
    for (const int threads : {-1, 0, 1, 2, 7}) {
        for (const std::size_t count : {0U, 1U, 2U, 100U}) {
            std::vector<int> times(count, 0);
            do_in_parallel(count, threads, [&](std::size_t i) { ++times[i]; });
            BOOST_TEST(std::all_of(times.begin(), times.end(), [](int done) { return done == 1; }));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_caller_does_the_first) {
    std::thread::id first;
    do_in_parallel(3, 3, [&](std::size_t i) {
        if (i == 0) first = std::this_thread::get_id();
    });
    BOOST_TEST((first == std::this_thread::get_id()));
}

// Each waits for the other: one thread alone would wait for ever.
BOOST_AUTO_TEST_CASE(two_threads_work_at_once) {
    std::latch both{2};
    std::vector<std::thread::id> who(2);
    do_in_parallel(2, 2, [&](std::size_t i) {
        both.arrive_and_wait();
        who[i] = std::this_thread::get_id();
    });
    BOOST_TEST((who[0] != who[1]));
}

BOOST_AUTO_TEST_CASE(no_more_threads_than_asked_for) {
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    do_in_parallel(200, 3, [&](std::size_t) {
        const int running = ++now;
        int seen = most;
        while (running > seen && !most.compare_exchange_weak(seen, running)) {
        }
        std::this_thread::yield();
        --now;
    });
    BOOST_TEST(most <= 3);
}

BOOST_AUTO_TEST_CASE(the_first_failure_by_number_is_thrown_when_all_the_rest_is_done) {
    for (const int threads : {1, 2}) {
        std::atomic<int> done = 0;
        const auto work = [&](std::size_t i) {
            if (i == 3 || i == 5) throw std::runtime_error{std::to_string(i)};
            ++done;
        };
        BOOST_CHECK_EXCEPTION(do_in_parallel(10, threads, work), std::runtime_error,
                              [](const std::runtime_error& e) { return e.what()[0] == '3'; });
        BOOST_TEST(done == 8);
    }
}

// Each step begins with the sum so far, adds to it, and takes a while that differs.
BOOST_AUTO_TEST_CASE(what_steps_begin_with_does_not_hang_on_who_is_quick) {
    const auto run = [](std::size_t window, int threads, int delay) {
        long sum = 1;
        int begun = 0;
        std::vector<long> seen;
        do_in_window(window, threads, [&]() -> std::optional<Step> {
            if (begun == 60) return std::nullopt;
            auto at = std::make_shared<long>(sum);
            const int i = begun++;
            return Step{[at, i, delay] {
                            std::this_thread::sleep_for(std::chrono::microseconds{i * delay % 300});
                            *at = *at * 3 % 1009 + i;
                        },
                        [at, &sum, &seen] {
                            sum += *at;
                            seen.push_back(sum);
                        }};
        });
        return seen;
    };
    for (const std::size_t window : {1U, 2U, 4U}) {
        const auto alone = run(window, 1, 0);
        BOOST_TEST(alone.size() == 60U);
        for (const int threads : {2, 3})
            for (const int delay : {7, 113})
                BOOST_TEST((run(window, threads, delay) == alone));
    }
    BOOST_TEST((run(1, 1, 0) != run(2, 1, 0)));
}

// Each waits for the other: one thread alone would wait for ever.
BOOST_AUTO_TEST_CASE(two_steps_are_worked_on_at_once) {
    std::latch both{2};
    int begun = 0;
    do_in_window(2, 2, [&]() -> std::optional<Step> {
        if (begun++ >= 2) return std::nullopt;
        return Step{[&] { both.arrive_and_wait(); }, [] {}};
    });
    BOOST_TEST(both.try_wait());
}

BOOST_AUTO_TEST_CASE(no_more_steps_are_under_way_than_the_window_holds) {
    int under_way = 0;
    int most = 0;
    int begun = 0;
    do_in_window(3, 2, [&]() -> std::optional<Step> {
        if (begun++ >= 50) return std::nullopt;
        most = std::max(most, ++under_way);
        return Step{[] {}, [&] { --under_way; }};
    });
    BOOST_TEST(most == 3);
    BOOST_TEST(under_way == 0);
}

// A step that ends may bring another, although none was there before.
BOOST_AUTO_TEST_CASE(steps_may_come_back) {
    for (const int threads : {1, 2}) {
        std::vector<int> left{3, 1, 2};
        std::vector<int> ended;
        do_in_window(2, threads, [&]() -> std::optional<Step> {
            if (left.empty()) return std::nullopt;
            const int times = left.back();
            left.pop_back();
            return Step{[] {},
                        [&, times] {
                            ended.push_back(times);
                            if (times > 1) left.push_back(times - 1);
                        }};
        });
        BOOST_TEST(ended.size() == 6U);
        BOOST_TEST(left.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_a_step_throws_ends_them_all) {
    for (const int threads : {1, 2})
        for (const int where : {0, 1, 2}) {
            int begun = 0;
            const auto fail_if = [where](bool now, int here) {
                if (now && where == here) throw std::runtime_error{"step"};
            };
            BOOST_CHECK_THROW(
                do_in_window(2, threads,
                             [&]() -> std::optional<Step> {
                                 const bool now = begun++ == 5;
                                 fail_if(now, 0);
                                 return Step{[=] { fail_if(now, 1); }, [=] { fail_if(now, 2); }};
                             }),
                std::runtime_error);
            BOOST_TEST(begun <= 8);
        }
}

BOOST_AUTO_TEST_CASE(what_is_destroyed_beside_is_destroyed_once_on_another_thread) {
    struct Last {
        std::promise<std::thread::id> where;
        ~Last() { where.set_value(std::this_thread::get_id()); }  // a second one would throw
    };
    auto last = std::make_unique<Last>();
    std::future<std::thread::id> where = last->where.get_future();
    destroy_beside(std::move(last));
    BOOST_TEST((where.get() != std::this_thread::get_id()));
}

BOOST_AUTO_TEST_CASE(a_machine_runs_at_least_one_thread) {
    BOOST_TEST(threads_at_once() >= 1);
}

BOOST_AUTO_TEST_SUITE_END()
