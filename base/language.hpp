#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace rul::base {

/// The languages Rul speaks to people.
enum class Language { danish, english };

/// One message in every language Rul speaks; the reader's choice is made when it is shown.
struct Text {
    std::string danish;
    std::string english;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::danish ? danish : english;
    }
    [[nodiscard]] bool empty() const { return danish.empty() && english.empty(); }

    friend bool operator==(const Text&, const Text&) = default;
};

/// The same arguments put into a Danish and an English sentence (fmt's `{}` and `{0}`).
template <class... Args>
[[nodiscard]] Text both(std::string_view danish, std::string_view english, const Args&... args) {
    return {fmt::format(fmt::runtime(danish), args...),
            fmt::format(fmt::runtime(english), args...)};
}

/// The same words in both languages: names, dates in digits, identifiers.
[[nodiscard]] inline Text same(std::string_view words) {
    return {std::string{words}, std::string{words}};
}

}  // namespace rul::base
