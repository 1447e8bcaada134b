#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rul::base {

namespace {

struct Decoded {
    std::uint32_t code = 0;
    std::size_t size = 0;  // 0: not well formed
};

// One row a lead byte, RFC 3629 section 4: how many bytes follow and what the first of them may be.
struct Lead {
    std::uint8_t first, last;
    std::uint8_t follow;
    std::uint8_t low, high;
};
constexpr std::array<Lead, 9> leads{{{0x00, 0x7f, 0, 0, 0},
                                     {0xc2, 0xdf, 1, 0x80, 0xbf},
                                     {0xe0, 0xe0, 2, 0xa0, 0xbf},
                                     {0xe1, 0xec, 2, 0x80, 0xbf},
                                     {0xed, 0xed, 2, 0x80, 0x9f},
                                     {0xee, 0xef, 2, 0x80, 0xbf},
                                     {0xf0, 0xf0, 3, 0x90, 0xbf},
                                     {0xf1, 0xf3, 3, 0x80, 0xbf},
                                     {0xf4, 0xf4, 3, 0x80, 0x8f}}};

// What Windows-1252 has at 0x80..0x9f; elsewhere it is Latin-1.
constexpr std::array<std::string_view, 32> windows_1252{
    "€", "\ufffd", "‚",      "ƒ", "„",      "…",      "†", "‡",      "ˆ", "‰", "Š",
    "‹", "Œ",      "\ufffd", "Ž", "\ufffd", "\ufffd", "‘", "’",      "“", "”", "•",
    "–", "—",      "˜",      "™", "š",      "›",      "œ", "\ufffd", "ž", "Ÿ"};

std::uint8_t byte_at(std::string_view text, std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
}

Decoded decode(std::string_view text, std::size_t i) {
    const std::uint8_t lead = byte_at(text, i);
    for (const Lead& row : leads) {
        if (lead < row.first || row.last < lead) continue;
        if (i + row.follow >= text.size()) return {};
        std::uint32_t code = row.follow == 0 ? lead : lead & (0x3fU >> row.follow);
        for (std::size_t k = 1; k <= row.follow; ++k) {
            const std::uint8_t next = byte_at(text, i + k);
            const std::uint8_t low = k == 1 ? row.low : 0x80;
            const std::uint8_t high = k == 1 ? row.high : 0xbf;
            if (next < low || high < next) return {};
            code = (code << 6U) | (next & 0x3fU);
        }
        return {code, row.follow + std::size_t{1}};
    }
    return {};
}

struct Interval {
    std::uint32_t first, last;
};
constexpr std::array<Interval, 4> zero_width{
    {{0x0300, 0x036f}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}}};
constexpr std::array<Interval, 6> double_width{{{0x1100, 0x115f},
                                                {0x2e80, 0xa4cf},
                                                {0xac00, 0xd7a3},
                                                {0xf900, 0xfaff},
                                                {0xff00, 0xff60},
                                                {0x1f300, 0x1faff}}};

template <std::size_t n>
bool is_in(const std::array<Interval, n>& intervals, std::uint32_t code) {
    for (const Interval& interval : intervals)
        if (interval.first <= code && code <= interval.last) return true;
    return false;
}

}  // namespace

std::size_t next_code_point(std::string_view text, std::size_t i) {
    const std::size_t size = decode(text, i).size;
    return i + (size == 0 ? 1 : size);
}

bool is_control(std::string_view text, std::size_t i) {
    const Decoded at = decode(text, i);
    return at.size > 0 && (at.code < 0x20 || (0x7f <= at.code && at.code < 0xa0));
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i = next_code_point(text, i))
        ++count;
    return count;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); i = next_code_point(text, i)) {
        const std::uint32_t code = decode(text, i).code;
        if (is_in(zero_width, code)) continue;
        width += is_in(double_width, code) ? std::size_t{2} : std::size_t{1};
    }
    return width;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = decode(text, i).size;
        if (size == 0) return i;
        i += size;
    }
    return std::nullopt;
}

bool is_windows_1252(std::string_view text) {
    const auto broken = find_invalid_utf8(text);
    if (!broken || text.find('\0') != std::string_view::npos) return false;
    const auto is_ascii = [](char c) { return static_cast<std::uint8_t>(c) < 0x80; };
    const std::string_view before = text.substr(0, *broken);
    return std::all_of(before.begin(), before.end(), is_ascii);
}

std::string from_windows_1252(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 0x80) {
            out += c;
        } else if (byte < 0xa0) {
            out += windows_1252[byte - 0x80U];
        } else {
            out += static_cast<char>(0xc0U | (byte >> 6U));
            out += static_cast<char>(0x80U | (byte & 0x3fU));
        }
    }
    return out;
}

}  // namespace rul::base
