#include "documents/look.hpp"

namespace rul::documents {

namespace {

// Bold, dim and the eight colours every terminal theme has tuned to its own background.
std::string_view code_of(Style style) {
    switch (style) {
        case Style::plain:
            return "";
        case Style::heading:
            return "\x1b[1m";
        case Style::faint:
            return "\x1b[2m";
        case Style::good:
            return "\x1b[32m";
        case Style::bad:
            return "\x1b[1;31m";
        case Style::holiday:
            return "\x1b[31m";
    }
    return "";
}

}  // namespace

std::string styled(std::string_view text, Style style, const Look& look) {
    if (!look.colour || style == Style::plain || text.empty()) return std::string{text};
    return std::string{code_of(style)} + std::string{text} + "\x1b[0m";
}

}  // namespace rul::documents
