#include "config/notation/names.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

namespace {

using Letters = std::vector<std::string>;

// Names longer than this are cut: no key is, and the comparison takes the square of it.
constexpr std::size_t max_compared = 64;

Letters letters_of(std::string_view text) {
    const std::string folded = fold(text);
    Letters letters;
    for (std::size_t i = 0; i < folded.size() && letters.size() < max_compared;) {
        const std::size_t next = base::next_code_point(folded, i);
        letters.push_back(folded.substr(i, next - i));
        i = next;
    }
    return letters;
}

// Optimal string alignment: three rows of the table are enough.
std::size_t distance(const Letters& a, const Letters& b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded{text};
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto byte = static_cast<unsigned char>(folded[i]);
        if ('A' <= folded[i] && folded[i] <= 'Z') folded[i] = static_cast<char>(byte + 0x20U);
        // U+00C0..U+00DE, of which U+00D7 is the multiplication sign.
        const bool follows_c3 = i > 0 && static_cast<unsigned char>(text[i - 1]) == 0xc3U;
        if (follows_c3 && 0x80U <= byte && byte <= 0x9eU && byte != 0x97U)
            folded[i] = static_cast<char>(byte + 0x20U);
    }
    return folded;
}

bool is_same_name(std::string_view a, std::string_view b) {
    return fold(a) == fold(b);
}

std::optional<std::string> nearest_name(std::string_view wrong,
                                        const std::vector<std::string>& candidates) {
    const Letters letters = letters_of(wrong);
    std::optional<std::string> nearest;
    std::size_t least = 0;
    for (const std::string& candidate : candidates) {
        const Letters other = letters_of(candidate);
        const std::size_t longer = std::max(letters.size(), other.size());
        const std::size_t needed = distance(letters, other);
        if (needed * 3 > longer || (nearest && needed >= least)) continue;
        nearest = candidate;
        least = needed;
    }
    return nearest;
}

}  // namespace rul::config
