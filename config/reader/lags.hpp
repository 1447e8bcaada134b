#pragma once

#include "config/notation/distances.hpp"
#include "config/reader/draft.hpp"

#include <optional>
#include <string_view>

namespace rul::config {

/// A distance as a rule needs it, and the side if one was said.
struct SaidLag {
    model::DistanceRange range;
    std::optional<model::Needs::Side> side;
    model::Points ideal_points = 1;
};

/// A distance between meetings. One number alone ("7 dage") is exact where a strength is said, and
/// in hours and minutes; otherwise it bends: it is the ideal, at wish_points a day, and may be
/// missed by 3 days, 2 working days or a week.
/// `text` is the part of the node's text from code point `offset` on.
[[nodiscard]] std::optional<SaidLag> read_lag(Draft& draft, const Node& node, std::string_view text,
                                              std::size_t offset,
                                              const std::optional<model::Strength>& strength);
/// The same of a whole value, where no side ("før") has a meaning.
[[nodiscard]] std::optional<SaidLag> read_lag(Draft& draft, const Node& node,
                                              const std::optional<model::Strength>& strength);
/// `ideal_points` of a table, if said.
void read_ideal_points(Fields& fields, model::Points& points);

/// mix / shares, in_a_row and seasons of a table; whether there was any of them.
[[nodiscard]] bool read_mix_keys(Draft& draft, Fields& fields, std::string_view shares_key,
                                 model::Mix& mix);

}  // namespace rul::config
