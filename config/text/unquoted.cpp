#include "config/text/unquoted.hpp"

#include "base/utf8.hpp"

namespace rul::config {

namespace {

// U+0080..U+07FF but the no-break space, and U+2C00..U+3FFF but the ideographic space.
bool is_letter(std::string_view code_point) {
    const auto lead = static_cast<unsigned char>(code_point.front());
    if (code_point == "\u00a0" || code_point == "\u3000") return false;
    if (code_point.size() == 2) return true;
    return code_point.size() == 3
           && (lead == 0xe3 || (lead == 0xe2 && static_cast<unsigned char>(code_point[1]) >= 0xb0));
}

// The byte after the string that begins at `from`; npos if it does not end.
std::size_t end_of_string(std::string_view toml, std::size_t from) {
    const char quote = toml[from];
    const std::string_view triple = quote == '"' ? R"(""")" : "'''";
    const bool is_long = toml.substr(from).starts_with(triple);
    const std::string_view close = is_long ? triple : triple.substr(0, 1);
    for (std::size_t i = from + close.size(); i < toml.size(); ++i) {
        if (toml[i] == '\\' && quote == '"')
            ++i;
        else if (toml[i] == '\n' && !is_long)
            return std::string_view::npos;
        else if (toml.substr(i).starts_with(close))
            return i + close.size();
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::size_t> find_unquoted_letter(std::string_view toml) {
    for (std::size_t i = 0; i < toml.size();) {
        if (toml[i] == '#') {
            i = toml.find('\n', i);
        } else if (toml[i] == '"' || toml[i] == '\'') {
            i = end_of_string(toml, i);
        } else {
            const std::size_t next = base::next_code_point(toml, i);
            if (is_letter(toml.substr(i, next - i))) return i;
            i = next;
        }
    }
    return std::nullopt;
}

}  // namespace rul::config
