#pragma once

#include "config/notation/read.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::config::notation {

/// A number, a word or a mark of a value people wrote. Spaces only part tokens.
struct Token {
    enum class Kind { number, word, mark, end };

    Kind kind = Kind::end;
    std::string text;        ///< Words folded; every dash is "-", two or three dots "..".
    int value = 0;           ///< Of a number; too_large when it has more than seven digits.
    std::size_t digits = 0;  ///< Of a number, as written.
    std::size_t first = 0;   ///< Bytes [first, last) of the text.
    std::size_t last = 0;
    bool after_space = false;

    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    [[nodiscard]] bool is_word() const { return kind == Kind::word; }
    [[nodiscard]] bool is(std::string_view said) const {
        return (kind == Kind::word || kind == Kind::mark) && text == said;
    }
    [[nodiscard]] bool is_one_of(std::initializer_list<std::string_view> said) const;
};

inline constexpr int too_large = 10'000'000;
/// The most that breaking a rule or standing in a slot may cost.
inline constexpr int most_points = 1'000'000;

/// The tokens of one text, read from left to right, and the first problem met on the way.
class Tokens {
  public:
    explicit Tokens(std::string_view text);

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at_end() const { return peek().kind == Token::Kind::end; }
    const Token& take();
    /// Takes the next token if it is one of these words or marks.
    bool accept(std::initializer_list<std::string_view> said);

    [[nodiscard]] std::size_t position() const { return at_; }
    void rewind(std::size_t position) { at_ = position; }
    [[nodiscard]] std::string_view text() const { return text_; }
    /// The text of tokens [first, last), as written.
    [[nodiscard]] std::string written(std::size_t first, std::size_t last) const;
    /// Code points before token `position`.
    [[nodiscard]] std::size_t offset_of(std::size_t position) const;
    /// Code points of tokens [first, last), at least 1.
    [[nodiscard]] std::size_t width_of(std::size_t first, std::size_t last) const;

    /// A problem with tokens [first, last); the first problem reported is the one that counts.
    /// @return always nothing, so that a reader can end with `return tokens.fail(...)`.
    std::nullopt_t fail(std::size_t first, std::size_t last, std::string_view code,
                        base::Text message, base::Text help = {});
    /// The next token was not understood, where `expected` (both languages) should have stood; one
    /// of `vocabulary` may have been meant.
    std::nullopt_t fail_here(const base::Text& expected,
                             const std::vector<std::string>& vocabulary = {});
    void warn(std::size_t first, std::size_t last, std::string_view code, base::Text message,
              base::Text help = {});

    /// The end of every reader: a value counts only if the text was read to its end.
    template <class T>
    [[nodiscard]] Read<T> finish(std::optional<T> value) {
        Read<T> read;
        if (value && at_end() && !problem_) {
            read.value = std::move(value);
            read.warnings = std::move(warnings_);
            return read;
        }
        if (!problem_) complain_of_rest();
        read.problem = *problem_;
        return read;
    }

  private:
    void complain_of_rest();
    [[nodiscard]] Problem made(std::size_t first, std::size_t last, std::string_view code,
                               base::Text message, base::Text help) const;

    std::string_view text_;
    std::vector<Token> tokens_;  // the last one is `end`
    std::size_t at_ = 0;
    std::optional<Problem> problem_;
    std::vector<Problem> warnings_;
};

}  // namespace rul::config::notation
