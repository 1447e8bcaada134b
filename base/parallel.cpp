#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace rul::base {

namespace {

// As many more threads as `wanted`, or as the machine gives.
template <class Work>
std::vector<std::jthread> more_threads(std::size_t wanted, const Work& work) {
    std::vector<std::jthread> threads;
    try {
        while (threads.size() < wanted)
            threads.emplace_back(work);
    } catch (const std::system_error&) {
        return threads;
    }
    return threads;
}

class Window {
  public:
    Window(std::size_t width, const std::function<std::optional<Step>()>& begin)
        : width_{width}, begin_{begin} {
        guarded([this] { fill(); });
    }

    // Until nothing is under way and nothing more begins.
    void take_part() {
        std::unique_lock lock{mutex_};
        for (;;) {
            changed_.wait(lock, [this] { return next_ < steps_.size() || is_over(); });
            if (next_ == steps_.size()) return;
            Under& mine = *steps_[next_++];
            lock.unlock();
            std::exception_ptr thrown;
            try {
                mine.step.work();
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            mine.is_done = true;
            if (thrown && !thrown_) thrown_ = thrown;
            guarded([this] { end_what_is_done(); });
            changed_.notify_all();
        }
    }

    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }

  private:
    struct Under {
        Step step;
        bool is_done = false;
    };

    [[nodiscard]] bool is_over() const {
        return thrown_ ? next_ == steps_.size() : ended_ == steps_.size();
    }
    void fill() {
        while (!thrown_ && steps_.size() - ended_ < width_) {
            auto step = begin_();
            if (!step) return;
            steps_.push_back(std::make_unique<Under>(Under{std::move(*step)}));
        }
    }
    void end_what_is_done() {
        while (!thrown_ && ended_ < steps_.size() && steps_[ended_]->is_done) {
            steps_[ended_]->step.end();
            steps_[ended_]->step = {};
            ++ended_;
            fill();
        }
    }
    template <class Call>
    void guarded(const Call& call) {
        try {
            call();
        } catch (...) {
            if (!thrown_) thrown_ = std::current_exception();
        }
    }

    std::size_t width_;
    const std::function<std::optional<Step>()>& begin_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<Under>> steps_;  ///< in the order they began in
    std::size_t next_ = 0;                       ///< to be worked on
    std::size_t ended_ = 0;                      ///< how many have
    std::exception_ptr thrown_;
};

}  // namespace

void do_in_window(std::size_t window, int threads,
                  const std::function<std::optional<Step>()>& begin) {
    Window steps{std::max<std::size_t>(window, 1), begin};
    {
        const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(threads, 1)), window);
        const auto others =
            more_threads(std::max<std::size_t>(wanted, 1) - 1, [&] { steps.take_part(); });
        steps.take_part();
    }
    steps.rethrow();
}

int threads_at_once() {
    return std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
}

void do_in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
    if (count == 0) return;
    std::vector<std::exception_ptr> thrown(count);
    std::atomic<std::size_t> next = 1;
    const auto work_from = [&](std::size_t i) {
        for (; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
        }
    };
    {
        const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(threads, 1)), count);
        const auto others = more_threads(wanted - 1, [&] { work_from(next++); });
        work_from(0);
    }
    for (const std::exception_ptr& exception : thrown)
        if (exception) std::rethrow_exception(exception);
}

void destroy_beside(std::unique_ptr<void, void (*)(void*)> object) {
    static std::mutex one_at_a_time;  // the others want the machine's threads too
    try {
        std::thread{[object = std::move(object)]() mutable {
            const std::scoped_lock lock{one_at_a_time};
            object.reset();
        }}.detach();
    } catch (const std::system_error&) {
        return;  // what was to be moved to the thread has been destroyed on the way
    }
}

}  // namespace rul::base
