#include "config/notation/tokens.hpp"

#include "base/utf8.hpp"
#include "config/notation/names.hpp"

#include <algorithm>
#include <array>

namespace rul::config::notation {

namespace {

// Word processors put these in place of what the keyboard has.
struct Substitute {
    std::string_view written, meant;
};
constexpr std::array<Substitute, 10> substitutes{{{"\u00a0", " "},
                                                  {"\u202f", " "},
                                                  {"\u2009", " "},
                                                  {"\t", " "},
                                                  {"\u2010", "-"},
                                                  {"\u2011", "-"},
                                                  {"\u2013", "-"},
                                                  {"\u2014", "-"},
                                                  {"\u2212", "-"},
                                                  {"\u2026", ".."}}};

std::string_view meant_by(std::string_view code_point) {
    for (const Substitute& s : substitutes)
        if (s.written == code_point) return s.meant;
    return code_point;
}

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

// Letters of any script; what is broken or a sign of ASCII is not.
bool is_letter(std::string_view code_point) {
    if (code_point.size() > 1) return meant_by(code_point) == code_point;
    const char c = code_point.front();
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

std::string_view code_point_at(std::string_view text, std::size_t i) {
    return text.substr(i, base::next_code_point(text, i) - i);
}

Token number_at(std::string_view text, std::size_t first) {
    Token token{.kind = Token::Kind::number, .first = first, .last = first};
    int value = 0;
    for (; token.last < text.size() && is_digit(text[token.last]); ++token.last)
        value = value >= too_large / 10 ? too_large : value * 10 + (text[token.last] - '0');
    token.value = std::min(value, too_large);
    token.digits = token.last - first;
    return token;
}

Token word_at(std::string_view text, std::size_t first) {
    Token token{.kind = Token::Kind::word, .first = first, .last = first};
    while (token.last < text.size() && is_letter(code_point_at(text, token.last)))
        token.last = base::next_code_point(text, token.last);
    token.text = fold(text.substr(first, token.last - first));
    return token;
}

Token mark_at(std::string_view text, std::size_t first) {
    const std::string_view code_point = code_point_at(text, first);
    Token token{.kind = Token::Kind::mark,
                .text = std::string{meant_by(code_point)},
                .first = first,
                .last = first + code_point.size()};
    if (token.text != ".") return token;
    while (token.last < text.size() && text[token.last] == '.')
        ++token.last;
    if (token.last - first > 1) token.text = "..";
    return token;
}

Token token_at(std::string_view text, std::size_t first) {
    if (is_digit(text[first])) return number_at(text, first);
    if (is_letter(code_point_at(text, first))) return word_at(text, first);
    return mark_at(text, first);
}

}  // namespace

bool Token::is_one_of(std::initializer_list<std::string_view> said) const {
    return std::any_of(said.begin(), said.end(), [this](std::string_view s) { return is(s); });
}

Tokens::Tokens(std::string_view text) : text_{text.substr(0, max_value_length)} {
    bool after_space = false;
    for (std::size_t i = 0; i < text_.size();) {
        if (meant_by(code_point_at(text_, i)) == " ") {
            after_space = true;
            i = base::next_code_point(text_, i);
            continue;
        }
        Token token = token_at(text_, i);
        token.after_space = after_space;
        after_space = false;
        i = token.last;
        tokens_.push_back(std::move(token));
    }
    tokens_.push_back({.first = text_.size(), .last = text_.size()});
    const std::size_t count = tokens_.size() - 1;
    if (text.size() > max_value_length)
        fail(0, count, "notation.too-long",
             base::both("værdien er for lang: højst {} tegn", "the value is too long: at most {}",
                        max_value_length));
    else if (count == 0)
        fail(0, 0, "notation.empty", base::both("her mangler en værdi", "a value is missing here"));
}

const Token& Tokens::peek(std::size_t ahead) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& Tokens::take() {
    const Token& token = peek();
    if (!at_end()) ++at_;
    return token;
}

bool Tokens::accept(std::initializer_list<std::string_view> said) {
    if (!peek().is_one_of(said)) return false;
    take();
    return true;
}

std::string Tokens::written(std::size_t first, std::size_t last) const {
    if (last <= first || last >= tokens_.size()) last = std::min(first + 1, tokens_.size() - 1);
    if (last <= first) return {};
    const std::size_t from = tokens_[first].first;
    return std::string{text_.substr(from, tokens_[last - 1].last - from)};
}

std::size_t Tokens::offset_of(std::size_t position) const {
    return base::length(text_.substr(0, tokens_[std::min(position, tokens_.size() - 1)].first));
}

std::size_t Tokens::width_of(std::size_t first, std::size_t last) const {
    if (last <= first) return 1;
    first = std::min(first, tokens_.size() - 1);
    last = std::min(last, tokens_.size());
    const std::size_t from = tokens_[first].first;
    return std::max<std::size_t>(base::length(text_.substr(from, tokens_[last - 1].last - from)),
                                 1);
}

Problem Tokens::made(std::size_t first, std::size_t last, std::string_view code, base::Text message,
                     base::Text help) const {
    return {.code = std::string{code},
            .message = std::move(message),
            .help = std::move(help),
            .offset = offset_of(first),
            .width = width_of(first, last)};
}

std::nullopt_t Tokens::fail(std::size_t first, std::size_t last, std::string_view code,
                            base::Text message, base::Text help) {
    if (!problem_) problem_ = made(first, last, code, std::move(message), std::move(help));
    return std::nullopt;
}

std::nullopt_t Tokens::fail_here(const base::Text& expected,
                                 const std::vector<std::string>& vocabulary) {
    if (at_end())
        return fail(
            at_, at_, "notation.incomplete",
            base::Text{"her mangler " + expected.danish, expected.english + " is missing here"});
    const std::string said = written(at_, at_ + 1);
    base::Text help = {"Her skal stå " + expected.danish, "Write " + expected.english + " here"};
    if (const auto near = nearest_name(said, vocabulary))
        help = base::both("Mente du \"{}\"?", "Did you mean \"{}\"?", *near);
    return fail(at_, at_ + 1, "notation.not-understood",
                base::both("forstår ikke \"{}\"", "cannot read \"{}\"", said), std::move(help));
}

void Tokens::warn(std::size_t first, std::size_t last, std::string_view code, base::Text message,
                  base::Text help) {
    warnings_.push_back(made(first, last, code, std::move(message), std::move(help)));
}

void Tokens::complain_of_rest() {
    const std::size_t end = tokens_.size() - 1;
    const std::string said = written(at_, end);
    fail(at_, end, "notation.not-understood",
         base::both("forstår ikke \"{}\"", "cannot read \"{}\"", said));
}

}  // namespace rul::config::notation
