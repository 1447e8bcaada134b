#pragma once

#include "config/notation/read.hpp"
#include "engine/model/time.hpp"

#include <string_view>

namespace rul::config {

/// Minutes since midnight: `14`, `14.00`, `14:00`, `kl. 13.30`, `at 14:00`, up to `24.00`.
[[nodiscard]] Read<model::minutes> read_time(std::string_view text);

/// `14.00-16.00`, `14:00-16:00`, `14-16`, `kl. 14-16`, `fra 14 til 16`.
///
/// `12-12` (noon to noon, a seminar) is the one range whose ends are equal; the caller decides
/// whether a seminar may stand there.
[[nodiscard]] Read<model::TimeRange> read_time_range(std::string_view text);

/// A length of time: `2 timer`, `90 minutter`, `1 time 30 minutter`, `1,5 time`. Up to 24 hours.
[[nodiscard]] Read<model::minutes> read_length(std::string_view text);

}  // namespace rul::config
