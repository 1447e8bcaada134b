#pragma once

#include "engine/model/things.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How values are written in MiniZinc.
namespace rul::documents::minizinc {

using Items = std::vector<std::string>;

/// "[a, b]", "{a, b}"
[[nodiscard]] std::string list(const Items& items);
[[nodiscard]] std::string set(const Items& items);

/// `head = [a, b, ...];` over as many lines as it takes.
[[nodiscard]] std::string array(std::string_view head, const Items& items);

/// "true" / "false"
[[nodiscard]] std::string truth(bool value);

/// "\"as the user wrote it\""
[[nodiscard]] std::string quoted(std::string_view text);

/// Comment lines with `text`, whatever it holds, each after `before`.
[[nodiscard]] std::string comment(std::string_view text, std::string_view before = "% ");

[[nodiscard]] std::string mode_name(model::Mode mode);
/// Weekdays as 1 (Monday) to 7.
[[nodiscard]] std::string weekday_set(const std::vector<std::chrono::weekday>& days);
/// The bound, or no_bound.
[[nodiscard]] std::string bound(std::optional<int> value);

template <class Numbers>
[[nodiscard]] std::string number_set(const Numbers& numbers) {
    Items items;
    for (const auto number : numbers)
        items.push_back(std::to_string(number));
    return set(items);
}

}  // namespace rul::documents::minizinc
