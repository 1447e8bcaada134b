#pragma once

#include "config/notation/tokens.hpp"
#include "engine/model/rule.hpp"
#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words of both languages, and the readers several notations share. Each takes what it
/// understands from the front of the tokens.
namespace rul::config::notation {

[[nodiscard]] std::optional<std::chrono::weekday> find_weekday(const Token& token);
[[nodiscard]] std::optional<unsigned> find_month(const Token& token);
[[nodiscard]] std::optional<model::Unit> find_unit(const Token& token);
[[nodiscard]] std::optional<model::Mode> find_mode(const Token& token);

[[nodiscard]] const std::vector<std::string>& weekday_words();
[[nodiscard]] const std::vector<std::string>& month_words();
[[nodiscard]] const std::vector<std::string>& unit_words();
[[nodiscard]] const std::vector<std::string>& mode_words();

/// A list's comma, "og", "and", "&". Taken only when `continues` says that the list goes on.
template <class Continues>
[[nodiscard]] bool accept_separator(Tokens& tokens, Continues continues) {
    const std::size_t before = tokens.position();
    if (!tokens.accept({",", ";", "og", "and", "&", "+"})) return false;
    if (tokens.peek().is_one_of({"og", "and"})) tokens.take();
    if (continues(tokens.peek())) return true;
    tokens.rewind(before);
    return false;
}

/// "-", "..", "til", "to".
[[nodiscard]] bool accept_range_mark(Tokens& tokens);

[[nodiscard]] bool is_weekday_list_start(const Token& token);
[[nodiscard]] std::optional<std::vector<std::chrono::weekday>> take_weekdays(Tokens& tokens);
[[nodiscard]] std::optional<std::vector<unsigned>> take_months(Tokens& tokens);
[[nodiscard]] std::optional<model::Mode> take_mode(Tokens& tokens);
[[nodiscard]] std::optional<model::Unit> take_unit(Tokens& tokens);
[[nodiscard]] bool is_time_start(const Token& token);
[[nodiscard]] std::optional<model::TimeRange> take_time_range(Tokens& tokens);

}  // namespace rul::config::notation
