#pragma once

#include "engine/solver/problem.hpp"

#include <filesystem>

namespace rul::bench {

/// How much of the annual-calendar model is posted.
enum class Part {
    dates,  ///< Starts, spacing, lags, persons: a relaxation of the whole.
    whole   ///< Modes and rooms too: calendar.mzn itself.
};

/// The annual-calendar model of `calendar.mzn` for one of its JSON instances.
///
/// @throws base::IoError when the file cannot be read
[[nodiscard]] solver::Problem read_reference_calendar(const std::filesystem::path& file, Part part);

}  // namespace rul::bench
