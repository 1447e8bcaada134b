#pragma once

#include "base/diagnostic.hpp"
#include "base/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rul::config {

/// What is wrong with (or odd about) a value, and which part of it to underline.
struct Problem {
    std::string code;        ///< "notation.weekday"
    base::Text message;      ///< One line, no full stop.
    base::Text help;         ///< What to write instead; may be empty.
    std::size_t offset = 0;  ///< Code points before the wrong part, from the start of the text.
    std::size_t width = 1;   ///< Code points of the wrong part, at least 1.
};

/// What a reader made of a text: a value, or else the first problem. Warnings come with a value.
///
///     if (const auto date = read_date(text, period)) use(*date);
///     else diagnostics.add(to_diagnostic(date.problem, where));
template <class T>
struct Read {
    std::optional<T> value;
    Problem problem;  ///< Meaningless when there is a value.
    std::vector<Problem> warnings;

    [[nodiscard]] explicit operator bool() const { return value.has_value(); }
    [[nodiscard]] const T& operator*() const { return *value; }
    [[nodiscard]] const T* operator->() const { return &*value; }
};

/// The problem as a diagnostic. `text` is where the text's first character stands (after the
/// opening quote); its own width is of no matter.
[[nodiscard]] base::Diagnostic to_diagnostic(
    const Problem& problem, const base::Location& text,
    base::Diagnostic::Severity severity = base::Diagnostic::Severity::error);

/// Longer texts than this many bytes are a problem of their own: no value is that long.
inline constexpr std::size_t max_value_length = 500;

}  // namespace rul::config
