#pragma once

#include "config/notation/read.hpp"
#include "engine/model/rule.hpp"
#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config {

/// "28-49 dage før": the distance, and the side if it was said.
struct SaidDistance {
    model::DistanceRange range;
    std::optional<model::Needs::Side> side;
    bool is_bare = false;  ///< "42 dage": one number without any word about what it means.
};

/// `28-49 dage`, `28-49 dage før`, `4-9 uger, ideal 6`, `mindst 5 hverdage`, `højst 3 uger`,
/// `præcis 7 dage`, `at least 5 working days`, `samme dag`. A number alone (`ideal 42 dage`,
/// `42 dage`, `ca. 42 dage`) is an ideal. `-3..4 dage` may be negative.
///
/// Weeks beside days become days, hours beside minutes minutes; other mixtures are a problem.
[[nodiscard]] Read<SaidDistance> read_distance(std::string_view text);

/// `14 dage før`, `8 hverdage efter`, `2 uger før`, `samme dag`, `7 days before`.
/// The unit is one of days, working days and weeks.
[[nodiscard]] Read<model::Offset> read_offset(std::string_view text);

/// A number of meetings or so; an absent bound does not bind.
struct CountRange {
    std::optional<int> least;
    std::optional<int> most;

    friend bool operator==(const CountRange&, const CountRange&) = default;
};

/// `9`, `3-5`, `mindst 4`, `højst 6`.
[[nodiscard]] Read<CountRange> read_count(std::string_view text);

/// `4-5 teams, 4-5 fysisk`, `mindst 3 fysisk`. Each mode once; hybrid counts as physical.
[[nodiscard]] Read<std::vector<model::Mix::Share>> read_mix(std::string_view text);

/// `FFU 28-49 dage før`: whose meeting, how far, on which side. "højst 3 uger før" begins at 0,
/// "samme dag før" is 0; where the window has no upper end, or only an ideal, the caller decides.
struct NeedsPhrase {
    std::string name;
    std::size_t offset = 0;  ///< Of the name in the text, in code points.
    std::size_t width = 1;
    model::DistanceRange window;
    model::Needs::Side side = model::Needs::Side::before;
    bool is_bare = false;  ///< As in SaidDistance.
};
[[nodiscard]] Read<NeedsPhrase> read_needs(std::string_view text);

/// `must`/`skal`, `should`/`bør`, `wish`/`ønske`, `12 point`, `12`.
[[nodiscard]] Read<model::Strength> read_strength(std::string_view text);

}  // namespace rul::config
