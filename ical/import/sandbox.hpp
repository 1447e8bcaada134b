#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace rul::ical {

/// What a child process may use.
struct Limits {
    std::chrono::seconds processor{5};
    std::chrono::seconds wall_clock{60};  ///< Many times `processor`: the machine may be busy.
    std::size_t memory = std::size_t{512} << 20U;  ///< Beyond what the parent has.
    std::size_t output = std::size_t{64} << 20U;
};

/// What `work` returns, done in a child process of its own that can write nothing but its answer.
///
/// @return nothing when it crashed, threw, was stopped by a limit or did not answer in time.
/// @throws base::IoError when no process can be started.
[[nodiscard]] std::optional<std::string> run_in_child(const std::function<std::string()>& work,
                                                      const Limits& limits = {});

}  // namespace rul::ical
