#include "ical/import/sandbox.hpp"

#include "base/error.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fstream>
#include <string_view>

namespace rul::ical {

namespace {

using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;  // sanitizers map terabytes
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
#else
constexpr bool is_sanitized = false;
#endif

[[noreturn]] void fail() {
    throw base::IoError{base::both("en proces kan ikke startes: {}",
                                   "a process cannot be started: {}", std::strerror(errno))};
}

// ---- In the child -----------------------------------------------------------------------------

std::size_t memory_in_use() {
    std::size_t pages = 0;
    std::ifstream{"/proc/self/statm"} >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, std::size_t most) {
    const rlimit both{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

void apply(const Limits& limits) {
    limit(RLIMIT_CPU, static_cast<std::size_t>(limits.processor.count()));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    if (!is_sanitized) limit(RLIMIT_AS, memory_in_use() + limits.memory);
}

// The parent's handlers would run the parent's code: here a signal means the end.
void forget_handlers() {
    for (const int number : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGINT, SIGTERM,
                             SIGXCPU, SIGXFSZ, SIGPIPE})
        ::signal(number, SIG_DFL);
}

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// _exit: the parent's buffers and destructors are the parent's.
[[noreturn]] void work_and_exit(const std::function<std::string()>& work, int to,
                                const Limits& limits) {
    try {
        forget_handlers();
        apply(limits);
        ::_exit(write_all(to, work()) ? 0 : 1);
    } catch (const std::exception&) {
        ::_exit(1);
    }
}

// ---- In the parent ----------------------------------------------------------------------------

/// The child, and the end of the pipe it answers through.
class Child {
  public:
    Child(pid_t process, int answer) : process_{process}, answer_{answer} {}
    ~Child() {
        ::close(answer_);
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            static_cast<void>(wait());
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(Child&&) = delete;

    /// All it writes before it closes the pipe; nothing when that takes too long or is too much.
    [[nodiscard]] std::optional<std::string> read(const Limits& limits) const {
        const auto deadline = Clock::now() + limits.wall_clock;
        std::string bytes;
        for (;;) {
            if (!wait_for_bytes(deadline)) return std::nullopt;
            std::array<char, 65536> buffer{};
            const ssize_t got = ::read(answer_, buffer.data(), buffer.size());
            if (got == 0) return bytes;
            if (got < 0 && errno != EINTR) return std::nullopt;
            if (got > 0) bytes.append(buffer.data(), static_cast<std::size_t>(got));
            if (bytes.size() > limits.output) return std::nullopt;
        }
    }

    /// @return whether it ended well.
    [[nodiscard]] bool wait() {
        int status = 1;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    [[nodiscard]] bool wait_for_bytes(Clock::time_point deadline) const {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) return false;
        pollfd waiting{answer_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
        return ready > 0 || (ready < 0 && errno == EINTR);
    }

    pid_t process_;
    int answer_;
};

}  // namespace

std::optional<std::string> run_in_child(const std::function<std::string()>& work,
                                        const Limits& limits) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) fail();
    const pid_t process = ::fork();
    if (process < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        fail();
    }
    if (process == 0) {
        ::close(ends[0]);
        work_and_exit(work, ends[1], limits);
    }
    ::close(ends[1]);
    Child child{process, ends[0]};
    auto answer = child.read(limits);
    if (!answer || !child.wait()) return std::nullopt;
    return answer;
}

}  // namespace rul::ical
